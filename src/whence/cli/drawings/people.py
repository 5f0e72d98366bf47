"""Who is who."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from whence.app.books import Book
from whence.app.citations import cite_record
from whence.app.views.people import PersonRow
from whence.cli.consoles import ink
from whence.cli.drawings.headlines import draw_headline
from whence.cli.drawings.signs import draw_blocks, make_rows, say_otherwise, say_when
from whence.dossier.wordings import clip, conjugate, is_plural
from whence.model.readings import Attribution
from whence.model.stories import Occurrence, StoryRole

MOST = 12


def draw_people(book: Book, rows: Sequence[PersonRow]) -> RenderableType:
    """Everyone who was found, one after the other."""
    return draw_blocks((_name(book, row), _facts(book, row)) for row in rows)


def _name(book: Book, row: PersonRow) -> RenderableType:
    table = make_rows("wide", "right")
    graded = f" · graded {row.grade}" if row.grade else ""
    text = ink((row.entity.name, "head"), (f" · {row.entity.kind}{graded}", "quiet"))
    others = [variant for variant in row.entity.variants if variant != row.entity.name]
    table.add_row(text + ink(("\nalso " + ", ".join(others), "quiet")) if others else text, ink((book.short(row.entity.id), "quiet")))
    return table


def _facts(book: Book, row: PersonRow) -> RenderableType:
    table = make_rows("", "wide", space=2)
    for role in row.roles:
        table.add_row(ink(("office", "quiet")), ink(role.role, (_time(role), "quiet")))
    for tie, other in row.relations:
        told = tie.relation.replace("_", " ")
        table.add_row(ink(("tie", "quiet")), ink(f"{told} {other}" if tie.subject == row.entity.id else f"{other}: {told} this one"))
    for key in row.said[:MOST]:
        table.add_row(*_saying(book, key, row.entity.name))
    _count_rest(table, row.said)
    for label, occurrences in (("acts", row.did), ("is acted on", row.underwent)):
        for occurrence in occurrences[:MOST]:
            table.add_row(ink((label, "quiet")), _deed(book, occurrence))
        _count_rest(table, occurrences)
    return table


def _count_rest(table: Table, rows: Sequence[object]) -> None:
    if len(rows) > MOST:
        table.add_row("", ink((f"… {len(rows) - MOST} more", "quiet")))


def _deed(book: Book, occurrence: Occurrence) -> Text:
    """What happened and when, and how it is told where it is not told as having happened."""
    told = ink((f"{say_otherwise(book.told(occurrence))} {book.short(occurrence.id)}", "quiet"))
    return ink(f"{say_when(occurrence.date)}: ") + draw_headline(book, occurrence) + told


def _time(role: StoryRole) -> str:
    if role.since is None and role.until is None:
        return ""
    return f" · from {say_when(role.since) if role.since else 'unknown'} to {say_when(role.until) if role.until else 'unknown'}"


def _saying(book: Book, key: str, name: str) -> tuple[Text, Text]:
    _, record = book.find(key)
    verb = conjugate(record.act, many=is_plural(name), negative=record.polarity == "negative") if isinstance(record, Attribution) else ""
    cited = cite_record(book, key)
    place = f" · {cited.outlet or 'outlet unknown'}, {say_when(cited.published)} {book.short(key)}"
    return ink((verb, "quiet")), ink((clip(cited.quote, 140), "word"), (place, "quiet"))
