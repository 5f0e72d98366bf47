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
_ANOTHER = re.compile(r"\b(?:another|second|third|again|further|more)\b", re.I)
_PRECISE = 7
_SOON = 7
_MANY = 3
_LEAST = 2
_ENOUGH = 0.67


def find_kept(
    foretold: Foretold, near: Sequence[str], holdings: Holdings, entity_of: Mapping[str, str], *, surely: bool = False
) -> tuple[Passage, ...]:
    """The first such sentence of each of the reports ``near``: it shares most of the words, and somebody, some place or some sum, and names
    a day in time, or says that it came as foretold; both where that is to be told ``surely``.
    """
    if foretold.due is None or foretold.negative or len(foretold.words) < _LEAST:
        return ()
    known = mentioned_in(foretold.report, foretold.sentence, holdings, entity_of) | speaker_of(foretold, holdings, entity_of)
    figures = set(_FIGURE.findall(foretold.said))
    found: dict[str, Passage] = {}
    for wording in iter_wordings(foretold, near, holdings):
        tied = known & mentioned_in(wording.report, wording.span, holdings, entity_of) or figures & set(_FIGURE.findall(wording.said))
        if tied and _is_kept(foretold, wording, surely=surely):
            found.setdefault(wording.report, Passage(wording.report, *wording.span))
    return tuple(found.values())


def find_overdue(foretold: Foretold, near: Sequence[str], holdings: Holdings) -> tuple[Passage, ...]:
    """The first sentence of each of the reports ``near`` that tells all of it, in its words, of a day soon after its time."""
    due = foretold.due
    if due is None or foretold.negative or len(foretold.words) < _MANY:
        return ()
    found: dict[str, Passage] = {}
    for wording in iter_wordings(foretold, near, holdings):
        late = any(day.days <= _PRECISE and 0 < (day.first - due.last).days <= _SOON for day in wording.days)
        once = not is_unsure(wording) and not _ANOTHER.search(wording.said)
        if late and once and count_shared(foretold.words, wording.said) == len(foretold.words):
            found.setdefault(wording.report, Passage(wording.report, *wording.span))
    return tuple(found.values())


def _is_kept(foretold: Foretold, wording: Wording, *, surely: bool) -> bool:
    due, made = foretold.due, foretold.made
    if due is None or made is None or is_unsure(wording):
        return False
    in_time = any(day.days <= _PRECISE and made.first <= day.first and day.last <= due.last for day in wording.days)
    needed = max(_LEAST, _ENOUGH * len(foretold.words))
    told = in_time and wording.as_foretold if surely else in_time or wording.as_foretold
    return told and count_shared(foretold.words, wording.said) >= needed
