"""Words that point from the day of publication: today, yesterday, now, recently."""

from __future__ import annotations

from whence.model.dates import Period
from whence.model.readings import TimeType
from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import moved
from whence.resolve.times.scenes import Answer, Scene, unknown


def resolve_deictic(mark: TimeMark, scene: Scene) -> Answer:
    """Today, yesterday, tomorrow, tonight, the day after tomorrow."""
    kind: TimeType = "time" if mark.daypart else "date"
    steps = (mark.shift or 0) + (1 if mark.has("after") else -1 if mark.has("before") else 0)
    day = moved(scene.today, "day", steps) if scene.today else None
    return Answer(kind, f"{day}{f'T{mark.daypart}' if mark.daypart else ''}", "relative") if day else unknown(kind)


def resolve_present(mark: TimeMark, scene: Scene) -> Answer:
    """The present of the report: "now", "currently"."""
    return _reference("PRESENT_REF", scene)


def resolve_past(mark: TimeMark, scene: Scene) -> Answer:
    """Some time before the report; "recently" is taken as about the time of publication."""
    return _reference("PAST_REF", scene if mark.has("recently") else None)


def resolve_future(mark: TimeMark, scene: Scene) -> Answer:
    """Some time after the report: "soon", "in the near future"."""
    return _reference("FUTURE_REF", None)


def _reference(value: str, scene: Scene | None) -> Answer:
    today = scene.today if scene else None
    return Answer("date", value, "relative", Period(today, today) if today else None, anchors=False)
