"""Days of what is commemorated: "on Thursday the town marked the 30th anniversary of the flood"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from whence.model.dates import Period, read_period, write_period
from whence.model.eventmarks import TriggerMark
from whence.model.parses import Tree
from whence.model.readings import Event
from whence.resolve.clause_dates import Dated
from whence.resolve.times.calendars import moved

_NTH = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CENTURIES = {"centenary": 100, "bicentenary": 200}
_DAYS = 3
_LONG = timedelta(days=180)


def date_by_anniversary(
    tree: Tree, marks: Sequence[TriggerMark], events: Sequence[Event], times: Sequence[Dated], published: Period | None
) -> tuple[Event, ...]:
    """Events that have an anniversary: so many years before it, or of no day where their number is not told; never of the day itself."""
    return tuple(_dated(tree, mark, event, times, published) for mark, event in zip(marks, events, strict=True))


def _dated(tree: Tree, mark: TriggerMark, event: Event, times: Sequence[Dated], published: Period | None) -> Event:
    over = tree.heads[mark.token]
    of = (
        over >= 0
        and mark.nominal
        and tree.relation(mark.token) == "nmod"
        and any(tree.folded[t] == "of" for t in tree.under(mark.token, "case"))
    )
    if not of or (tree.folded[over] != "anniversary" and tree.folded[over] not in _CENTURIES) or event.date_basis == "stated":
        return event
    own = any(one.over == mark.token and one.word > mark.token for one in times)
    if own and event.date is not None:
        return event
    day = _day(tree, over, times, published)
    if day is not None and published is not None and day.last < published.first - _LONG:
        return event  # the sentence names the day that is commemorated
    years = _years(tree, over)
    first, last = (moved(end, "year", -years) for end in (day.first, day.last)) if years and day else (None, None)
    if first is None or last is None:
        return replace(event, date=None, date_span=None, date_basis="unknown")
    return replace(event, date=write_period(Period(first, last)), date_span=None, date_basis="anchored")


def _years(tree: Tree, anniversary: int) -> int | None:
    """How many years an anniversary counts."""
    for word in (tree.folded[t] for t in tree.under(anniversary, "amod", "nummod", "compound")):
        match = _NTH.fullmatch(word)
        if match or word in _ORDINALS:
            return int(match[1]) if match else _ORDINALS.index(word) + 1
    return _CENTURIES.get(tree.folded[anniversary])


def _day(tree: Tree, anniversary: int, times: Sequence[Dated], published: Period | None) -> Period | None:
    """The day of the anniversary: the one that its sentence names, or else that of the report."""
    here = [read_period(one.time.period) for one in times if tree.sentences[one.word] == tree.sentences[anniversary]]
    named = [period for period in here if period is not None and period.days <= _DAYS]
    return named[0] if named else published if published and published.days <= _DAYS else None
