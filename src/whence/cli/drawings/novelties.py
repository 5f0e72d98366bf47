"""What is new."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType

from whence.app.books import Book
from whence.app.views.novelties import Novelties
from whence.cli.consoles import ink
from whence.cli.drawings.frames import draw_heading
from whence.cli.drawings.signs import make_rows, nothing, say_when


def draw_novelties(book: Book, new: Novelties) -> RenderableType:
    """New reports, then what they told that nobody had told before."""
    told = [(book.short(occurrence.id), f"{say_when(occurrence.date)}: {occurrence.what}") for occurrence in new.occurrences]
    sections = (
        (
            "Reports",
            [
                (book.short(one.id), f"{say_when(one.published)}: {one.outlet or 'outlet unknown'}, {one.title or one.path}")
                for one in new.reports
            ],
        ),
        ("Told for the first time", told),
        ("Claimed for the first time", [(book.short(claim.id), claim.says) for claim in new.claims]),
        ("Denied for the first time", [(book.short(claim.id), claim.says) for claim in new.denied]),
        ("Accounts that now differ", [(book.short(one.id), f"{one.field}: {one.about}") for one in new.conflicts]),
    )
    parts = [part for heading, rows in sections if rows for part in _section(heading, rows)]
    return Group(*parts) if parts else nothing("Nothing became known since then.")


def _section(heading: str, rows: list[tuple[str, str]]) -> Iterator[RenderableType]:
    yield draw_heading(heading)
    table = make_rows("wide", "right")
    for key, words in rows:
        table.add_row(ink(words), ink((key, "quiet")))
    yield table
