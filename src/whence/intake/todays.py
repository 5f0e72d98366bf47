"""The day of publication from the report's own yesterday or tomorrow, where it gives that a date: ``tomorrow, Friday 14 May``."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from whence.lexicon.page_words import load_page_words

_MONTHS = {name[:3]: number for number, name in enumerate(load_page_words("month")[:12], 1)}
_MONTH = rf"(?P<month>{'|'.join(load_page_words('month'))})\b\.?"
_WEEKDAY = r"(?:(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?:\s+of)?"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
_AGO = {
    "yesterday": 1,
    "last night": 1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": -1,
}
_DAYS = tuple(
    re.compile(
        rf"\b(?P<word>{'|'.join(_AGO)})(?:\s+(?:morning|afternoon|evening|night))?\s*[,(–—]\s*(?:on\s+)?{_WEEKDAY}{day}{_YEAR}",
        re.IGNORECASE,
    )
    for day in (rf"{_DAY}\s+{_MONTH}", rf"{_MONTH}\s+{_DAY}")
)
_WEEK = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_NAMED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def find_today(body: Sequence[str], page: Sequence[str]) -> str | None:
    """The day of the report ``body``, an ISO date; None where its words give no such day, or more than one.

    A date without a year takes the one that the rest of the ``page`` prints (issue, copyright), else the latest one that the
    report names, if that year's calendar has the weekday. In a quotation today is whenever that was said.
    """
    days = {day for text in body for day in _iter_days(text, body, page)}
    return days.pop().isoformat() if len(days) == 1 else None


def _iter_days(text: str, body: Sequence[str], page: Sequence[str]) -> Iterator[datetime.date]:
    for match in (match for pattern in _DAYS for match in pattern.finditer(text)):
        dates = (_date(match, year) for year in _iter_years(match, body, page))
        if not _is_quoted(text[: match.start()]):
            yield from (date + datetime.timedelta(days=_AGO[match["word"].casefold()]) for date in dates if date)


def _iter_years(match: re.Match[str], body: Sequence[str], page: Sequence[str]) -> Iterator[int]:
    printed = {int(year) for text in page for year in _NAMED.findall(text)}
    named = [int(year) for text in body for year in _NAMED.findall(text)]
    if match["year"]:
        yield int(match["year"])
    elif printed:
        yield from printed if len(printed) == 1 else ()
    elif named and match["weekday"]:
        yield max(named)


def _date(match: re.Match[str], year: int) -> datetime.date | None:
    try:
        date = datetime.date(year, _MONTHS[match["month"].casefold()[:3]], int(match["day"]))
    except ValueError:
        return None
    return date if not match["weekday"] or _WEEK[match["weekday"].casefold()[:3]] == date.weekday() else None


def _is_quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
