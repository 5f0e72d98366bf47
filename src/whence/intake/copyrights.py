"""Lines that say to whom a report belongs: ``(c) VPA, 5 January 2021``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from whence.intake.dates import PrintedDate, find_dates
from whence.intake.lines import Line
from whence.model.spans import Span

_LINE = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|copyright))?\s*(?:(?:19|20)\d\d(?:\s*[–-]\s*(?:19|20)?\d\d)?)?,?\s*(?:by\s+)?(?P<name>(?:[^.,|©\d]|(?<=[^\W\d_])\d){2,50}?)"
    r"(?:\s+(?:ltd|limited|inc|llc|plc|gmbh|media group|newspapers|company)\b.*|\s*[.,|].*|\s+(?:19|20)\d\d.*|\s+all rights.*)?",
    re.IGNORECASE,
)
_MARK = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_DAY = len("2021-01-05")


@dataclass(frozen=True, slots=True)
class Copyright:
    """A line of copyright: where it stands, the name in it as printed, and the day where it gives one."""

    line: Line
    name: str
    date: PrintedDate | None


def find_copyrights(lines: Sequence[Line]) -> tuple[Copyright, ...]:
    """The lines of ``lines`` that are notes of copyright, in order; a year alone is no date."""
    return tuple(found for line in lines for found in [_read_line(line)] if found)


def _read_line(line: Line) -> Copyright | None:
    if not _MARK.search(line.text):
        return None
    days = [date for date in find_dates(line.text) if len(date.value) == _DAY]
    bare = line.text
    for date in reversed(days):
        bare = f"{bare[: date.span.start].rstrip(' ,–-')} {bare[date.span.end :].lstrip(' ,–-')}"
    match = _LINE.fullmatch(bare.strip(" []"))
    if match is None:
        return None
    shifted = [PrintedDate(Span(line.span.start + day.span.start, line.span.start + day.span.end), day.value) for day in days]
    return Copyright(line, match["name"].strip(), shifted[0] if len(shifted) == 1 else None)
