"""The timeline: days at the left, how each happening is told, who says so, what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from whence.app.books import Book
from whence.app.views.timelines import TimelineRow
from whence.cli.consoles import ink
from whence.cli.drawings.signs import draw_origins, draw_told, list_voices, make_rows, nothing, say_when


def draw_timeline(book: Book, rows: Sequence[TimelineRow], *, brief: bool = False) -> RenderableType:
    """The occurrences by day; with ``brief`` one line each."""
    if not rows:
        return nothing("Nothing that happened was read.")
    table = make_rows("", "", "wide", "right", space=1)
    day = None
    for row in rows:
        when = say_when(row.occurrence.date)
        table.add_row(
            ink((when if when != day else "", "head")), draw_told(row.how), _what(book, row, brief), ink((row.occurrence.id, "quiet"))
        )
        day = when
    return table


def _what(book: Book, row: TimelineRow, brief: bool) -> Text:
    text = ink(row.occurrence.what[:1].upper() + row.occurrence.what[1:])
    if row.place and row.place.casefold() not in row.occurrence.what.casefold():
        text += ink((f" · {row.place}", "quiet"))
    if brief:
        return text
    if row.sources:
        text += ink(("\naccording to ", "quiet")) + list_voices(row.sources)
    if row.deniers:
        text += ink(("\ndenied by ", "anti")) + list_voices(row.deniers)
    return text + "\n" + draw_origins(row.origins) + _papers(book, row)


def _papers(book: Book, row: TimelineRow) -> Text:
    names = dict.fromkeys(book.reading(report).report.outlet or "outlet unknown" for report in row.outlets)
    return ink((" · told by ", "quiet"), (", ".join(names), "quiet")) if names else Text()
