"""Full-text search over reports, contents of attributions and names (SQLite FTS5, ranked by BM25)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from whence.ledger.files import Ledger
from whence.model.readings import Reading

HitKind = Literal["text", "content", "name"]

_KEEP = "INSERT INTO words (report, kind, record, text) VALUES (?, ?, ?, ?)"
_FIND = """SELECT report, kind, record, text, highlight(words, 3, char(2), char(3)) FROM words WHERE words MATCH ?
  ORDER BY rank, report, kind, record LIMIT ?"""
_PIECES = re.compile(r'"([^"]+)"|([^"\s]+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that holds the words sought: ``record`` is a local id ('' for a report's text), ``marks`` are the words'
    places in ``text`` (pairs of offsets, half-open).
    """

    report: str
    kind: HitKind
    record: str
    text: str
    marks: tuple[tuple[int, int], ...]


def keep_words(ledger: Ledger, report: str, text: str, reading: Reading | None) -> None:
    """Make a report's text, the contents in it and the names in it findable; inside a transaction."""
    ledger.write(_KEEP, (report, "text", "", text))
    if reading is None:
        return
    for attribution in reading.attributions:
        content = " … ".join(span.of(text) for span in attribution.content)
        ledger.write(_KEEP, (report, "content", attribution.id, content))
    for entity in reading.entities:
        ledger.write(_KEEP, (report, "name", entity.id, " · ".join(dict.fromkeys((entity.name, *entity.aliases)))))


def drop_words(ledger: Ledger, report: str) -> None:
    """Make a report unfindable; inside a transaction."""
    ledger.write("DELETE FROM words WHERE report = ?", (report,))


def iter_words(ledger: Ledger, report: str) -> list[tuple[str, str, str]]:
    """What is findable of a report: kind, record and text of each entry."""
    rows = ledger.rows("SELECT kind, record, text FROM words WHERE report = ? ORDER BY kind, record", (report,))
    return [(kind, record, text) for kind, record, text in rows]


def find_words(ledger: Ledger, words: str, limit: int = 50) -> tuple[Hit, ...]:
    """Where all the words stand, best first. A phrase goes in quotation marks, ``*`` ends the beginning of a word."""
    query = _query(words)
    if not query:
        return ()
    rows = ledger.rows(_FIND, (query, limit))
    return tuple(Hit(report, kind, record, text, _marks(lit, text)) for report, kind, record, text, lit in rows)


def _query(words: str) -> str:
    """The words as FTS5 wants them: every piece quoted, so that none of them is read as an operator."""
    plain = words.translate({ord("“"): '"', ord("”"): '"', 0: " "})
    pieces = [phrase or word for phrase, word in _PIECES.findall(plain)]
    return " ".join(_quoted(piece) for piece in pieces if any(char.isalnum() for char in piece))


def _quoted(piece: str) -> str:
    return f'"{piece.rstrip("*")}"' + ("*" if piece.endswith("*") else "")


def _marks(lit: str, text: str) -> tuple[tuple[int, int], ...]:
    """The offsets in ``text`` of what stands in ``lit`` between two marking characters that ``text`` does not have there."""
    marks, start, place = [], 0, 0
    for char in lit:
        if place < len(text) and char == text[place]:
            place += 1
        elif char == "\x02":
            start = place
        else:
            marks.append((start, place))
    return tuple(marks)
