"""When a report was published, as narrow as page and text tell, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass

from whence.intake.datelines import Dateline
from whence.intake.headers import Masthead, Piece
from whence.intake.inferred import infer_published
from whence.intake.layouts import Layout
from whence.model.reports import PublishedBasis
from whence.model.spans import Span

_LABELS = ("published", "posted", "first published", "issued", "originally published")
_LATER = ("updated", "modified", "edited")


@dataclass(frozen=True, slots=True)
class Publication:
    """The ISO date of publication, its basis, and where it is printed."""

    value: str | None = None
    basis: PublishedBasis = "unknown"
    span: Span | None = None


def find_publication(layout: Layout, dateline: Dateline | None, given: str | None) -> Publication:
    """The first date that the masthead prints, else the dateline's, the page's own data, a date of change or at the foot,
    else what the report's words tell.
    """
    first, later = _find_printed(layout.header)
    if first:
        return first
    if dateline and dateline.date:
        return Publication(dateline.date, "stated", dateline.date_span)
    if given:
        return Publication(given, "metadata")
    return later or _find_printed(_labelled(layout.footer))[0] or _infer(layout)


def _labelled(footer: tuple[Masthead, ...]) -> tuple[Masthead, ...]:
    """Lines at the foot that say what their date is: a bare one there dates a correction or another story."""
    return tuple(masthead for masthead in footer if any(piece.text.casefold().startswith(_LABELS) for piece in masthead.of("time")))


def _infer(layout: Layout) -> Publication:
    value = infer_published(layout.title.text if layout.title else None, [line.text for line in layout.body if line.prose])
    return Publication(value, "inferred") if value else Publication()


def _find_printed(mastheads: tuple[Masthead, ...]) -> tuple[Publication | None, Publication | None]:
    """The first date printed as that of publication, and the first printed as that of a change; whole days before months."""
    found: dict[bool, Publication] = {}
    dates = [(masthead, piece) for masthead in mastheads for piece in masthead.of("date")]
    for masthead, piece in sorted(dates, key=_is_wide):
        if piece.date:
            found.setdefault(_is_later(masthead, piece), Publication(piece.date.value, "stated", piece.span))
    return found.get(False), found.get(True)


def _is_wide(dated: tuple[Masthead, Piece]) -> bool:
    date = dated[1].date
    return date is None or len(date.value) != len("2020-01-01")


def _is_later(masthead: Masthead, date: Piece) -> bool:
    before = [piece.text.casefold() for piece in masthead.of("time") if piece.span.end <= date.span.start]
    return bool(before) and any(word in before[-1] for word in _LATER)
