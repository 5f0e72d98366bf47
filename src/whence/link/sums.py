"""What all tellings of one happening say together, and which tellings join a happening by that.

A pair of tellings may name too little for each other: one report gives the day, another the place, a third says only "the attack".
So a telling that stands alone is held once more against the whole of what each group says, and so are two groups that tell of one day,
of one who took part or of one disaster. By then what one still has to come may be what another tells as done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from whence.link.clusters import Apart, Pair, pair_of
from whence.link.comparisons import compare_tellings, of_one_disaster, roots_fit, same_date
from whence.link.contexts import Contexts
from whence.link.exclusions import still_to_come
from whence.link.tellings import Telling
from whence.model.dates import Period
from whence.model.holdings import report_of

T = TypeVar("T", bound=Hashable)
Group = tuple[str, ...]
# What a large group says is gathered from so many of its tellings.
_SAMPLED = 64
# A word of a group's counts for the whole where at least one telling in so many uses it.
_USUAL = 4
# Sums share a word more easily than two tellings do, so they have to be the more alike.
_MARGIN = 0.3
_ROUNDS = 4
_HELD = 20_000


def join_by_sums(
    groups: Iterable[Group], near: Iterable[Pair], telling: Callable[[str], Telling], contexts: Contexts, *, apart: Apart
) -> tuple[Group, ...]:
    """The groups, with those joined that the sums of their tellings show to be one.

    ``near`` are pairs of members that are worth another look, best in an order in which a member's pairs stand together, so that little
    has to be at hand at once; the outcome does not depend on it. ``apart`` says which two must never be in one group.
    """
    held = {group[0]: group for group in groups}
    home = {member: name for name, group in held.items() for member in group}

    @lru_cache(maxsize=_HELD)
    def sum_of(group: Group) -> Telling:
        return sum_up([telling(member) for member in group[:_SAMPLED]])

    def score(name: str, other: str) -> float:
        lone = (len(held[name]) == 1) + (len(held[other]) == 1)
        if lone == 2:  # the pair has been compared
            return 0.0
        one, two = sum_of(held[name]), sum_of(held[other])
        if not roots_fit(one, two) or still_to_come(one, two) or not (lone or _are_tied(one, two)):
            return 0.0
        mine, yours = _nearest(held[name], held[other], contexts)
        return compare_tellings(_as_told_in(one, telling(mine)), _as_told_in(two, telling(yours)), contexts)

    looked_at = list(near)
    for _ in range(_ROUNDS):
        meeting = dict.fromkeys(pair_of(home[left], home[right]) for left, right in looked_at if home[left] != home[right])
        scores = {pair: value for pair in meeting if (value := score(*pair)) > _MARGIN}
        moved: set[str] = set()
        for pair in sorted(scores, key=lambda one: (-scores[one], one)):
            if not moved & set(pair) and not any(apart(one, other) for one in held[pair[0]] for other in held[pair[1]]):
                kept, gone = sorted(pair, key=lambda name: (-len(held[name]), name))
                home.update(dict.fromkeys(held[gone], kept))
                held[kept] = tuple(sorted((*held[kept], *held.pop(gone))))
                moved.add(gone)
        if not moved:
            break
    return tuple(sorted(held.values()))


def sum_up(tellings: Sequence[Telling]) -> Telling:
    """All that tellings of one happening say, as one telling."""
    first = tellings[0]
    if len(tellings) == 1:
        return first
    return replace(
        first,
        stems=tuple(sorted({stem for one in tellings for stem in one.stems})),
        families=_usual(one.families for one in tellings),
        takes_in=_all(one.takes_in for one in tellings) if all(one.takes_in for one in tellings) else frozenset(),
        type=_most(one.type for one in tellings) or first.type,
        mode=_most(one.mode for one in tellings if one.mode),
        period=narrowest([one.period for one in tellings if one.period]),
        guessed=all(one.guessed for one in tellings if one.period),
        actors=_all(one.actors for one in tellings),
        recipients=_all(one.recipients for one in tellings),
        marked=_all(one.marked for one in tellings),
        single=_all(one.single for one in tellings),
        many=_all(one.many for one in tellings),
        firm=_all(one.firm for one in tellings),
        kinds=tuple(sorted({kind for one in tellings for kind in one.kinds})),
        heads=tuple(sorted({head for one in tellings for head in one.heads})),
        at_hand=_all(one.at_hand for one in tellings),
        nations=_all(one.nations for one in tellings),
        toll=any(one.toll for one in tellings),
        fatal=any(one.fatal for one in tellings),
        place=_most(one.place for one in tellings if one.place),
        counts=_all(one.counts for one in tellings),
        future=all(one.future for one in tellings),
        imagined=all(one.imagined for one in tellings),
    )


def narrowest(periods: Sequence[Period]) -> Period | None:
    """The narrowest period that the most of them allow."""
    return max(periods, key=lambda one: (sum(one.meets(other) for other in periods), -one.days, -one.first.toordinal()), default=None)


def _are_tied(one: Telling, other: Telling) -> bool:
    """Whether two groups have more in common than the matter: the day, one who took part, or what a story has one of."""
    took_part = one.recipients & other.recipients or one.actors & other.actors & (one.firm | other.firm)
    return same_date(one, other) or bool(took_part) or of_one_disaster(one, other)


def _nearest(mine: Group, yours: Group, contexts: Contexts) -> Pair:
    """The two members, one of each group, whose reports are most alike."""
    pairs = ((one, other) for one in mine[:_SAMPLED] for other in yours[:_SAMPLED])
    return max(pairs, key=lambda pair: contexts.reports_alike(report_of(pair[0]), report_of(pair[1])))


def _as_told_in(whole: Telling, one: Telling) -> Telling:
    """What a group says, in the words around one of its tellings."""
    return replace(whole, report=one.report, sentence=one.sentence)


def _all(sets: Iterable[frozenset[T]]) -> frozenset[T]:
    return frozenset().union(*sets)


def _usual(sets: Iterable[frozenset[T]]) -> frozenset[T]:
    held = list(sets)
    counted = Counter(value for one in held for value in one)
    return frozenset(value for value, count in counted.items() if _USUAL * count > len(held))


def _most(values: Iterable[T]) -> T | None:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], str(value)), default=None)
