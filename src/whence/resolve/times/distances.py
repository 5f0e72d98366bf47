"""Times told by how far they are from today or from a time told before."""

from __future__ import annotations

from datetime import date

from whence.model.dates import Period
from whence.model.readings import TimeBasis
from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import HOURS, MONTHS, moved, whole_days
from whence.resolve.times.scenes import Answer, Scene, unknown
from whence.resolve.times.values import write_unit

# A number that is told as "a few" or not at all is below ten.
FEW = 9
# What "two decades ago" is exact to.
_GRAIN = {"decade": "year", "century": "year", "quarter": "quarter", "fortnight": "week"}


def resolve_distance(mark: TimeMark, scene: Scene) -> Answer:
    """So many units before or after: ago and hence count from today, earlier and later from what was told last."""
    direction = -1 if mark.has("ago", "earlier", "previously") else 1
    unit = mark.unit or "day"
    if _is_vague(mark):
        return _vaguely(mark, scene, direction)
    if unit == "year" and scene.quarter and not scene.history and _count(mark) == 1 and direction < 0:
        return Answer("date", f"{int(scene.quarter[:4]) - 1:04}{scene.quarter[4:]}", "anchored")
    anchor = None if mark.has("ago", "hence") else scene.anchor_first
    # Statistics compare with "a year earlier" though no date stands before; "two days later" needs one.
    base = anchor or (scene.today if mark.has("ago", "hence") or (direction < 0 and unit in MONTHS) else None)
    basis: TimeBasis = "anchored" if anchor else "relative"
    if base and unit in HOURS:
        return Answer("time", None, basis, _hours_off(base, unit, _count(mark) * direction), anchors=False)
    day = moved(base, unit, _count(mark) * direction) if base else None
    value = write_unit(day, _GRAIN.get(unit, unit)) if day else None
    return Answer("date", value, basis) if value else unknown("date")


def _vaguely(mark: TimeMark, scene: Scene, direction: int) -> Answer:
    """A number that is not told: "a few days ago" lies one to nine days back."""
    unit, period = mark.unit or "day", None
    if scene.today and direction < 0 and mark.has("ago"):
        first, last = moved(scene.today, unit, -FEW), moved(scene.today, unit, -1)
        period = Period(first, last) if first and last else None
    return Answer("date", "PAST_REF" if direction < 0 else "FUTURE_REF", "relative", period, anchors=False)


def _hours_off(day: date, unit: str, count: float) -> Period | None:
    """The days in one of which a time some hours before or after ``day`` lies."""
    there = moved(day, *whole_days(unit, abs(count)))
    back = moved(day, "day", -whole_days(unit, abs(count))[1])
    if there is None or back is None:
        return None
    return Period(back, day) if count < 0 else Period(day, there)


def _is_vague(mark: TimeMark) -> bool:
    return mark.has("several") or not (mark.numbers or mark.has("a", "single"))


def _count(mark: TimeMark) -> float:
    return mark.numbers[0] if mark.numbers else 1
