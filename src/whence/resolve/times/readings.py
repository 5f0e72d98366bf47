"""From the words of a time expression to the days it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from whence.model.dates import Period, read_period, write_period
from whence.model.pages import Page
from whence.model.readings import Gap, Time
from whence.model.timemarks import TimeMark
from whence.resolve.times import (
    absolute,
    clocks,
    deictics,
    distances,
    durations,
    feasts,
    neighbours,
    partial,
    quarters,
    seasons,
    sets,
    weekdays,
)
from whence.resolve.times.ranges import share_parts
from whence.resolve.times.scenes import Answer, Scene
from whence.resolve.times.tenses import find_sentence, find_tense
from whence.resolve.times.values import read_value

Rule = Callable[[TimeMark, Scene], Answer]

# Which rule reads which family of wordings.
RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "iso": absolute.resolve_iso,
        "figures": absolute.resolve_figures,
        "year": absolute.resolve_year,
        "decade": absolute.resolve_decade,
        "century": absolute.resolve_century,
        "halfyear": absolute.resolve_halfyear,
        "day": partial.resolve_day,
        "dayhead": partial.resolve_day,
        "monthday": partial.resolve_month_day,
        "daytail": partial.resolve_tail,
        "weekof": partial.resolve_week_of,
        "month": partial.resolve_month,
        "weekday": weekdays.resolve_weekday,
        "deictic": deictics.resolve_deictic,
        "present": deictics.resolve_present,
        "past": deictics.resolve_past,
        "future": deictics.resolve_future,
        "neighbour": neighbours.resolve_neighbour,
        "beside": neighbours.resolve_beside,
        "distance": distances.resolve_distance,
        "duration": durations.resolve_duration,
        "stretch": durations.resolve_stretch,
        "set": sets.resolve_set,
        "quarter": quarters.resolve_quarter,
        "season": seasons.resolve_season,
        "feast": feasts.resolve_feast,
        "daypart": clocks.resolve_daypart,
        "clock": clocks.resolve_clock,
    }
)
# A report tells a history where it names at least so many years, and so large a share of them lies further back than last year.
HISTORY_YEARS, HISTORY_SHARE = 8, 0.6
# A date opens its sentence where no more characters than these stand before it ("In the year 1994").
OPENING = 12
_ON_THE = re.compile(r"\bon the\s$", re.IGNORECASE)
_JUST_BEFORE = 8
_ENDS = re.compile(r"\s*(?:[.,;:!?)”\"’]|(?:and|but|when)\b|$)")


@dataclass(frozen=True, slots=True)
class _Told:
    """What was told last: a date and where it stands, a quarter."""

    anchor: str | None = None
    quarter: str | None = None
    at: int = -1


def resolve_times(marks: Sequence[TimeMark], page: Page, published: str | None) -> tuple[Time, ...]:
    """The value of every mark, in order.

    ``published`` is an ISO date or interval. Where it is None or too wide to tell, what counts from it has no value.
    A time whose basis is unknown though it has a value is partial ("XXXX-03") or contradicts the calendar.
    """
    period = read_period(published)
    return tuple(_times(share_parts(marks, page.text), page, period))


def _times(marks: Sequence[TimeMark], page: Page, published: Period | None) -> Iterator[Time]:
    history = _is_history(marks, published)
    told = _Told()
    named: tuple[date, ...] = ()
    for mark in marks:
        definite = mark.family == "weekday" and _points_back(page.text, mark)
        sentence = find_sentence(page, mark.span)
        opens = mark.span.start - sentence.start <= OPENING
        scene = Scene(
            None,
            find_tense(page.text, sentence, mark.span),
            told.anchor,
            told.quarter,
            history,
            opens,
            told.at >= sentence.start,
            named,
            definite,
        )
        answer = _answer(mark, scene, published)
        told = _told(told, mark, answer, scene)
        named += (answer.period.first,) if mark.day and answer.period and answer.period.days == 1 else ()
        yield Time(mark.span, answer.type, answer.value, answer.basis, write_period(answer.period) if answer.period else None)


def _points_back(text: str, mark: TimeMark) -> bool:
    """Whether a weekday points at one of the days told before: "they came on the Saturday, and on the Monday they left"."""
    return bool(_ON_THE.search(text[max(0, mark.span.start - _JUST_BEFORE) : mark.span.start])) and bool(_ENDS.match(text, mark.span.end))


def _is_history(marks: Sequence[TimeMark], published: Period | None) -> bool:
    years = [mark.year for mark in marks if mark.year]
    of_the_day = sum(mark.family in ("weekday", "deictic") for mark in marks)
    if published is None or len(years) < HISTORY_YEARS or of_the_day > len(years) / 4:
        return False
    return sum(year < published.first.year for year in years) > HISTORY_SHARE * len(years)


def _answer(mark: TimeMark, scene: Scene, published: Period | None) -> Answer:
    """The answer that holds on every day that the report may be of; where the first and the last differ, only the days between."""
    rule = RULES[mark.family]
    if published is None:
        return _with_period(rule(mark, scene))
    first, last = (_with_period(rule(mark, replace(scene, today=day))) for day in (published.first, published.last))
    hull = _hull(first.period, last.period)
    if first.value == last.value:
        return replace(last, period=hull)
    return Answer(first.type, None, first.basis, hull, anchors=False)


def _hull(first: Period | None, last: Period | None) -> Period | None:
    """The days from the beginning of the one to the end of the other."""
    return Period(min(first.first, last.first), max(first.last, last.last)) if first and last else None


def _with_period(answer: Answer) -> Answer:
    return answer if answer.period else replace(answer, period=read_value(answer.value))


def _told(told: _Told, mark: TimeMark, answer: Answer, scene: Scene) -> _Told:
    """What counts as told last after this answer."""
    if not answer.anchors or answer.value is None or not answer.value[0].isdigit() or (scene.history and _is_aside(mark, answer, scene)):
        return told
    named = "-Q" in answer.value and mark.ordinals and not mark.has("ago", "earlier")
    return _Told(answer.value, answer.value if named else told.quarter, mark.span.start)


def _is_aside(mark: TimeMark, answer: Answer, scene: Scene) -> bool:
    """Whether a history does not go on from this: what is told from today, and a bare year in the midst of a sentence."""
    return answer.basis == "relative" or (mark.family in ("year", "decade", "century") and scene.anchor is not None and not scene.opens)


def find_contradictions(marks: Sequence[TimeMark], times: Sequence[Time]) -> tuple[Gap, ...]:
    """The dates that the calendar does not have, or has on another weekday than the text says."""
    return tuple(
        Gap(time.span, "no day of the calendar" if read_value(time.value) is None else "not the weekday that the text says")
        for mark, time in zip(marks, times, strict=True)
        if mark.family in ("day", "iso", "clock") and time.basis == "unknown" and time.value and "X" not in time.value
    )
