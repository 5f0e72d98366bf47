"""A report taken out of a ledger, with what only it supports."""

from __future__ import annotations

from dataclasses import dataclass

from whence.errors import RecordUnknown
from whence.ledger.files import Ledger
from whence.ledger.judgements import drop_judgements, iter_judgements
from whence.ledger.reports import drop_report, iter_kept
from whence.model.reports import Report


@dataclass(frozen=True, slots=True)
class Removal:
    """What was taken out: the report, and the judgements about it alone."""

    report: str
    path: str
    judgements: tuple[str, ...]


def remove_report(ledger: Ledger, handle: str) -> Removal:
    """Take out the report whose id begins with ``handle``; its words are wiped from the file. Raises RecordUnknown."""
    report = find_report(ledger, handle)
    about = {one.id: {key.partition(":")[0] for key in one.about} for one in iter_judgements(ledger)}
    alone = tuple(judgement for judgement, reports in about.items() if reports == {report.id})
    drop_report(ledger, report.id)
    drop_judgements(ledger, alone)
    ledger.sweep()
    return Removal(report.id, report.path, alone)


def find_report(ledger: Ledger, handle: str) -> Report:
    """The one held report whose id begins with ``handle``, read or not. Raises RecordUnknown."""
    found = [kept.report for kept in iter_kept(ledger) if handle and kept.report.id.startswith(handle)]
    if len(found) != 1:
        problem = "several reports begin with" if found else "no report begins with"
        raise RecordUnknown(f"{problem} {handle!r}: “whence show {ledger.path} reports” lists them")
    return found[0]
