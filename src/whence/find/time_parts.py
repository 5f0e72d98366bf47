"""The parts that the words of a time expression name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from whence.find.time_words import TimeToken
from whence.model.spans import Span
from whence.model.timemarks import TimeMark

_DIGITS = frozenset({"daynum", "num", "decimal", "bignum", "year"})
_SPELT = frozenset({"cardinal", "tens", "nineteen"})
_ORDINALS = frozenset({"ord", "ordinal", "second", "quartername"})
# Families in which four figures are a count or an hour, never a year.
_COUNTING = frozenset({"clock", "duration", "distance", "stretch", "set"})
_MONTHS = frozenset({"month", "maymonth", "monthabbr"})
_DAYS = frozenset({"daynum", "ord", "ordinal"})


def _short_year(written: str) -> int:
    return 1900 + int(written[1:])


def _clock(written: str) -> str:
    """Hours and minutes with a colon between them, as some write a full stop."""
    return written.replace(".", ":")


def _decade(written: str) -> int:
    """The year over ten: 199 for 1990s, '90s and nineties."""
    digits = written.strip("'’s")
    return int(digits[:3]) if len(digits) == 4 else 190 + int(digits[0])


# Each part, how its value is read, and the kinds of word that name it. The first such word of an expression counts.
_PARTS: tuple[tuple[str, Callable[[str], Any], tuple[str, ...]], ...] = (
    ("year", int, ("year",)),
    ("year", _short_year, ("shortyear",)),
    ("month", int, ("month", "maymonth", "monthabbr")),
    ("weekday", int, ("weekday", "weekdays", "weekdayabbr")),
    ("unit", str, ("unit", "units", "day", "clockunit", "clockunits", "century", "second", "seconds", "quarter", "quarters", "weekend")),
    ("season", str, ("season", "seasons")),
    ("daypart", str, ("daypart", "dayparts", "twilight", "overnight", "tonight")),
    ("clock", _clock, ("clock", "hourname")),
    ("half", str.lower, ("ampm",)),
    ("decade", _decade, ("decadenum", "decade")),
    ("feast", str.lower, ("feast",)),
    ("often", str, ("frequency",)),
    ("era", str.upper, ("era",)),
    ("iso", str, ("isodate", "slashdate")),
    ("shift", int, ("last", "past", "this", "next", "coming", "previous", "following", "current", "latest", "deictic", "titled")),
)
_BY_KIND: Mapping[str, tuple[str, Callable[[str], Any]]] = MappingProxyType(
    {kind: (part, read) for part, read, kinds in _PARTS for kind in kinds}
)


def read_parts(family: str, words: Sequence[TimeToken]) -> TimeMark:
    """The mark that ``words`` make: what each names, spelt numbers put together ("twenty-five" is one number)."""
    parts = _named_parts(words)
    kinds = frozenset(word.kind for word in words)
    numbers = tuple(_numbers(words))
    if family in _COUNTING and "month" not in parts:
        parts.pop("year", None)
    if "tens" in kinds and "nineteen" in kinds:
        # "nineteen ninety-one" is put together as 19 + 91.
        parts.setdefault("year", int(1900 - 19 + max(numbers)))
    return TimeMark(
        Span(words[0].start, words[-1].end),
        family,
        kinds=kinds,
        numbers=numbers,
        ordinals=tuple(_ordinal(word) for word in words if word.kind in _ORDINALS),
        day=_day(words),
        **parts,
    )


def _named_parts(words: Sequence[TimeToken]) -> dict[str, Any]:
    """The parts that single words name."""
    parts: dict[str, Any] = {}
    for word in words:
        if word.kind in _BY_KIND:
            part, read = _BY_KIND[word.kind]
            parts.setdefault(part, read(word.value))
    return parts


def _day(words: Sequence[TimeToken]) -> int | None:
    """The day of the month: the number next to the month, or the only number there is."""
    kinds = ["month" if word.kind in _MONTHS else word.kind for word in words]
    at = kinds.index("month") if "month" in kinds else None
    near = words if at is None else (*words[at + 1 : at + 2], *reversed(words[max(at - 2, 0) : at]))
    found = next((word for word in near if word.kind in _DAYS), None)
    if found is None:
        return None
    return int(found.value) if found.kind == "daynum" else _ordinal(found)


def _ordinal(word: TimeToken) -> int:
    if word.kind == "ord":
        return int(word.value[:-2])
    return 2 if word.kind == "second" else int(word.value.lstrip("Qq"))


def _numbers(words: Sequence[TimeToken]) -> Iterator[float]:
    """The numbers in the order of the text."""
    total: float | None = None
    for word in words:
        if word.kind in _DIGITS:
            yield from () if total is None else (total,)
            total = float(word.value.replace(",", ""))
        elif word.kind in _SPELT:
            total = _joined(total, int(word.value))
        elif word.kind == "half":
            total = (total or float(any(other.kind == "and" for other in words))) + 0.5
        elif word.kind == "couple":
            total = 2
        elif total is not None and word.kind not in ("hyphen", "and", "a"):
            yield total
            total = None
    yield from () if total is None else (total,)


def _joined(total: float | None, value: int) -> float:
    """A spelt number with the next word of it: hundreds and thousands multiply, the rest is added."""
    if total is None:
        return value
    return total * value if value >= 100 else total + value
