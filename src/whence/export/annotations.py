"""Attributions as Web Annotations (W3C Recommendation, 23 February 2017): each content with its place, its quote and who says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whence.app.books import Book, Voice
from whence.app.views.sources import chain_of
from whence.model.readings import Attribution, Reading
from whence.model.spans import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# So many characters on either side of a quote tell it from the same words elsewhere.
AROUND = 32


def iter_annotations(book: Book) -> Iterator[dict[str, Any]]:
    """One annotation for each attribution, as JSON-LD; positions count Unicode code points of the report's text."""
    for key, record in book.records.items():
        if isinstance(record, Attribution):
            yield _annotate(book, key, record)


def _annotate(book: Book, key: str, record: Attribution) -> dict[str, Any]:
    reading = book.reading(key)
    voice = book.voice(key)
    bodies = [_body("identifying", _say(voice)), _body("classifying", record.act)]
    through = chain_of(book, key)[:-1]
    return {
        "@context": CONTEXT,
        "id": f"urn:whence:{key}",
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"type": "Software", "name": f"whence {reading.made_by.whence}"},
        "body": [*bodies, *([_body("describing", "through " + ", ".join(through))] if through else [])],
        "target": [_target(reading, span) for span in record.content],
    }


def _say(voice: Voice) -> str:
    return f"{voice.name or 'not told who'} ({(voice.anonymity or 'unknown').replace('_', ' ')})"


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "language": "en", "value": value}


def _target(reading: Reading, span: Span) -> dict[str, Any]:
    text, report = reading.text, reading.report
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    return {
        "source": report.url or f"urn:sha256:{report.sha256}",
        "selector": [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quote],
    }
