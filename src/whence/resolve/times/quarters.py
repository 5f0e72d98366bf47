"""Quarters of a year, as companies and statistics offices count them."""

from __future__ import annotations

from datetime import date

from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import moved
from whence.resolve.times.scenes import Answer, Scene, unknown
from whence.resolve.times.values import write_unit


def resolve_quarter(mark: TimeMark, scene: Scene) -> Answer:
    """A quarter: "the third quarter of 2004", "the year-ago quarter", "the latest quarter"."""
    back = 1 if mark.has("ago", "earlier") or (mark.has("last") and mark.has("unit")) else 0
    if mark.ordinals:
        return _numbered(mark, scene.today, mark.ordinals[0], back)
    if scene.quarter and not mark.has("next"):
        year = mark.year or int(scene.quarter[:4]) - back
        return Answer("date", f"{year:04}{scene.quarter[4:]}", "anchored")
    day = moved(scene.today, "quarter", -1 if mark.has("latest", "last") and not back else mark.shift or 0) if scene.today else None
    if day is None or mark.year:
        return Answer("date", f"{mark.year:04}", "stated") if mark.year else unknown("date")
    return Answer("date", write_unit(day.replace(year=day.year - back), "quarter"), "relative")


def _numbered(mark: TimeMark, today: date | None, number: int, back: int) -> Answer:
    if number not in (1, 2, 3, 4):
        return unknown("date")
    if mark.year:
        return Answer("date", f"{mark.year:04}-Q{number}", "stated")
    if today is None:
        return unknown("date", f"XXXX-Q{number}")
    if mark.shift is not None:
        return Answer("date", f"{today.year + mark.shift:04}-Q{number}", "relative")
    # In the first months of a year the last quarter is the one that has just ended.
    ended = number == 4 and today.month <= 3
    return Answer("date", f"{today.year - back - ended:04}-Q{number}", "relative")
