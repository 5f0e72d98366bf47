"""The story's records under the keys by which they name one another."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from whence.dossier.filings import Filed, file_reports, first_mention, known_days, mark_id, mention_id, passage_id, plain_outlet, trigger_id
from whence.dossier.wordings import surroundings
from whence.errors import RecordUnknown
from whence.model.judgements import Judgement
from whence.model.readings import Attribution, Entity, Event, Forecast, Reading
from whence.model.spans import Span
from whence.model.stories import Occurrence, Passage, Story, StoryEntity


class Known(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id, local to its reading."""


_SHORT = 60

T = TypeVar("T")
K = TypeVar("K", bound=Known)


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference that can be read aloud (“D3”, “D ¶2”), where it leads, and the day from which its report is known."""

    text: str
    href: str
    day: int


@dataclass(frozen=True, slots=True)
class Records:
    """Every record of a story by its key (``report-id:local-id``); ``outlets`` are the entities that are news outlets."""

    story: Story
    filed: Mapping[str, Filed]
    days: tuple[datetime.date, ...]
    attributions: Mapping[str, Attribution]
    events: Mapping[str, Event]
    forecasts: Mapping[str, Forecast]
    entities: Mapping[str, Entity]
    occurrence_of: Mapping[str, Occurrence]
    entity_of: Mapping[str, StoryEntity]
    outlets: frozenset[str]
    judgements: Mapping[str, Judgement]
    excerpts_only: bool

    @property
    def year(self) -> int | None:
        """The one year in which all reports were published, where there is one."""
        years = {day.year for day in self.days}
        return years.pop() if len(years) == 1 else None

    def report(self, key: str) -> Filed:
        """The report that a record (or a report id) belongs to. Raises RecordUnknown."""
        return _get(self.filed, key.partition(":")[0])

    def attribution(self, key: str) -> Attribution:
        """An attribution by its key. Raises RecordUnknown."""
        return _get(self.attributions, key)

    def event(self, key: str) -> Event:
        """An event by its key. Raises RecordUnknown."""
        return _get(self.events, key)

    def root(self, report: Filed) -> Filed:
        """The report that this one copies in the end, or itself."""
        seen = {report.id}
        while report.copies and report.copies not in seen:
            seen.add(report.copies)
            report = self.filed[report.copies]
        return report

    def ref(self, key: str) -> Ref:
        """The reference to an attribution, to an event, or to a whole report. Raises RecordUnknown."""
        report = self.report(key)
        local = key.partition(":")[2]
        if key in self.attributions:
            there = self.excerpts_only or report.home(self.attributions[key])
            here = f"#{mark_id(report, local)}" if there else f"#r-{report.letter}"
            return Ref(f"{report.letter}{report.numbers[local]}", here, report.day)
        if key in self.events:
            return self._event_ref(report, self.events[key])
        if not local:
            return Ref(report.letter, f"#r-{report.letter}", report.day)
        raise RecordUnknown(f"the story names {key}, which is in none of its readings")

    def _event_ref(self, report: Filed, event: Event) -> Ref:
        if event.attribution and event.attribution in report.numbers:
            anchor = mark_id(report, event.attribution) if self.excerpts_only else trigger_id(report, event)
            words = f"{report.letter}{report.numbers[event.attribution]}"
            return Ref(words, self._href(report, anchor, event.trigger.start), report.day)
        return Ref(report.place(event.trigger.start), self._href(report, trigger_id(report, event), event.trigger.start), report.day)

    def _href(self, report: Filed, anchor: str, offset: int) -> str:
        """The way to an anchor, or to its report where the page does not show that place."""
        return f"#{anchor}" if self.excerpts_only or report.shows(offset) else f"#r-{report.letter}"

    def mention_ref(self, key: str) -> Ref:
        """The reference to the first place where a report names an entity. Raises RecordUnknown."""
        report = self.report(key)
        entity = _get(self.entities, key)
        mention = first_mention(entity)
        here = f"#r-{report.letter}"
        if mention and not self.excerpts_only:
            here = self._href(report, mention_id(report, entity), mention.start)
        return Ref(report.letter, here, report.day)

    def passage_ref(self, passage: Passage) -> Ref:
        """The reference to a passage of a report. Raises RecordUnknown."""
        report = self.report(passage.report)
        here = f"#r-{report.letter}" if self.excerpts_only else self._href(report, passage_id(report, passage), passage.start)
        return Ref(report.place(passage.start), here, report.day)

    def quoted(self, passage: Passage) -> str:
        """The characters of a passage, where it is but a word or two with the words around it. Raises RecordUnknown."""
        report, span = self.report(passage.report), Span(passage.start, passage.end)
        text = report.reading.text
        return surroundings(text, *span, *report.around(span), _SHORT) if len(span.of(text).split()) < 3 else span.of(text)


def index_records(story: Story, readings: Iterable[Reading], judgements: Sequence[Judgement], excerpts_only: bool) -> Records:
    """The story's records by key; readings that the story leaves out are left out.

    Raises RecordUnknown where the story names a report that is not among the readings.
    """
    given = {reading.report.id: reading for reading in readings}
    held = {report: _get(given, report) for report in story.reports}
    return Records(
        story=story,
        filed=(filed := file_reports(story, held)),
        days=known_days(held.values()),
        attributions=_keyed(filed, lambda reading: reading.attributions),
        events=_keyed(filed, lambda reading: reading.events),
        forecasts=_keyed(filed, lambda reading: reading.forecasts),
        entities=_keyed(filed, lambda reading: reading.entities),
        occurrence_of={event: occurrence for occurrence in story.occurrences for event in occurrence.events},
        entity_of={member: entity for entity in story.entities for member in entity.members},
        outlets=_outlets(story, list(filed.values())),
        judgements={judgement.id: judgement for judgement in judgements},
        excerpts_only=excerpts_only,
    )


def _get(records: Mapping[str, T], key: str) -> T:
    try:
        return records[key]
    except KeyError:
        raise RecordUnknown(f"the story names {key}, which is in none of its readings") from None


def _keyed(filed: Mapping[str, Filed], of: Callable[[Reading], Iterable[K]]) -> dict[str, K]:
    return {f"{report.id}:{record.id}": record for report in filed.values() for record in of(report.reading)}


def _outlets(story: Story, filed: Sequence[Filed]) -> frozenset[str]:
    """The keys of entities that are news outlets: an attribution or the lineage calls them so, or they print a report."""
    names = {plain_outlet(edge.source) for edge in story.lineage} | {plain_outlet(report.outlet) for report in filed}
    named = {
        f"{report.id}:{entity.id}"
        for report in filed
        for entity in report.reading.entities
        if entity.kind == "organization" and plain_outlet(entity.name) in names
    }
    return frozenset(named) | {
        f"{report.id}:{attribution.source_entity}"
        for report in filed
        for attribution in report.reading.attributions
        if attribution.anonymity == "outlet" and attribution.source_entity
    }
