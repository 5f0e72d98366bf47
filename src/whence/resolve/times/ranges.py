"""Times that stand together and share what only one of them says: "March and April 2019", "12 to 14 July", "499 to 493 BC"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.model.timemarks import TimeMark

_JOIN = re.compile(r"\s*(?:-|–|—|/|,|to|and|or|until|till|through|,\s+and)\s*\Z")
_DATED = ("day", "month", "dayhead", "season")


def share_parts(marks: Sequence[TimeMark], text: str) -> tuple[TimeMark, ...]:
    """The marks with the month, the year or the era that each takes from the one after it."""
    shared = list(marks)
    for index in range(len(shared) - 2, -1, -1):
        mark, after = shared[index], shared[index + 1]
        if _JOIN.fullmatch(text, mark.span.end, after.span.start):
            shared[index] = _shared(mark, after)
    return tuple(shared)


def _shared(mark: TimeMark, after: TimeMark) -> TimeMark:
    if mark.family == "dayhead" and after.month:
        return replace(mark, family="day", month=after.month, year=after.year)
    if mark.family == "year" and after.era and not mark.era:
        return replace(mark, era=after.era)
    if mark.family in _DATED and mark.year is None and after.year and after.family in (*_DATED, "daytail"):
        earlier = mark.month is not None and after.month is not None and mark.month > after.month
        return replace(mark, year=after.year - earlier, era=after.era)
    return mark
