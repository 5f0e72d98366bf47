"""What is known where a time expression stands, and what is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from whence.model.dates import Period
from whence.model.readings import TimeBasis, TimeType
from whence.resolve.times.values import read_value


@dataclass(frozen=True, slots=True)
class Answer:
    """The meaning of a time expression.

    ``value`` is TIMEX3. ``period`` is there where the days meant are others than those of the value. ``anchors`` tells that
    later expressions may count from this one.
    """

    type: TimeType
    value: str | None
    basis: TimeBasis
    period: Period | None = None
    anchors: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an expression stands.

    ``today`` is the day of publication, None where it is unknown. ``tense`` is 1 where the sentence looks ahead, -1 where it
    looks back, 0 where nothing tells. ``anchor`` is the value told last before it, ``quarter`` the quarter of a year told
    last. ``named`` are the days told so far, and ``definite`` says that the expression points at one ("on the Saturday").
    ``history`` says that the report tells what lies years back: bare days and months go on from the anchor.
    ``opens`` says that the expression opens its sentence, ``near`` that the anchor stands in the same one.
    """

    today: date | None
    tense: int = 0
    anchor: str | None = None
    quarter: str | None = None
    history: bool = False
    opens: bool = False
    near: bool = False
    named: tuple[date, ...] = ()
    definite: bool = False

    @property
    def anchor_first(self) -> date | None:
        """The first day of what was told last."""
        period = read_value(self.anchor)
        return period.first if period else None

    @property
    def anchor_day(self) -> date | None:
        """What was told last, where it was a single day."""
        period = read_value(self.anchor)
        return period.first if period and period.days == 1 else None


def unknown(kind: TimeType, value: str | None = None) -> Answer:
    """An expression whose days nothing tells; ``value`` may hold the part that is known ("XXXX-03-05")."""
    return Answer(kind, value, "unknown", anchors=False)
