"""Spring, summer, autumn, winter."""

from __future__ import annotations

from datetime import date

from whence.model.timemarks import TimeMark
from whence.resolve.times.scenes import Answer, Scene, unknown
from whence.resolve.times.values import SEASONS


def resolve_season(mark: TimeMark, scene: Scene) -> Answer:
    """A season: "the summer of 1999", "last winter", "next spring"."""
    season = mark.season or "SU"
    if mark.year:
        return Answer("date", f"{mark.year:04}-{season}", "stated")
    anchored = scene.history or mark.has("that", "same", "previous", "following")
    base = scene.anchor_first if anchored else scene.today
    if base is None:
        return unknown("date", f"XXXX-{season}")
    return Answer("date", f"{_year(base, SEASONS[season], mark.shift, scene.tense):04}-{season}", "anchored" if anchored else "relative")


def _year(today: date, first: int, shift: int | None, tense: int) -> int:
    """The year in which the season meant begins; a winter begins in December."""
    begun, over = today.month >= first, today.month >= first + 3
    if shift == -1:
        return today.year - (0 if over else 1)
    if shift == 1:
        return today.year + (1 if begun else 0)
    if first == 12:
        return today.year - (1 if today.month < 6 and tense <= 0 else 0)
    return today.year
