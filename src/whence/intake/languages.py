"""In which language a report is written, told offline and without being misled by names."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from whence.lexicon.page_words import load_page_words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE_CHARS = 20_000
_SAMPLE_WORDS = 600
_FEWEST_WORDS = 8
_ENGLISH_SHARE = 0.22
_FOREIGN_SHARE = 0.12


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``; None where it is too short to tell.

    English is told by its own small words first, so that a text full of foreign names stays English.
    """
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE_CHARS])]
    sample = words[:_SAMPLE_WORDS]
    foreign_script = sum(not word.isascii() for word in sample) > len(sample) / 2
    if len(sample) < _FEWEST_WORDS and not foreign_script:
        return None
    share = sum(word in load_page_words("english") for word in sample) / max(len(sample), 1)
    if share >= _ENGLISH_SHARE:
        return "en"
    code = str(_identifier().classify(" ".join(sample))[0])
    if code != "en" and not foreign_script and share >= _FOREIGN_SHARE:
        return "en"
    return "no" if code in ("nb", "nn") else code


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    # Without a limit to the languages of the press, short texts come out as rare languages and dialects.
    known = set(identifier.labels)
    identifier.set_languages([language for language in load_page_words("language") if language in known])
    return identifier
