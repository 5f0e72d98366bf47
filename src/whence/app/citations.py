"""Citations: everything that is needed to find the words again, in one line that can be copied."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whence.app.books import Book, Record
from whence.model.readings import Attribution, Entity, Event, Reading
from whence.model.spans import Span
from whence.model.stories import Passage

_END = re.compile(r"[.!?][\"”’')\]]*\s|\n")


@dataclass(frozen=True, slots=True)
class Citation:
    """The words of a report, and where they stand; words in several places are cited together."""

    report: str
    outlet: str | None
    published: str | None
    path: str
    spans: tuple[Span, ...]
    quote: str
    sha256: str

    def __str__(self) -> str:
        places = ", ".join(f"{span.start}–{span.end}" for span in self.spans)
        where = f"{self.path}, characters {places}, sha256 {self.sha256}"
        return f"{self.outlet or 'outlet unknown'}, {self.published or 'undated'}: “{self.quote}” ({where})"


def cite_passage(book: Book, passage: Passage) -> Citation:
    """The citation of a passage. Raises RecordUnknown."""
    return cite_spans(book.reading(passage.report), Span(passage.start, passage.end))


def cite_record(book: Book, key: str) -> Citation:
    """The citation of a record: all of a content, the sentence round a trigger, a first name. Raises RecordUnknown."""
    full, record = book.find(key)
    reading = book.reading(full)
    match record:
        case Attribution():
            return cite_spans(reading, *record.content)
        case Event():
            return cite_spans(reading, sentence_round(reading.text, record.trigger))
        case _:
            return cite_spans(reading, span_of(record))


def cite_spans(reading: Reading, *spans: Span) -> Citation:
    """The citation of spans of a report; white space is made single in the quote."""
    report = reading.report
    quote = " … ".join(" ".join(span.of(reading.text).split()) for span in spans)
    return Citation(report.id, report.outlet, report.published, report.path, spans, quote, report.sha256)


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


def sentence_round(text: str, span: Span) -> Span:
    """The sentence that holds a span, as far as full stops and line ends tell."""
    ends = [found.end() for found in _END.finditer(text)]
    start = max((end for end in ends if end <= span.start), default=0)
    end = min((end for end in ends if end >= span.end), default=len(text))
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
