"""Groups of records, grown from the strongest pair down, that never hold two which may not be one.

Best-first agglomeration with average links: two groups join where the mean score over their pairs is positive. The outcome
depends on the scores and names alone, not on the order they come in.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np

Pair = tuple[str, str]
Compare = Callable[[str, str], float]
Apart = Callable[[str, str], bool]
# A mean over more pairs than this is estimated from the first of them, so that a large group costs no more than a small one.
_SAMPLED = 64


def cluster(
    members: Iterable[str], scored: Iterable[tuple[Pair, float]], *, compare: Compare, apart: Apart, forced: Iterable[Pair] = ()
) -> tuple[tuple[str, ...], ...]:
    """The groups, each sorted, by their first member; a pair's names stand in rising order.

    ``scored`` are pairs with what speaks for them; of two scores of one pair the last counts, and one that is not positive counts for
    nothing: ``compare`` answers for all pairs without. ``forced`` pairs are one whatever their score; ``apart`` says which two must
    never be in one group and outranks a score. Members that no pair ties together are worked on in the order in which they come, so
    that what ``compare`` needs for one is still at hand for the next.
    """
    names = list(dict.fromkeys(members))
    place = {name: at for at, name in enumerate(names)}
    tied = {pair for pair in forced if pair[0] in place and pair[1] in place}
    links = _Links()
    for (left, right), score in scored:
        if score > 0:
            links.add(place[left], place[right], score)
    for left, right in tied:
        links.add(place[left], place[right], 0.0)
    groups: list[tuple[str, ...]] = []
    # What hangs together by no pair never becomes one group. Part by part, only a few records have to be at hand.
    for part, linked in links.parts(len(names)):
        scores = {(names[left], names[right]): score for left, right, score in linked}
        ordered = sorted((pair not in tied, -score, pair) for pair, score in scores.items())
        groups += _agglomerate([names[at] for at in part], [(pair, not free) for free, _, pair in ordered], scores, compare, apart)
    return tuple(sorted(groups))


def pair_of(left: str, right: str) -> Pair:
    """Two names in rising order."""
    return (left, right) if left < right else (right, left)


def join_groups(groups: Iterable[tuple[str, ...]], pairs: Iterable[Pair]) -> tuple[tuple[str, ...], ...]:
    """The groups, with those put together that hold the two of a pair."""
    kept = list(groups)
    home = {member: at for at, group in enumerate(kept) for member in group}
    links = _Links()
    for left, right in pairs:
        links.add(home[left], home[right], 0.0)
    return tuple(sorted(tuple(sorted(member for at in part for member in kept[at])) for part, _ in links.parts(len(kept))))


class _Links:
    """Scored pairs of places, held as numbers: a story of a hundred thousand reports has millions of them."""

    def __init__(self) -> None:
        self._lefts, self._rights, self._scores = array("l"), array("l"), array("d")

    def add(self, left: int, right: int, score: float) -> None:
        self._lefts.append(left)
        self._rights.append(right)
        self._scores.append(score)

    def parts(self, count: int) -> Iterator[tuple[Sequence[int], list[tuple[int, int, float]]]]:
        """The places below ``count`` that hang together, in rising order, with their links in the order in which they came."""
        roots = np.array(self._find_roots(count), dtype=np.int64)
        lefts = np.frombuffer(self._lefts, dtype=self._lefts.typecode) if self._lefts else np.zeros(0, dtype=np.int64)
        places, links = np.argsort(roots, kind="stable"), np.argsort(roots[lefts], kind="stable")
        ends = np.flatnonzero(np.diff(roots[places], append=-1)) + 1
        link_ends = np.searchsorted(roots[lefts][links], roots[places[ends - 1]], side="right") if count else ends
        start = link_start = 0
        for end, link_end in zip(ends.tolist(), link_ends.tolist(), strict=True):
            linked = ((self._lefts[at], self._rights[at], self._scores[at]) for at in links[link_start:link_end].tolist())
            yield places[start:end].tolist(), list(linked)
            start, link_start = end, link_end

    def _find_roots(self, count: int) -> list[int]:
        """The first place of what each hangs together with (union by path halving)."""
        parent = list(range(count))

        def root(place: int) -> int:
            while parent[place] != place:
                parent[place] = parent[parent[place]]
                place = parent[place]
            return place

        for left, right in zip(self._lefts, self._rights, strict=True):
            one, other = root(left), root(right)
            parent[max(one, other)] = min(one, other)
        return [root(place) for place in range(count)]


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
