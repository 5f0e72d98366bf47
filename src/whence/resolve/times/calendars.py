"""Arithmetic with days, months and years."""

from __future__ import annotations

import calendar
import math
from datetime import date, timedelta

# How many days or months a unit has; of those that are shorter, how many a day has.
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
HOURS = {"hour": 24, "minute": 24 * 60, "second": 24 * 3600}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}


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


def whole_days(unit: str, count: float) -> tuple[str, float]:
    """A number of hours, minutes or seconds as the days that they may reach over; other units as they are."""
    return ("day", math.ceil(count / HOURS[unit])) if unit in HOURS else (unit, count)


def last_of_month(day: date) -> date:
    """The last day of the month that holds ``day``."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def nearest_weekday(day: date, weekday: int, direction: int, *, strictly: bool = False) -> date:
    """The first such weekday (1 is Monday) from ``day`` on, backwards or forwards; ``day`` itself counts unless ``strictly``."""
    apart = (weekday - day.isoweekday()) * (1 if direction > 0 else -1) % 7
    if apart == 0 and strictly:
        apart = 7
    return day + timedelta(days=apart if direction > 0 else -apart)


def in_calendar(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def find_easter(year: int, *, orthodox: bool = False) -> date:
    """Easter Sunday, as a day of the Gregorian calendar until 2099 (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    if orthodox:
        moon = (19 * golden + 15) % 30
        week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        month, day = divmod(moon + week + 114, 31)
        return date(year, month, day + 1) + timedelta(days=century - century // 4 - 2)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
