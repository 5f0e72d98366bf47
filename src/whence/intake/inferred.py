"""When a report without a date was published, where its own words tell: on an anniversary, or while an event was fresh.

All rules ask for more than one sign, since most full dates in an opening are of things long past. A report that gives no
such signs stays undated.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from whence.intake.dates import find_dates
from whence.model.dates import Period, write_period

_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("a one first 1st", "two second 2nd", "three third 3rd", "four fourth", "five fifth", "six sixth", "seven seventh", "eight eighth",
         "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth", "thirteen thirteenth", "fourteen fourteenth", "fifteen fifteenth",
         "sixteen sixteenth", "seventeen seventeenth", "eighteen eighteenth", "nineteen nineteenth", "twenty twentieth"), 1,
    )
    for word in words.split()
}  # fmt: skip
_NUMBER = r"(?P<number>" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r"|\d{1,2}(?:th)?)"
_ABOUT = "".join(f"(?<!{word} )" for word in ("nearly", "almost", "about", "over", "than", "around", "some", "just"))
_TO_COME = r"(?![^.]*\b(?:nears?|nearing|approach\w*|looms?|draws near|next (?:week|month))\b)"
_ANNIVERSARY = re.compile(
    rf"{_ABOUT}\b{_NUMBER}(?:[- ]years?[- ]|\s+)(?:(?:on\s+)?(?:after|since)\b|on\b(?=[,.:]|$)|anniversary\b{_TO_COME})", re.IGNORECASE
)
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_AROUND = datetime.timedelta(days=7)
_FRESH_FOR = datetime.timedelta(days=28)
_OPENING = 3
_OPENING_CHARS = 500

# The opening tells news in the perfect tense and names the day of the event that it follows.
_NEWS = re.compile(
    r"\b(?:has|have)\s+(?:(?:also|now|reportedly|exclusively)\s+)?"
    r"(?:told|said|asked|announced|vowed|ordered|called|urged|warned|confirmed|agreed)\b"
)
_SEQUEL = re.compile(r"\b(?:following|after|in the wake of|in response to|days after|hours after|since)\b[^.]*$", re.IGNORECASE)
# What is said of an event only while it is open what comes of it.
_FRESH = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\b(?:not|never|n['’]t)\b[^.]{0,40}\byet\b|\byet to\b",
        r"\bnext (?:step|steps|move|moves)\b|\bdo next\b|\bcomes? next\b",
        r"\bin the (?:coming|next) (?:hours|days|weeks)\b",
        r"\b(?:state of shock|in shock|still (?:can['’]t|cannot|can not) believe)\b",
        r"\b(?:funeral|burial|mourning|mourners|mourned)\b",
        r"\b(?:rescuers|search for survivors|still missing|still searching|are searching)\b",
    )
)
_FRESH_LEAST = 3
_WEEK = datetime.timedelta(days=6)
_SOON = datetime.timedelta(days=3)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NTH = re.compile(rf"\b{_NUMBER}\s+anniversary\s+of\b", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(?:by|before|until)\s+$", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?][”’\"')]*\s+|\n")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:by|until|before|this|next) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? (?:the )?\d)")
_PLANNED = re.compile(r"\b(?:will|would|due|set|scheduled|planned|by|until|next)\b[^.]{0,60}$", re.IGNORECASE)
_LOOKING_BACK = re.compile(
    r"\b(?:anniversary|years? (?:ago|after|later|earlier|on|since)|months? (?:ago|after|later)|last year|that year|trial|verdict|sentenced"
    r"|convicted|since then|at the time|in the years|two years|decade later)\b",
    re.IGNORECASE,
)


def infer_published(title: str | None, body: Sequence[str]) -> str | None:
    """The ISO interval in which the report must have appeared, None where its words do not tell.

    ``body`` holds the paragraphs of the report in order, without masthead and boilerplate.
    """
    return _infer_anniversary(title, body) or _infer_fresh(body) or _infer_week(body) or _infer_return(body)


def _infer_anniversary(title: str | None, body: Sequence[str]) -> str | None:
    """Headline and opening speak of so many years after an event, and one full date stands in the opening: that day's return."""
    opening = [" ".join(text.split())[:_OPENING_CHARS] for text in (title or "", *body[:_OPENING])]
    counts = {_read_number(match["number"]) for text in opening[:2] for match in _ANNIVERSARY.finditer(text)}
    days = {date.value for text in opening for date in find_dates(text) if _is_day(date.value)}
    if len(counts) != 1 or len(days) != 1:
        return None
    day = _move(datetime.date.fromisoformat(days.pop()), counts.pop())
    return None if _latest_year(body) > day.year else write_period(Period(day - _AROUND, day + _AROUND))


def _infer_fresh(body: Sequence[str]) -> str | None:
    """The opening follows a dated event as news, nothing looks back on it, and much is still open."""
    if not body or not _NEWS.search(body[0]):
        return None
    dates = [date for date in find_dates(body[0]) if _is_day(date.value) and _SEQUEL.search(body[0][: date.span.start])]
    text = "\n".join(body)
    fresh = sum(bool(sign.search(text)) for sign in _FRESH)
    if len(dates) != 1 or fresh < _FRESH_LEAST or _LOOKING_BACK.search(text):
        return None
    day = datetime.date.fromisoformat(dates[0].value)
    return None if _latest_year(body) > day.year else write_period(Period(day, day + _FRESH_FOR))


def _infer_week(body: Sequence[str]) -> str | None:
    """The opening dates its news with the day of the week, and the report looks forward to a day that it names by the week alone."""
    days = [date for date in find_dates(body[0]) if _is_day(date.value)] if body else []
    text = "\n".join(body)
    if len(days) != 1 or not _WEEKDAY.match(days[0].span.of(body[0])) or _PLANNED.search(body[0][: days[0].span.start]):
        return None
    day = datetime.date.fromisoformat(days[0].value)
    others = {date.value for date in find_dates(text)} - {days[0].value}
    if others or not _AHEAD.search(text) or _LOOKING_BACK.search(text) or _latest_year(body) > day.year:
        return None
    return write_period(_within_week(text, day))


def _infer_return(body: Sequence[str]) -> str | None:
    """The opening tells of a day of the week, and the report says of what day it was the anniversary, with that one in full: "broke out
    on the second anniversary of the killing of the deputy, on 5 May 2019".
    """
    told = _WEEKDAY.search(body[0]) if body else None
    if told is None or _PLANNED.search(body[0][: told.start()]):
        return None
    found = set()
    for text in body:
        returns = list(_NTH.finditer(text))
        days = [date for date in find_dates(text) if _is_day(date.value)]
        if len(returns) == len(days) == 1 and returns[0].end() < days[0].span.start:
            found.add(_move(datetime.date.fromisoformat(days[0].value), _read_number(returns[0]["number"])))
    day = found.pop() if len(found) == 1 else None
    if day is None or day.weekday() != _DAYS.index(told[0][:3].casefold()) or _latest_year(body) > day.year:
        return None
    return write_period(_within_week("\n".join(body), day))


def _within_week(text: str, day: datetime.date) -> Period:
    """The days on which a report of what happened on ``day`` may have come out: after those of that week of which it tells, and before
    those to which it looks ahead.
    """
    first, last = day, day + _WEEK
    for match in _WEEKDAY.finditer(text):
        named = day + datetime.timedelta((_DAYS.index(match[0][:3].casefold()) - day.weekday()) % 7)
        before = _SENTENCE.split(text[: match.start()])[-1]
        if named == day or re.search(r"\blast\s*$", before, re.IGNORECASE):
            continue
        if _PLANNED.search(before) or _DEADLINE.search(before):
            last = min(last, named if _DEADLINE.search(before) else named - datetime.timedelta(days=1))
        elif named <= day + _SOON:
            first = max(first, named)
    return Period(first, last) if first <= last else Period(day, day + _WEEK)


def _read_number(word: str) -> int:
    return _NUMBERS.get(word.casefold()) or int(word.casefold().removesuffix("th"))


def _move(day: datetime.date, years: int) -> datetime.date:
    # The 29th of February comes back on the 28th.
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _is_day(value: str) -> bool:
    return len(value) == len("2020-01-01")


def _latest_year(body: Sequence[str]) -> int:
    return max((int(year) for text in body for year in _YEARS.findall(text)), default=0)
