"""Where words were found."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from whence.app.books import Book
from whence.cli.consoles import ink
from whence.cli.drawings.frames import draw_title
from whence.cli.drawings.signs import make_rows, nothing, say_voice, sign_of
from whence.dossier.wordings import surroundings, tally
from whence.ledger.words import Hit

_KINDS = {"text": "report", "content": "said", "name": "name"}
AROUND = 180


def draw_hits(book: Book, hits: Sequence[Hit], words: str, *, more: bool = False) -> RenderableType:
    """The places, best first, with the words in bold; ``more`` where there are others beyond them."""
    if not hits:
        return nothing(f"Nothing holds {words}.")
    table = make_rows("", "wide", "right")
    for hit in hits:
        key = f"{hit.report}:{hit.record}" if hit.record else hit.report
        table.add_row(ink((_KINDS[hit.kind], "quiet")), _hit(book, hit, key), ink((book.short(key), "quiet")))
    rest = [ink(("… and more: --limit shows them", "quiet"))] if more else []
    return Group(draw_title(f"{'the best ' if more else ''}{tally(len(hits), 'place')} for {words}"), table, *rest)


def _hit(book: Book, hit: Hit, key: str) -> Text:
    start, end = hit.marks[0] if hit.marks else (0, 0)
    text = ink(surroundings(hit.text, start, end, 0, len(hit.text), AROUND))
    text.highlight_words(list(dict.fromkeys(hit.text[first:last] for first, last in hit.marks)), style="head")
    return text + ink((f" · {_whose(book, hit, key)}", "quiet"))


def _whose(book: Book, hit: Hit, key: str) -> str:
    unread = next((kept.report for kept in book.unread if kept.report.id == hit.report), None)
    report = unread or book.reading(hit.report).report
    outlet = report.outlet or "outlet unknown"
    if hit.kind == "content" and key in book.records:
        voice = book.voice(key)
        return f"{sign_of(voice)} {say_voice(voice)}, {outlet}"
    return f"{outlet}, kept and not read" if unread else outlet
