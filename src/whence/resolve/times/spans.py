"""Durations, stretches that reach to today, and what happens again and again."""

from __future__ import annotations

from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import write_duration
from whence.resolve.times.scenes import Answer, Scene


def resolve_duration(mark: TimeMark, scene: Scene) -> Answer:
    """How long: "two hours", "a 16-day visit"."""
    unit = mark.unit or "day"
    if mark.vague or not (mark.numbers or {"a", "single", "another"} & set(mark.kinds)):
        return Answer("duration", write_duration(unit, None), "stated", anchors=False)
    return Answer("duration", write_duration(unit, mark.numbers[0] if mark.numbers else 1), "stated", anchors=False)


def resolve_set(mark: TimeMark, scene: Scene) -> Answer:
    """How often: "daily", "every two weeks", "each Thursday"."""
    return Answer("set", _set_value(mark), "stated", anchors=False)


def _set_value(mark: TimeMark) -> str:
    if mark.reference:
        return mark.reference
    if mark.weekday:
        return f"XXXX-WXX-{mark.weekday}" + (f"T{mark.daypart}" if mark.daypart else "")
    if mark.month:
        return f"XXXX-{mark.month:02}"
    if mark.season:
        return f"XXXX-{mark.season}"
    if mark.daypart:
        return f"XXXX-XX-XXT{mark.daypart}"
    return write_duration(mark.unit or "day", 2 if "other" in mark.kinds else mark.numbers[0] if mark.numbers else 1)


def resolve_present(mark: TimeMark, scene: Scene) -> Answer:
    """The present of the report."""
    return Answer("date", "PRESENT_REF", "stated", anchors=False)


def resolve_past(mark: TimeMark, scene: Scene) -> Answer:
    """Some time before the report."""
    return Answer("date", "PAST_REF", "stated", anchors=False)


def resolve_future(mark: TimeMark, scene: Scene) -> Answer:
    """Some time after the report."""
    return Answer("date", "FUTURE_REF", "stated", anchors=False)
