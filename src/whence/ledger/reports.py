"""Reports in the ledger: their bytes, where they were found, and what they say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from whence.errors import RecordUnknown
from whence.ledger.files import Ledger
from whence.ledger.words import drop_words, keep_words
from whence.model.codec import read_json, write_json
from whence.model.readings import Reading
from whence.model.reports import Document, Report, Unread
from whence.model.stories import Sighting

_REPORT = """INSERT OR IGNORE INTO report (id, sha256, text_sha256, original, text, masthead, unread, message, added)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_SIGHTING = "INSERT OR IGNORE INTO sighting (report, path, place, url, outlet, given_id, added) VALUES (?, ?, ?, ?, ?, ?, ?)"
_READING = "INSERT OR REPLACE INTO reading (report, maker, body, body_sha256) VALUES (?, ?, ?, ?)"
_READINGS = "SELECT body, text FROM reading JOIN report ON report.id = reading.report ORDER BY report.id"
_KEPT = "SELECT id, sha256, text_sha256, masthead, unread, message, added FROM report ORDER BY number"
# A report's first sighting is the report itself; the ones after it are the bytes found once more.
_FURTHER = """SELECT report, path, url, outlet FROM sighting
  WHERE number NOT IN (SELECT min(number) FROM sighting GROUP BY report) ORDER BY report, number"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A report as the ledger holds it. ``unread`` is a stable code, ``message`` the line that says why."""

    report: Report
    text_sha256: str
    unread: str | None
    message: str | None
    added: str


def digest_text(text: str) -> str:
    """The SHA-256 of a text as UTF-8. A lone surrogate, which no UTF-8 has, counts as the bytes it would have had."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def holds_report(ledger: Ledger, report: str) -> bool:
    """Whether the ledger holds the bytes with this id."""
    return bool(ledger.rows("SELECT 1 FROM report WHERE id = ?", (report,)))


def keep_report(ledger: Ledger, document: Document, outcome: Reading | Unread, at: str) -> bool:
    """Keep a report with its reading, or with the reason why it was not read, in one transaction.

    False where another program, adding beside this one, has kept the same bytes in the meantime: then only the place is kept.
    """
    report, unread = document.report, outcome if isinstance(outcome, Unread) else None
    masthead = json.dumps(write_json(report), ensure_ascii=False)
    why = (unread.code, unread.message) if unread else (None, None)
    with ledger.transaction():
        values = (report.id, report.sha256, digest_text(document.text), document.original, document.text, masthead, *why, at)
        new = ledger.write(_REPORT, values) > 0
        ledger.write(_SIGHTING, _sighted(report, at))
        if new:
            keep_words(ledger, report.id, document.text, outcome if isinstance(outcome, Reading) else None)
        if new and isinstance(outcome, Reading):
            _keep_reading(ledger, outcome)
    return new


def keep_reading(ledger: Ledger, reading: Reading) -> None:
    """Put a new reading in the place of the one that the ledger holds of the same report."""
    with ledger.transaction():
        drop_words(ledger, reading.report.id)
        keep_words(ledger, reading.report.id, reading.text, reading)
        _keep_reading(ledger, reading)
        ledger.write("UPDATE report SET unread = NULL, message = NULL WHERE id = ?", (reading.report.id,))


def keep_sighting(ledger: Ledger, report: Report, at: str) -> bool:
    """Keep where the bytes of a held report were found; False where the ledger knew."""
    with ledger.transaction():
        return ledger.write(_SIGHTING, _sighted(report, at)) > 0


def knows_sighting(ledger: Ledger, report: Report) -> bool:
    """Whether the ledger knows that the report was found at this place."""
    question = "SELECT 1 FROM sighting WHERE (report, place, ifnull(url, ''), ifnull(outlet, ''), ifnull(given_id, '')) = (?, ?, ?, ?, ?)"
    row = (report.id, _place(report.path), report.url or "", report.outlet or "", report.given_id or "")
    return bool(ledger.rows(question, row))


def drop_report(ledger: Ledger, report: str) -> None:
    """Take a report out with its sightings and its reading. Raises RecordUnknown where there is none."""
    with ledger.transaction():
        drop_words(ledger, report)
        if not ledger.write("DELETE FROM report WHERE id = ?", (report,)):
            raise RecordUnknown(f"no report {report} in {ledger.path}: “whence show {ledger.path} reports” lists them")
        ledger.write("DELETE FROM conclusion")


def iter_kept(ledger: Ledger) -> Iterator[Kept]:
    """What is held, in the order in which it was added."""
    for _, _, text_sha256, masthead, unread, message, added in ledger.iter_rows(_KEPT):
        yield Kept(read_json(Report, json.loads(masthead)), text_sha256, unread, message, added)


def iter_readings(ledger: Ledger) -> Iterator[Reading]:
    """The readings, in the order of their reports' ids."""
    for body, text in ledger.iter_rows(_READINGS):
        yield replace(read_json(Reading, json.loads(body)), text=text)


def iter_altered(ledger: Ledger) -> Iterator[str]:
    """The ids of reports whose readings are not what was kept."""
    for report, body, digest in ledger.iter_rows("SELECT report, body, body_sha256 FROM reading ORDER BY report"):
        if digest_text(body) != digest:
            yield report


def iter_sightings(ledger: Ledger) -> Iterator[Sighting]:
    """Where the bytes of reports were found once more."""
    for row in ledger.iter_rows(_FURTHER):
        yield Sighting(*row)


def iter_places(ledger: Ledger) -> Iterator[str]:
    """The files in which reports were found, by their full paths."""
    for (place,) in ledger.iter_rows("SELECT DISTINCT place FROM sighting ORDER BY place"):
        yield place


def load_document(ledger: Ledger, report: str) -> Document:
    """A held report as intake gave it. Raises RecordUnknown where there is none."""
    rows = ledger.rows("SELECT masthead, text, original FROM report WHERE id = ?", (report,))
    if not rows:
        raise RecordUnknown(f"no report {report} in {ledger.path}: “whence show {ledger.path} reports” lists them")
    ((masthead, text, original),) = rows
    return Document(read_json(Report, json.loads(masthead)), text, original)


def _keep_reading(ledger: Ledger, reading: Reading) -> None:
    body = json.dumps(write_json(replace(reading, text="")), ensure_ascii=False, separators=(",", ":"))
    maker = "\t".join((reading.made_by.whence, reading.made_by.reader, reading.made_by.reader_sha256))
    ledger.write(_READING, (reading.report.id, maker, body, digest_text(body)))


def _sighted(report: Report, at: str) -> tuple[str | None, ...]:
    return (report.id, report.path, _place(report.path), report.url, report.outlet, report.given_id, at)


def _place(path: str) -> str:
    """The full path of a file that is there; anything else (a line of a stream) as it was given."""
    return str(Path(path).resolve()) if Path(path).exists() else path
