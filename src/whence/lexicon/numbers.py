"""Number words and the words that bound a number."""

from __future__ import annotations

from functools import cache
from typing import cast, get_args

from whence.errors import LexiconInvalid
from whence.lexicon.tables import load_table
from whence.model.readings import Bound


@cache
def load_numbers() -> dict[str, tuple[int, str]]:
    """Value and kind (small, scale, vague) of every number word."""
    return {word: (int(value), kind) for word, value, kind in load_table("numbers", ("word", "value", "kind"))}


@cache
def load_bounds() -> dict[tuple[str, ...], Bound]:
    """The bound that a phrase beside a number sets, by the words of the phrase."""
    table = load_table("bounds", ("phrase", "bound"))
    for phrase, bound in table:
        if bound not in get_args(Bound):
            raise LexiconInvalid(f"bounds.tsv: {phrase}: there is no bound {bound}")
    return {tuple(phrase.split()): cast(Bound, bound) for phrase, bound in table}
