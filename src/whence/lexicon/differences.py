"""Words by the kind of cause, means, motive, extent or outcome that they name; accounts that name two kinds differ."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from whence.errors import LexiconInvalid
from whence.lexicon.tables import load_table


class Named(NamedTuple):
    """A kind that a text names, in which words, and where they start."""

    kind: str
    words: str
    start: int


def find_kinds(field: str, text: str) -> list[Named]:
    """Every word of ``text`` that names a kind of ``field``, in order."""
    found = (Named(kind, match[0], match.start()) for kind, pattern in _patterns()[field] for match in pattern.finditer(text))
    return sorted(found, key=lambda one: one.start)


@cache
def _patterns() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    fields: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for field, kind, words in load_table("differences", ("field", "kind", "words")):
        if not words:
            raise LexiconInvalid(f"differences.tsv: {field}, {kind}: there are no words")
        parts = [re.escape(word).replace("_", r"\s+").replace(r"\*", r"\w*") for word in sorted(words.split(), key=len, reverse=True)]
        fields.setdefault(field, []).append((kind, re.compile(rf"\b(?:{'|'.join(parts)})\b", re.I)))
    return fields
