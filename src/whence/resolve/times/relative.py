"""Times told by their distance from the day of publication or from another time."""

from __future__ import annotations

from datetime import date

from whence.model.dates import Period
from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import PERIODS, moved, nearest_weekday, write_duration, write_unit
from whence.resolve.times.scenes import Answer, Scene, unknown


def resolve_weekday(mark: TimeMark, scene: Scene) -> Answer:
    """A day of the week: "Friday", "last Friday", "Friday evening"."""
    weekday, today = mark.weekday or 1, scene.today
    if "previous" in mark.kinds or "following" in mark.kinds:
        today = scene.anchor_day if len(scene.anchor or "") >= 10 else today
    if today is None:
        return Answer("time" if mark.daypart else "date", f"XXXX-WXX-{weekday}" + _part(mark), "unknown")
    if mark.unit == "week":
        base = moved(today, "week", mark.shift or 0) or today
        day = date.fromisocalendar(base.isocalendar()[0], base.isocalendar()[1], weekday)
    elif mark.shift is not None and mark.shift != 0:
        day = nearest_weekday(today, weekday, mark.shift, strictly=True)
    else:
        day = nearest_weekday(today, weekday, scene.tense or (1 if mark.shift == 0 else -1))
    return Answer("time" if mark.daypart else "date", day.isoformat() + _part(mark), "relative")


def _part(mark: TimeMark) -> str:
    return f"T{mark.daypart}" if mark.daypart else ""


def resolve_deictic(mark: TimeMark, scene: Scene) -> Answer:
    """Today, yesterday, tomorrow, tonight."""
    kind = "time" if mark.daypart or "tonight" in mark.kinds else "date"
    if scene.today is None:
        return unknown(kind)
    day = moved(scene.today, "day", mark.shift or 0)
    part = "TNI" if "tonight" in mark.kinds else _part(mark)
    return Answer(kind, f"{day}{part}", "relative")


def resolve_ago(mark: TimeMark, scene: Scene) -> Answer:
    """So many units before or after: ago and hence from today, earlier and later from what was told last."""
    unit = mark.unit or "day"
    from_today = "ago" in mark.kinds or "hence" in mark.kinds
    base = scene.today if from_today or not scene.anchor_day else scene.anchor_day
    if scene.quarter and unit == "year" and not scene.narrative and _count(mark) == 1:
        return Answer("date", f"{int(scene.quarter[:4]) - 1}{scene.quarter[4:]}", "anchored")
    if mark.vague or (not mark.numbers and "a" not in mark.kinds and "single" not in mark.kinds):
        value = "PAST_REF" if (mark.shift or 0) < 0 else "FUTURE_REF"
        return Answer("date", value, "relative", anchors=False)
    if base is None or PERIODS[unit][0] == "T":
        return unknown("date")
    day = moved(base, unit, _count(mark) * (mark.shift or 1))
    grain = "year" if unit in ("decade", "century") else unit
    return Answer("date", write_unit(day, grain) if day else None, "relative" if from_today else "anchored")


def _count(mark: TimeMark) -> float:
    return mark.numbers[0] if mark.numbers else 1


def resolve_shifted(mark: TimeMark, scene: Scene) -> Answer:
    """A unit of the calendar by its neighbourhood: "last week", "this year", "the following day"."""
    unit = mark.unit or "day"
    anchored = bool({"previous", "following", "that", "same"} & set(mark.kinds)) or (unit == "day" and "the" in mark.kinds)
    base = scene.anchor_day if anchored and scene.anchor_day else scene.today
    if base is None:
        return unknown("date")
    if PERIODS[unit][0] == "T":
        return Answer("duration", write_duration(unit, 1), "stated", anchors=False)
    shift = mark.shift or 0
    if {"earlier", "later"} & set(mark.kinds) and shift in (1, -1) and "the" not in mark.kinds and not {"last", "next"} & set(mark.kinds):
        shift = 0
    day = moved(base, unit, shift)
    if day is None:
        return unknown("date")
    return Answer("date", write_unit(day, unit), "anchored" if anchored else "relative", _stretch(mark, base, day, unit))


def _stretch(mark: TimeMark, today: date, day: date, unit: str) -> Period | None:
    """The days meant by "earlier this year" and "later this month", which the value does not tell."""
    if unit == "year" and (mark.shift == 0 or "in" in mark.kinds):
        if "earlier" in mark.kinds:
            return Period(date(today.year, 1, 1), today)
        if "later" in mark.kinds:
            return Period(today, date(today.year, 12, 31))
    return None
