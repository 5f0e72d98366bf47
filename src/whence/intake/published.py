"""When a report was published, as narrow as page and text tell, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass

from whence.intake.datelines import Dateline
from whence.intake.headers import Masthead, Piece
from whence.intake.layouts import Layout
from whence.model.reports import PublishedBasis
from whence.model.spans import Span

_LATER = ("updated", "modified", "edited")


@dataclass(frozen=True, slots=True)
class Publication:
    """The ISO date of publication, its basis, and where it is printed."""

    value: str | None = None
    basis: PublishedBasis = "unknown"
    span: Span | None = None


def find_publication(layout: Layout, dateline: Dateline | None, given: str | None) -> Publication:
    """The first date that the masthead prints, else the dateline's, else the page's own data, else a date of change or at the foot."""
    first, later = _find_printed(layout.header)
    if first:
        return first
    if dateline and dateline.date:
        return Publication(dateline.date, "stated", dateline.date_span)
    if given:
        return Publication(given, "metadata")
    return later or next((found for found in _find_printed(layout.footer) if found), Publication())


def _find_printed(mastheads: tuple[Masthead, ...]) -> tuple[Publication | None, Publication | None]:
    """The first date printed as that of publication, and the first printed as that of a change; whole days before months."""
    found: dict[bool, Publication] = {}
    dates = [(masthead, piece) for masthead in mastheads for piece in masthead.of("date")]
    for masthead, piece in sorted(dates, key=lambda pair: bool(pair[1].date) and len(pair[1].date.value) != len("2020-01-01")):
        if piece.date:
            found.setdefault(_is_later(masthead, piece), Publication(piece.date.value, "stated", piece.span))
    return found.get(False), found.get(True)


def _is_later(masthead: Masthead, date: Piece) -> bool:
    before = [piece.text.casefold() for piece in masthead.of("time") if piece.span.end <= date.span.start]
    return bool(before) and any(word in before[-1] for word in _LATER)
