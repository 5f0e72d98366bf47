"""What happened when, and how far it is told, claimed, denied, asked for or foretold."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from whence.app.books import Book, How, Voice
from whence.app.citations import Citation, cite_record
from whence.model.dates import read_period
from whence.model.stories import Occurrence, Origins


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An occurrence: who tells it (``outlets``: in its own voice), who is cited for it, who denies it, what stands behind it.

    ``words`` is the sentence that shows it best.
    """

    occurrence: Occurrence
    how: How
    place: str | None
    outlets: tuple[str, ...]
    sources: tuple[Voice, ...]
    deniers: tuple[Voice, ...]
    origins: Origins | None
    words: Citation


def list_timeline(book: Book) -> tuple[TimelineRow, ...]:
    """The occurrences by day, those without a date last."""
    origins = {weighed.occurrence: weighed for weighed in book.story.origins if weighed.claim is None}
    rows = (_row(book, occurrence, origins.get(occurrence.id)) for occurrence in book.story.occurrences)
    return tuple(sorted(rows, key=lambda row: _when(row.occurrence)))


def _row(book: Book, occurrence: Occurrence, origins: Origins | None) -> TimelineRow:
    own = [event for event in occurrence.events if book.voice(event).anonymity == "outlet" and book.how(event) == "told"]
    telling = min(occurrence.events, key=lambda event: _shows(book, event))
    cited = [event for event in occurrence.events if event not in own and book.how(event) != "negated"]
    return TimelineRow(
        occurrence=occurrence,
        how=book.told(occurrence),
        place=_place(book, occurrence),
        outlets=tuple(dict.fromkeys(event.partition(":")[0] for event in own)),
        sources=one_each(book.voice(event) for event in cited),
        deniers=one_each(book.voice(record) for record in iter_denials(book, occurrence)),
        origins=origins,
        words=cite_record(book, telling),
    )


def _shows(book: Book, event: str) -> tuple[bool, bool, datetime.date, str]:
    """What tells plainly goes before what is claimed, the earlier report before the later one."""
    how = book.how(event)
    return (how != "told", how == "negated", book.known(event) or datetime.date.max, event)


def iter_denials(book: Book, occurrence: Occurrence) -> Iterable[str]:
    """The records that deny an occurrence: tellings that say it was not so, and the denials of claims about it."""
    yield from (event for event in occurrence.events if book.how(event) == "negated")
    for claim in book.story.claims:
        if claim.occurrence == occurrence.id:
            yield from claim.denied_by


def one_each(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Every voice once, in the order of their first words."""
    return tuple({voice.key: voice for voice in reversed(tuple(voices))}.values())[::-1]


def _place(book: Book, occurrence: Occurrence) -> str | None:
    if occurrence.place is None:
        return None
    named = {entity.id: entity.name for entity in book.story.entities}
    return named.get(occurrence.place, occurrence.place)


def _when(occurrence: Occurrence) -> tuple[bool, datetime.date, datetime.date, str]:
    period = read_period(occurrence.date)
    if period is None:
        return (True, datetime.date.max, datetime.date.max, occurrence.id)
    return (False, period.first, period.last, occurrence.id)
