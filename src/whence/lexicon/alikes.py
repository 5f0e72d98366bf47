"""Nouns that may be said of one and the same office, body or thing."""

from __future__ import annotations

from functools import cache
from typing import Literal

from whence.lexicon.tables import load_table

Sense = Literal["anonymous", "media", "sort", "tie", "either", "carrier", "firm"]


@cache
def load_alikes(sense: Sense) -> frozenset[str]:
    """The nouns of one sense; the head of alikes.tsv says what each sense is."""
    return frozenset(noun for found, nouns in _rows() if found == sense for noun in nouns)


def is_like(one: str, other: str) -> bool:
    """Whether two nouns, in small letters, may be said of one thing ("premier", "prime minister")."""
    return one == other or any(one in nouns and other in nouns for sense, nouns in _rows() if sense == "alike")


@cache
def _rows() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((sense, frozenset(nouns.split(", "))) for sense, nouns in load_table("alikes", ("sense", "nouns")))
