"""Where accounts differ: one small chart for each question."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from whence.dossier.days import read_days, say_day, say_period
from whence.dossier.headlines import Headline
from whence.dossier.records import Records, Ref
from whence.dossier.strokes import Stroke, account_strokes
from whence.dossier.tellings import Account, conflict_anchor, speaker
from whence.dossier.voices import Voice
from whence.dossier.wordings import ask_question, clip
from whence.model.dates import Period
from whence.model.stories import Because, Conflict, ConflictSide

Scale = Literal["number", "day", "yes", "plain"]
Reach = Literal["more", "less"]

_OPEN: dict[str, Reach] = {
    "at least": "more",
    "more than": "more",
    "over": "more",
    "at most": "less",
    "up to": "less",
    "fewer than": "less",
    "less than": "less",
}
_NUMBER = re.compile(rf"^\s*({'|'.join(_OPEN)}|about|some|around|nearly|almost)?\s*(-?\d[\d,]*(?:\.\d+)?)\b[^\d]*$", re.I)
_SMALL = 20
_NO = re.compile(r"^(no|not|never|nobody|none|did not|was not|has not|denied)\b", re.I)
_VERDICTS = {
    "contradiction": ("Both cannot be true.", "They may both be true."),
    "slip": ("Probably a slip: kept as told, counted for nothing.",) * 2,
    "update": ("Later reports go on from earlier ones: an update, no dispute.",) * 2,
    "corrected": ("An account was taken back or corrected.",) * 2,
}


@dataclass(frozen=True, slots=True)
class Side:
    """One account of a question. ``x`` is its place in per cent, ``reach`` the side to which it is open or the place it runs to."""

    value: str
    voices: tuple[Voice, ...]
    refs: tuple[Ref, ...]
    strokes: tuple[Stroke, ...]
    day: int
    x: float | None = None
    until: float | None = None
    reach: Reach | None = None
    denies: bool = False

    @property
    def origins(self) -> int:
        """How many origins stand behind the account."""
        return sum(stroke.kind == "origin" for stroke in self.strokes)


@dataclass(frozen=True, slots=True)
class Difference:
    """One question on which accounts differ, drawn on its scale; ``occurrence`` is the anchor of what it is about."""

    anchor: str
    question: str
    about: Headline | None
    occurrence: str | None
    kind: str
    scale: Scale
    sides: tuple[Side, ...]
    ticks: tuple[tuple[float, str], ...]
    verdict: str
    because: Because


def draw_differences(records: Records, accounts: Sequence[Account]) -> tuple[Difference, ...]:
    """Every conflict of the story: contradictions first, the hard ones before the rest."""
    told = {account.occurrence.id: account for account in accounts}
    order = ("contradiction", "corrected", "update", "slip")
    conflicts = sorted(records.story.conflicts, key=lambda conflict: (order.index(conflict.kind), not conflict.hard))
    return tuple(_difference(records, conflict, told.get(conflict.occurrence or "")) for conflict in conflicts)


def _difference(records: Records, conflict: Conflict, account: Account | None) -> Difference:
    sides = [_side(records, side) for side in conflict.values]
    scale = _scale(conflict, sides)
    placed, ticks = _PLACES[scale](sides)
    return Difference(
        anchor=conflict_anchor(conflict),
        question=ask_question(conflict, account.occurrence.what if account else None),
        about=account.name if account else None,
        occurrence=account.anchor if account else None,
        kind=conflict.kind,
        scale=scale,
        sides=tuple(sorted(placed, key=lambda side: side.denies)) if scale == "yes" else tuple(placed),
        ticks=tuple(ticks),
        verdict=_VERDICTS[conflict.kind][0 if conflict.hard else 1],
        because=conflict.because,
    )


def _side(records: Records, side: ConflictSide) -> Side:
    voices = {(voice := speaker(records, key)).key: voice for key in side.by}
    refs = {(ref := records.ref(key)).text: ref for key in side.by}
    reports = [records.report(key) for key in side.by]
    negative = sum(_denies(records, key) for key in side.by)
    return Side(
        value=clip(side.value, 90),
        voices=tuple(voices.values()),
        refs=tuple(sorted(refs.values(), key=lambda ref: (ref.day, ref.text))),
        strokes=account_strokes(records, reports),
        day=min((report.day for report in reports), default=len(records.days)),
        denies=2 * negative > len(side.by) or bool(_NO.match(side.value)),
    )


def _denies(records: Records, key: str) -> bool:
    if key in records.attributions:
        return records.attributions[key].act == "deny"
    return records.event(key).polarity == "negative"


def _scale(conflict: Conflict, sides: Sequence[Side]) -> Scale:
    if all(_NUMBER.match(side.value) for side in sides):
        return "day" if conflict.field == "date" else "number"
    if all(read_days(side.value) for side in sides):
        return "day"
    return "yes" if conflict.field == "happened" and any(side.denies for side in sides) else "plain"


Placed = tuple[list[Side], list[tuple[float, str]]]


def _on_numbers(sides: Sequence[Side]) -> Placed:
    found = [_NUMBER.match(side.value) for side in sides]
    numbers = [float(match[2].replace(",", "")) if match else 0.0 for match in found]
    low, high, step = _bounds(min(numbers), max(numbers))
    reaches = [_OPEN.get((match[1] or "").lower()) if match else None for match in found]
    placed = [replace(side, x=_spread(number, low, high), reach=reach) for side, number, reach in zip(sides, numbers, reaches, strict=True)]
    ticks = [low + step * at for at in range(round((high - low) / step) + 1)]
    return placed, [(_spread(tick, low, high), f"{tick:,g}") for tick in ticks]


def _bounds(least: float, most: float) -> tuple[float, float, float]:
    """A round scale that holds both numbers in about four steps; it begins at 0 unless they are large and lie close together."""
    low = 0.0 if least >= 0 and (most <= _SMALL or least < 0.5 * most) else least
    rough = max(most - low, 1.0) / 4
    size = 10.0 ** math.floor(math.log10(rough))
    step = max(1.0, next(size * factor for factor in (1, 2, 5, 10) if size * factor >= rough * 0.999))
    low = math.floor(low / step) * step
    high = math.ceil(most / step) * step
    return low, high if high > low else low + step, step


def _on_days(sides: Sequence[Side]) -> Placed:
    periods = [read_days(side.value) for side in sides]
    if None in periods:
        return _as_told(sides)
    known = [period for period in periods if period]
    low, high = min(period.first for period in known).toordinal(), max(period.last for period in known).toordinal() + 1
    placed = [_lay(side, period, low, high) for side, period in zip(sides, known, strict=True)]
    marks = sorted({low, high - 1}) if high - low > 4 else range(low, high)
    days = [datetime.date.fromordinal(mark) for mark in marks]
    year = days[0].year if days[0].year == days[-1].year else None
    return placed, [(_spread(day.toordinal() + 0.5, low, high), _short(day, year)) for day in days]


def _lay(side: Side, period: Period, low: int, high: int) -> Side:
    """The side on a scale of days: a day at its middle, anything longer from end to end."""
    first, end = period.first.toordinal(), period.last.toordinal() + 1
    if period.days == 1:
        return replace(side, value=say_period(period), x=_spread(first + 0.5, low, high))
    return replace(side, value=say_period(period), x=_spread(first, low, high), until=_spread(end, low, high))


def _as_told(sides: Sequence[Side]) -> Placed:
    return list(sides), []


_PLACES: dict[Scale, Callable[[Sequence[Side]], Placed]] = {"number": _on_numbers, "day": _on_days, "yes": _as_told, "plain": _as_told}


def _spread(value: float, low: float, high: float) -> float:
    return 4 + 92 * (value - low) / (high - low)


def _short(day: datetime.date, year: int | None) -> str:
    number, month, *rest = say_day(day, year).split()
    return " ".join((number, month[:3], *rest))
