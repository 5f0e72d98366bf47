"""A story open before a reader: what was concluded, the readings it was concluded from, and every record by its key."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from whence.errors import RecordUnknown
from whence.ledger.reports import Kept
from whence.link.ids import name_record
from whence.model.dates import read_period
from whence.model.judgements import Judgement
from whence.model.readings import Anonymity, Attribution, Entity, EntityKind, Event, Forecast, Reading
from whence.model.reports import Report
from whence.model.stories import Occurrence, Story, StoryEntity

Record = Entity | Attribution | Event | Forecast
How = Literal["told", "claimed", "asked", "foretold", "supposed", "negated"]

# Shorter beginnings of ids would be unique today and ambiguous with the next report.
SHORTEST = 5

_MODALITIES: dict[str, How] = {
    "asked": "asked",
    "planned": "foretold",
    "predicted": "foretold",
    "hypothetical": "supposed",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks. ``key`` is the story entity's id, else that of the record; ``anonymity`` None: we are not told who it is."""

    key: str
    name: str | None
    kind: EntityKind | None
    anonymity: Anonymity | None


@dataclass(frozen=True, slots=True)
class Book:
    """A story with all that it rests on. Keys are written ``report-id:local-id``.

    ``undated`` are the reports left out of a story as of a day because nobody knows when they appeared. ``handles`` are
    the shortest beginnings of ids that name one report, or one record of the story, only. ``former`` are the ids that the
    members of a record would bear by themselves, and bore before they were joined, with the record's id.
    """

    story: Story
    readings: Mapping[str, Reading]
    records: Mapping[str, Record]
    joined: Mapping[str, StoryEntity]
    handles: Mapping[str, str]
    former: Mapping[str, str]
    undated: tuple[Report, ...]
    unread: tuple[Kept, ...]
    judgements: tuple[Judgement, ...]
    notes: tuple[str, ...]

    def reading(self, key: str) -> Reading:
        """The reading that a record or a report belongs to. Raises RecordUnknown."""
        return self.readings[self.full(key.partition(":")[0])]

    def full(self, handle: str) -> str:
        """The report id that begins with ``handle``. Raises RecordUnknown where none does, or several do."""
        if handle in self.readings:
            return handle
        found = [report for report in self.readings if report.startswith(handle)] if handle else []
        if len(found) != 1:
            problem = "several reports begin with" if found else "the story has no report"
            raise RecordUnknown(f"{problem} {handle!r}: “whence show STORY reports” lists them")
        return found[0]

    def short(self, key: str) -> str:
        """A key as a person writes it, its digests cut to handles."""
        head, mark, local = key.partition(":")
        return self.handles.get(head, head) + mark + local

    def whole(self, handle: str) -> str:
        """The id of a story's record (entity, occurrence, claim, conflict) that begins with ``handle``; else ``handle`` itself.

        An id that a record bore by itself stands for the record it has gone into.
        """
        found = [key for key in self.handles if key.startswith(handle) and key not in self.readings] if handle else []
        if not found and len(handle) >= SHORTEST:
            found = list({now for before, now in self.former.items() if before.startswith(handle)})
        return found[0] if len(found) == 1 else handle

    def find(self, key: str) -> tuple[str, Record]:
        """A record and its full key, from its key or a shortened one. Raises RecordUnknown."""
        handle, mark, local = key.partition(":")
        if not mark:
            told = f"{key} is a whole report" if self._is_report(key) else f"the story has no record {key!r}"
            raise RecordUnknown(f"{told}: copy an id from a view, such as O86fc or {self._sample()}:a1")
        full = f"{self.full(handle)}:{local}"
        if full not in self.records:
            raise RecordUnknown(self._tell_missing(full, handle, local))
        return full, self.records[full]

    def known(self, key: str) -> datetime.date | None:
        """The day from which the report of a record is known: the latest that its date allows."""
        period = read_period(self.reading(key).report.published)
        return period.last if period else None

    def voice(self, key: str) -> Voice:
        """Who gives a record its word: an attribution's source, an event's innermost source, else the report's outlet."""
        full, record = self.find(key)
        report = full.partition(":")[0]
        if isinstance(record, Event | Forecast) and record.attribution:
            full, record = self.find(f"{report}:{record.attribution}")
        if isinstance(record, Attribution):
            return self._source(full, record)
        if isinstance(record, Entity):
            return self.person(full)
        outlet = self.readings[report].report.outlet
        return Voice(f"outlet:{outlet or report}", outlet, None, "outlet")

    def person(self, key: str) -> Voice:
        """An entity of a reading as one who speaks."""
        full, record = self.find(key)
        if not isinstance(record, Entity):
            raise RecordUnknown(f"{key} is no person, body or place")
        joined = self.joined.get(full)
        name = joined.name if joined else record.name
        return Voice(joined.id if joined else full, name, record.kind, self._told(full, record, _anonymity(record)))

    def how(self, event: str) -> How:
        """How one telling puts a happening."""
        record = self.records[event]
        if not isinstance(record, Event):
            raise RecordUnknown(f"{event} is no event")
        if record.negated:
            return "negated"
        return _MODALITIES.get(record.modality) or ("claimed" if record.attribution else "told")

    def told(self, occurrence: Occurrence) -> How:
        """How the tellings put an occurrence together: told if any tells it, else claimed, negated only if all negate it."""
        found = {self.how(event) for event in occurrence.events}
        order: tuple[How, ...] = ("told", "claimed", "asked", "foretold", "supposed")
        return next((how for how in order if how in found), "negated")

    def _told(self, key: str, record: Record, anonymity: Anonymity) -> Anonymity:
        """How far we are told who it is: a person whom no report names, known by an office alone, is without a name."""
        if anonymity != "named" or not isinstance(record, Entity) or record.kind != "person":
            return anonymity
        members = self.joined[key].members if key in self.joined else (key,)
        return "named" if any(_has_name(self.records.get(member)) for member in members) else "unnamed_individual"

    def _is_report(self, handle: str) -> bool:
        return bool(handle) and any(report.startswith(handle) for report in self.readings)

    def _sample(self) -> str:
        """A report's id, as an example."""
        return self.short(next(iter(self.readings), "9f2c1"))

    def _tell_missing(self, full: str, handle: str, local: str) -> str:
        for judgement in self.judgements:
            if judgement.verdict == "reject" and full in judgement.about:
                return f"{handle}:{local} is rejected by {judgement.id}: “whence judge STORY undo {judgement.id}” brings it back"
        return f"report {handle} has no record {local!r}: “whence read” and “whence show STORY why {handle}” show what it has"

    def _source(self, key: str, attribution: Attribution) -> Voice:
        report = key.partition(":")[0]
        if attribution.source_entity:
            source = f"{report}:{attribution.source_entity}"
            voice = self.person(source)
            told = attribution.anonymity and self._told(source, self.records[source], attribution.anonymity)
            return Voice(voice.key, voice.name, voice.kind, told or voice.anonymity)
        phrase = attribution.source.of(self.readings[report].text) if attribution.source else None
        return Voice(key, phrase, None, attribution.anonymity if phrase else None)


def make_book(
    story: Story,
    readings: Iterable[Reading],
    *,
    unread: tuple[Kept, ...] = (),
    judgements: tuple[Judgement, ...] = (),
    notes: tuple[str, ...] = (),
) -> Book:
    """The book of a story; ``readings`` may hold more than the story counts."""
    given = {reading.report.id: reading for reading in readings}
    held = {report: given[report] for report in story.reports}
    left = (reading.report for report, reading in given.items() if report not in held)
    return Book(
        story=story,
        readings=held,
        records={f"{report}:{record.id}": record for report, reading in held.items() for record in iter_records(reading)},
        joined={member: entity for entity in story.entities for member in entity.members},
        handles=_handles(tuple(given)) | _handles(tuple(_story_ids(story))),
        former=dict(_former_ids(story)),
        undated=tuple(report for report in left if read_period(report.published) is None),
        unread=unread,
        judgements=judgements,
        notes=notes,
    )


def without_paths(book: Book) -> Book:
    """The book with the names of files only: a folder's name may tell who keeps it, or whom it came from."""
    held = {
        report: replace(reading, report=replace(reading.report, path=_file_name(reading.report.path)))
        for report, reading in book.readings.items()
    }
    return replace(book, readings=held)


def make_single_book(reading: Reading) -> Book:
    """The book of one report by itself, from which no story was told."""
    alone = Story(None, (reading.report.id,), (), (), (), (), (), (), (), (), ())
    return make_book(alone, [reading])


def iter_records(reading: Reading) -> Iterable[Record]:
    """All records of a reading that a person can point at."""
    return (*reading.entities, *reading.attributions, *reading.events, *reading.forecasts)


def _has_name(record: Record | None) -> bool:
    return isinstance(record, Entity) and any(mention.form == "named" for mention in record.mentions)


def _anonymity(entity: Entity) -> Anonymity:
    if entity.kind == "unnamed":
        return "unnamed_group" if (entity.number or 1) > 1 else "unnamed_individual"
    return "named" if entity.kind == "person" else "organization"


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def _story_ids(story: Story) -> Iterator[str]:
    for records in (story.entities, story.occurrences, story.claims, story.conflicts, story.updates):
        yield from (record.id for record in records)


def _former_ids(story: Story) -> Iterator[tuple[str, str]]:
    """A record is named after its first member: had it been parted, another member would have given the name."""
    groups = (
        *((one.id, one.members) for one in story.entities),
        *((one.id, one.events) for one in story.occurrences),
        *((one.id, (*one.attributions, *one.denied_by)) for one in story.claims),
    )
    return ((name, key) for key, members in groups for member in members if (name := name_record(key[0], member)) != key)


def _handles(ids: tuple[str, ...]) -> dict[str, str]:
    """Every id with its beginning, as short as may be while all differ."""
    for length in range(SHORTEST, max(map(len, ids), default=SHORTEST)):
        cut = {key: key[:length] for key in ids}
        if len(set(cut.values())) == len(set(ids)):
            return cut
    return {key: key for key in ids}
