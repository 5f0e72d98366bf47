"""Dates with the precision they were given: ISO 8601 days, months, years, and intervals of these."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from ``first`` to ``last``, both included."""

    first: datetime.date
    last: datetime.date

    @property
    def days(self) -> int:
        """How many days the period holds."""
        return (self.last - self.first).days + 1

    def meets(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=20_000)  # a story's reports tell the same days over and over
def read_period(value: str | None) -> Period | None:
    """The days that an ISO date, date with a time, or interval allows; None for no value, or one that names no days of the calendar.

    >>> read_period("2020-02").days
    29
    """
    if not value:
        return None
    first, _, last = value.partition("/")
    try:
        period = Period(_edge(first, end=False), _edge(last or first, end=True))
    except ValueError:
        return None
    return period if period.first <= period.last else None


def write_period(period: Period) -> str:
    """The shortest ISO form of a period: a year, a month, a day, or an interval of days or months."""
    first, last = period.first, period.last
    if first == last:
        return first.isoformat()
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if not whole:
        return f"{first.isoformat()}/{last.isoformat()}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    if first.month == 1 and last.month == 12:
        return f"{first:%Y}" if first.year == last.year else f"{first:%Y}/{last:%Y}"
    return f"{first:%Y-%m}/{last:%Y-%m}"


def _edge(part: str, *, end: bool) -> datetime.date:
    numbers = [int(number) for number in part.partition("T")[0].split("-")]
    if len(numbers) > 3:
        raise ValueError(part)
    year, month, day = (*numbers, 0, 0)[:3]
    month = month or (12 if end else 1)
    return datetime.date(year, month, day or (calendar.monthrange(year, month)[1] if end else 1))
