"""Dates that name their year."""

from __future__ import annotations

import re
from datetime import date

from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import in_calendar
from whence.resolve.times.scenes import Answer, Scene, unknown

_FIGURES = re.compile(r"(\d\d?)/(\d\d?)/(\d{4}|\d\d)$")


def resolve_iso(mark: TimeMark, scene: Scene) -> Answer:
    """A date in figures, year first: "2021-03-04"."""
    year, month, day = map(int, (mark.iso or "0-0-0").split("-"))
    return written_day(mark, year, month, day)


def resolve_figures(mark: TimeMark, scene: Scene) -> Answer:
    """A date in figures: "25/12/2021". Where either of two could be the month, it is left open."""
    match = _FIGURES.match(mark.iso or "")
    if match is None:
        return unknown("date")
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    if first <= 12 and second <= 12 and first != second:
        return unknown("date", f"{year:04}")
    return written_day(mark, year, *((second, first) if first > 12 else (first, second)))


def written_day(mark: TimeMark, year: int, month: int, day: int) -> Answer:
    """A day as told: its basis is unknown where the calendar has no such day, or another weekday for it."""
    told = f"{year:04}-{month:02}-{day:02}"
    if not in_calendar(year, month, day):
        return unknown("date", told)
    fits = mark.weekday is None or date(year, month, day).isoweekday() == mark.weekday
    return Answer("date", told, "stated" if fits else "unknown")


def is_before_christ(mark: TimeMark) -> bool:
    """Whether the expression says BC or BCE."""
    return (mark.era or "").startswith("B")


def year_before_christ(mark: TimeMark) -> int:
    """The year of a date before Christ: its last number."""
    return mark.year or (int(mark.numbers[-1]) if mark.numbers else 0)


def resolve_year(mark: TimeMark, scene: Scene) -> Answer:
    """A year in figures or words, before Christ too."""
    if is_before_christ(mark):
        return Answer("date", f"BC{year_before_christ(mark):04}", "stated")
    number = mark.year or (int(mark.numbers[0]) if mark.numbers else 0)
    if mark.year or mark.era:
        return Answer("date", f"{number:04}", "stated")
    if mark.has("daynum", "num"):
        return _short(number, scene)
    return Answer("date", f"{number:04}", "stated")


def _short(number: int, scene: Scene) -> Answer:
    """The end of "1914-18", which takes its century from the beginning."""
    century = (scene.anchor or "")[:2]
    return Answer("date", f"{century}{number:02}", "stated") if century.isdigit() and number < 100 else unknown("date")


def resolve_decade(mark: TimeMark, scene: Scene) -> Answer:
    """Ten years: "the 1970s" is 197."""
    return Answer("date", str(mark.decade), "stated")


def resolve_century(mark: TimeMark, scene: Scene) -> Answer:
    """A hundred years: "the 12th century" is 11."""
    number = mark.ordinals[0] - (0 if mark.era else 1)
    return Answer("date", f"BC{number:02}" if is_before_christ(mark) else f"{number:02}", "stated")


def resolve_halfyear(mark: TimeMark, scene: Scene) -> Answer:
    """Half a year: "the first half of 2020"."""
    half = 1 if mark.ordinals[:1] == (1,) else 2
    if mark.year:
        return Answer("date", f"{mark.year:04}-H{half}", "stated")
    if scene.today is None:
        return unknown("date")
    # "the last half of the year" is of this one, "the second half of last year" of the one before.
    shift = (mark.shift or 0) if mark.ordinals else 0
    return Answer("date", f"{scene.today.year + shift:04}-H{half}", "relative")
