"""Days of the week, by tense."""

from __future__ import annotations

from datetime import date, timedelta

from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import moved, nearest_weekday
from whence.resolve.times.scenes import Answer, Scene, unknown


def resolve_weekday(mark: TimeMark, scene: Scene) -> Answer:
    """A weekday: "Friday", "last Friday", "Friday evening", "Monday of next week"."""
    part = f"T{mark.daypart}" if mark.daypart else ""
    day = find_weekday(mark, scene)
    if day is None:
        return unknown("time" if part else "date", f"XXXX-WXX-{mark.weekday}{part}")
    return Answer("time" if part else "date", f"{day}{part}", "anchored" if mark.has("previous", "following") else "relative")


def find_weekday(mark: TimeMark, scene: Scene) -> date | None:
    """The day that a weekday means, None where neither publication nor an earlier date tells."""
    weekday, shift = mark.weekday or 1, mark.shift
    base = scene.anchor_day if mark.has("previous", "following") and scene.anchor_day else scene.today
    if base is None:
        return None
    if mark.unit == "week":
        week = moved(base, "week", shift or 0)
        return week + timedelta(days=weekday - week.isoweekday()) if week else None
    if shift:
        return nearest_weekday(base, weekday, shift, strictly=True)
    if scene.definite and shift is None and not mark.has("previous", "following"):
        return next((day for day in reversed(scene.named) if day.isoweekday() == weekday), None)
    return nearest_weekday(base, weekday, 1 if shift == 0 else scene.tense or -1)
