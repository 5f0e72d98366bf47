"""Units of the calendar by their place beside today or beside a time told before: last week, this year, the following day."""

from __future__ import annotations

from datetime import date

from whence.model.dates import Period
from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import MONTHS, last_of_month, moved
from whence.resolve.times.scenes import Answer, Scene, unknown
from whence.resolve.times.values import read_value, write_duration, write_unit

_ANCHORED = ("previous", "following", "that", "same")


def resolve_neighbour(mark: TimeMark, scene: Scene) -> Answer:
    """A week, month, year or the like: "last week", "this year", "the following day", "earlier this month"."""
    unit = mark.unit or "day"
    points_back = mark.has(*_ANCHORED) or (mark.has("the") and (scene.history or unit == "day"))
    anchored = scene.anchor_first if points_back else None
    base = anchored or (None if mark.has(*_ANCHORED) else scene.today)
    if base is None or (mark.has("past") and MONTHS.get(unit, 0) > 12):
        return _stretch(mark, unit, base)
    shift = mark.shift or 0
    if unit == "weekend" and mark.shift is None and scene.tense <= 0 and base.isoweekday() < 5:
        shift = -1
    day = moved(base, unit, shift)
    value = write_unit(day, unit) if day else None
    if value is None:
        return unknown("date")
    return Answer("date", value, "anchored" if anchored else "relative", _narrowed(mark, base, value))


def _stretch(mark: TimeMark, unit: str, base: date | None) -> Answer:
    """A stretch that ends today: "the past decade"."""
    first = moved(base, unit, -1) if base else None
    if not mark.has("past") or MONTHS.get(unit, 0) <= 12:
        return unknown("date")
    return Answer("duration", write_duration(unit, 1), "stated", Period(first, base) if first and base else None, anchors=False)


def _narrowed(mark: TimeMark, today: date, value: str) -> Period | None:
    """The days of "earlier this year" and "later this month": up to the month or the day of publication, or on from it."""
    whole = read_value(value)
    if whole is None or not (whole.first <= today <= whole.last):
        return None
    year = mark.unit == "year"
    if mark.has("earlier"):
        return Period(whole.first, last_of_month(today) if year else today)
    if mark.has("later"):
        return Period(today.replace(day=1) if year else today, whole.last)
    return None


def resolve_beside(mark: TimeMark, scene: Scene) -> Answer:
    """The unit next to the time told last: "the day before", "the year after"."""
    unit, base = mark.unit or "day", scene.anchor_first
    day = moved(base, unit, -1 if mark.has("before") else 1) if base else None
    return Answer("date", write_unit(day, unit), "anchored") if day else unknown("date")
