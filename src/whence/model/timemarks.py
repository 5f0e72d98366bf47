"""A time expression as it is worded, before anybody knows which days it means."""

from __future__ import annotations

from dataclasses import dataclass

from whence.model.spans import Span


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A stretch of text that tells a time, and the parts that its words name; None where they name none.

    ``family`` is the sort of expression, one of those of ``lexicon/time_patterns.tsv``, and ``kinds`` holds the kinds of its
    words, those of ``lexicon/time_words.tsv``. ``numbers`` and ``ordinals`` stand in the order of the text. ``shift`` is the
    direction of words as last (-1), this (0) and next (1); ``decade`` is the year over ten; ``iso`` a date in figures.
    """

    span: Span
    family: str
    kinds: frozenset[str] = frozenset()
    numbers: tuple[float, ...] = ()
    ordinals: tuple[int, ...] = ()
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    shift: int | None = None
    season: str | None = None
    daypart: str | None = None
    clock: str | None = None
    half: str | None = None
    decade: int | None = None
    feast: str | None = None
    often: str | None = None
    era: str | None = None
    iso: str | None = None

    def has(self, *kinds: str) -> bool:
        """Whether a word of one of these kinds stands in it."""
        return not self.kinds.isdisjoint(kinds)
