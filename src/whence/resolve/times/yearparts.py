"""Quarters, seasons, feasts, and the parts of a day."""

from __future__ import annotations

from datetime import date, timedelta

from whence.lexicon.times import load_feasts
from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import easter, moved, nearest_weekday, write_unit
from whence.resolve.times.scenes import SEASONS, Answer, Scene, unknown


def resolve_quarter(mark: TimeMark, scene: Scene) -> Answer:
    """A quarter of a year."""
    year, number = mark.year, mark.ordinals[0] if mark.ordinals else None
    back = 1 if {"ago", "earlier"} & set(mark.kinds) or (mark.unit == "year" and mark.shift == -1) else 0
    if number is None and scene.quarter:
        base, number = int(scene.quarter[:4]), int(scene.quarter[-1])
        return Answer("date", f"{year or base - back}-Q{number}", "anchored")
    if scene.today is None and year is None:
        return unknown("date")
    if number is None:
        return Answer("date", _quarter_of(mark, scene), "relative")
    basis = "stated" if year else "relative"
    return Answer("date", f"{year or _quarter_year(scene.today, number, mark, back)}-Q{number}", basis)


def _quarter_year(today: date | None, number: int, mark: TimeMark, back: int) -> int:
    assert today is not None
    if mark.unit == "year" and mark.shift is not None:
        return today.year + mark.shift
    late = number == 4 and today.month <= 3
    return today.year - back - late


def _quarter_of(mark: TimeMark, scene: Scene) -> str | None:
    if scene.today is None:
        return None
    shift = mark.shift if "latest" not in mark.kinds else -1
    day = moved(scene.today, "quarter", shift or 0)
    return write_unit(day, "quarter") if day else None


def resolve_season(mark: TimeMark, scene: Scene) -> Answer:
    """A season: of a year, or the nearest one."""
    season = mark.season or "SU"
    if mark.year:
        return Answer("date", f"{mark.year}-{season}", "stated")
    base = scene.anchor_day if scene.narrative else scene.today
    if base is None:
        return Answer("date", f"XXXX-{season}", "unknown")
    return Answer("date", f"{_season_year(base, season, mark.shift, scene.tense)}-{season}", "anchored" if scene.narrative else "relative")


def _season_year(today: date, season: str, shift: int | None, tense: int) -> int:
    first = SEASONS[season][0]
    begun = today.month >= first
    if shift == -1:
        return today.year if begun and today.month > SEASONS[season][1] and season != "WI" else today.year - 1
    if shift == 1:
        return today.year + begun
    if season == "WI":
        return today.year - (today.month < 6 and tense <= 0)
    return today.year


def resolve_feast(mark: TimeMark, scene: Scene) -> Answer:
    """A feast: of a year, or the nearest one by tense."""
    rule = load_feasts()[(mark.feast or "").replace("’", "'")]
    if rule == "-" or (mark.year is None and scene.today is None):
        return unknown("date")
    if mark.year:
        return Answer("date", _feast_day(rule, mark.year).isoformat(), "stated")
    today = scene.today
    assert today is not None
    direction = mark.shift or scene.tense or -1
    days = [_feast_day(rule, today.year + step) for step in (-1, 0, 1)]
    day = max(day for day in days if day <= today) if direction < 0 else min(day for day in days if day >= today)
    return Answer("date", write_unit(day, "week") if "unit" in mark.kinds else day.isoformat(), "relative")


def _feast_day(rule: str, year: int) -> date:
    name, _, offset = rule.partition("+") if "+" in rule else rule.partition("-")
    if name in ("easter", "orthodox"):
        sign = 1 if "+" in rule else -1
        return easter(year, orthodox=name == "orthodox") + timedelta(days=sign * int(offset))
    parts = rule.split("-")
    if parts[1][0] != "w":
        return date(year, int(parts[0]), int(parts[1]))
    if parts[1] == "wlast":
        return nearest_weekday(moved(date(year, int(parts[0]), 1), "month", 1) or date(year, 12, 31), int(parts[2]), -1, strictly=True)
    first = nearest_weekday(date(year, int(parts[0]), 1), int(parts[2]), 1)
    return first + timedelta(days=7 * (int(parts[1][1:]) - 1))


def resolve_daypart(mark: TimeMark, scene: Scene) -> Answer:
    """A part of a day: of today, or of the day told last."""
    value = f"T{mark.daypart}" if mark.daypart else f"T{mark.clock}"
    anchored = scene.anchor if len(scene.anchor or "") >= 10 and "this" not in mark.kinds else None
    day = date.fromisoformat(anchored[:10]) if anchored and "W" not in anchored and "X" not in anchored else scene.today
    if day is None:
        return Answer("time", f"XXXX-XX-XX{value}", "unknown")
    day = moved(day, "day", mark.shift if mark.shift and "overnight" not in mark.kinds else 0) or day
    return Answer("time", f"{day}{value}", "anchored" if anchored else "relative")


def resolve_clock(mark: TimeMark, scene: Scene) -> Answer:
    """A time of the clock, on the day it names or the one told last."""
    day: date | None
    if mark.weekday and scene.today:
        day = nearest_weekday(scene.today, mark.weekday, scene.tense or -1)
    elif scene.today and "deictic" in mark.kinds:
        day = moved(scene.today, "day", mark.shift or 0)
    else:
        day = scene.anchor_day if len(scene.anchor or "") >= 10 else scene.today
    return Answer("time", f"{day or 'XXXX-XX-XX'}T{_clock(mark)}", "relative" if day else "unknown")


def _clock(mark: TimeMark) -> str:
    hour, _, rest = (mark.clock or f"{int(mark.numbers[0]) if mark.numbers else 0}:00").partition(":")
    half = (mark.half or "").replace(".", "")
    number = int(hour) % 12 + 12 if half[:1] == "p" else 0 if half[:1] == "a" and int(hour) == 12 else int(hour)
    return f"{number:02}:{rest[:2]}"
