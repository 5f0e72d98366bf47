"""Turns of phrase that tell how a source knows, why it is not named, how sure it is."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args

from whence.errors import LexiconInvalid
from whence.lexicon.tables import load_table

Told = Literal[
    "eyewitness", "present", "briefed", "heard", "document", "unverified", "hedge", "anonymous", "reason", "denial", "blame", "misdeed",
    "through",
]  # fmt: skip


@cache
def load_wordings(told: Told) -> re.Pattern[str]:
    """One pattern for all wordings that tell ``told``; it matches whole words.

    Raises LexiconInvalid where a row of the list names something else, or its expression cannot be read.
    """
    rows = load_table("wordings", ("tells", "wording"))
    if unknown := {tells for tells, _ in rows} - set(get_args(Told)):
        raise LexiconInvalid(f"wordings.tsv: nobody asks for {', '.join(sorted(unknown))}")
    try:
        return re.compile(r"\b(?:" + "|".join(wording for tells, wording in rows if tells == told) + r")(?!\w)", re.IGNORECASE)
    except re.error as error:
        raise LexiconInvalid(f"wordings.tsv, {told}: {error}") from error
