"""How long something lasts, and stretches that end or begin today."""

from __future__ import annotations

from whence.model.dates import Period
from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import moved, whole_days
from whence.resolve.times.scenes import Answer, Scene
from whence.resolve.times.values import write_duration


def resolve_duration(mark: TimeMark, scene: Scene) -> Answer:
    """How long: "two hours", "a 16-day visit", "for years"."""
    return Answer("duration", write_duration(mark.unit or "day", _count(mark)), "stated", anchors=False)


def resolve_stretch(mark: TimeMark, scene: Scene) -> Answer:
    """A stretch of so many units on this side of today or on that: "the past three months", "recent years"."""
    value = write_duration(mark.unit or "day", _count(mark))
    if not mark.numbers and mark.has("future"):
        return Answer("date", "FUTURE_REF", "relative", anchors=False)
    return Answer("duration", value, "stated", _period(mark, scene), anchors=False)


def _count(mark: TimeMark) -> float | None:
    """How many; None where that is not told. Of "two to six days" it is the last number."""
    if mark.has("several") or not (mark.numbers or mark.has("a", "single", "another", "unit", "day", "clockunit", "quarter")):
        return None
    return mark.numbers[-1] if mark.numbers else 1


def _period(mark: TimeMark, scene: Scene) -> Period | None:
    count = _count(mark)
    if scene.today is None or count is None or scene.history:
        return None
    unit, number = whole_days(mark.unit or "day", count)
    if mark.has("past", "last"):
        first = moved(scene.today, unit, -number)
        return Period(first, scene.today) if first else None
    if mark.has("next", "coming"):
        last = moved(scene.today, unit, number)
        return Period(scene.today, last) if last else None
    return None
