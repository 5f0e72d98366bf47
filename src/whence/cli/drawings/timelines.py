"""The timeline: days at the left, how each happening is told, who says so, what stands behind it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from whence.app.books import Book, How
from whence.app.views.timelines import TimelineRow
from whence.cli.consoles import ink
from whence.cli.drawings.axes import draw_period, draw_scale, make_axis
from whence.cli.drawings.headlines import draw_headline
from whence.cli.drawings.signs import draw_origins, draw_told, list_reports, list_voices, make_rows, nothing, outlet_voice, say_when
from whence.dossier.days import read_days

# Beyond so many, voices are counted: a timeline is to be read at a glance.
MOST_VOICES = 3

# Whoever is cited, by how a happening is told.
_SAID: dict[How, str] = {"asked": "asked for by", "foretold": "foretold by"}


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
    text = draw_headline(book, row.occurrence)
    if row.place and row.place.casefold() not in text.plain.casefold():
        text += ink((f" · {row.place}", "quiet"))
    text += ink("\n") + draw_origins(row.origins)
    outlets = [outlet_voice(book, report) for report in row.outlets]
    said = _SAID.get(row.how, "said by")
    for words, style, voices in (("told by", "quiet", outlets), (said, "quiet", row.sources), ("denied by", "anti", row.deniers)):
        if voices:
            text += ink((f" · {words} ", style)) + list_voices(voices, MOST_VOICES)
    told = {event.partition(":")[0] for event in row.occurrence.events}
    others = sorted(told.difference(row.outlets), key=lambda report: (book.known(report) or datetime.date.max, report))
    return text + ink((f" · {'also ' if outlets else ''}in {list_reports(book, others, MOST_VOICES)}", "quiet")) if others else text
