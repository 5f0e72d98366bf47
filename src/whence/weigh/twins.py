"""Forecasts of undated reports that a dated report tells in the same words: what is printed again is of the day of the first print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from whence.weigh.foretold import Foretold
from whence.weigh.neighbours import Neighbours

_FEWEST = 3
_ALIKE = 0.75
_RAREST = 2  # of so many words a twin has one: it may lack a quarter


def date_by_twins(told: Sequence[Foretold], neighbours: Neighbours) -> tuple[Foretold, ...]:
    """The forecasts in their order, those of undated reports with the days of their twin, if all twins have one due day."""
    having: dict[str, list[Foretold]] = defaultdict(list)
    for one in told:
        if one.made is not None and one.due is not None and len(one.words) >= _FEWEST:
            for word in one.words:
                having[word].append(one)
    return tuple(one if one.made is not None else _like_twin(one, having, neighbours) for one in told)


def _like_twin(one: Foretold, having: dict[str, list[Foretold]], neighbours: Neighbours) -> Foretold:
    rarest = sorted(one.words & having.keys(), key=lambda word: (len(having[word]), word))[:_RAREST]
    choice = {other.member: other for word in rarest for other in having[word] if _is_twin(one, other)}
    near = neighbours.of(one.report) if choice else ()
    twins = [other for other in choice.values() if other.report in near]
    if len({twin.due for twin in twins}) != 1:
        return one
    return replace(one, made=twins[0].made, due=twins[0].due)


def _is_twin(one: Foretold, other: Foretold) -> bool:
    """Whether two forecasts have most of their words in common, and foretell the same of the same day."""
    shared = len(one.words & other.words)
    alike = shared >= _FEWEST and shared >= _ALIKE * max(len(one.words), len(other.words))
    return alike and one.negative == other.negative and one.due in (None, other.due)
