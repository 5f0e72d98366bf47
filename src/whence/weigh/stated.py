"""What records state of one thing (why it happened, what with), by kind, and whether two of them cannot both be so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement: its ``kind`` and ``words``, whether they are ``denied``, who says so, and the records that hold it."""

    kind: str
    words: str
    denied: bool
    voice: str
    members: tuple[str, ...]


def differ(stated: Sequence[Stated]) -> bool:
    """Whether one voice names a kind that another denies, or they name only kinds that the other does not."""
    kinds: dict[str, set[str]] = {}
    for one in stated:
        if not one.denied:
            kinds.setdefault(one.voice, set()).add(one.kind)
    against = any(
        one.denied and other.kind == one.kind and not other.denied and other.voice != one.voice for one in stated for other in stated
    )
    return against or any(not left & right for left, right in combinations(kinds.values(), 2))


def lay_sides(stated: Sequence[Stated]) -> dict[str, list[str]]:
    """The records of each side, one side for each kind that is named or denied, called by the words that name it first."""
    words: dict[str, str] = {}
    for one in sorted(stated, key=lambda one: one.denied):
        words.setdefault(one.kind, one.words)
    sides: dict[str, list[str]] = {}
    for one in stated:
        sides.setdefault(f"not {words[one.kind]}" if one.denied else words[one.kind], []).extend(one.members)
    return sides
