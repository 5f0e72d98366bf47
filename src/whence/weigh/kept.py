"""Sentences of later reports that say, in the words of a forecast, that what it foretold was done in its time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from whence.model.holdings import Holdings
from whence.model.stories import Passage
from whence.weigh.foretold import Foretold
from whence.weigh.wordings import COMMON, Wording, count_shared, entities_in, is_unsure, iter_wordings, mentioned_in, speaker_of

# A sum, or a number that few things share: no day, year or small count.
_FIGURE = re.compile(r"\b\d{1,3}(?:,\d{3})+\b|\b\d+\.\d+\b|\b(?!(?:19|20)\d\d\b)\d{3,}\b")
# That it came after its day.
_LATE = re.compile(
    r"\b(?:(?:days?|weeks?|months?) (?:late|behind schedule)|later than|only (?:on|in|after)|at last|finally|belated(?:ly)?|overdue)\b",
    re.I,
)
_ANOTHER = re.compile(r"\b(?:another|second|third|again|further|more)\b", re.I)
_DAY = 3
_PRECISE = 7
_SOON = 7
_MANY = 3
_LEAST = 2
_ENOUGH = 0.66
_HALF = 0.5


def find_kept(
    foretold: Foretold, near: Sequence[str], holdings: Holdings, entity_of: Mapping[str, str], *, surely: bool = False
) -> tuple[Passage, ...]:
    """The first such sentence of each of the reports ``near``: it shares most of the words, and somebody, some place or some sum, and names
    a day in time, or says that it came as foretold; both where that is to be told ``surely``.
    """
    if foretold.due is None or foretold.negative or not foretold.words:
        return ()
    known = mentioned_in(foretold.report, foretold.sentence, holdings, entity_of) | speaker_of(foretold, holdings, entity_of)
    named = entities_in(foretold.report, foretold.forecast.span, holdings, entity_of)
    figures = set(_FIGURE.findall(foretold.said))
    found: dict[str, Passage] = {}
    for wording in iter_wordings(foretold, near, holdings):
        here = mentioned_in(wording.report, wording.span, holdings, entity_of)
        tied = known & here or figures & set(_FIGURE.findall(wording.said)) or _tells_all(foretold, wording)
        if (tied and _is_kept(foretold, wording, surely=surely)) or (not surely and _is_kept_by_the_same(foretold, wording, named, here)):
            found.setdefault(wording.report, Passage(wording.report, *wording.span))
    return tuple(found.values())


def find_overdue(foretold: Foretold, near: Sequence[str], holdings: Holdings) -> tuple[Passage, ...]:
    """The first sentence of each of the reports ``near`` that tells all of it, in its words, of a day soon after its time.

    Of what is said to have come late, half of the words are enough.
    """
    due = foretold.due
    if due is None or foretold.negative or len(foretold.words) < _LEAST:
        return ()
    found: dict[str, Passage] = {}
    for wording in iter_wordings(foretold, near, holdings):
        late = any(day.days <= _PRECISE and 0 < (day.first - due.last).days <= _SOON for day in wording.days)
        once = not is_unsure(wording) and not _ANOTHER.search(wording.said)
        shared, many = count_shared(foretold.words, wording.said), len(foretold.words)
        overdue = bool(_LATE.search(wording.said)) and shared >= max(_LEAST, _HALF * many)
        if late and once and (overdue or (shared == many >= _MANY)):
            found.setdefault(wording.report, Passage(wording.report, *wording.span))
    return tuple(found.values())


def _is_kept(foretold: Foretold, wording: Wording, *, surely: bool) -> bool:
    due, made = foretold.due, foretold.made
    if due is None or made is None or len(foretold.words) < _LEAST or is_unsure(wording):
        return False
    in_time = any(day.days <= _PRECISE and made.first <= day.first and day.last <= due.last for day in wording.days)
    figures = set(_FIGURE.findall(foretold.said))
    needed = max(_LEAST, _ENOUGH * (len(foretold.words) + len(figures)))
    told = in_time and wording.as_foretold if surely else in_time or wording.as_foretold
    return told and count_shared(foretold.words, wording.said) + len(figures & set(_FIGURE.findall(wording.said))) >= needed


def _tells_all(foretold: Foretold, wording: Wording) -> bool:
    """Whether a sentence has all the words of the forecast and says that it came as foretold: "they left the valley a day early"."""
    return wording.as_foretold and count_shared(foretold.words, wording.said) == len(foretold.words)


def _is_kept_by_the_same(foretold: Foretold, wording: Wording, named: set[str], here: set[str]) -> bool:
    """Whether a sentence tells of the very day, in a word of the forecast and with all whom it names, two at least."""
    due = foretold.due
    if due is None or due.days > _DAY or len(named) < _LEAST or not named <= here or is_unsure(wording):
        return False
    many = count_shared(foretold.words - COMMON, wording.said) >= _HALF * len(foretold.words)
    return many and any(day.days <= _DAY and day.meets(due) for day in wording.days)
