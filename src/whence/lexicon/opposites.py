"""Words for what comes instead of one another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from whence.lexicon.kin import find_words, stem
from whence.lexicon.tables import load_table

Phrase = tuple[str, ...]


def find_opposites(said: str) -> frozenset[Phrase]:
    """The phrases, as stems, for what comes instead of anything that a text names."""
    stems = tuple(map(stem, find_words(said)))
    return frozenset(other for one, others in _opposites() if holds_phrase(stems, one) for other in others)


def holds_phrase(stems: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase stands among the stems of a text."""
    return any(stems[at : at + len(phrase)] == phrase for at in range(len(stems) - len(phrase) + 1))


@cache
def _opposites() -> tuple[tuple[Phrase, tuple[Phrase, ...]], ...]:
    return tuple(row for sides in load_table("opposites", ("one", "other")) for row in _both_ways(*map(_phrases, sides)))


def _both_ways(one: tuple[Phrase, ...], other: tuple[Phrase, ...]) -> Iterator[tuple[Phrase, tuple[Phrase, ...]]]:
    yield from ((phrase, other) for phrase in one)
    yield from ((phrase, one) for phrase in other)


def _phrases(cell: str) -> tuple[Phrase, ...]:
    return tuple(tuple(map(stem, phrase.split())) for phrase in cell.split(","))
