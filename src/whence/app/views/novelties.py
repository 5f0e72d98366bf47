"""What is new since a day: reports, and what they told that nobody had told before."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from whence.app.books import Book
from whence.model.reports import Report
from whence.model.stories import Claim, Conflict, Occurrence


@dataclass(frozen=True, slots=True)
class Novelties:
    """What became known on or after a day; ``denied`` are older claims that are now denied for the first time."""

    reports: tuple[Report, ...]
    occurrences: tuple[Occurrence, ...]
    claims: tuple[Claim, ...]
    denied: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]


def list_novelties(book: Book, since: datetime.date) -> Novelties:
    """What became known on or after ``since``. A conflict is new when its second account is."""
    story = book.story

    def is_new(keys: Iterable[str]) -> bool:
        return min(_days(book, keys), default=datetime.date.min) >= since

    claims = tuple(claim for claim in story.claims if is_new((*claim.attributions, *claim.denied_by)))
    reports = [reading.report for report, reading in book.readings.items() if is_new([report])]
    return Novelties(
        reports=tuple(sorted(reports, key=lambda report: (book.known(report.id) or datetime.date.max, report.id))),
        occurrences=tuple(occurrence for occurrence in story.occurrences if is_new(occurrence.events)),
        claims=claims,
        denied=tuple(claim for claim in story.claims if claim.denied_by and is_new(claim.denied_by) and claim not in claims),
        conflicts=tuple(conflict for conflict in story.conflicts if _is_new_conflict(book, conflict, since)),
    )


def _is_new_conflict(book: Book, conflict: Conflict, since: datetime.date) -> bool:
    first = [min(days) for side in conflict.values if (days := _days(book, side.by))]
    return len(first) > 1 and sorted(first)[1] >= since


def _days(book: Book, keys: Iterable[str]) -> list[datetime.date]:
    return [day for key in keys if (day := book.known(key))]
