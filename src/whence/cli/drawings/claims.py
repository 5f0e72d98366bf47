"""What is asserted and denied."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from whence.app.books import Book
from whence.app.views.claims import ClaimRow
from whence.cli.consoles import ink
from whence.cli.drawings.signs import draw_origins, list_reports, list_voices, make_rows, nothing


def draw_claims(book: Book, rows: Sequence[ClaimRow]) -> RenderableType:
    """The claims: those who assert each, those who deny it, what stands behind it."""
    if not rows:
        return nothing("No two sources assert the same, and none denies what another asserts.")
    table = make_rows("wide", "right")
    for row in rows:
        table.add_row(_claim(book, row), ink((row.claim.id, "quiet")))
    return table


def _claim(book: Book, row: ClaimRow) -> Text:
    text = ink((row.claim.says, "head"))
    if row.claim.occurrence:
        text += ink((f" · of {row.claim.occurrence}", "quiet"))
    if row.asserted:
        text += ink(("\n  say so  ", "word")) + list_voices(row.asserted)
    if row.denied:
        text += ink(("\n  deny it ", "anti")) + list_voices(row.denied)
    if row.origins:
        text += ink("\n  ") + draw_origins(row.origins)
    graded = f" · graded {row.grade}" if row.grade else ""
    return text + ink((f"\n  in {list_reports(book, row.reports)}{graded}", "quiet"))
