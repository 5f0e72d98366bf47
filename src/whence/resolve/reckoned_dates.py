"""Dates reckoned from another happening: "two months before the ferry sank", "the day after she resigned"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from whence.model.dates import Period, read_period, write_period
from whence.model.eventmarks import TriggerMark
from whence.model.parses import Tree
from whence.model.readings import Event
from whence.resolve.clause_dates import Dated

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_LONE_UNITS = {"day": (1, "D"), "week": (1, "W"), "month": (1, "M"), "year": (1, "Y")}
_SIGNS = {"before": -1, "after": 1}


def date_by_reckoning(
    tree: Tree, marks: Sequence[TriggerMark], events: Sequence[Event], times: Sequence[Dated], published: Period | None
) -> tuple[Event, ...]:
    """Events dated by how long before or after another one they were, whichever of the two has a date."""
    numbers = {mark.token: number for number, mark in enumerate(marks)}
    found = list(events)
    for one in times:
        length, sign, anchor = _read_distance(tree, one)
        if length is None or anchor is None:
            continue
        reference, main = numbers.get(anchor), _nearest_trigger(tree, anchor, numbers)
        if reference is None or main == reference:
            continue
        if main is None:
            if published is not None and sign > 0 and found[reference].date is None and found[reference].modality == "actual":
                found[reference] = _moved(found[reference], published, length, -1, one)
            continue
        if found[main].date is None and found[reference].date is not None:
            found[main] = _moved(found[main], read_period(found[reference].date), length, sign, one)
        elif found[reference].date is None and found[main].date is not None:
            found[reference] = _moved(found[reference], read_period(found[main].date), length, -sign, one)
    return tuple(found)


def _read_distance(tree: Tree, one: Dated) -> tuple[tuple[int, str] | None, int, int | None]:
    """Length and direction of a time expression that stands before "before" or "after", and the word that it is reckoned from."""
    words = tree.inside(one.time.span)
    if words.stop >= len(tree.folded) or tree.folded[words.stop] not in _SIGNS:
        return None, 0, None
    match = _LENGTH.fullmatch(one.time.value or "")
    length = (int(match[1]), match[2]) if match else _LONE_UNITS.get(tree.folded[words.stop - 1])
    return length, _SIGNS[tree.folded[words.stop]], tree.heads[words.stop]


def _nearest_trigger(tree: Tree, anchor: int, numbers: Mapping[int, int]) -> int | None:
    """The event over the one that is reckoned from, or the one that stands beside it under the same word."""
    for word in tree.above(anchor):
        if word in numbers:
            return numbers[word]
        beside = [t for t in tree.under(word, "nsubj", "obj") if t in numbers]
        if beside:
            return numbers[beside[0]]
    return None


def _moved(event: Event, start: Period | None, length: tuple[int, str], sign: int, one: Dated) -> Event:
    """The event so long after (before) a stretch of days; months and years give a month, no day."""
    if start is None:
        return event
    count, unit = length[0] * sign, length[1]
    if unit in ("M", "Y"):
        ends = [_month_after(day.year, day.month, count if unit == "M" else 12 * count) for day in (start.first, start.last)]
        when = ends[0] if ends[0] == ends[1] else "/".join(ends)
    else:
        days = timedelta(days=count * (7 if unit == "W" else 1))
        when = write_period(Period(start.first + days, start.last + days))
    return replace(event, date=when, date_span=one.time.span, date_basis="anchored")


def _month_after(year: int, month: int, count: int) -> str:
    months = year * 12 + month - 1 + count
    return f"{months // 12:04}-{months % 12 + 1:02}"
