"""Days and months that do not name their year."""

from __future__ import annotations

from datetime import date

from whence.model.dates import Period
from whence.model.readings import TimeBasis
from whence.model.timemarks import TimeMark
from whence.resolve.times.absolute import is_before_christ, written_day, year_before_christ
from whence.resolve.times.calendars import in_calendar, last_of_month, moved
from whence.resolve.times.scenes import Answer, Scene, unknown
from whence.resolve.times.values import read_value, write_unit

# A date that would lie against the tense of its sentence is taken to be this much further away.
AGAINST_TENSE = 4
_HALF_A_YEAR = 6
_THIRDS = {"early": 1, "mid": 11, "late": 21}


def resolve_day(mark: TimeMark, scene: Scene) -> Answer:
    """A day of a month: "5 March 2019", "Friday, 5 March", "the 5th of March"."""
    month, day = mark.month or 0, mark.day or 0
    if is_before_christ(mark):
        return Answer("date", f"BC{year_before_christ(mark):04}-{month:02}-{day:02}", "stated")
    if mark.year:
        return written_day(mark, mark.year, month, day)
    year = year_of(mark, scene, month, day)
    if year is None or not in_calendar(2000, month, day):
        return unknown("date", f"XXXX-{month:02}-{day:02}")
    told = written_day(mark, year, month, day)
    return Answer("date", told.value, _basis(scene) if told.basis == "stated" else "unknown")


def resolve_month(mark: TimeMark, scene: Scene) -> Answer:
    """A month: "May 2016", "last June", "June of that year", "early April"."""
    month = mark.month or 0
    if is_before_christ(mark):
        return Answer("date", f"BC{year_before_christ(mark):04}-{month:02}", "stated")
    if mark.year:
        return Answer("date", f"{mark.year:04}-{month:02}", "stated", _third(mark, mark.year, month))
    year = _told_year(mark, scene, month) if mark.shift is not None or mark.unit else year_of(mark, scene, month, 0)
    return (
        Answer("date", f"{year:04}-{month:02}", _basis(scene), _third(mark, year, month)) if year else unknown("date", f"XXXX-{month:02}")
    )


def _third(mark: TimeMark, year: int, month: int) -> Period | None:
    """The ten days or so of "early May", "mid-May" and "late May"; None for the whole of it."""
    first = next((day for kind, day in _THIRDS.items() if mark.has(kind)), None)
    if first is None:
        return None
    start = date(year, month, first)
    return Period(start, start.replace(day=first + 9) if first < _THIRDS["late"] else last_of_month(start))


def resolve_month_day(mark: TimeMark, scene: Scene) -> Answer:
    """A day that names no month: "on the 20th" is of the month told last, or else of the nearest one by the tense; "Monday the
    20th" of the nearest one where that day is a Monday.
    """
    day, base = mark.day or 0, scene.anchor_first or scene.today
    if base is None:
        return unknown("date", f"XXXX-XX-{day:02}")
    if mark.weekday:
        nearest = _nearest_on(scene.today or base, day, mark.weekday)
        return Answer("date", nearest.isoformat(), "relative") if nearest else unknown("date", f"XXXX-XX-{day:02}")
    if scene.anchor_first is None:
        step = 1 if scene.tense > 0 and day < base.day else -1 if scene.tense <= 0 and day > base.day else 0
        base = moved(base.replace(day=1), "month", step) or base
    told = written_day(mark, base.year, base.month, day)
    return Answer("date", told.value, "anchored" if scene.anchor_first else "relative") if told.basis == "stated" else told


def _nearest_on(base: date, day: int, weekday: int) -> date | None:
    """The day of that number and weekday nearest to ``base``, within half a year."""
    months = [month for step in range(-_HALF_A_YEAR, _HALF_A_YEAR + 1) if (month := moved(base.replace(day=1), "month", step))]
    days = [month.replace(day=day) for month in months if in_calendar(month.year, month.month, day)]
    return min((one for one in days if one.isoweekday() == weekday), key=lambda one: abs((one - base).days), default=None)


def resolve_tail(mark: TimeMark, scene: Scene) -> Answer:
    """The second day of "March 5 to 9", which takes its month from the first."""
    anchor, day = scene.anchor_day, mark.day or 0
    return written_day(mark, mark.year or anchor.year, anchor.month, day) if anchor else unknown("date")


def resolve_week_of(mark: TimeMark, scene: Scene) -> Answer:
    """The week that holds a day: "the week of March 5"."""
    told = resolve_day(mark, scene)
    days = read_value(told.value)
    return Answer("date", write_unit(days.first, mark.unit or "week"), told.basis) if days else unknown("date")


def _basis(scene: Scene) -> TimeBasis:
    return "anchored" if scene.history else "relative"


def _told_year(mark: TimeMark, scene: Scene, month: int) -> int | None:
    """The year of "last June", "June last year", "June of that year"."""
    if mark.has("that", "same", "previous", "following") and scene.anchor_first:
        return scene.anchor_first.year + (mark.shift or 0)
    if scene.today is None:
        return None
    shift = mark.shift or 0
    if mark.unit == "year" or shift == 0:
        return scene.today.year + shift
    if shift < 0:
        return scene.today.year - (month >= scene.today.month)
    return scene.today.year + (month <= scene.today.month)


def year_of(mark: TimeMark, scene: Scene, month: int, day: int) -> int | None:
    """The year of a day, or of a month where ``day`` is 0: in a history on from what was told last, else about today."""
    anchor = scene.anchor_first
    if scene.history and anchor:
        return _year_on(anchor, scene.anchor or "", month)
    return _year_about(scene.today, month, day, scene.tense, mark.weekday) if scene.today else None


def _year_on(anchor: date, told: str, month: int) -> int:
    """The year of a month in a history: up to half a year on from the last day or month told, else the same year."""
    on = (month - anchor.month) % 12
    return anchor.year + (1 if len(told) > 4 and on <= 6 and month < anchor.month else 0)


def _year_about(today: date, month: int, day: int, tense: int, weekday: int | None) -> int:
    """The year that brings the date nearest to today and, where it comes with one, on its weekday."""

    def distance(year: int) -> tuple[bool, float]:
        days = 30.4 * (12 * (year - today.year) + month - today.month) + ((day - today.day) if day else 0)
        astray = weekday is not None and in_calendar(year, month, day) and date(year, month, day).isoweekday() != weekday
        return astray, abs(days) * (AGAINST_TENSE if days * tense < 0 else 1)

    return min((today.year, today.year - 1, today.year + 1), key=distance)
