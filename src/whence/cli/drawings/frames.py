"""A view in its frame: title above, below it what the view leaves out and what needs a person."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from whence.app.books import Book
from whence.cli.consoles import ink, plain
from whence.cli.drawings.signs import say_when


def draw_frame(book: Book, title: str, body: RenderableType) -> Group:
    """A view under its title, with the reports that stand outside of it."""
    when = f", as known by {say_when(book.story.as_of)}" if book.story.as_of else ""
    return Group(draw_title(title + when), body, *_notes(book))


def draw_title(words: str) -> Rule:
    """A title at the left of a heavy line."""
    return Rule(Text(plain(words), style="head"), align="left", characters="━", style="quiet")


def draw_heading(words: str) -> Group:
    """A heading inside a view, at the left of a light line, with room above."""
    return Group("", Rule(Text(plain(words), style="head"), align="left", characters="─", style="quiet"))


def _notes(book: Book) -> Iterator[RenderableType]:
    if book.undated:
        yield ink(("\nUndated, so that nobody can say whether they were known by then: ", "quiet"))
        yield from (
            ink(f"  {report.outlet or 'outlet unknown'}, {report.title or report.path} ", (book.short(report.id), "quiet"))
            for report in book.undated
        )
    if book.unread:
        yield ink(("\nKept and not read:", "quiet"))
        yield from (ink(f"  {kept.report.path}: {kept.message} ", (book.short(kept.report.id), "quiet")) for kept in book.unread)
    if book.notes:
        yield ink(("\nNeeds your decision:", "anti"))
        yield from (ink(f"  {note}") for note in book.notes)
