"""Dates that name their year, and those of the calendar that do not."""

from __future__ import annotations

from datetime import date

from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import in_calendar, moved, write_unit
from whence.resolve.times.scenes import Answer, Scene


def resolve_iso(mark: TimeMark, scene: Scene) -> Answer:
    """A date in figures, year first."""
    return Answer("date", mark.iso, "stated")


def resolve_day(mark: TimeMark, scene: Scene) -> Answer:
    """A day of a month: "5 March 2019", "the 5th of March"."""
    day = int(mark.numbers[0]) if mark.numbers and "daynum" in mark.kinds else mark.ordinals[0] if mark.ordinals else 0
    month = mark.month or 0
    if mark.era == "BC" and mark.year is None:
        return Answer("date", None, "unknown")
    year, basis = (mark.year, "stated") if mark.year else (_year_of(mark, scene, month, day), "relative")
    if year is None:
        return Answer("date", f"XXXX-{month:02}-{day:02}", "unknown")
    if not in_calendar(year, month, day):
        return Answer("date", f"{year:04}-{month:02}-{day:02}", "unknown")
    return Answer("date", f"{year:04}-{month:02}-{day:02}", "stated" if basis == "stated" else _basis(scene))


def resolve_month(mark: TimeMark, scene: Scene) -> Answer:
    """A month, with its year or "last" or neither."""
    month = mark.month or 0
    if mark.era:
        return Answer("date", f"BC{int(mark.year or mark.numbers[0]):04}-{month:02}", "stated")
    if mark.year:
        return Answer("date", f"{mark.year:04}-{month:02}", "stated")
    year = _shifted_year(mark, scene, month) if mark.shift is not None or mark.unit else _year_of(mark, scene, month, 0)
    return Answer("date", f"{year:04}-{month:02}" if year else f"XXXX-{month:02}", _basis(scene) if year else "unknown")


def _basis(scene: Scene) -> str:
    return "anchored" if scene.narrative else "relative"


def _shifted_year(mark: TimeMark, scene: Scene, month: int) -> int | None:
    """The year of "last June" or "June last year"."""
    if mark.unit == "year" and ("that" in mark.kinds or "same" in mark.kinds):
        return scene.anchor_day.year if scene.anchor_day else None
    today = scene.today
    if today is None:
        return None
    shift = mark.shift or 0
    if mark.unit == "year" or shift == 0:
        return today.year + shift
    if shift < 0:
        return today.year - (month >= today.month)
    return today.year + (month <= today.month)


def _year_of(mark: TimeMark, scene: Scene, month: int, day: int) -> int | None:
    """The year of a day or month that names none: by the tense from today, in a history from what was told last."""
    if scene.narrative and scene.anchor_day:
        return _next_year(scene, month)
    today = scene.today
    if today is None:
        return None
    return _nearest_year(today, month, day, scene.tense)


def _next_year(scene: Scene, month: int) -> int | None:
    anchor = scene.anchor_day
    if anchor is None:
        return None
    named = len(scene.anchor or "") >= 7
    return anchor.year + (1 if named and month < anchor.month - 6 else 0)


def _nearest_year(today: date, month: int, day: int, tense: int) -> int:
    ahead = (month, day or 32) > (today.month, today.day) if day else month > today.month
    if tense > 0:
        return today.year if ahead or month == today.month else today.year + 1
    if tense < 0:
        return today.year - 1 if ahead and month != today.month else today.year
    distance = month - today.month
    return today.year + (1 if distance < -8 else -1 if distance > 8 else 0)


def resolve_year(mark: TimeMark, scene: Scene) -> Answer:
    """A year in figures or words, before Christ too."""
    if mark.era == "BC":
        return Answer("date", f"BC{int(mark.year or mark.numbers[0]):04}", "stated")
    if mark.year:
        return Answer("date", f"{mark.year:04}", "stated")
    number = int(mark.numbers[0])
    if "daynum" in mark.kinds or "num" in mark.kinds:
        century = (scene.anchor or "")[:2]
        return Answer("date", f"{century}{number:02}" if number < 100 and century.isdigit() else f"{number:04}", "stated")
    return Answer("date", f"{1900 + number - 19 if number < 1000 else number:04}", "stated")


def resolve_tail(mark: TimeMark, scene: Scene) -> Answer:
    """The second day of "March 5 to 9", which takes its month from the first."""
    anchor = scene.anchor_day
    day = int(mark.numbers[0])
    if anchor is None or not in_calendar(anchor.year, anchor.month, day):
        return Answer("date", None, "unknown")
    return Answer("date", anchor.replace(day=day).isoformat(), "stated")


def resolve_decade(mark: TimeMark, scene: Scene) -> Answer:
    """Ten years: "the 1970s"."""
    return Answer("date", str(mark.decade), "stated")


def resolve_century(mark: TimeMark, scene: Scene) -> Answer:
    """A hundred years: "the 12th century" is 11."""
    return Answer("date", f"{mark.ordinals[0] - 1:02}", "stated")


def resolve_halfyear(mark: TimeMark, scene: Scene) -> Answer:
    """Half a year: "the first half of 2020"."""
    half = 1 if mark.ordinals[:1] == (1,) else 2
    if mark.year:
        return Answer("date", f"{mark.year}-H{half}", "stated")
    if scene.today is None:
        return Answer("date", None, "unknown")
    day = moved(scene.today, "year", mark.shift or 0)
    return Answer("date", f"{write_unit(day, 'year')}-H{half}" if day else None, "relative")
