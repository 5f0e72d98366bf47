"""Groups of records, grown from the strongest pair down, that never hold two which may not be one.

Best-first agglomeration with average links: two groups join where the mean score over their pairs is positive. The outcome
depends on the scores and names alone, not on the order they come in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

Pair = tuple[str, str]
Compare = Callable[[str, str], float]
Apart = Callable[[str, str], bool]
# A mean over more pairs than this is estimated from the first of them, so that a large group costs no more than a small one.
_SAMPLED = 64


def cluster(
    members: Iterable[str], scores: Mapping[Pair, float], *, compare: Compare, apart: Apart, forced: Iterable[Pair] = ()
) -> tuple[tuple[str, ...], ...]:
    """The groups, each sorted, by their first member; a pair's names stand in rising order.

    ``compare`` answers for pairs that have no score. ``forced`` pairs are one whatever their score; ``apart`` says which two must
    never be in one group and outranks a score.
    """
    held = set(members)
    tied = {pair for pair in forced if pair[0] in held and pair[1] in held}
    drawn = {pair: score for pair, score in scores.items() if score > 0}
    groups: list[tuple[str, ...]] = []
    # What hangs together by no pair never becomes one group. Part by part, only a few records have to be at hand.
    for part, pairs in _parts(held, [*drawn, *tied]):
        ordered = sorted((pair not in tied, -drawn.get(pair, 0.0), pair) for pair in pairs)
        groups += _agglomerate(part, [(pair, not free) for free, _, pair in ordered], scores, compare, apart)
    return tuple(sorted(groups))


def pair_of(left: str, right: str) -> Pair:
    """Two names in rising order."""
    return (left, right) if left < right else (right, left)


def join_groups(groups: Iterable[tuple[str, ...]], pairs: Iterable[Pair]) -> tuple[tuple[str, ...], ...]:
    """The groups, with those put together that hold the two of a pair."""
    kept = list(groups)
    links = [(group[0], member) for group in kept for member in group[1:]]
    held = {member for group in kept for member in group}
    return tuple(sorted(tuple(sorted(part)) for part, _ in _parts(held, [*links, *pairs])))


def _parts(members: Iterable[str], pairs: Iterable[Pair]) -> list[tuple[list[str], set[Pair]]]:
    """The members that hang together by pairs, with their pairs (union by path halving)."""
    parent = {member: member for member in members}

    def root(member: str) -> str:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    kept = list(pairs)
    for left, right in kept:
        one, other = sorted((root(left), root(right)))
        parent[other] = one
    parts: dict[str, tuple[list[str], set[Pair]]] = defaultdict(lambda: ([], set()))
    for member in sorted(parent):
        parts[root(member)][0].append(member)
    for pair in kept:
        parts[root(pair[0])][1].add(pair)
    return [parts[first] for first in sorted(parts)]


def _agglomerate(
    part: Iterable[str], pairs: Iterable[tuple[Pair, bool]], scores: Mapping[Pair, float], compare: Compare, apart: Apart
) -> list[tuple[str, ...]]:
    """The groups of one part; a pair comes with whether it is forced."""
    groups: dict[str, tuple[str, ...]] = {member: (member,) for member in part}
    home = {member: member for member in groups}
    for (left, right), tied in pairs:
        one, other = home[left], home[right]
        if one != other and (tied or _fits(groups[one], groups[other], scores, compare, apart)):
            _merge(groups, home, one, other)
    return list(groups.values())


def _fits(one: tuple[str, ...], other: tuple[str, ...], scores: Mapping[Pair, float], compare: Compare, apart: Apart) -> bool:
    total, seen = 0.0, 0
    for left in one:
        for right in other:
            if seen < _SAMPLED:
                pair = pair_of(left, right)
                total += scores[pair] if pair in scores else compare(*pair)
                seen += 1
            if apart(left, right):
                return False
    return total > 0


def _merge(groups: dict[str, tuple[str, ...]], home: dict[str, str], one: str, other: str) -> None:
    merged = tuple(sorted((*groups.pop(one), *groups.pop(other))))
    groups[merged[0]] = merged
    home.update(dict.fromkeys(merged, merged[0]))
