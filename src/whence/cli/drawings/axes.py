"""A small axis of days: the stretch in which most happened at full scale, what lies before or after it an arrow at the edge."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable
from dataclasses import dataclass

from rich.text import Text

from whence.dossier.days import say_day
from whence.model.dates import Period

WIDTH = 36
# One in so many periods at either end may lie off the scale, where the axis of all would be so many times as long as that of
# the others: an old war is not to squeeze the story into one cell.
OUTLYING = 10
SQUEEZED = 4
# Of fewer periods none lies off the scale.
FEW = 5


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from ``first`` to ``last`` in a row of cells."""

    first: datetime.date
    last: datetime.date

    @property
    def days(self) -> int:
        """How many days it holds; none or fewer where it ends before it begins."""
        return (self.last - self.first).days + 1

    def cell(self, day: datetime.date) -> int:
        """The cell of a day; -1 before the axis, ``WIDTH`` behind it."""
        if day < self.first:
            return -1
        if day > self.last:
            return WIDTH
        return (day - self.first).days * (WIDTH - 1) // (self.days - 1)


def make_axis(periods: Iterable[Period]) -> Axis | None:
    """The axis on which all of the periods lie, or most of them; None where there are no two days to tell apart."""
    held = list(periods)
    if not held:
        return None
    firsts, lasts = sorted(one.first for one in held), sorted(one.last for one in held)
    outlying = math.ceil(len(held) / OUTLYING) if len(held) >= FEW else 0
    axis = Axis(firsts[0], lasts[-1])
    for early, late in ((outlying, 0), (0, outlying), (outlying, outlying)):
        most = Axis(firsts[early], lasts[-1 - late])
        if most.days > 1 and axis.days > SQUEEZED * most.days:
            axis = most
    return axis if axis.days > 1 else None


def draw_scale(axis: Axis) -> Text:
    """The two ends of the axis in words."""
    left, right = say_day(axis.first), say_day(axis.last)
    return Text(f"{left}{right:>{WIDTH - len(left)}}", style="quiet")


def draw_period(axis: Axis, period: Period | None) -> Text:
    """A period on the axis, from its earliest to its latest day; nothing for one that is not known."""
    if period is None:
        return Text()
    start, end = axis.cell(period.first), axis.cell(period.last)
    cells = ["·"] * WIDTH
    for cell in range(max(start, 0), min(end, WIDTH - 1) + 1):
        cells[cell] = "━"
    if start == end and 0 <= start < WIDTH:
        cells[start] = "┃"
    if start < 0:
        cells[0] = "◀"
    if end >= WIDTH:
        cells[-1] = "▶"
    return Text.assemble(*((cell, "quiet" if cell == "·" else "") for cell in cells))
