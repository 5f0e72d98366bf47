"""Judgements that cannot all hold: told to the person, never dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whence.model.judgements import Judgement


def iter_disputes(judgements: Sequence[Judgement]) -> Iterator[str]:
    """A line on every judgement that another one contradicts; ``judgements`` are those that hold, oldest first."""
    yield from _pairs(judgements)
    yield from _values(judgements)


def _pairs(judgements: Sequence[Judgement]) -> Iterator[str]:
    """Parted or unsure, and yet joined by other judgements, be it through third records."""
    group: dict[str, str] = {}
    joined = [judgement for judgement in judgements if judgement.verdict == "same"]

    def root(key: str) -> str:
        while (up := group.get(key, key)) != key:
            key = up
        return key

    for judgement in joined:
        first, *rest = sorted(map(root, judgement.about))
        group.update(dict.fromkeys(rest, first))
    for judgement in judgements:
        if judgement.verdict in ("different", "unsure") and root(judgement.about[0]) == root(judgement.about[1]):
            links = [one.id for one in joined if root(one.about[0]) == root(judgement.about[0])]
            yield f"{judgement.id} says {judgement.verdict}, {' and '.join(links)} same: undo one of them"


def _values(judgements: Sequence[Judgement]) -> Iterator[str]:
    """Two values for one thing: the later holds."""
    held: dict[tuple[str, tuple[str, ...], str | None], Judgement] = {}
    for judgement in judgements:
        if judgement.verdict not in ("rename", "set", "grade"):
            continue
        key = (judgement.verdict, judgement.about, judgement.field)
        before = held.get(key)
        if before and before.value != judgement.value:
            yield f"{judgement.id} says {judgement.value!r}, {before.id} said {before.value!r}: the later holds, undo one of them"
        held[key] = judgement
