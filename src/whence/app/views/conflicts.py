"""Where accounts differ, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from whence.app.books import Book, Voice
from whence.app.views.timelines import one_each
from whence.model.stories import Conflict


@dataclass(frozen=True, slots=True)
class SideRow:
    """One account: its value, whose it is, and the records that give it."""

    value: str
    voices: tuple[Voice, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A question that accounts answer differently; ``what`` is the occurrence it is about."""

    conflict: Conflict
    what: str | None
    sides: tuple[SideRow, ...]


def list_conflicts(book: Book) -> tuple[ConflictRow, ...]:
    """The conflicts: contradictions that cannot both be true first, then the softer kinds, values that only grew with time last."""
    order = ("contradiction", "corrected", "slip", "update")
    rows = (_row(book, conflict) for conflict in (*book.story.conflicts, *book.story.updates))
    return tuple(sorted(rows, key=lambda row: (order.index(row.conflict.kind), not row.conflict.hard, row.conflict.id)))


def _row(book: Book, conflict: Conflict) -> ConflictRow:
    what = next((one.what for one in book.story.occurrences if one.id == conflict.occurrence), None)
    sides = (SideRow(side.value, one_each(book.voice(key) for key in side.by), side.by) for side in conflict.values)
    return ConflictRow(conflict, what, tuple(sides))
