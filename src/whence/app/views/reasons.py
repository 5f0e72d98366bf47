"""Why: the rule behind any record, merge, edge, count or conflict, and the passages it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whence.app.books import Book
from whence.app.citations import Citation, cite_passage, cite_record, cite_spans
from whence.app.views.grades import NOT_JUDGED, grade_of, suggest_confirmed
from whence.app.views.sources import chain_of
from whence.errors import RecordUnknown
from whence.model.readings import Attribution, Entity, Event, Forecast, Reading
from whence.model.spans import Span
from whence.model.stories import Because, Origin, Origins

_VERDICTS = {"met": "met", "missed": "missed", "open": "open: nothing settles it"}


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of an answer to “why”: what is held, by which rule or whose decision, on which words.

    ``facts`` are what else the record holds, as pairs of a name and a value.
    """

    id: str
    says: str
    rule: str | None
    judgement: str | None
    facts: tuple[tuple[str, str], ...]
    citations: tuple[Citation, ...]


def explain(book: Book, key: str) -> tuple[Reason, ...]:
    """The reasons for what has this id: a record of the story (E1, O2, C3, a conflict), of a report, or a report. Raises RecordUnknown."""
    found = tuple(_of_story(book, book.whole(key)))
    if found:
        return found
    if ":" in key:
        full, record = book.find(key)
        return (_of_record(book, full, record), *_settled(book, full))
    if any(report.startswith(key) for report in book.readings):
        return (_of_report(book, book.reading(key)),)
    raise RecordUnknown(f"nothing in the story has the id {key!r}: every view shows the ids of what it lists")


def _of_story(book: Book, key: str) -> Iterator[Reason]:
    story = book.story
    for entity in (one for one in story.entities if one.id == key):
        yield _because(
            book, key, f"{entity.name} is one {entity.kind}", entity.because, entity.members, _names(entity.name, entity.variants)
        )
        for role in (one for one in story.roles if one.entity == key):
            time = f"from {role.since or 'unknown'} to {role.until or 'unknown'}"
            yield _because(book, key, f"{entity.name}: {role.role}, {time}", role.because, role.evidence)
    for occurrence in (one for one in story.occurrences if one.id == key):
        yield _because(
            book, key, f"{occurrence.what} ({occurrence.date or 'undated'}) is one happening", occurrence.because, occurrence.events
        )
        yield from _weighed(book, key)
        for claim in (one for one in story.claims if one.occurrence == key):
            yield from _of_story(book, claim.id)
        for conflict in (one for one in (*story.conflicts, *story.updates) if one.occurrence == key):
            yield from _of_story(book, conflict.id)
    for claim in (one for one in story.claims if one.id == key):
        says = f"claim: {claim.says}"
        yield _because(book, key, says, claim.because, (*claim.attributions, *claim.denied_by), _denied(book, claim.denied_by))
        yield from _weighed(book, key)
    for conflict in (one for one in (*story.conflicts, *story.updates) if one.id == key):
        sides = tuple((side.value, ", ".join(map(book.short, side.by))) for side in conflict.values)
        records = tuple(record for side in conflict.values for record in side.by)
        yield _because(book, key, f"{conflict.kind}: {conflict.about}", conflict.because, records, sides)


def _weighed(book: Book, key: str) -> Iterator[Reason]:
    """The count of origins behind an occurrence or a claim."""
    for origins in book.story.origins:
        if key not in (origins.claim, origins.occurrence) or (origins.claim and origins.claim != key):
            continue
        count = origins.independent
        told = "independence not established" if count is None else f"independent origins: {count.least}"
        if count and count.most != count.least:
            told += f" to {count.most}"
        facts = [(f"origin, {origin.kind}", _name_origin(book, origin)) for origin in origins.origins]
        facts += [("adds nothing", ", ".join(map(book.short, origins.adds_nothing)))] if origins.adds_nothing else []
        yield _because(book, key, told, origins.because, (), (*facts, ("credibility", _credibility(book, origins))))


def _name_origin(book: Book, origin: Origin) -> str:
    """An origin with its reports; one that is not known goes by the id of its report."""
    name = "outlet unknown" if origin.by in book.readings else origin.by
    return f"{name} ({', '.join(map(book.short, origin.reports))})"


def _credibility(book: Book, origins: Origins) -> str:
    """What a person graded, else what the program suggests, else that nobody has judged it."""
    occurrence = next((one.events for one in book.story.occurrences if one.id == origins.occurrence), ())
    claim = next((one.attributions for one in book.story.claims if one.id == origins.claim), ())
    graded = grade_of(book, *(claim if origins.claim else occurrence))
    if graded:
        return f"{graded}, graded by a person"
    confirmed = suggest_confirmed(book, origins)
    return f"suggested: 1, confirmed ({confirmed[0]} and {confirmed[1]})" if confirmed else f"{NOT_JUDGED}, nobody has judged it"


def _because(book: Book, key: str, says: str, because: Because, records: Iterable[str], facts: tuple[tuple[str, str], ...] = ()) -> Reason:
    """A reason with its own passages, else with the words of the records it speaks of."""
    cited = tuple(cite_passage(book, passage) for passage in because.spans)
    return Reason(
        book.short(key), says, because.rule, because.judgement, facts, cited or tuple(cite_record(book, record) for record in records)
    )


def _of_record(book: Book, key: str, record: Attribution | Entity | Event | Forecast) -> Reason:
    made = book.reading(key).made_by
    rule = f"read by whence {made.whence}, model {made.reader}"
    facts = tuple((name, value) for name, value in _facts(book, key, record) if value)
    return Reason(book.short(key), _says(book, key, record), rule, None, facts, (cite_record(book, key),))


def _settled(book: Book, key: str) -> Iterator[Reason]:
    """The verdict on a forecast, with the rule and the tellings behind it; nothing for other records."""
    for outcome in (one for one in book.story.forecast_outcomes if one.forecast == key):
        yield _because(book, key, f"the forecast is {_VERDICTS[outcome.outcome]}", outcome.because, outcome.evidence)


def _says(book: Book, key: str, record: Attribution | Entity | Event | Forecast) -> str:
    match record:
        case Attribution():
            return f"{book.voice(key).name or 'somebody, not told who'}: {record.act.replace('_', ' ')}"
        case Entity():
            return f"{record.name}: {record.kind}"
        case Event():
            return f"{record.type}, {book.how(key)}"
        case Forecast():
            return f"foretold by {book.voice(key).name or 'somebody, not told who'}"


def _facts(book: Book, key: str, record: Attribution | Entity | Event | Forecast) -> Iterator[tuple[str, str | None]]:
    text = book.reading(key).text
    match record:
        case Attribution():
            yield "through", " → ".join(chain_of(book, key)[:-1])
            yield "source", _words(text, record.source)
            yield "cue", _words(text, record.cue)
            yield "mode", record.mode
            yield "anonymity", record.anonymity
            yield "knows by", record.knows_by
            yield "not known because", record.unknown_because
            yield "confidence", f"{record.confidence:.2f}"
        case Entity():
            yield "also", ", ".join(record.aliases)
            yield "roles", ", ".join(role.role for role in record.roles)
        case Event():
            yield "mode", record.mode
            yield "date", f"{record.date or 'unknown'} ({record.date_basis})"
            yield "modality", record.modality
            yield "confidence", f"{record.confidence:.2f}"
        case Forecast():
            yield "due", record.due
            yield "confidence", record.confidence


def _of_report(book: Book, reading: Reading) -> Reason:
    report = reading.report
    facts = [
        ("outlet", f"{report.outlet or 'unknown'} ({report.outlet_basis})"),
        ("published", f"{report.published or 'unknown'} ({report.published_basis})"),
        ("credits", ", ".join(report.credits)),
        ("path", report.path),
        ("sha256", report.sha256),
        *(("note", note) for note in report.notes),
    ]
    spans = [span for span in (report.title_span, report.dateline_span, report.published_span) if span]
    cited = tuple(cite_spans(reading, span) for span in spans)
    title = report.title or "a report without a title"
    return Reason(report.id, title, None, None, tuple((name, value) for name, value in facts if value), cited)


def _words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None


def _names(name: str, variants: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    others = ", ".join(variant for variant in variants if variant.casefold() != name.casefold())
    return (("also", others),) if others else ()


def _denied(book: Book, records: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(("denied by", f"{book.voice(key).name or 'not told who'} ({book.short(key)})") for key in records)
