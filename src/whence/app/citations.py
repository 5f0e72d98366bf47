"""Citations: everything that is needed to find the words again, in one line that can be copied."""

from __future__ import annotations

from dataclasses import dataclass

from whence.app.books import Book, Record
from whence.model.readings import Attribution, Entity, Event, Reading
from whence.model.spans import Span
from whence.model.stories import Passage


@dataclass(frozen=True, slots=True)
class Citation:
    """The words of a report, and where they stand."""

    report: str
    outlet: str | None
    published: str | None
    path: str
    quote: str
    start: int
    end: int
    sha256: str

    def __str__(self) -> str:
        quote = " ".join(self.quote.split())
        where = f"{self.path}, characters {self.start}–{self.end}, sha256 {self.sha256}"
        return f"{self.outlet or 'outlet unknown'}, {self.published or 'undated'}: “{quote}” ({where})"


def cite_passage(book: Book, passage: Passage) -> Citation:
    """The citation of a passage. Raises RecordUnknown."""
    return cite_span(book.reading(passage.report), Span(passage.start, passage.end))


def cite_record(book: Book, key: str) -> Citation:
    """The citation of a record. Raises RecordUnknown."""
    full, record = book.find(key)
    return cite_span(book.reading(full), span_of(record))


def cite_span(reading: Reading, span: Span) -> Citation:
    """The citation of a span of a report."""
    report = reading.report
    return Citation(report.id, report.outlet, report.published, report.path, span.of(reading.text), *span, report.sha256)


def span_of(record: Record) -> Span:
    """The stretch of text that stands for a record: a content from end to end, a trigger, the first name."""
    match record:
        case Attribution():
            return Span(min(part.start for part in record.content), max(part.end for part in record.content))
        case Event():
            return record.trigger
        case Entity():
            named = [mention.span for mention in record.mentions if mention.form == "named"]
            return (named or [mention.span for mention in record.mentions])[0]
        case _:
            return record.span
