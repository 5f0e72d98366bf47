"""Who is who: names, offices with their time, ties, what they said and what they are told to have done."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from anyascii import anyascii

from whence.app.books import Book
from whence.app.views.grades import grade_of
from whence.errors import RecordUnknown
from whence.model.dates import Period, read_period
from whence.model.readings import Attribution, Entity, Event
from whence.model.stories import Occurrence, Relation, StoryEntity, StoryRole

# The prime minister’s adviser is no prime minister.
_POSSESSOR = re.compile(r"\w+[’']s?\s")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person, body, group or place of the story. ``relations`` hold the other side's name."""

    entity: StoryEntity
    roles: tuple[StoryRole, ...]
    relations: tuple[tuple[Relation, str], ...]
    said: tuple[str, ...]
    did: tuple[Occurrence, ...]
    underwent: tuple[Occurrence, ...]
    grade: str | None


def list_people(book: Book, name: str) -> tuple[PersonRow, ...]:
    """Everyone whose name or office holds the words of ``name``, or whose id it is. Raises RecordUnknown for nobody.

    Those of that name come first. An office fits only while it was held, in a story as of a day; of several holders the one
    whom the latest report calls so comes first.
    """
    words = _fold(name).split()
    called = [entity for entity in book.story.entities if entity.id == book.whole(name) or _holds_any(list_names(book, entity), words)]
    rows = [_row(book, entity) for entity in sorted(called, key=lambda one: (-len(one.members), one.id))]
    rows += [_row(book, entity) for entity in _holders(book, words) if entity not in called]
    if not words or not rows:
        when = f" as known by {book.story.as_of}" if book.story.as_of else ""
        raise RecordUnknown(f"nobody in the story{when} is called {name!r}: “whence show STORY sources” lists who speaks")
    return tuple(rows)


def list_roles(book: Book, entity: StoryEntity) -> tuple[StoryRole, ...]:
    """The offices of an entity; in a story as of a day those that had begun by then."""
    roles = (role for role in book.story.roles if role.entity == entity.id)
    day = read_period(book.story.as_of)
    return tuple(role for role in roles if day is None or not _later(role.since, day))


def list_names(book: Book, entity: StoryEntity) -> set[str]:
    """The names of an entity, without the descriptions by which it is spoken of."""
    names = {entity.name}
    for member in entity.members:
        record, text = book.records[member], book.reading(member).text
        if isinstance(record, Entity):
            named = (mention.span.of(text) for mention in record.mentions if mention.form == "named")
            names.update((record.name, *record.aliases, *named))
    return names


def _holders(book: Book, words: list[str]) -> list[StoryEntity]:
    """Those who hold an office, the one with the latest evidence first."""
    day = read_period(book.story.as_of)
    latest: dict[str, datetime.date] = {}
    for role in book.story.roles:
        over = day is not None and (_later(role.since, day) or _over(role.until, day))
        if not over and _holds_any([_POSSESSOR.sub("", role.role)], words):
            told = max((book.known(member) or datetime.date.min for member in role.evidence), default=datetime.date.min)
            latest[role.entity] = max(told, latest.get(role.entity, told))
    held = [entity for entity in book.story.entities if entity.id in latest]
    return sorted(held, key=lambda entity: (-latest[entity.id].toordinal(), entity.id))


def _later(since: str | None, day: Period) -> bool:
    begun = read_period(since)
    return begun is not None and begun.first > day.last


def _over(until: str | None, day: Period) -> bool:
    ended = read_period(until)
    return ended is not None and ended.last < day.first


def _row(book: Book, entity: StoryEntity) -> PersonRow:
    members = set(entity.members)
    named = {one.id: one.name for one in book.story.entities}
    ties = [relation for relation in book.story.relations if entity.id in (relation.subject, relation.object)]
    others = ((tie, tie.object if tie.subject == entity.id else tie.subject) for tie in ties)
    said = (key for key, record in book.records.items() if isinstance(record, Attribution) and _said(key, record, members))
    return PersonRow(
        entity=entity,
        roles=list_roles(book, entity),
        relations=tuple((tie, named.get(other, other)) for tie, other in others),
        said=tuple(said),
        did=_parts(book, members, "actors"),
        underwent=_parts(book, members, "recipients"),
        grade=grade_of(book, *entity.members),
    )


def _said(key: str, attribution: Attribution, members: set[str]) -> bool:
    report = key.partition(":")[0]
    return any(f"{report}:{source}" in members for source in (attribution.source_entity, *attribution.co_sources) if source)


def _parts(book: Book, members: set[str], part: str) -> tuple[Occurrence, ...]:
    """The occurrences in a telling of which one of the members is an actor, or a recipient."""
    return tuple(
        occurrence for occurrence in book.story.occurrences if any(_takes_part(book, key, members, part) for key in occurrence.events)
    )


def _takes_part(book: Book, key: str, members: set[str], part: str) -> bool:
    report, event = key.partition(":")[0], book.records[key]
    who = () if not isinstance(event, Event) else event.actors if part == "actors" else event.recipients
    return any(f"{report}:{one}" in members for one in who)


def _holds_any(labels: Iterable[str], words: list[str]) -> bool:
    """Whether a label has a word for every word sought that begins so; romanisations and accents are folded away."""
    folded = (_fold(label).split() for label in labels)
    return any(all(any(one.startswith(word) for one in held) for word in words) for held in folded)


def _fold(name: str) -> str:
    return "".join(char if char.isalnum() else " " for char in anyascii(name).casefold())
