"""What a person decided, applied: to the readings before anything is linked, and as pairs that linking must obey.

A judgement that was taken back counts for nothing. Where two contradict each other the later one holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from whence.errors import InputError
from whence.link.clusters import Pair, pair_of
from whence.model.codec import read_json
from whence.model.holdings import member_of
from whence.model.judgements import Judgement
from whence.model.readings import Attribution, Reading


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of members that are one, pairs that are not (or not surely), and names given to members."""

    same: tuple[Pair, ...]
    different: frozenset[Pair]
    names: tuple[tuple[str, str], ...]
    by_pair: tuple[tuple[Pair, str], ...]

    def parts(self, left: str, right: str) -> bool:
        """Whether a person said that two are not one, or not surely."""
        return pair_of(left, right) in self.different

    def name_of(self, group: Sequence[str]) -> str | None:
        """The name that a person gave to one of a group."""
        return next((name for member, name in self.names if member in group), None) if self.names else None

    def behind(self, group: Sequence[str]) -> str | None:
        """The judgement that tied two of a group."""
        return next((judgement for (left, right), judgement in self.by_pair if left in group and right in group), None)


UNDECIDED = Decisions((), frozenset(), (), ())


def collect_decisions(judgements: Iterable[Judgement]) -> Decisions:
    """The pairs and names that hold."""
    verdicts: dict[Pair, Judgement] = {}
    names: dict[str, str] = {}
    for judgement in _holding(judgements):
        if judgement.verdict in ("same", "different", "unsure"):
            for left, right in combinations(judgement.about, 2):
                verdicts[pair_of(left, right)] = judgement
        elif judgement.verdict == "rename" and judgement.value:
            names.update(dict.fromkeys(judgement.about, judgement.value))
    return Decisions(
        same=tuple(sorted(pair for pair, one in verdicts.items() if one.verdict == "same")),
        different=frozenset(pair for pair, one in verdicts.items() if one.verdict != "same"),
        names=tuple(sorted(names.items())),
        by_pair=tuple(sorted((pair, one.id) for pair, one in verdicts.items())),
    )


def amend_readings(readings: Sequence[Reading], judgements: Iterable[Judgement]) -> tuple[Reading, ...]:
    """The readings as a person left them: reports set right, records rejected, attributions added.

    Raises InputError where an added attribution does not fit the type.
    """
    amended = {reading.report.id: reading for reading in readings}
    for judgement in _holding(judgements):
        for about in judgement.about:
            report = about.partition(":")[0]
            if report in amended:
                amended[report] = _amend(amended[report], about, judgement)
    return tuple(amended.values())


def _holding(judgements: Iterable[Judgement]) -> list[Judgement]:
    return sorted((one for one in judgements if one.undone is None), key=lambda one: (one.at, one.id))


def _amend(reading: Reading, about: str, judgement: Judgement) -> Reading:
    if judgement.verdict == "set" and judgement.field == "outlet":
        return replace(reading, report=replace(reading.report, outlet=judgement.value, outlet_basis="masthead"))
    if judgement.verdict == "set" and judgement.field == "published":
        return replace(reading, report=replace(reading.report, published=judgement.value, published_basis="stated"))
    if judgement.verdict == "reject":
        return _reject(reading, about)
    if judgement.verdict == "add" and judgement.value:
        return replace(reading, attributions=(*reading.attributions, _read_attribution(judgement)))
    return reading


def _read_attribution(judgement: Judgement) -> Attribution:
    try:
        return read_json(Attribution, json.loads(judgement.value or ""))
    except ValueError as error:
        raise InputError(f"judgement {judgement.id}: what it adds is no JSON ({error})") from error


def _reject(reading: Reading, about: str) -> Reading:
    """The reading without the record; what hangs on it is left without it."""

    def keeps(local: str | None) -> bool:
        return local is None or member_of(reading.report.id, local) != about

    attributions = tuple(
        replace(
            one,
            source_entity=one.source_entity if keeps(one.source_entity) else None,
            chain=tuple(filter(keeps, one.chain)),
            parent=one.parent if keeps(one.parent) else None,
        )
        for one in reading.attributions
        if keeps(one.id)
    )
    events = tuple(
        replace(
            one,
            actors=tuple(filter(keeps, one.actors)),
            recipients=tuple(filter(keeps, one.recipients)),
            place=one.place if keeps(one.place) else None,
            attribution=one.attribution if keeps(one.attribution) else None,
        )
        for one in reading.events
        if keeps(one.id)
    )
    entities = tuple(one for one in reading.entities if keeps(one.id))
    forecasts = tuple(
        replace(one, attribution=one.attribution if keeps(one.attribution) else None, event=one.event if keeps(one.event) else None)
        for one in reading.forecasts
        if keeps(one.id)
    )
    return replace(reading, entities=entities, attributions=attributions, events=events, forecasts=forecasts)
