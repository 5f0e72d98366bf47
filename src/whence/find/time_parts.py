"""The parts that the words of a time expression name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from whence.find.time_words import TimeToken
from whence.model.spans import Span
from whence.model.timemarks import TimeMark

_DIGITS = frozenset({"daynum", "num", "decimal", "bignum", "year"})
_SPELT = frozenset({"cardinal", "nineteen"})


def _year(written: str) -> int:
    return int(written) if written.isdigit() else 1900 + int(written[1:])


def _tens(written: str) -> int:
    """The first year of a decade over ten: 199 for 1990s, '90s and nineties."""
    digits = written.strip("'’s")
    return int(digits[:3]) if len(digits) == 4 else 190 + int(digits[0])


# Which part a kind of word names, and how its value is read. The first word of a kind counts, of shifts the first too.
_PARTS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "year": ("year", int),
    "shortyear": ("year", _year),
    "month": ("month", int),
    "maymonth": ("month", int),
    "monthabbr": ("month", int),
    "weekday": ("weekday", int),
    "weekdays": ("weekday", int),
    "weekdayabbr": ("weekday", int),
    "unit": ("unit", str),
    "units": ("unit", str),
    "century": ("unit", str),
    "second": ("unit", str),
    "seconds": ("unit", str),
    "quarter": ("unit", str),
    "quarters": ("unit", str),
    "weekend": ("unit", str),
    "season": ("season", str),
    "seasons": ("season", str),
    "daypart": ("daypart", str),
    "dayparts": ("daypart", str),
    "twilight": ("daypart", str),
    "overnight": ("daypart", str),
    "hourname": ("clock", str),
    "clock": ("clock", str),
    "ampm": ("half", str.lower),
    "zone": ("zone", str),
    "isodate": ("iso", str),
    "decadenum": ("decade", _tens),
    "decade": ("decade", _tens),
    "feast": ("feast", str.lower),
    "edge": ("edge", str),
    "early": ("edge", str),
    "late": ("edge", str),
    "mid": ("edge", str),
    "frequency": ("reference", str),
    "era": ("era", str.upper),
    "last": ("shift", int),
    "past": ("shift", int),
    "this": ("shift", int),
    "next": ("shift", int),
    "coming": ("shift", int),
    "previous": ("shift", int),
    "following": ("shift", int),
    "current": ("shift", int),
    "latest": ("shift", int),
    "recent": ("shift", int),
    "deictic": ("shift", int),
    "tonight": ("shift", int),
    "ago": ("shift", int),
    "earlier": ("shift", int),
    "later": ("shift", int),
    "hence": ("shift", int),
    "previously": ("shift", int),
    "another": ("shift", int),
}


def read_parts(family: str, span: Span, words: Sequence[TimeToken]) -> TimeMark:
    """The mark that ``words`` make: what each names, numbers put together ("twenty-five" is one number)."""
    parts: dict[str, Any] = {}
    for word in words:
        if word.kind in _PARTS:
            name, read = _PARTS[word.kind]
            parts.setdefault(name, read(word.value))
    kinds = tuple(word.kind for word in words)
    return TimeMark(
        span,
        family,
        numbers=tuple(_numbers(words)),
        ordinals=tuple(_ordinal(word) for word in words if word.kind in ("ord", "ordinal", "second")),
        vague="several" in kinds,
        kinds=kinds,
        **parts,
    )


def _ordinal(word: TimeToken) -> int:
    if word.kind == "ord":
        return int(word.value[:-2])
    return 2 if word.kind == "second" else int(word.value)


def _numbers(words: Sequence[TimeToken]) -> Iterator[float]:
    """The numbers in order; spelt ones that stand together are added up or multiplied."""
    total: float | None = None
    for word in words:
        if word.kind in _SPELT:
            total = _joined(total, int(word.value))
        elif word.kind == "half":
            total = (total or 0) + 0.5
        elif word.kind in _DIGITS:
            yield from () if total is None else (total,)
            total = float(word.value.replace(",", ""))
        elif word.kind == "couple":
            total = 2
        elif total is not None and word.kind not in ("hyphen", "and", "a"):
            yield total
            total = None
    yield from () if total is None else (total,)


def _joined(total: float | None, value: int) -> float:
    if total is None:
        return value
    return total * value if value >= 100 else total + value
