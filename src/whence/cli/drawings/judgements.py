"""What a person decided."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from whence.app.books import Book
from whence.app.judgements.anchors import read_anchor
from whence.cli.consoles import ink
from whence.cli.drawings.frames import draw_frame
from whence.cli.drawings.signs import make_rows, nothing, say_when
from whence.dossier.wordings import clip
from whence.model.judgements import Judgement


def draw_judgements(judgements: Sequence[Judgement], book: Book) -> RenderableType:
    """All judgements, oldest first; below them those that contradict one another."""
    if not judgements:
        return nothing("Nobody has decided anything yet.")
    table = make_rows("", "", "wide")
    for judgement in judgements:
        state = ink(("taken back", "quiet")) if judgement.undone else ink(judgement.verdict)
        table.add_row(ink((judgement.id, "head")), state, _judgement(book, judgement))
    return Group(draw_frame(book, "Judgements", table))


def _judgement(book: Book, judgement: Judgement) -> Text:
    about = ", ".join(_about(book, key, anchor) for key, anchor in zip(judgement.about, judgement.anchors, strict=True))
    field = f"{judgement.field} " if judgement.field else ""
    value = f" → {field}{judgement.value}" if judgement.value and judgement.verdict != "add" else ""
    verb = f"{judgement.verdict}: " if judgement.undone else ""
    by = f"{judgement.by}, " if judgement.by else ""
    text = ink(f"{verb}{about}{value}", (f"\n{by}{say_when(judgement.at)}", "quiet"))
    return text + ink((f": {judgement.note}", "quiet")) if judgement.note else text


def _about(book: Book, key: str, anchor: str) -> str:
    words = f" “{clip(read_anchor(anchor).text, 60)}”" if anchor else ""
    return book.short(key) + words
