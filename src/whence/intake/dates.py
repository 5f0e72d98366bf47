"""Dates as they are printed on a page, in digits or with the name of a month."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from whence.model.dates import Period, read_period, write_period
from whence.model.spans import Span

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}

_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\b\.?,?\s+)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_FORMS = tuple(
    re.compile(_WEEKDAY + form, re.IGNORECASE)
    for form in (
        rf"(?<![^\W\d_]){_MONTH},?\s*{_DAY}\b\s*,?\s*{_YEAR}",
        rf"\b{_DAY}\s*(?:of\s+)?[-/ ]?\s*{_MONTH}\s*[-/,]?\s*{_YEAR}",
        rf"\b{_YEAR}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)",
        rf"(?<![\d/.-])(?P<day>[0-3]?\d)[/.-](?P<month>[0-3]?\d)[/.-]{_YEAR}(?!\.\d)",
        r"(?<![\d/.-])(?P<day>[0-3]?\d)[/.](?P<month>[0-3]?\d)[/.](?P<short>\d\d)(?![\d/.])",
        rf"\b{_YEAR}[\s-]+{_MONTH}[\s-]+{_DAY}\b",
        rf"(?<!\d\s)\b{_MONTH},?\s+{_YEAR}",
    )
)
# What every form holds; most lines hold none of it.
_HINT = re.compile(r"(?:19|20)\d\d|\d[/.]\d")

_CENTURY_TURN = 50
_MONTHS_A_YEAR = 12
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed: where it stands, the days it allows, as an ISO date or interval."""

    span: Span
    value: str


def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """The dates with a year in ``text``, from left to right, the most exact reading of each place.

    A date in digits whose day and month could be either, and whose weekday does not tell, is the interval between both.
    """
    found: list[PrintedDate] = []
    if not _HINT.search(text):
        return ()
    for form in _FORMS:
        for match in form.finditer(text):
            span, value = Span(*match.span()), _read_match(match)
            if value and not any(span.meets(other.span) for other in found):
                found.append(PrintedDate(span, value))
    return tuple(sorted(found, key=lambda date: date.span))


def read_date(text: str) -> str | None:
    """The one date that ``text`` (a field of a page or record) gives, as ISO 8601; None where it gives none, or several."""
    values = {date.value for date in find_dates(text)}
    return values.pop() if len(values) == 1 else None


def read_field(value: str) -> str | None:
    """The date in a field that is to hold one: ISO 8601 (a time of day behind it is left out) or as printed; None for neither."""
    bare = value.strip()
    iso = next((form for form in (bare, bare[:10]) if _ISO.fullmatch(form) and read_period(form)), None)
    return iso or read_date(bare)


def _read_match(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year, month = _read_year(parts), parts["month"]
    if "day" not in parts:
        return f"{year}-{_MONTHS[month.casefold()]:02d}"
    day = int(parts["day"])
    if not month.isdigit():
        return _iso(year, _MONTHS[month.casefold()], day)
    if parts.get("year") == match[0][:4]:
        return _iso(year, int(month), day)
    if re.search(r"\d\.\d", match[0]) and int(month) <= _MONTHS_A_YEAR:
        return _iso(year, int(month), day)  # with points the day always stands first
    return _either(year, day, int(month), parts.get("weekday"))


def _read_year(parts: dict[str, str | None]) -> int:
    """The year; one of two digits is the next that such a year may be, counted from 1950."""
    short = parts.get("short")
    return int(parts["year"] or 0) if short is None else int(short) + (1900 if int(short) >= _CENTURY_TURN else 2000)


def _either(year: int, first: int, second: int, weekday: str | None) -> str | None:
    """A date in digits: day before month or month before day, whichever the calendar and the weekday allow."""
    days = sorted({made for made in (_day(year, second, first), _day(year, first, second)) if made})
    if weekday:
        days = [day for day in days if day.weekday() == _WEEKDAYS[weekday.casefold()[:3]]] or days
    return write_period(Period(days[0], days[-1])) if days else None


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _iso(year: int, month: int, day: int) -> str | None:
    made = _day(year, month, day)
    return made.isoformat() if made else None
