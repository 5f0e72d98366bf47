"""TIMEX3 values: written from days and counts, and read back as the days they cover."""

from __future__ import annotations

import re
from datetime import date, timedelta

from whence.model.dates import Period, read_period
from whence.resolve.times.calendars import last_of_month, moved

# The first month of each season, north of the equator; each has three.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# The letter of a unit in a duration.
_LETTERS = {
    "day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
}  # fmt: skip
_CLOCK = {"hour": "H", "minute": "M", "second": "S"}
# Units that TIMEX3 counts in another one.
_COUNTED = {"decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000), "fortnight": ("week", 2)}
_PART = re.compile(r"(\d{4})-(?:W(\d\d?)(-WE)?|Q([1-4])|H([12])|(SP|SU|FA|WI))$")


def write_unit(day: date, unit: str) -> str | None:
    """The value of the day, week, month, quarter, year, decade or century that holds ``day``; None for shorter units.

    >>> write_unit(date(2021, 3, 4), "week")
    '2021-W09'
    """
    year, week, _ = day.isocalendar()
    return {
        "day": day.isoformat(),
        "week": f"{year}-W{week:02}",
        "fortnight": f"{year}-W{week:02}",
        "weekend": f"{year}-W{week:02}-WE",
        "month": day.isoformat()[:7],
        "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "year": f"{day.year:04}",
        "decade": f"{day.year:04}"[:3],
        "century": f"{day.year:04}"[:2],
    }.get(unit)


def write_duration(unit: str, count: float | None) -> str:
    """The value of so many units; X where the number is not told.

    >>> write_duration("hour", 2.5), write_duration("year", None), write_duration("decade", 2)
    ('PT2H30M', 'PXY', 'P20Y')
    """
    if unit in _CLOCK:
        return _clock_duration(unit, count)
    if count is None:
        return f"PX{_LETTERS.get(unit, 'W')}"
    if unit in _COUNTED:
        smaller, times = _COUNTED[unit]
        return write_duration(smaller, count * times)
    whole, rest = int(count), count % 1
    if unit == "year" and rest == 0.5:
        return f"P{whole}Y6M" if whole else "P6M"
    return f"P{count:g}{_LETTERS[unit]}" if rest else f"P{whole}{_LETTERS[unit]}"


def _clock_duration(unit: str, count: float | None) -> str:
    if count is None:
        return f"PTX{_CLOCK[unit]}"
    whole, rest = int(count), count % 1
    if not rest or unit == "second":
        return f"PT{count:g}{_CLOCK[unit]}"
    smaller = "M" if unit == "hour" else "S"
    return f"PT{f'{whole}{_CLOCK[unit]}' if whole else ''}{round(rest * 60)}{smaller}"


def read_value(value: str | None) -> Period | None:
    """The days that a date or time value covers; None for durations, sets, what has no year and what is no date.

    >>> read_value("2021-Q1").last
    datetime.date(2021, 3, 31)
    """
    if not value or not value[0].isdigit() or "X" in value:
        return None
    bare = value.partition("T")[0]
    if bare.isdigit() and len(bare) < 4:
        return _tens(bare)
    part = _PART.match(bare)
    return _part(part) if part else read_period(bare)


def _tens(digits: str) -> Period | None:
    """Ten years or a hundred."""
    first, last = int(digits.ljust(4, "0")), int(digits.ljust(4, "9"))
    return Period(date(first, 1, 1), date(last, 12, 31)) if len(digits) > 1 and first else None


def _part(part: re.Match[str]) -> Period | None:
    year, week, weekend, quarter, half, season = part.groups()
    if week:
        try:
            monday = date.fromisocalendar(int(year), int(week), 1)
        except ValueError:
            return None
        return Period(monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6))
    first = SEASONS[season] if season else 3 * int(quarter) - 2 if quarter else 6 * int(half) - 5
    start = date(int(year), first, 1)
    end = moved(start, "month", 5 if half else 2)
    return Period(start, last_of_month(end)) if end else None
