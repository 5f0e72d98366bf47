"""Sentences of later reports that say, in the words of a forecast, that what it foretold was done in its time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from whence.model.holdings import Holdings
from whence.model.stories import Passage
from whence.weigh.foretold import Foretold
from whence.weigh.wordings import Wording, count_shared, is_unsure, iter_wordings, mentioned_in, speaker_of

# A sum, or a number that few things share: no day, year or small count.
_FIGURE = re.compile(r"\b\d{1,3}(?:,\d{3})+\b|\b\d+\.\d+\b|\b(?!(?:19|20)\d\d\b)\d{3,}\b")
_PRECISE = 7
_LEAST = 2
_ENOUGH = 0.67


def find_kept(foretold: Foretold, near: Sequence[str], holdings: Holdings, entity_of: Mapping[str, str]) -> tuple[Passage, ...]:
    """The first such sentence of each of the reports ``near``: it shares most of the words, and somebody, some place or some sum, and names
    a day in time, or says that it came as foretold.
    """
    if foretold.due is None or foretold.negative or len(foretold.words) < _LEAST:
        return ()
    known = mentioned_in(foretold.report, foretold.sentence, holdings, entity_of) | speaker_of(foretold, holdings, entity_of)
    figures = set(_FIGURE.findall(foretold.said))
    found: dict[str, Passage] = {}
    for wording in iter_wordings(foretold, near, holdings):
        tied = known & mentioned_in(wording.report, wording.span, holdings, entity_of) or figures & set(_FIGURE.findall(wording.said))
        if tied and _is_kept(foretold, wording):
            found.setdefault(wording.report, Passage(wording.report, *wording.span))
    return tuple(found.values())


def _is_kept(foretold: Foretold, wording: Wording) -> bool:
    due, made = foretold.due, foretold.made
    if due is None or made is None or is_unsure(wording):
        return False
    in_time = any(day.days <= _PRECISE and made.first <= day.first and day.last <= due.last for day in wording.days)
    needed = max(_LEAST, _ENOUGH * len(foretold.words))
    return (in_time or wording.as_foretold) and count_shared(foretold.words, wording.said) >= needed
