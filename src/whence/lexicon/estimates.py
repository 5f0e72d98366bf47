"""Words of estimative probability, after Sherman Kent, "Words of Estimative Probability" (1964): three steps are kept."""

from __future__ import annotations

from functools import cache
from typing import cast, get_args

from whence.errors import LexiconInvalid
from whence.lexicon.tables import load_table
from whence.model.readings import Confidence


@cache
def load_estimates() -> dict[tuple[str, ...], Confidence]:
    """The strength that each word or phrase gives a forecast."""
    table = load_table("estimates", ("phrase", "confidence"))
    for phrase, confidence in table:
        if confidence not in get_args(Confidence):
            raise LexiconInvalid(f"estimates.tsv: {phrase}: there is no confidence {confidence}")
    return {tuple(phrase.split()): cast(Confidence, confidence) for phrase, confidence in table}
