"""The time axis: the days that matter at full scale, what came before and after off scale at its ends."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whence.dossier.days import month_name
from whence.model.dates import Period

_BEFORE, _AFTER, _EDGE = 13.0, 91.0, 1.5
_DAY = datetime.timedelta(days=1)
_SHARE = 0.75
# What is told to the month or better sets the scale, unless most is told more widely.
_MONTH = 31


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis at ``x`` per cent, with its label, and the larger unit that begins there."""

    x: float
    label: str
    above: str | None = None
    middle: float | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from ``first`` to ``last`` at full scale, and how far the days before and after them reach.

    All places are per cent of the track's width.
    """

    first: datetime.date
    last: datetime.date
    earliest: datetime.date
    latest: datetime.date
    ticks: tuple[Tick, ...] = ()

    @property
    def low(self) -> float:
        """Where the full scale begins."""
        return _BEFORE if self.earliest < self.first else 0.0

    @property
    def high(self) -> float:
        """Where the full scale ends."""
        return _AFTER if self.latest > self.last else 100.0

    def x(self, day: datetime.date) -> float:
        """The place of the first moment of a day."""
        if day < self.first:
            edge = min(_EDGE, self.low)
            return edge + (self.low - edge) * _share(self.earliest, day, self.first)
        after = self.last + _DAY
        if day > after:
            return self.high + max(0.0, 100 - _EDGE - self.high) * _share(after, day, self.latest + _DAY)
        return self.low + (self.high - self.low) * _share(self.first, day, after)


def draw_axis(periods: Sequence[Period]) -> Axis | None:
    """The axis on which these periods are drawn; None where there are none."""
    if not periods:
        return None
    narrow = [period for period in periods if period.days <= _MONTH]
    first, last = _core(narrow if 2 * len(narrow) >= len(periods) else periods)
    earliest, latest = min(period.first for period in periods), max(period.last for period in periods)
    axis = Axis(first, last, min(earliest, first), max(latest, last))
    return Axis(axis.first, axis.last, axis.earliest, axis.latest, tuple(_ticks(axis)))


def _core(periods: Sequence[Period]) -> tuple[datetime.date, datetime.date]:
    """The shortest stretch that holds three quarters of the periods; all of them where that is little longer."""
    ordered = sorted(periods, key=lambda period: (period.first, period.last))
    many = math.ceil(_SHARE * len(ordered))
    stretches = [
        (ordered[at].first, max(period.last for period in ordered[at : at + many]))
        for at in range(len(ordered) - many + 1)
    ]  # fmt: skip
    first, last = min(stretches, key=lambda stretch: (stretch[1] - stretch[0], stretch[0]))
    whole = ordered[0].first, max(period.last for period in ordered)
    return whole if (whole[1] - whole[0]).days <= 1.7 * (last - first).days + 4 else (first, last)


def _share(start: datetime.date, day: datetime.date, end: datetime.date) -> float:
    length = (end - start).days
    return min(1.0, max(0.0, (day - start).days / length)) if length > 0 else 0.0


def _ticks(axis: Axis) -> Iterator[Tick]:
    length = (axis.last - axis.first).days + 1
    if length <= 14:
        yield from _day_ticks(axis)
    elif length <= 120:
        yield from _week_ticks(axis, 7 if length <= 62 else 14)
    elif length <= 1100:
        yield from _month_ticks(axis, max(1, math.ceil(length / 30.5 / 9)))
    else:
        yield from _year_ticks(axis, max(1, math.ceil(length / 365.25 / 9)))


def _day_ticks(axis: Axis) -> Iterator[Tick]:
    day, shown = axis.first, None
    while day <= axis.last:
        middle = (axis.x(day) + axis.x(day + _DAY)) / 2
        month = f"{month_name(day.month)} {day.year}"
        yield Tick(axis.x(day), str(day.day), month if month != shown else None, middle)
        day, shown = day + _DAY, month


def _week_ticks(axis: Axis, step: int) -> Iterator[Tick]:
    day, shown = axis.first + _DAY * (-axis.first.weekday() % 7), None
    while day <= axis.last:
        month = f"{month_name(day.month)} {day.year}"
        yield Tick(axis.x(day), str(day.day), month if month != shown else None)
        day, shown = day + _DAY * step, month


def _month_ticks(axis: Axis, step: int) -> Iterator[Tick]:
    month, shown = axis.first.year * 12 + axis.first.month - 1 + (axis.first.day > 1), None
    while (day := datetime.date(month // 12, month % 12 + 1, 1)) <= axis.last:
        yield Tick(axis.x(day), month_name(day.month)[:3], str(day.year) if day.year != shown else None)
        month, shown = month + step, day.year


def _year_ticks(axis: Axis, step: int) -> Iterator[Tick]:
    year = axis.first.year + ((axis.first.month, axis.first.day) > (1, 1))
    while (day := datetime.date(year, 1, 1)) <= axis.last:
        yield Tick(axis.x(day), str(year))
        year += step
