"""Where accounts differ."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType

from whence.app.books import Book
from whence.app.views.conflicts import ConflictRow
from whence.cli.consoles import ink
from whence.cli.drawings.headlines import draw_headline
from whence.cli.drawings.signs import Pairs, draw_blocks, list_voices, make_rows, nothing, say_when
from whence.dossier.days import read_days
from whence.dossier.wordings import ask_question, clip

_KINDS = {
    "contradiction": ("both cannot be true", "accounts differ"),
    "corrected": ("corrected by its own outlet", "corrected by its own outlet"),
    "update": ("an update: the value changed with time", "an update: the value changed with time"),
    "slip": ("a slip in one report, counted for nothing", "a slip in one report, counted for nothing"),
}


def draw_conflicts(book: Book, rows: Sequence[ConflictRow]) -> RenderableType:
    """One question after the other, its answers side by side with those who give them; the records behind them are for “why”."""
    if not rows:
        return nothing("The accounts do not differ in anything that whence compares.")
    return draw_blocks((_question(book, row), _answers(row)) for row in rows)


def _question(book: Book, row: ConflictRow) -> RenderableType:
    table = make_rows("wide", "right")
    hard, soft = _KINDS[row.conflict.kind]
    told = ink((hard if row.conflict.hard else soft, "anti" if row.conflict.hard and row.conflict.kind == "contradiction" else "quiet"))
    text = ink((ask_question(row.conflict, row.what), "head"), " · ") + told
    about = next((one for one in book.story.occurrences if one.id == row.conflict.occurrence), None)
    if about:
        text += ink(("\nabout: ", "quiet")) + draw_headline(book, about) + ink((f" {book.short(about.id)}", "quiet"))
    table.add_row(text, ink((book.short(row.conflict.id), "quiet")))
    return table


def _answers(row: ConflictRow) -> RenderableType:
    return Pairs(tuple((ink((_value(row, side.value), "head")), list_voices(side.voices)) for side in row.sides))


def _value(row: ConflictRow, value: str) -> str:
    return say_when(value) if row.conflict.field == "date" and read_days(value) else clip(value, 40)
