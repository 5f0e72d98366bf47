"""Dates reckoned from another happening: "two months before the bridge fell", "the day after she resigned"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from whence.model.dates import Period, read_period, write_period
from whence.model.eventmarks import TriggerMark
from whence.model.parses import Tree
from whence.model.readings import Event
from whence.model.spans import Span
from whence.resolve.clause_dates import Dated

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_LESS_THAN_DAY = re.compile(r"PT[\dX]+[HMS]")
_LONE_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_HOURS = frozenset({"hour", "hours", "minute", "minutes", "moments", "seconds"})
_DEADLINES = frozenset({"by", "before", "until", "till", "within"})
_SIGNS = {"before": -1, "after": 1}


@dataclass(frozen=True, slots=True)
class _Distance:
    """So many days, weeks, months or years before (-1) or after (1) the happening that ``anchor`` tells."""

    count: int
    unit: str
    sign: int
    anchor: int
    span: Span


def date_by_reckoning(
    tree: Tree, marks: Sequence[TriggerMark], events: Sequence[Event], times: Sequence[Dated], published: Period | None
) -> tuple[Event, ...]:
    """Events dated by how long before or after another one they were, whichever of the two has a date.

    Where what comes after is no event, it is the report itself: "one year after the blast, the port is still closed".
    """
    numbers = {mark.token: number for number, mark in enumerate(marks)}
    found = list(events)
    for distance in _iter_distances(tree, times, numbers):
        reference = numbers.get(distance.anchor)
        told = {token: number for token, number in numbers.items() if reference is None or _may_date(found[number], found[reference])}
        main = _nearest_trigger(tree, distance.anchor, told)
        if reference is None or main == reference:
            continue
        beside = _day_before(tree, times, distance)
        if beside is not None:
            found[reference] = _moved(found[reference], beside, distance, -distance.sign)
            continue
        if main is None:
            if distance.sign > 0 and found[reference].modality == "actual":
                found[reference] = _moved(found[reference], _start(tree, times, distance, published), distance, -1)
        elif found[main].date is None:
            found[main] = _moved(found[main], read_period(found[reference].date), distance, distance.sign)
        else:
            found[reference] = _moved(found[reference], read_period(found[main].date), distance, -distance.sign)
    return tuple(found)


def _may_date(event: Event, reference: Event) -> bool:
    """Whether one event may be so long after another: what is only asked for or to come says nothing of when that was."""
    return event is reference or event.modality == "actual" or reference.modality != "actual"


def _start(tree: Tree, times: Sequence[Dated], distance: _Distance, published: Period | None) -> Period | None:
    """The day that a distance is counted back from where no event is: another one that its sentence names, or that of the report."""
    here = tree.sentences[distance.anchor]
    named = [read_period(one.time.period) for one in times if tree.sentences[one.word] == here and one.time.span != distance.span]
    days = [period for period in named if period is not None]
    return days[0] if days else published


def _day_before(tree: Tree, times: Sequence[Dated], distance: _Distance) -> Period | None:
    """The day that a distance stands beside: "on 6 May, the day after she was charged"."""
    first = tree.inside(distance.span).start
    while first > 0 and tree.folded[first - 1] in (",", "the", "a", "just", "only"):
        first -= 1
    beside = (one for one in times if tree.inside(one.time.span).stop == first and one.time.span != distance.span)
    days = (one.time.period for one in beside if tree.folded[tree.inside(one.time.span).start - 1] not in _DEADLINES)
    return read_period(next(days, None))


def _iter_distances(tree: Tree, times: Sequence[Dated], numbers: Mapping[int, int]) -> Iterator[_Distance]:
    """The lengths of time right before a "before" or "after": "two months before the vote", "the day after he resigned"."""
    lengths = {tree.inside(one.time.span).stop: one.time for one in times}
    for word in range(1, len(tree.folded)):
        sign, anchor = _SIGNS.get(tree.folded[word]), tree.heads[word]
        if tree.folded[word] == "of" and tree.folded[word - 1] == "eve" and anchor >= 0:
            yield _Distance(1, "D", -1, anchor, tree.spans[word - 1])
        if sign is None or anchor < 0:
            continue
        over = tree.heads[word - 1]
        if anchor not in numbers and over > anchor and over in numbers:
            anchor = over  # "the day after Lund was charged", with the name hung on the preposition
        match = _LENGTH.fullmatch(lengths[word].value or "") if word in lengths else None
        if tree.folded[word - 1] in _HOURS or (word in lengths and _LESS_THAN_DAY.fullmatch(lengths[word].value or "")):
            yield _Distance(0, "D", sign, anchor, tree.spans[word - 1])  # hours before or after: the same day, as far as is told
        elif match:
            yield _Distance(int(match[1]), match[2], sign, anchor, lengths[word].span)
        elif tree.folded[word - 1] in _LONE_UNITS:
            yield _Distance(1, _LONE_UNITS[tree.folded[word - 1]], sign, anchor, tree.spans[word - 1])


def _nearest_trigger(tree: Tree, anchor: int, numbers: Mapping[int, int]) -> int | None:
    """The event over the one that is reckoned from, or the one that stands beside it under the same word."""
    for word in tree.above(anchor):
        if word in numbers:
            return numbers[word]
        beside = [t for t in tree.under(word, "nsubj", "obj") if t in numbers]
        if beside:
            return numbers[beside[0]]
    return None


def _moved(event: Event, start: Period | None, distance: _Distance, sign: int) -> Event:
    """The event so far from a stretch of days, if it has no date yet; months and years give a month, no day."""
    if start is None or event.date is not None:
        return event
    count = distance.count * sign
    if distance.unit in ("M", "Y"):
        ends = [_month_after(day.year, day.month, count if distance.unit == "M" else 12 * count) for day in (start.first, start.last)]
        when = ends[0] if ends[0] == ends[1] else "/".join(ends)
    else:
        days = timedelta(days=count * (7 if distance.unit == "W" else 1))
        when = write_period(Period(start.first + days, start.last + days))
    return replace(event, date=when, date_span=distance.span, date_basis="anchored")


def _month_after(year: int, month: int, count: int) -> str:
    months = year * 12 + month - 1 + count
    return f"{months // 12:04}-{months % 12 + 1:02}"
