"""Times told by how far they are from today or from a time told before."""

from __future__ import annotations

from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import MONTHS, moved
from whence.resolve.times.scenes import Answer, Scene, unknown
from whence.resolve.times.values import write_unit

# What "two decades ago" is exact to.
_GRAIN = {"decade": "year", "century": "year", "quarter": "quarter", "fortnight": "week"}


def resolve_distance(mark: TimeMark, scene: Scene) -> Answer:
    """So many units before or after: ago and hence count from today, earlier and later from what was told last."""
    direction = -1 if mark.has("ago", "earlier", "previously") else 1
    unit = mark.unit or "day"
    if _is_vague(mark):
        return Answer("date", "PAST_REF" if direction < 0 else "FUTURE_REF", "relative", anchors=False)
    if unit == "year" and scene.quarter and not scene.history and _count(mark) == 1 and direction < 0:
        return Answer("date", f"{int(scene.quarter[:4]) - 1:04}{scene.quarter[4:]}", "anchored")
    anchor = None if mark.has("ago", "hence") else scene.anchor_first
    # Statistics compare with "a year earlier" though no date stands before; "two days later" needs one.
    base = anchor or (scene.today if mark.has("ago", "hence") or (direction < 0 and unit in MONTHS) else None)
    day = moved(base, unit, _count(mark) * direction) if base else None
    value = write_unit(day, _GRAIN.get(unit, unit)) if day else None
    return Answer("date", value, "anchored" if anchor else "relative") if value else unknown("date")


def _is_vague(mark: TimeMark) -> bool:
    return mark.has("several") or not (mark.numbers or mark.has("a", "single"))


def _count(mark: TimeMark) -> float:
    return mark.numbers[0] if mark.numbers else 1
