"""Judgements made: what a person says about records of a book, tied to the words the records stand on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from whence.app.books import Book, Record
from whence.app.judgements.anchors import anchor_record
from whence.errors import AnchorError, InputError, RecordUnknown
from whence.model.dates import read_period
from whence.model.judgements import Judgement, Verdict
from whence.model.readings import Entity, Reading
from whence.model.spans import Span

_NTH = re.compile(r"(.*?)(?<!\\)#(\d+)", re.DOTALL)
_OUTLET = "outlet:"


def judge_pair(book: Book, verdict: Verdict, left: str, right: str) -> Judgement:
    """Two records, or clusters of the story, are the same, different, or nobody can be sure. Raises RecordUnknown, InputError.

    That two clusters are one is said of all their members; that they are not, of the member that stands for each.
    """
    one, other = _represent(book, left), _represent(book, right)
    kinds = {type(book.records[key]).__name__.lower() for key in (one, other)}
    if len(kinds) > 1:
        raise InputError(f"{left} and {right} are of different kinds ({' and '.join(sorted(kinds))}): name two of one kind")
    if one == other:
        raise InputError(f"{left} and {right} are one record already: name records of reports (…:e1) to part them")
    both = (*_members(book, left), *_members(book, right)) if verdict == "same" else (one, other)
    return _judgement(book, verdict, tuple(dict.fromkeys(both)))


def judge_name(book: Book, key: str, name: str) -> Judgement:
    """An entity is called so. Raises RecordUnknown, InputError."""
    record = _represent(book, key)
    if not isinstance(book.records[record], Entity):
        raise InputError(f"{key} is no person, body or place: only these have names")
    return _judgement(book, "rename", (record,), value=name)


def reject_record(book: Book, key: str) -> Judgement:
    """A record of a report is wrong and goes. Raises RecordUnknown."""
    if ":" not in key:
        raise RecordUnknown(f"{key} is made from several records: reject the wrong ones of its reports (“show STORY why {key}” names them)")
    return _judgement(book, "reject", (book.find(key)[0],))


def add_attribution(
    book: Book, report: str, content: Iterable[str], source: str | None, *, cue: str | None = None, act: str = "say", mode: str = "indirect"
) -> Judgement:
    """An attribution that was missed, by its words; ``words#2`` for their second place in the report.

    Raises RecordUnknown for the report, AnchorError where it does not hold the words.
    """
    reading = book.reading(report)
    parts = sorted(find_quoted(reading.text, part) for part in content)
    value = {
        "content": parts,
        "source": find_quoted(reading.text, source) if source else None,
        "cue": find_quoted(reading.text, cue) if cue else None,
        "act": act,
        "mode": mode,
    }
    held = Span(parts[0].start, parts[-1].end).of(reading.text)
    return _bare("add", (reading.report.id,), None, json.dumps(value), (f"attribution {parts[0].start}-{parts[-1].end} {held}",))


def set_report(book: Book, report: str, field: str, value: str) -> Judgement:
    """A report's outlet or publication date. Raises RecordUnknown, InputError for a date that is none."""
    if field == "published" and read_period(value) is None:
        raise InputError(f"{value!r} is no date: write it as 2024-03-09, 2024-03, 2024 or 2024-03-04/2024-03-09")
    return _bare("set", (book.full(report),), field, value, ("",))


def grade_record(book: Book, key: str, field: str, value: str) -> Judgement:
    """The reliability (A to F) of a source or outlet, or the credibility (1 to 6) of what is said. Raises RecordUnknown."""
    outlets = {reading.report.outlet for reading in book.readings.values()}
    if key in outlets:
        return _bare("grade", (_OUTLET + key,), field, value, ("",))
    return _judgement(book, "grade", (_represent(book, key),), field=field, value=value)


def find_quoted(text: str, words: str) -> Span:
    """Where the words stand in a text, whatever white space is between them.

    ``#2`` behind them means their second place; a backslash makes ``#`` plain. Raises AnchorError.
    """
    nth = _NTH.fullmatch(words)
    quoted, number = (nth[1], int(nth[2])) if nth else (words, 1)
    pieces = quoted.replace("\\#", "#").split()
    places = list(re.finditer(r"\s+".join(map(re.escape, pieces)), text)) if pieces else []
    if not 1 <= number <= len(places):
        times = f" {number} times" if number > 1 else ""
        raise AnchorError(f"the report does not hold {' '.join(pieces)[:60]!r}{times}: copy the words from it")
    return Span(*places[number - 1].span())


def _represent(book: Book, key: str) -> str:
    """The record that stands for a cluster in judgements: a named member before others; a record stands for itself."""
    return min(_members(book, key), key=lambda member: (not _is_named(book.records[member]), member))


def _members(book: Book, key: str) -> tuple[str, ...]:
    """The records of a cluster of the story; a record by itself. Raises RecordUnknown."""
    members = {
        **{entity.id: entity.members for entity in book.story.entities},
        **{occurrence.id: occurrence.events for occurrence in book.story.occurrences},
        **{claim.id: claim.attributions for claim in book.story.claims},
    }
    return members.get(book.whole(key)) or (book.find(key)[0],)


def _is_named(record: Record) -> bool:
    return isinstance(record, Entity) and any(mention.form == "named" for mention in record.mentions)


def _judgement(book: Book, verdict: Verdict, about: tuple[str, ...], *, field: str | None = None, value: str | None = None) -> Judgement:
    anchors = tuple(str(anchor_record(_reading(book, key), book.records[key])) for key in about)
    return _bare(verdict, about, field, value, anchors)


def _reading(book: Book, key: str) -> Reading:
    return book.readings[key.partition(":")[0]]


def _bare(verdict: Verdict, about: tuple[str, ...], field: str | None, value: str | None, anchors: tuple[str, ...]) -> Judgement:
    """A judgement without the id, time, name and note that it gets when it is kept."""
    return Judgement("", verdict, about, field, value, None, None, "", anchors)
