"""A ledger held against itself: bytes against their hashes, spans against the words they were read from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from whence.app.books import iter_records
from whence.app.citations import span_of
from whence.app.judgements.anchors import read_anchor
from whence.ledger.files import Ledger
from whence.ledger.judgements import iter_judgements
from whence.ledger.reports import Kept, digest_text, iter_altered, iter_kept, iter_readings, load_document
from whence.ledger.words import iter_words
from whence.model.readings import Attribution, Entity, Reading
from whence.model.reports import Document
from whence.model.spans import Span


def iter_faults(ledger: Ledger) -> Iterator[str]:
    """A line on each thing that is not as it was when it was kept; none where all is well."""
    ((state,), *_) = ledger.rows("PRAGMA integrity_check")
    if state != "ok":
        yield f"the file is damaged: {state}"
    texts: dict[str, str] = {}
    for kept in iter_kept(ledger):
        document = load_document(ledger, kept.report.id)
        texts[kept.report.id] = document.text
        yield from _document_faults(kept, document)
    yield from (f"{report}: the reading is not the one that was kept" for report in iter_altered(ledger))
    for reading in iter_readings(ledger):
        yield from _reading_faults(ledger, reading)
    yield from _judgement_faults(ledger, texts)


def count_checked(ledger: Ledger) -> tuple[int, int]:
    """How many reports, and how many spans of their readings, there are to be checked."""
    return sum(1 for _ in iter_kept(ledger)), sum(1 for reading in iter_readings(ledger) for _ in _iter_spans(reading))


def _document_faults(kept: Kept, document: Document) -> Iterator[str]:
    report = kept.report
    if hashlib.sha256(document.original).hexdigest() != report.sha256:
        yield f"{report.id}: the kept bytes no longer have the hash under which they were kept ({report.path})"
    if digest_text(document.text) != kept.text_sha256:
        yield f"{report.id}: the text no longer has the hash under which it was kept ({report.path})"


def _reading_faults(ledger: Ledger, reading: Reading) -> Iterator[str]:
    report, text = reading.report.id, reading.text
    for name, span in _iter_spans(reading):
        if not 0 <= span.start < span.end <= len(text):
            yield f"{report}:{name}: the span {span.start}–{span.end} is not in the text, which has {len(text)} characters"
    kept = {(kind, record): words for kind, record, words in iter_words(ledger, report)}
    for attribution in reading.attributions:
        content = " … ".join(span.of(text) for span in attribution.content)
        if kept.get(("content", attribution.id)) != content:
            yield f"{report}:{attribution.id}: the span no longer holds the words that were read from it"


def _iter_spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    for record in iter_records(reading):
        yield record.id, span_of(record)
        if isinstance(record, Entity):
            yield from ((record.id, mention.span) for mention in record.mentions)
            yield from ((record.id, role.span) for role in record.roles)
        elif isinstance(record, Attribution):
            named = (record.source, record.cue, record.audience, record.reason, record.knows_span, record.verification, record.hedge)
            yield from ((record.id, span) for span in (*record.content, *named) if span)
    yield from (("times", time.span) for time in reading.times)
    yield from (("gaps", gap.span) for gap in reading.gaps)
    yield from (("boilerplate", span) for span in (*reading.report.boilerplate, *reading.report.masthead))


def _judgement_faults(ledger: Ledger, texts: dict[str, str]) -> Iterator[str]:
    """Judgements whose words are no longer where they were, in reports that are still held."""
    for judgement in iter_judgements(ledger):
        for key, written in zip(judgement.about, judgement.anchors, strict=True):
            text = texts.get(key.partition(":")[0])
            if not written or text is None:
                continue
            anchor = read_anchor(written)
            if anchor.span.of(text) != anchor.text:
                yield f"{judgement.id}: the words it stands on are no longer at {anchor.span.start}–{anchor.span.end} of {key}"
