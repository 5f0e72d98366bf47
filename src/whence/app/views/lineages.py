"""Who took from whom."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from whence.app.books import Book
from whence.app.citations import Citation, cite_passage
from whence.model.reports import Report
from whence.model.stories import Edge, Sighting


@dataclass(frozen=True, slots=True)
class LineageRow:
    """A report, what it takes from others, and where else the same bytes were found."""

    report: Report
    takes: tuple[Edge, ...]
    found_again: tuple[Sighting, ...]

    @property
    def is_origin(self) -> bool:
        """Whether the report takes nothing from another one, as far as can be told."""
        return not any(edge.kind in ("republishes", "retells") for edge in self.takes)


def list_lineage(book: Book, sightings: tuple[Sighting, ...] = ()) -> tuple[LineageRow, ...]:
    """The reports by the day from which they are known, undated ones last."""
    rows = (
        LineageRow(
            reading.report,
            tuple(edge for edge in book.story.lineage if edge.doc == report),
            tuple(seen for seen in sightings if seen.report == report),
        )
        for report, reading in book.readings.items()
    )
    return tuple(sorted(rows, key=lambda row: (book.known(row.report.id) or datetime.date.max, row.report.id)))


def cite_edge(book: Book, edge: Edge) -> tuple[Citation, ...]:
    """The passages that an edge rests on."""
    return tuple(cite_passage(book, passage) for passage in edge.because.spans)
