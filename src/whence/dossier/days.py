"""Days in words: as exact as they were told, and no more."""

from __future__ import annotations

import datetime

from whence.model.dates import Period, read_period

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def read_days(value: str | None) -> Period | None:
    """The days of an ISO date, date and time, or interval; None for no value or one that names no day."""
    if not value:
        return None
    return read_period("/".join(part.partition("T")[0].strip() for part in value.split("/")))


def month_name(month: int) -> str:
    """The English name of a month, 1 to 12."""
    return _MONTHS[month - 1]


def say_day(day: datetime.date, year: int | None = None) -> str:
    """A day in words, its year left out where it is ``year``."""
    return f"{day.day} {month_name(day.month)}" + _year(day.year, year)


def say_period(period: Period | None, year: int | None = None) -> str:
    """A period in words, its year left out where it is ``year``; “no date given” for None."""
    if period is None:
        return "no date given"
    first, last = period.first, period.last
    if first == last:
        return say_day(first, year)
    if _is_whole_months(period):
        return _say_months(first, last, year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{say_day(last, year)}"
    if first.year == last.year:
        return f"{first.day} {month_name(first.month)} – {say_day(last, year)}"
    return f"{say_day(first)} – {say_day(last)}"


def say_precision(period: Period | None) -> str:
    """How narrow a period is, in a word."""
    if period is None:
        return "unknown"
    bounds = ((1, "day"), (3, "days"), (7, "week"), (31, "month"), (366, "year"))
    return next((word for most, word in bounds if period.days <= most), "years")


def _is_whole_months(period: Period) -> bool:
    return period.first.day == 1 and (period.last + datetime.timedelta(days=1)).day == 1


def _say_months(first: datetime.date, last: datetime.date, year: int | None) -> str:
    if first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return month_name(first.month) + _year(first.year, year)
    if first.year == last.year:
        return f"{month_name(first.month)}–{month_name(last.month)}" + _year(last.year, year)
    return f"{month_name(first.month)} {first.year} – {month_name(last.month)} {last.year}"


def _year(found: int, known: int | None) -> str:
    return "" if found == known else f" {found}"
