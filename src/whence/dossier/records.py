"""The story's records under the keys by which they name one another, and the letters of the reports."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from whence.dossier.days import read_days
from whence.dossier.wordings import surroundings
from whence.errors import RecordUnknown
from whence.model.dates import Period
from whence.model.judgements import Judgement
from whence.model.readings import Attribution, Entity, Event, Forecast, Mention, Reading
from whence.model.reports import Report
from whence.model.spans import Span
from whence.model.stories import Occurrence, Passage, Story, StoryEntity
from whence.text.paragraphs import find_paragraphs
from whence.text.sentences import find_sentences
from whence.text.tokens import find_tokens


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
class Filed:
    """A report in its place: letter, day, the report it copies.

    ``day`` counts the days on which reports are known, from 0; an undated report stands behind them all. ``numbers`` gives
    each attribution its mark number. ``paragraphs`` are the blocks of the text without the title, ``sentences`` those of title and
    paragraphs, ``unread`` the stretches of masthead and page furniture.
    """

    reading: Reading
    letter: str
    published: Period | None
    day: int
    copies: str | None
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    unread: tuple[Span, ...]
    numbers: Mapping[str, int]

    @property
    def id(self) -> str:
        """The report's id."""
        return self.reading.report.id

    @property
    def outlet(self) -> str:
        """The outlet's name, or that it is not known."""
        return self.reading.report.outlet or "outlet not known"

    def home(self, attribution: Attribution) -> Span | None:
        """The first part of an attribution's content, else its cue, else its source, that begins in the read text."""
        title = self.reading.report.title_span
        read = (*self.paragraphs, *((title,) if title else ()))
        spans = sorted(attribution.content) or [span for span in (attribution.cue, attribution.source) if span]
        return next((span for span in spans if any(block.start <= span.start < block.end for block in read)), None)

    def shows(self, offset: int) -> bool:
        """Whether the character at an offset stands on the page."""
        title = self.reading.report.title_span
        spans = (*self.paragraphs, *self.unread, *((title,) if title else ()))
        return any(span.start <= offset < span.end for span in spans)

    def around(self, span: Span) -> Span:
        """The sentence that holds a span, or the span itself."""
        return next((sentence for sentence in self.sentences if sentence.holds(span)), span)

    def paragraph(self, offset: int) -> int | None:
        """The number of the paragraph, from 1, that holds an offset; None outside all of them."""
        return next((number for number, span in enumerate(self.paragraphs, 1) if span.start <= offset < span.end), None)


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
        return Ref(_place(report, event.trigger.start), self._href(report, trigger_id(report, event), event.trigger.start), report.day)

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
        return Ref(_place(report, passage.start), here, report.day)

    def quoted(self, passage: Passage) -> str:
        """The characters of a passage, where it is but a word or two with the words around it. Raises RecordUnknown."""
        report, span = self.report(passage.report), Span(passage.start, passage.end)
        text = report.reading.text
        return surroundings(text, *span, *report.around(span), _SHORT) if len(span.of(text).split()) < 3 else span.of(text)


def mark_id(report: Filed, attribution: str) -> str:
    """The anchor of an attribution's mark in the text."""
    return f"m-{report.letter}{report.numbers[attribution]}"


def trigger_id(report: Filed, event: Event) -> str:
    """The anchor of an event's trigger in the text."""
    return f"e-{report.letter}-{slug(event.id)}"


def mention_id(report: Filed, entity: Entity) -> str:
    """The anchor of an entity's first mention in the text."""
    return f"x-{report.letter}-{slug(entity.id)}"


def first_mention(entity: Entity) -> Mention | None:
    """The first place that names an entity, else the first that stands for it."""
    return min(entity.mentions, key=lambda mention: (mention.form != "named", mention.start), default=None)


def passage_id(report: Filed, passage: Passage) -> str:
    """The anchor of a passage in the text."""
    return f"s-{report.letter}-{passage.start}-{passage.end}"


def slug(words: str) -> str:
    """The words as they may stand in an anchor."""
    return re.sub(r"[^\w.-]", "_", words)


def letter(index: int) -> str:
    """The letters of the report at ``index``, from 0: A to Z, then AA, AB.

    >>> letter(0), letter(25), letter(26), letter(701), letter(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def index_records(story: Story, readings: Iterable[Reading], judgements: Sequence[Judgement], excerpts_only: bool) -> Records:
    """The story's records by key; readings that the story leaves out are left out.

    Raises RecordUnknown where the story names a report that is not among the readings.
    """
    given = {reading.report.id: reading for reading in readings}
    held = {report: _get(given, report) for report in story.reports}
    return Records(
        story=story,
        filed=(filed := _file(story, held)),
        days=_known_days(held.values()),
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


def plain_outlet(name: str) -> str:
    """An outlet's name as it is compared: without article and case."""
    return name.casefold().removeprefix("the ")


def _known_days(readings: Iterable[Reading]) -> tuple[datetime.date, ...]:
    periods = (read_days(reading.report.published) for reading in readings)
    return tuple(sorted({period.last for period in periods if period}))


def _file(story: Story, held: Mapping[str, Reading]) -> dict[str, Filed]:
    """The reports in the order of their letters: by day, originals before their copies, undated ones last."""
    days = _known_days(held.values())
    copied = [edge for edge in story.lineage if edge.kind == "republishes" and edge.from_doc in held]
    copies = {edge.doc: edge.from_doc for edge in copied if edge.from_doc != edge.doc}

    def order(reading: Reading) -> tuple[datetime.date, bool, str, str]:
        period = read_days(reading.report.published)
        return (period.last if period else datetime.date.max, reading.report.id in copies, reading.report.outlet or "", reading.report.id)

    filed = {}
    for index, reading in enumerate(sorted(held.values(), key=order)):
        period = read_days(reading.report.published)
        day = days.index(period.last) if period else len(days)
        report = reading.report.id
        blocks = find_paragraphs(reading.text, left_out(reading.report))
        sentences, numbers = _sentences(reading, blocks), _numbers(reading)
        unread = tuple(_unread(reading.report))
        filed[report] = Filed(reading, letter(index), period, day, copies.get(report), blocks, sentences, unread, numbers)
    return filed


def _sentences(reading: Reading, blocks: tuple[Span, ...]) -> tuple[Span, ...]:
    title = reading.report.title_span
    every = tuple(sorted((*blocks, title))) if title else blocks
    return tuple(sentence.span for sentence in find_sentences(reading.text, every, find_tokens(reading.text, every)))


def left_out(report: Report) -> tuple[Span, ...]:
    """What of the text is no paragraph of the report: boilerplate, masthead and title."""
    return (*report.boilerplate, *report.masthead, *((report.title_span,) if report.title_span else ()))


def _unread(report: Report) -> Iterator[Span]:
    """Masthead and boilerplate without the title, in order, no character twice."""
    at = 0
    for start, end in sorted((*report.masthead, *report.boilerplate)):
        pieces = [Span(max(start, at), end)]
        if report.title_span and pieces[0].meets(report.title_span):
            pieces = [Span(pieces[0].start, report.title_span.start), Span(report.title_span.end, end)]
        yield from (piece for piece in pieces if piece.start < piece.end)
        at = max(at, end)


def _numbers(reading: Reading) -> dict[str, int]:
    """The mark numbers, in the order in which the marks begin; a mark round another comes first."""
    return {attribution.id: number for number, attribution in enumerate(sorted(reading.attributions, key=_begins), 1)}


def _begins(attribution: Attribution) -> tuple[int, int, int, str]:
    spans = attribution.content or tuple(span for span in (attribution.cue, attribution.source) if span)
    first = min(spans, default=Span(0, 0))
    return (first.start, -max((span.end for span in spans), default=0), len(attribution.chain), attribution.id)


def _place(report: Filed, offset: int) -> str:
    number = report.paragraph(offset)
    title = report.reading.report.title_span
    if number is None:
        return f"{report.letter} headline" if title and title.start <= offset < title.end else report.letter
    return f"{report.letter} ¶{number}"
