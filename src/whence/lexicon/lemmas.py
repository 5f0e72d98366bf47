"""From a form back to the lemmas it may have. A form may have several; lists are asked for any of them."""

from __future__ import annotations

import re
from functools import cache

from whence.lexicon.inflections import inflect_verb
from whence.lexicon.tables import load_table

_PLURALS = {"men": "man", "women": "woman", "children": "child", "people": "person", "lives": "life", "wives": "wife", "feet": "foot"}
_SUFFIX = re.compile(r"(ies|es|s|ied|ed|ing)$")


@cache
def guess_lemmas(word: str) -> frozenset[str]:
    """The word itself and what it may be a form of, by its ending and by the table of irregular verbs."""
    word = word.rsplit("-", 1)[-1] if word.endswith(("man", "men", "woman", "women")) else word
    found = {word}
    if word in _PLURALS:
        found.add(_PLURALS[word])
    found |= _irregular().get(word, frozenset())
    if word.endswith("ying"):
        found.add(word[:-4] + "ie")
    match = _SUFFIX.search(word)
    if match and match.start() > (0 if match[0] in ("ies", "ied") else 1):
        stem = word[: match.start()]
        found |= {stem + "y", stem + "ie"} if match[0] in ("ies", "ied") else {stem, stem + "e"}
        if match[0] == "es":
            found.add(stem + "e")
        if match[0] in ("ed", "ing") and len(stem) > 2 and stem[-1] == stem[-2]:
            found.add(stem[:-1])
    return frozenset(found)


def is_base_form(word: str) -> bool:
    """Whether a verb form may be a bare infinitive or subjunctive: no past, participle, gerund or third person."""
    return _SUFFIX.search(word) is None and word not in _irregular()


@cache
def load_light_verbs() -> frozenset[str]:
    """All forms of the verbs that say little beside the noun under them."""
    lemmas = [verb for (row,) in load_table("lightverbs", ("verbs",)) for verb in row.split(", ")]
    return frozenset(form for lemma in lemmas for form in inflect_verb(lemma))


@cache
def _irregular() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for lemma, past, participle in load_table("irregular", ("lemma", "past", "participle")):
        for form in (*past.split(), *participle.split()):
            found.setdefault(form, set()).add(lemma)
    return {form: frozenset(lemmas) for form, lemmas in found.items()}
