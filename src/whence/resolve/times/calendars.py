"""Arithmetic with days, weeks, months and years, and the TIMEX3 form of the results."""

from __future__ import annotations

import calendar
import datetime
from datetime import date, timedelta

MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
# The letter of a unit in a TIMEX3 duration; a T stands before those of the clock.
PERIODS = {
    "minute": "TM", "hour": "TH", "second": "TS", "day": "D", "week": "W", "fortnight": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "E", "century": "C", "millennium": "L", "weekend": "WE",
}  # fmt: skip


def moved(day: date, unit: str, count: float) -> date | None:
    """``day`` moved by ``count`` units; None where the calendar ends or the unit is shorter than a day."""
    try:
        if unit in DAYS:
            return day + timedelta(days=round(DAYS[unit] * count))
        if unit in MONTHS:
            return _moved_months(day, round(MONTHS[unit] * count))
    except (ValueError, OverflowError):
        return None
    return None


def _moved_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def write_unit(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, month, quarter, year, decade or century that holds ``day``."""
    year, week, _ = day.isocalendar()
    forms = {
        "day": day.isoformat(),
        "week": f"{year}-W{week:02}",
        "fortnight": f"{year}-W{week:02}",
        "weekend": f"{year}-W{week:02}-WE",
        "month": f"{day:%Y-%m}",
        "quarter": f"{day.year}-Q{(day.month + 2) // 3}",
        "year": f"{day.year:04}",
        "decade": f"{day.year:04}"[:3],
        "century": f"{day.year:04}"[:2],
    }
    return forms.get(unit, day.isoformat())


def write_duration(unit: str, count: float | None) -> str:
    """The TIMEX3 value of so many units; X where the number is not told.

    >>> write_duration("hour", 2.5), write_duration("year", None)
    ('PT2H30M', 'PXY')
    """
    clock, letter = PERIODS[unit][0] == "T" and unit != "", PERIODS[unit]
    if clock:
        return _clock_duration(letter[1], count)
    if count is None:
        return f"PX{letter}"
    if unit in ("decade", "century"):
        return f"P{round(count * MONTHS[unit] / 12)}Y"
    if unit == "fortnight":
        return f"P{round(count * 2)}W"
    if count == int(count):
        return f"P{int(count)}{letter}"
    if unit == "year" and count * 2 == int(count * 2):
        return f"P{int(count)}Y6M" if count > 1 else "P6M"
    return f"P{count:g}{letter}"


def _clock_duration(letter: str, count: float | None) -> str:
    if count is None:
        return f"PTX{letter}"
    if count == int(count) or letter == "S":
        return f"PT{count:g}{letter}"
    minor = {"H": "M", "M": "S"}[letter]
    whole = f"{int(count)}{letter}" if count > 1 else ""
    return f"PT{whole}{round(count % 1 * 60)}{minor}"


def nearest_weekday(today: date, weekday: int, direction: int, *, strictly: bool = False) -> date:
    """The first day of that weekday (1 is Monday) from ``today`` backwards or forwards, ``today`` itself unless ``strictly``."""
    apart = (weekday - today.isoweekday()) % 7 if direction > 0 else (today.isoweekday() - weekday) % 7
    if apart == 0 and strictly:
        apart = 7
    return today + datetime.timedelta(days=apart * (1 if direction > 0 else -1))


def easter(year: int, *, orthodox: bool = False) -> date:
    """Easter Sunday in the Gregorian calendar, by Meeus's algorithms (Astronomical Algorithms, 1991, chapter 8)."""
    if orthodox:
        month, day = divmod((19 * (year % 19) + 15) % 30 + (2 * (year % 4) + 4 * (year % 7) - (19 * (year % 19) + 15) % 30 + 34) % 7 + 114, 31)
        return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
    golden, (century, rest) = year % 19, divmod(year, 100)
    lunar = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - lunar - rest % 4) % 7
    month, day = divmod(lunar + week - 7 * ((golden + 11 * lunar + 22 * week) // 451) + 114, 31)
    return date(year, month, day + 1)


def in_calendar(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(max(year, 1), month)[1]
