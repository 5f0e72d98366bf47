"""The timeline: days at the left, how each happening is told, who says so, what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from whence.app.books import Book, Voice
from whence.app.citations import span_of
from whence.app.views.timelines import TimelineRow
from whence.cli.consoles import ink
from whence.cli.drawings.axes import draw_period, draw_scale, make_axis
from whence.cli.drawings.signs import draw_origins, draw_told, list_voices, make_rows, nothing, say_when
from whence.dossier.days import read_days
from whence.dossier.wordings import surroundings

# Beyond so many, voices are counted: a timeline is to be read at a glance.
MOST_VOICES = 3
MOST_WORDS = 100


def draw_timeline(book: Book, rows: Sequence[TimelineRow]) -> RenderableType:
    """The occurrences under their days."""
    if not rows:
        return nothing("Nothing that happened was read.")
    axis = make_axis(period for row in rows if (period := read_days(row.occurrence.date)))
    parts: list[RenderableType] = [_day("", draw_scale(axis))] if axis else []
    for date, told in groupby(rows, key=lambda row: row.occurrence.date):
        table = make_rows("", "wide", "right")
        for row in told:
            table.add_row(draw_told(row.how), _what(book, row), ink((book.short(row.occurrence.id), "quiet")))
        parts += [_day(say_when(date), draw_period(axis, read_days(date)) if axis else Text()), Padding(table, (0, 0, 0, 2))]
    return Group(*parts)


def _day(words: str, axis: Text) -> RenderableType:
    table = make_rows("wide", "right")
    table.add_row(ink(words), axis)
    return table


def _what(book: Book, row: TimelineRow) -> Text:
    text = ink((row.occurrence.what[:1].upper() + row.occurrence.what[1:], "head"))
    if row.place and row.place.casefold() not in row.occurrence.what.casefold():
        text += ink((f" · {row.place}", "quiet"))
    text += ink("\n", (_words(book, row), "quiet"), f" · {row.words.outlet or 'outlet unknown'}\n") + draw_origins(row.origins)
    outlets = [Voice("", book.reading(report).report.outlet, None, "outlet") for report in row.outlets]
    for words, style, voices in (("told by", "quiet", outlets), ("cited", "quiet", row.sources), ("denied by", "anti", row.deniers)):
        if voices:
            text += ink((f" · {words} ", style)) + list_voices(voices, MOST_VOICES)
    return text


def _words(book: Book, row: TimelineRow) -> str:
    """The words round the trigger, within their sentence."""
    (sentence,), trigger = row.words.spans, span_of(book.records[row.telling])
    return surroundings(book.reading(row.telling).text, *trigger, *sentence, MOST_WORDS).strip("“”")
