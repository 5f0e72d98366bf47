"""A time expression as it is worded, before anybody knows which days it means."""

from __future__ import annotations

from dataclasses import dataclass

from whence.model.spans import Span


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A stretch of text that tells a time, and the parts that its words name; None where they name none.

    ``family`` is the kind of expression, one of those of ``lexicon/time_patterns.tsv``. ``numbers`` and ``ordinals`` stand
    in the order of the text, a vague number ("several") as ``vague``. ``shift`` is the direction that words as last, this,
    next, ago or later give. ``edge`` is the part of a span that is meant (early, late, start, mid, end).
    """

    span: Span
    family: str
    numbers: tuple[float, ...] = ()
    ordinals: tuple[int, ...] = ()
    vague: bool = False
    year: int | None = None
    month: int | None = None
    weekday: int | None = None
    unit: str | None = None
    shift: int | None = None
    season: str | None = None
    daypart: str | None = None
    clock: str | None = None
    half: str | None = None
    zone: str | None = None
    iso: str | None = None
    decade: int | None = None
    feast: str | None = None
    reference: str | None = None
    edge: str | None = None
    era: str | None = None
    kinds: tuple[str, ...] = ()
