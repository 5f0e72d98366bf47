"""In which language a report is written, told offline and without being misled by names."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# The languages of the press; without this limit short texts come out as rare languages and dialects.
_LANGUAGES = (
    "am ar az be bg bn bs ca cs da de el en es et fa fi fr he hi hr hu hy id is it ja ka kk km ko ku ky lo lt lv mk mn ms my nb ne nl no "
    "pl ps pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi xh zh zu"
).split()
_FUNCTION_WORDS = frozenset(
    "the of and to in that is was for on with as by at from has have had been were are be it its an not said who which this their they "
    "but or after he she his her would will said than into about over also when there".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE_WORDS = 600
_FEWEST_WORDS = 8
_ENGLISH_SHARE = 0.22
_FOREIGN_SHARE = 0.12


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``; None where it is too short to tell.

    English is told by its own small words first, so that a text full of foreign names stays English.
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    sample = words[:_SAMPLE_WORDS]
    foreign_script = sum(not word.isascii() for word in sample) > len(sample) / 2
    if len(sample) < _FEWEST_WORDS and not foreign_script:
        return None
    share = sum(word in _FUNCTION_WORDS for word in sample) / max(len(sample), 1)
    if share >= _ENGLISH_SHARE:
        return "en"
    code = str(_identifier().classify(" ".join(sample))[0])
    if code != "en" and not foreign_script and share >= _FOREIGN_SHARE:
        return "en"
    return "no" if code in ("nb", "nn") else code


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = set(identifier.labels)
    identifier.set_languages([language for language in _LANGUAGES if language in known])
    return identifier
