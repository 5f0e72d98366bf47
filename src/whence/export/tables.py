"""A story as tables (RFC 4180), one a kind of record: quotes stand beside their offsets, several values have a bar between them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from whence.app.books import Book
from whence.app.citations import cite_record
from whence.model.readings import Attribution, Entity, Event, Forecast
from whence.model.stories import Because

Cell = str | int | float | bool | None

# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the name of its file, its columns with blanks between, how its rows are made."""

    name: str
    columns: str
    rows: Callable[[Book], Iterable[tuple[Cell, ...]]]


def write_table(table: Table, book: Book) -> str:
    """The table as CSV. A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(table.columns.split())
    writer.writerows([_cell(value) for value in row] for row in table.rows(book))
    return written.getvalue()


def _cell(value: Cell) -> Cell:
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def _many(values: Iterable[str]) -> str:
    return " | ".join(values)


def _passages(because: Because) -> str:
    return _many(f"{passage.report} {passage.start}-{passage.end}" for passage in because.spans)


def _reports(book: Book) -> Iterator[tuple[Cell, ...]]:
    for report, reading in book.readings.items():
        one = reading.report
        yield (
            report,
            one.given_id,
            one.path,
            one.url,
            one.outlet,
            one.outlet_basis,
            one.title,
            one.published,
            one.published_basis,
            one.sha256,
        )


def _entities(book: Book) -> Iterator[tuple[Cell, ...]]:
    for entity in book.story.entities:
        yield (
            entity.id,
            entity.name,
            entity.kind,
            _many(entity.variants),
            _many(entity.members),
            entity.because.rule,
            _passages(entity.because),
        )


def _mentions(book: Book) -> Iterator[tuple[Cell, ...]]:
    for key, record in book.records.items():
        if isinstance(record, Entity):
            joined, text = book.joined.get(key), book.reading(key).text
            for mention in record.mentions:
                yield (key, joined.id if joined else None, record.kind, mention.form, mention.span.of(text), mention.start, mention.end)


def _attributions(book: Book) -> Iterator[tuple[Cell, ...]]:
    for key, record in book.records.items():
        if isinstance(record, Attribution):
            voice, cited = book.voice(key), cite_record(book, key)
            places = _many(f"{span.start}-{span.end}" for span in cited.spans)
            source = record.source.of(book.reading(key).text) if record.source else None
            chain = _many(book.person(f"{key.partition(':')[0]}:{link}").name or "" for link in record.chain)
            yield (
                key, cited.outlet, cited.published, voice.key, voice.name, source, record.act, record.polarity, record.mode,
                record.anonymity, chain, record.parent, cited.quote, places, record.confidence,
            )  # fmt: skip


def _events(book: Book) -> Iterator[tuple[Cell, ...]]:
    told = {event: occurrence.id for occurrence in book.story.occurrences for event in occurrence.events}
    for key, record in book.records.items():
        if isinstance(record, Event):
            report = key.partition(":")[0]
            actors, recipients = (
                _many(book.person(f"{report}:{one}").name or "" for one in who) for who in (record.actors, record.recipients)
            )
            trigger = record.trigger.of(book.readings[report].text)
            yield (
                key, told.get(key), record.type, record.mode, actors, recipients, record.date, record.date_basis, record.polarity,
                record.modality, record.attribution, trigger, *record.trigger,
            )  # fmt: skip


def _occurrences(book: Book) -> Iterator[tuple[Cell, ...]]:
    origins = {one.occurrence: one.independent for one in book.story.origins if one.claim is None}
    for one in book.story.occurrences:
        count = origins.get(one.id)
        least, most = (count.least, count.most) if count else (None, None)
        yield (one.id, one.what, one.type, one.date, book.told(one), least, most, _many(one.events), one.because.rule)


def _claims(book: Book) -> Iterator[tuple[Cell, ...]]:
    for one in book.story.claims:
        yield (one.id, one.says, one.occurrence, _many(one.attributions), _many(one.denied_by), one.because.rule, _passages(one.because))


def _conflicts(book: Book) -> Iterator[tuple[Cell, ...]]:
    for one in (*book.story.conflicts, *book.story.updates):
        for side in one.values:
            yield (one.id, one.occurrence, one.field, one.about, one.kind, one.hard, side.value, _many(side.by), one.because.rule)


def _lineage(book: Book) -> Iterator[tuple[Cell, ...]]:
    for one in book.story.lineage:
        yield (one.doc, one.kind, one.source, one.from_doc, one.coverage, one.evidence, one.because.rule, _passages(one.because))


def _forecasts(book: Book) -> Iterator[tuple[Cell, ...]]:
    settled = {one.forecast: one for one in book.story.forecast_outcomes}
    for key, record in book.records.items():
        if isinstance(record, Forecast):
            outcome = settled.get(key)
            words = record.span.of(book.reading(key).text)
            told = (outcome.outcome, _many(outcome.evidence)) if outcome else (None, None)
            yield (key, book.voice(key).name, words, *record.span, record.due, record.confidence, *told)


TABLES: tuple[Table, ...] = (
    Table("reports", "report given_id path url outlet outlet_basis title published published_basis sha256", _reports),
    Table("entities", "entity name kind variants members because passages", _entities),
    Table("mentions", "record entity kind form words start end", _mentions),
    Table(
        "attributions",
        "record outlet published source_key source_name source_words act polarity mode anonymity chain parent content spans confidence",
        _attributions,
    ),
    Table(
        "events",
        "record occurrence type mode actors recipients date date_basis polarity modality attribution trigger start end",
        _events,
    ),
    Table("occurrences", "occurrence what type date told origins_least origins_most events because", _occurrences),
    Table("claims", "claim says occurrence attributions denied_by because passages", _claims),
    Table("conflicts", "conflict occurrence field about kind hard value by because", _conflicts),
    Table("lineage", "report kind from from_report coverage evidence because passages", _lineage),
    Table("forecasts", "record source words start end due confidence outcome evidence", _forecasts),
)
