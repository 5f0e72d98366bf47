"""What may tell a happening, before anybody knows to whom it happened: trigger words and numbers."""

from __future__ import annotations

from dataclasses import dataclass

from whence.model.readings import Bound, EventType
from whence.model.spans import Span


@dataclass(frozen=True, slots=True)
class TriggerMark:
    """A word or phrase that tells a happening.

    ``token`` is its head among the page's tokens, ``lemma`` what the list has it under, ``frame`` names the row of
    ``lexicon/frames.tsv`` that says where its participants stand. ``nominal`` tells a noun or adjective from a verb.
    ``tagged`` is the index of the tagger's trigger on the same word, in ``Tags.triggers``.
    """

    span: Span
    token: int
    lemma: str
    type: EventType
    mode: str | None
    frame: str
    nominal: bool
    tagged: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class QuantityMark:
    """A number in the text, with the words that bound it ("at least 14").

    ``number`` is the span of the number alone. ``value`` is None for "dozens" and the like.
    """

    span: Span
    number: Span
    value: int | float | None
    bound: Bound
