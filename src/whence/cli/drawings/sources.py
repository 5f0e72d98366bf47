"""Who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from whence.app.books import Book
from whence.app.views.sources import SourceRow
from whence.cli.consoles import ink
from whence.cli.drawings.signs import UNNAMED, VOICES, list_reports, make_rows, nothing, say_voice, sign_of
from whence.dossier.wordings import conjugate, takes_plural, tally


def draw_sources(book: Book, rows: Sequence[SourceRow]) -> RenderableType:
    """The sources with what they do by speaking, where, and through whom."""
    if not rows:
        return nothing("Nobody is given any words.")
    table = make_rows("", "wide", "right")
    for row in rows:
        table.add_row(sign_of(row.voice), _source(book, row), ink((book.short(row.voice.key), "quiet")))
    return table


def _source(book: Book, row: SourceRow) -> Text:
    many = takes_plural(row.voice.name or "", group=row.voice.anonymity == "unnamed_group")
    acts = ", ".join(f"{conjugate(act, many=many)} {count}" for act, count in row.acts)
    text = ink((say_voice(row.voice), "head"), f", {row.role}" if row.role else "")
    if row.voice.anonymity is not None and row.voice.anonymity not in UNNAMED:
        text += ink((f" · {VOICES[row.voice.anonymity][1]}", "quiet"))
    if row.grade:
        text += ink(f" · graded {row.grade}")
    text += ink((f"\n{tally(len(row.sayings), 'statement')} ({acts}) in {list_reports(book, row.reports)}", "quiet"))
    return text + ink(("\nthrough " + ", ".join(row.through), "quiet")) if row.through else text
