"""Who speaks: how far we are told who it is, how often, in which reports, and through whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from whence.app.books import Book, Voice
from whence.app.views.grades import grade_of
from whence.model.readings import Act, Attribution


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with all it is given to say: ``acts`` by frequency, ``through`` those who passed it on, ``grade`` a person's."""

    voice: Voice
    role: str | None
    sayings: tuple[str, ...]
    acts: tuple[tuple[Act, int], ...]
    reports: tuple[str, ...]
    through: tuple[str, ...]
    grade: str | None


def list_sources(book: Book) -> tuple[SourceRow, ...]:
    """The sources, those who are heard most first."""
    heard: dict[str, list[str]] = {}
    for key, record in book.records.items():
        if isinstance(record, Attribution):
            heard.setdefault(book.voice(key).key, []).append(key)
    rows = (_row(book, keys) for keys in heard.values())
    return tuple(
        sorted(rows, key=lambda row: (row.voice.name is None, -len(row.reports), -len(row.sayings), row.voice.name or "", row.voice.key))
    )


def members_of(book: Book, key: str) -> tuple[str, ...]:
    """The members of a story entity; none for any other key."""
    return next((entity.members for entity in book.story.entities if entity.id == key), ())


def _row(book: Book, keys: list[str]) -> SourceRow:
    voice = book.voice(keys[0])
    sayings = [book.records[key] for key in keys]
    acts = Counter(saying.act for saying in sayings if isinstance(saying, Attribution))
    return SourceRow(
        voice=voice,
        role=_role(book, keys),
        sayings=tuple(keys),
        acts=tuple(acts.most_common()),
        reports=tuple(dict.fromkeys(key.partition(":")[0] for key in keys)),
        through=tuple(dict.fromkeys(name for key in keys for name in chain_of(book, key)[:-1])),
        grade=grade_of(book, voice.key, *members_of(book, voice.key)),
    )


def chain_of(book: Book, key: str) -> tuple[str, ...]:
    """The names of those who passed an attribution's content on, outermost first. Raises RecordUnknown."""
    full, record = book.find(key)
    report = full.partition(":")[0]
    links = record.chain if isinstance(record, Attribution) else ()
    return tuple(book.person(f"{report}:{link}").name or "not told who" for link in links)


def _role(book: Book, keys: list[str]) -> str | None:
    for key in keys:
        report, record = key.partition(":")[0], book.records[key]
        entity = next(
            (one for one in book.readings[report].entities if isinstance(record, Attribution) and one.id == record.source_entity), None
        )
        if entity and entity.roles and entity.roles[0].role.casefold() not in entity.name.casefold():
            return entity.roles[0].role
    return None
