"""What is asserted and denied."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType

from whence.app.books import Book
from whence.app.views.claims import ClaimRow
from whence.cli.consoles import ink
from whence.cli.drawings.signs import draw_blocks, draw_origins, list_reports, list_voices, make_rows, nothing
from whence.dossier.wordings import opened


def draw_claims(book: Book, rows: Sequence[ClaimRow]) -> RenderableType:
    """The claims: those who assert each, those who deny it, what stands behind it."""
    if not rows:
        return nothing("No two sources assert the same, and none denies what another asserts.")
    return draw_blocks((_claim(book, row), _sides(book, row)) for row in rows)


def _claim(book: Book, row: ClaimRow) -> RenderableType:
    table = make_rows("wide", "right")
    of = f" · about {book.short(row.claim.occurrence)}" if row.claim.occurrence else ""
    graded = f" · graded {row.grade}" if row.grade else ""
    table.add_row(ink((opened(row.claim.says), "head"), (of + graded, "quiet")), ink((book.short(row.claim.id), "quiet")))
    return table


def _sides(book: Book, row: ClaimRow) -> RenderableType:
    table = make_rows("", "wide", space=2)
    for words, style, voices in (("say so", "word", row.asserted), ("deny it", "anti", row.denied)):
        if voices:
            table.add_row(ink((words, style)), list_voices(voices))
    if row.origins:
        table.add_row("", draw_origins(row.origins))
    table.add_row("", ink((f"in {list_reports(book, row.reports)}", "quiet")))
    return table
