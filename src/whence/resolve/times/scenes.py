"""What is known where a time expression stands, and what is made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from whence.model.dates import Period
from whence.model.readings import TimeBasis, TimeType

# The first and last month of each season, north of the equator; winter runs over the new year.
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


@dataclass(frozen=True, slots=True)
class Answer:
    """The meaning of a time expression. ``value`` is TIMEX3; ``period`` the days it covers where the value does not say it."""

    type: TimeType
    value: str | None
    basis: TimeBasis
    period: Period | None = None
    anchors: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an expression stands.

    ``today`` is the day of publication, None where it is unknown. ``anchor`` is the value told last before it,
    ``quarter`` the quarter of a year told last. ``tense`` is 1 for the future, -1 for the past, 0 where nothing tells.
    ``narrative`` says that the report tells a history: its bare days and months go on from the anchor, not from today.
    """

    today: date | None
    tense: int = 0
    anchor: str | None = None
    quarter: str | None = None
    narrative: bool = False
    before: str = ""
    after: str = ""

    @property
    def anchor_day(self) -> date | None:
        """The first day of what was told last."""
        return first_day(self.anchor)


def first_day(value: str | None) -> date | None:
    """The first day of a TIMEX3 date that names a day, a month or a year."""
    if not value:
        return None
    numbers = value[:10].split("T")[0].split("-")
    try:
        if len(numbers) > 1 and numbers[1][:1] == "W":
            return date.fromisocalendar(int(numbers[0]), int(numbers[1][1:]), 1)
        if len(numbers) > 1 and numbers[1] in SEASONS:
            return date(int(numbers[0]), SEASONS[numbers[1]][0], 1)
        if len(numbers) > 1 and numbers[1][:1] == "Q":
            return date(int(numbers[0]), 3 * int(numbers[1][1]) - 2, 1)
        if len(numbers[0]) != 4:
            return None
        year, month, day = (*map(int, numbers), 1, 1)[:3]
        return date(year, month, day)
    except ValueError:
        return None


def unknown(kind: TimeType) -> Answer:
    """An expression whose value nothing tells."""
    return Answer(kind, None, "unknown")


def on_day(scene: Scene, day: date | None) -> Scene:
    """The same scene on another day of publication."""
    return replace(scene, today=day)
