"""Parts of a day and times of the clock."""

from __future__ import annotations

from datetime import date

from whence.model.readings import TimeBasis
from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import moved
from whence.resolve.times.partial import resolve_day
from whence.resolve.times.scenes import Answer, Scene, unknown
from whence.resolve.times.values import read_value
from whence.resolve.times.weekdays import find_weekday


def resolve_daypart(mark: TimeMark, scene: Scene) -> Answer:
    """A part of a day: "this morning" is today's, "that afternoon" and "the next morning" count from the day told last."""
    part = f"T{mark.daypart}" if mark.daypart else f"T{mark.clock}"
    if mark.has("deictic", "titled"):
        day, anchored = scene.today, None
    else:
        anchored = None if mark.has("this", "overnight") else scene.anchor_day
        day = anchored or (None if mark.has("that", "same") else scene.today)
    day = moved(day, "day", mark.shift or 0) if day else None
    if day is None:
        return unknown("time", f"XXXX-XX-XX{part}")
    return Answer("time", f"{day}{part}", "anchored" if anchored else "relative")


def resolve_clock(mark: TimeMark, scene: Scene) -> Answer:
    """A time of the clock, on the day that it names, or else on one that its sentence has named before it."""
    day, basis = _clock_day(mark, scene)
    return Answer("time", f"{day}T{_hour(mark)}", basis) if day else unknown("time", f"XXXX-XX-XXT{_hour(mark)}")


def _clock_day(mark: TimeMark, scene: Scene) -> tuple[date | None, TimeBasis]:
    if mark.month:
        told = resolve_day(mark, scene)
        days = read_value(told.value)
        return (days.first if days else None), told.basis
    if mark.weekday:
        return find_weekday(mark, scene), "relative"
    if mark.has("deictic", "titled"):
        return (moved(scene.today, "day", mark.shift or 0) if scene.today else None), "relative"
    return (scene.anchor_day if scene.near else None), "anchored"


def _hour(mark: TimeMark) -> str:
    """Hours and minutes of the day, by the 24-hour clock."""
    told = int(mark.numbers[0]) if mark.numbers else 0
    # "1430 GMT" gives hours and minutes in one number.
    hour, _, minutes = (mark.clock or (f"{told // 100}:{told % 100:02}" if told > 24 else f"{told}:00")).partition(":")
    number = int(hour)
    if (mark.half or "").startswith("p") or (mark.daypart in ("AF", "EV") and number < 12):
        number = number % 12 + 12
    elif (mark.half or "").startswith("a"):
        number %= 12
    return f"{number:02}:{minutes[:2]}"
