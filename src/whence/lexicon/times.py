"""Words, patterns and feasts that time expressions are found by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from whence.lexicon.tables import load_table


class TimeWord(NamedTuple):
    """What a word is to a time expression. ``case``: any, capital (its first letter is one), upper (all its letters are)."""

    kind: str
    value: str
    case: str


class TimePattern(NamedTuple):
    """A sequence of kinds of words and the family of time expressions it makes; ``example`` is one, in square brackets."""

    family: str
    pattern: str
    example: str


@cache
def load_time_words() -> Mapping[str, TimeWord]:
    """Every time word in lower case with its kind and value."""
    rows = load_table("time_words", ("word", "kind", "value", "case"))
    return MappingProxyType({word: TimeWord(kind, value, case) for word, kind, value, case in rows})


@cache
def load_time_patterns() -> tuple[TimePattern, ...]:
    """The patterns in the order in which they are tried."""
    return tuple(TimePattern(*row) for row in load_table("time_patterns", ("family", "pattern", "example")))


@cache
def load_time_macros() -> Mapping[str, str]:
    """Names that patterns use for longer pieces of pattern; a macro may use those above it."""
    return _pairs("time_macros", "name", "pattern")


@cache
def load_feasts() -> Mapping[str, str]:
    """Every feast in lower case with the rule of its day, ``-`` where whence knows none."""
    return _pairs("feasts", "name", "rule")


@cache
def load_tense_cues() -> Mapping[str, str]:
    """Every cue of tense in lower case with what it tells: past, state (was so), future."""
    return _pairs("tense_cues", "cue", "tense")


def _pairs(table: str, key: str, value: str) -> Mapping[str, str]:
    return MappingProxyType({row[0]: row[1] for row in load_table(table, (key, value))})
