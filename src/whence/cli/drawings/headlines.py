"""What an occurrence is called in a terminal: as in the dossier, the clause of a report that tells it best."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from rich.text import Text

from whence.app.books import Book
from whence.app.citations import sentence_round
from whence.cli.consoles import ink
from whence.dossier.headlines import name_occurrence
from whence.model.readings import Event, Reading
from whence.model.spans import Span
from whence.model.stories import Occurrence


@dataclass(frozen=True, slots=True)
class _Dated:
    """A report with the day from which it is known."""

    reading: Reading
    day: int

    def around(self, span: Span) -> Span:
        """The sentence that holds a span."""
        return sentence_round(self.reading.text, span)


@dataclass(frozen=True, slots=True)
class _Telling:
    """One telling of an occurrence."""

    report: _Dated
    event: Event


def draw_headline(book: Book, occurrence: Occurrence) -> Text:
    """The words that name an occurrence, in bold the one that tells it, or the story's own name for it."""
    tellings = [
        _Telling(_Dated(book.reading(key), (book.known(key) or datetime.date.max).toordinal()), event)
        for key in occurrence.events
        if isinstance(event := book.records[key], Event)
    ]
    named = name_occurrence(occurrence, tellings)
    return ink(named.before, (named.core, "head"), named.after)
