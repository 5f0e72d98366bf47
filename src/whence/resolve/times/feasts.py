"""Feasts and days with a name."""

from __future__ import annotations

from datetime import date, timedelta

from whence.lexicon.times import load_feasts
from whence.model.timemarks import TimeMark
from whence.resolve.times.calendars import find_easter, last_of_month, nearest_weekday
from whence.resolve.times.scenes import Answer, Scene, unknown
from whence.resolve.times.values import write_unit


def resolve_feast(mark: TimeMark, scene: Scene) -> Answer:
    """A feast: of a year, or the nearest one; by "last" and "next" before and after today."""
    rule = load_feasts()[(mark.feast or "").replace("’", "'")]
    part = f"T{mark.daypart}" if mark.daypart else ""
    if rule == "-" or (mark.year is None and scene.today is None):
        return unknown("date")
    day = find_feast(rule, mark.year) if mark.year else _nearest(rule, scene.today or date.min, mark.shift)
    value = write_unit(day, mark.unit) if mark.unit in ("week", "weekend") else f"{day}{part}"
    return Answer("time" if part else "date", value, "stated" if mark.year else "relative")


def _nearest(rule: str, today: date, shift: int | None) -> date:
    days = [find_feast(rule, today.year + step) for step in (-1, 0, 1)]
    if shift == -1:
        return max(day for day in days if day < today)
    if shift == 1:
        return min(day for day in days if day > today)
    return min(days, key=lambda day: abs(day - today))


def find_feast(rule: str, year: int) -> date:
    """The day of a feast in a year; ``rule`` as ``lexicon/feasts.tsv`` writes it."""
    if rule.startswith(("easter", "orthodox")):
        name, sign, days = rule.partition("+" if "+" in rule else "-")
        return find_easter(year, orthodox=name == "orthodox") + timedelta(days=int(sign + days))
    month, day, *weekday = rule.split("-")
    first = date(year, int(month), 1)
    if not weekday:
        return first.replace(day=int(day))
    if day == "wlast":
        return nearest_weekday(last_of_month(first), int(weekday[0]), -1)
    return nearest_weekday(first, int(weekday[0]), 1) + timedelta(days=7 * (int(day[1:]) - 1))
