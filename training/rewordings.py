"""Cue verbs put in place of one another, so that the model learns what stands around a cue and not only the cue."""

from __future__ import annotations

import random
from collections import defaultdict
from functools import cache

from training.corpora.papers import Paper
from whence.lexicon.cues import load_cues
from whence.lexicon.inflections import inflect_verb

_SHARE = 0.15


def reworded(paper: Paper, rng: random.Random) -> list[str]:
    """The paper's words; of the one-verb cues some are another verb of the same act, in the same form."""
    words = list(paper.words)
    for attribution in paper.attributions or ():
        for index in range(*attribution.cue) if attribution.cue else ():
            others = _alternatives().get(words[index].casefold())
            if others and rng.random() < _SHARE:
                words[index] = rng.choice(others)
    return words


@cache
def _alternatives() -> dict[str, tuple[str, ...]]:
    """For every form of a listed verb the like forms of the verbs that name the same act."""
    groups: dict[tuple[str, frozenset[str]], list[str]] = defaultdict(list)
    for cue in load_cues().values():
        if cue.part == "verb":
            for form, kinds in inflect_verb(cue.lemmas[0]).items():
                groups[cue.act, frozenset(kinds)].append(form)
    return {form: tuple(forms) for forms in groups.values() for form in forms}
