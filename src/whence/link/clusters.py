"""Groups of records, grown from the strongest pair down, that never hold two which may not be one.

Best-first agglomeration with average links: two groups join where the mean score over their pairs is positive. The outcome
depends on the scores and names alone, not on the order they come in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

Pair = tuple[str, str]
# A mean over more pairs than this is estimated from the first of them, so that a large group costs no more than a small one.
_SAMPLED = 64


def cluster(
    members: Iterable[str],
    scores: Mapping[Pair, float],
    *,
    compare: Callable[[str, str], float],
    apart: Callable[[str, str], bool],
    forced: Iterable[Pair] = (),
) -> tuple[tuple[str, ...], ...]:
    """The groups, each sorted, by their first member; a pair's names stand in rising order.

    ``compare`` answers for pairs that have no score yet. ``forced`` pairs are one whatever their score; ``apart`` says which two must
    never be in one group and outranks a score.
    """
    groups: dict[str, tuple[str, ...]] = {}
    home: dict[str, str] = {}
    for member in sorted(set(members)):
        groups[member], home[member] = (member,), member
    for left, right in sorted(forced):
        if left in home and right in home and home[left] != home[right]:
            _merge(groups, home, home[left], home[right])
    for _, left, right in sorted((-score, *pair) for pair, score in scores.items() if score > 0):
        one, other = home[left], home[right]
        if one != other and _fits(groups[one], groups[other], scores, compare, apart):
            _merge(groups, home, one, other)
    return tuple(groups[first] for first in sorted(groups))


def pair_of(left: str, right: str) -> Pair:
    """Two names in rising order."""
    return (left, right) if left < right else (right, left)


def _fits(
    one: tuple[str, ...],
    other: tuple[str, ...],
    scores: Mapping[Pair, float],
    compare: Callable[[str, str], float],
    apart: Callable[[str, str], bool],
) -> bool:
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
