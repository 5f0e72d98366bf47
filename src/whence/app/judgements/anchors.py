"""Anchors: the words a judgement stands on, by which its record is found again when the report is read anew."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whence.app.books import Record, iter_records
from whence.app.citations import span_of
from whence.errors import InputError
from whence.model.readings import Attribution, Entity, Event, Forecast, Reading
from whence.model.spans import Span

_KINDS: dict[str, type] = {"entity": Entity, "attribution": Attribution, "event": Event, "forecast": Forecast}
_FORM = re.compile(r"(entity|attribution|event|forecast) (\d+)-(\d+) (.*)", re.DOTALL)
# A record that shares less than this with the anchored words is another one.
LEAST_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Anchor:
    """A kind of record, where it stood, and its words."""

    kind: str
    span: Span
    text: str

    def __str__(self) -> str:
        return f"{self.kind} {self.span.start}-{self.span.end} {self.text}"


def anchor_record(reading: Reading, record: Record) -> Anchor:
    """The anchor of a record."""
    span = span_of(record)
    kind = next(name for name, type_ in _KINDS.items() if isinstance(record, type_))
    return Anchor(kind, span, span.of(reading.text))


def read_anchor(written: str) -> Anchor:
    """An anchor from its written form. Raises InputError."""
    found = _FORM.fullmatch(written)
    if not found:
        raise InputError(f"an anchor is “kind start-end words”, not {written[:40]!r}")
    kind, start, end, text = found.groups()
    return Anchor(kind, Span(int(start), int(end)), text)


def find_anchored(reading: Reading, anchor: Anchor) -> str | None:
    """The local id of the record that stands on the anchored words.

    The same span counts most, then the same words nearest by, then the record that shares most of the span, if it shares
    more than half of both together. None where there is no such record any longer.
    """
    kind = _KINDS[anchor.kind]
    spans = [(span, record.id) for record in iter_records(reading) if isinstance(record, kind) for span in _spans(record)]
    fits = ((_fit(reading.text, span, anchor), record) for span, record in spans)
    best = max(((fit, record) for fit, record in fits if fit is not None), default=None, key=lambda found: found[0])
    return best[1] if best else None


def _spans(record: Record) -> tuple[Span, ...]:
    return tuple(mention.span for mention in record.mentions) if isinstance(record, Entity) else (span_of(record),)


def _fit(text: str, span: Span, anchor: Anchor) -> tuple[int, float] | None:
    """How well a span fits: the larger the better, None for not at all."""
    if span == anchor.span and span.of(text) == anchor.text:
        return (2, 0.0)
    if span.of(text) == anchor.text:
        return (1, -abs(span.start - anchor.span.start))
    if anchor.span.of(text) != anchor.text:
        return None
    shared = min(span.end, anchor.span.end) - max(span.start, anchor.span.start)
    share = shared / (max(span.end, anchor.span.end) - min(span.start, anchor.span.start))
    return (0, share) if share > LEAST_OVERLAP else None
