"""Reports put into a ledger: only those it does not hold, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from whence.app.judgements.revisions import set_masthead
from whence.app.readings import Reader, read_item, read_with_model, tell_outcome
from whence.engine.shards import map_shards
from whence.errors import WhenceError
from whence.ledger.files import Ledger
from whence.ledger.judgements import iter_judgements
from whence.ledger.reports import holds_report, iter_kept, keep_reading, keep_report, keep_sighting, knows_sighting, load_document
from whence.model.readings import Reading
from whence.model.reports import Document, Report, Unread


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of one report that was given: read and kept, found again elsewhere, held already, or not read (and why)."""

    path: str
    kind: Literal["read", "found_again", "held", "unread"]
    report: Report | None
    unread: Unread | None = None


@dataclass(frozen=True, slots=True)
class _Held:
    """A report whose bytes the ledger holds, or will hold by its turn."""

    report: Report
    unread: Unread | None


def add_reports(
    ledger: Ledger, given: Iterable[Document | Unread], at: str, *, read: Reader = read_with_model, workers: int = 1
) -> Iterator[Addition]:
    """Read what the ledger does not hold and keep it; ``at`` is the time, ISO 8601.

    Yields what became of each report, in the order given. Whoever stops in between loses none that was yielded.
    """
    for item, result in map_shards(partial(read_item, read), _leave_held(ledger, given), workers=workers):
        yield _keep(ledger, item, result, at)


def read_again(ledger: Ledger, reports: Iterable[str] = (), *, read: Reader = read_with_model, workers: int = 1) -> Iterator[Addition]:
    """Read held reports anew, with what a person set of their mastheads; all that were ever read where none are named."""
    named = tuple(reports) or tuple(kept.report.id for kept in iter_kept(ledger) if kept.unread is None)
    judgements = tuple(judgement for judgement in iter_judgements(ledger) if judgement.undone is None)
    documents = (set_masthead(load_document(ledger, report), judgements) for report in named)
    for document, result in map_shards(partial(read_item, read), documents, workers=workers):
        outcome = tell_outcome(document, result)
        if isinstance(outcome, Reading):
            keep_reading(ledger, outcome)
        yield _told(document.report, outcome)


def _leave_held(ledger: Ledger, given: Iterable[Document | Unread]) -> Iterator[Document | Unread | _Held]:
    coming: set[str] = set()
    for item in given:
        document = item.document if isinstance(item, Unread) else item
        if document is None:
            yield item
        elif document.report.id in coming or holds_report(ledger, document.report.id):
            yield _Held(document.report, item if isinstance(item, Unread) else None)
        else:
            coming.add(document.report.id)
            yield item


def _keep(ledger: Ledger, item: Document | Unread | _Held, result: Reading | WhenceError | None, at: str) -> Addition:
    if isinstance(item, _Held):
        return _keep_place(ledger, item, at)
    if isinstance(item, Unread):
        if item.document:
            keep_report(ledger, item.document, item, at)
        return Addition(item.path, "unread", item.document.report if item.document else None, item)
    outcome = tell_outcome(item, result)
    if isinstance(outcome, Reading) and not keep_report(ledger, item, outcome, at):
        return Addition(item.report.path, "held", item.report)
    return _told(item.report, outcome)


def _keep_place(ledger: Ledger, held: _Held, at: str) -> Addition:
    report = held.report
    if not holds_report(ledger, report.id):
        # The first of two equal reports in one batch could not be read, so that there is nothing to hang the second on.
        return Addition(
            report.path, "unread", report, Unread(report.path, "task-failed", "the same bytes, given before, could not be read")
        )
    new = not knows_sighting(ledger, report) and keep_sighting(ledger, report, at)
    if held.unread:
        return Addition(report.path, "unread", report, held.unread)
    return Addition(report.path, "found_again" if new else "held", report)


def _told(report: Report, outcome: Reading | Unread) -> Addition:
    if isinstance(outcome, Unread):
        return Addition(report.path, "unread", report, outcome)
    return Addition(report.path, "read", report)
