"""The forms of English verbs and nouns, made from their lemmas: lists hold lemmas, texts hold forms."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from whence.lexicon.tables import load_table

VerbForm = Literal["base", "third", "past", "participle", "gerund"]
_ONE_SYLLABLE_CVC = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][bdgklmnprt]$")
# Verbs of several syllables that double their last letter: stressed on the last one, or a British -l.
_DOUBLING = frozenset(
    """abet abhor acquit admit allot annul appal beset cancel channel commit compel concur confer control corral counsel defer
    deter dispel enrol equip expel fulfil handcuff imperil impel incur infer kidnap label level marshal occur omit outwit
    patrol permit prefer propel quarrel rebel rebut recur refer regret remit repel shovel signal submit swap total
    transfer transmit travel""".split()
)
_IRREGULAR_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "life": "lives", "wife": "wives", "foot": "feet",
}  # fmt: skip


def inflect_verb(lemma: str) -> dict[str, frozenset[VerbForm]]:
    """The forms of a verb, each with what it may be: ``killed`` is past and participle."""
    past, participle = _irregular().get(lemma) or ((_suffixed(lemma, "ed"),) * 2)
    made: list[tuple[str, VerbForm]] = [(lemma, "base"), (inflect_noun(lemma), "third"), (_suffixed(lemma, "ing"), "gerund")]
    made += [(form, "past") for form in past.split()] + [(form, "participle") for form in participle.split()]
    if lemma in _DOUBLING and lemma.endswith("l"):  # the American spelling
        made += [(lemma + "ed", "past"), (lemma + "ed", "participle"), (lemma + "ing", "gerund")]
    forms: dict[str, frozenset[VerbForm]] = {}
    for form, kind in made:
        forms[form] = forms.get(form, frozenset()) | {kind}
    return forms


def inflect_noun(lemma: str) -> str:
    """The plural of a noun."""
    if lemma in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[lemma]
    if re.search(r"(?:s|x|z|ch|sh)$", lemma) or lemma in {"go", "do", "veto", "undergo", "hero", "embargo", "forgo"}:
        return lemma + "es"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + "s"


def _suffixed(lemma: str, suffix: str) -> str:
    if lemma.endswith("ie") and suffix == "ing":
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and (suffix == "ed" or not lemma.endswith(("ee", "oe", "ye"))):
        return lemma[:-1] + suffix
    if re.search(r"[^aeiou]y$", lemma) and suffix == "ed":
        return lemma[:-1] + "ied"
    if _ONE_SYLLABLE_CVC.match(lemma) or lemma in _DOUBLING:
        return lemma + lemma[-1] + suffix
    return lemma + suffix


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    return {lemma: (past, participle) for lemma, past, participle in load_table("irregular", ("lemma", "past", "participle"))}
