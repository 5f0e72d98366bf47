"""The reports of a story."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from whence.app.books import Book
from whence.app.views.grades import grade_of
from whence.app.views.lineages import LineageRow
from whence.cli.consoles import ink
from whence.cli.drawings.signs import make_rows, nothing, say_when
from whence.dossier.wordings import tally


def draw_reports(book: Book, rows: Sequence[LineageRow]) -> RenderableType:
    """The reports by day: outlet, title, where the file lies, and the id by which commands know it."""
    if not rows:
        return nothing("No report was known by then." if book.story.as_of else "No report was read.")
    table = make_rows("", "wide", "right")
    for row in rows:
        table.add_row(say_when(row.report.published), _report(book, row), ink((book.short(row.report.id), "quiet")))
    return table


def _report(book: Book, row: LineageRow) -> Text:
    report, reading = row.report, book.reading(row.report.id)
    grade = grade_of(book, f"outlet:{report.outlet}")
    counts = f"{tally(len(reading.attributions), 'statement')}, {tally(len(reading.events), 'event')}"
    text = ink(
        (report.outlet or "outlet unknown", "head"), f" · {report.title}" if report.title else "", f" · graded {grade}" if grade else ""
    )
    text += ink((f"\n{report.path} · {counts}", "quiet"))
    return text + ink(*((f"\nnote: {note}", "quiet") for note in report.notes))
