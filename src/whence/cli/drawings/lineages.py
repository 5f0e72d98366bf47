"""Who took from whom."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from rich.console import RenderableType
from rich.text import Text

from whence.app.books import Book
from whence.app.views.lineages import LineageRow
from whence.cli.consoles import ink
from whence.cli.drawings.signs import make_rows, nothing, say_when
from whence.dossier.wordings import clip, show_evidence
from whence.model.stories import Edge

MOST_EVIDENCE = 90
_TAKES = {"cites": "cites", "republishes": "republishes", "retells": "retells", "version": "is a later version of"}


def draw_lineage(book: Book, rows: Sequence[LineageRow]) -> RenderableType:
    """The reports by day; beneath each what it takes, from whom, on what evidence."""
    if not rows:
        return nothing("No report was known by then." if book.story.as_of else "No report was read.")
    table = make_rows("", "", "wide", "right")
    for row in rows:
        mark = "┃" if row.is_origin else "╷"
        table.add_row(say_when(row.report.published), mark, _report(book, row), ink((book.short(row.report.id), "quiet")))
    return table


def _report(book: Book, row: LineageRow) -> Text:
    text = ink((row.report.outlet or "outlet unknown", "head"), f" · {clip(row.report.title or PurePath(row.report.path).name, 70)}")
    for edge in row.takes:
        text += _edge(book, edge)
    for seen in row.found_again:
        text += ink(("\n  the same bytes at ", "quiet"), seen.url or seen.path, f" ({seen.outlet})" if seen.outlet else "")
    return text


def _edge(book: Book, edge: Edge) -> Text:
    held = f" {book.short(edge.from_doc)}" if edge.from_doc else ""
    share = f", {edge.coverage:.0%} of its text" if edge.coverage else ""
    source = "outlet unknown" if edge.source in book.readings else edge.source
    text = ink(f"\n  {_TAKES[edge.kind]} ", (source, "head"), (held, "quiet"), share)
    return text + ink((f": “{_evidence(book, edge)}”", "quiet")) if edge.evidence else text


def _evidence(book: Book, edge: Edge) -> str:
    passage = next((one for one in edge.because.spans if one.report == edge.doc), None)
    if passage is None:
        return clip(edge.evidence, MOST_EVIDENCE)
    return show_evidence(edge.evidence, book.reading(edge.doc).text, passage.start, passage.end, MOST_EVIDENCE)
