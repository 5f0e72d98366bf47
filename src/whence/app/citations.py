"""Citations: everything that is needed to find the words again, in one line that can be copied."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from whence.app.books import Book, Record
from whence.model.readings import Attribution, Entity, Event, Reading
from whence.model.spans import Span
from whence.model.stories import Passage
from whence.text.pages import cut_passage


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
    """The citation of a passage; a trigger, which says little by itself, is cited with its sentence. Raises RecordUnknown."""
    reading, span = book.reading(passage.report), Span(passage.start, passage.end)
    is_trigger = any(event.trigger == span for event in reading.events)
    return cite_spans(reading, sentence_round(reading.text, span) if is_trigger else span)


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
    """The sentence, within its line, that holds a span."""
    low, high = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    sentences = (Span(low + start, low + end) for start, end in _sentences(text[low : high if high >= 0 else len(text)]))
    return next((sentence for sentence in sentences if sentence.holds(span)), span)


@lru_cache(maxsize=4096)
def _sentences(line: str) -> tuple[Span, ...]:
    """The sentences of a line, which many records of a report share."""
    return tuple(one.span for one in cut_passage(line).sentences)
