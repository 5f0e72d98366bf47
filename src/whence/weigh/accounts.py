"""The tellings of one occurrence, as those who look for conflicts ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from whence.model.holdings import Holdings, member_of, report_of
from whence.model.readings import Event
from whence.model.stories import Because, Conflict, ConflictField, ConflictSide, Occurrence

ConflictKind = Literal["contradiction", "slip", "update", "corrected"]


@dataclass(frozen=True, slots=True)
class Account:
    """The tellings of one occurrence; ``entity_of`` names the story's entities, ``names`` how they are called, ``places`` the names
    that a report of the story gives to a place.
    """

    holdings: Holdings
    occurrence: Occurrence
    entity_of: Mapping[str, str]
    names: Mapping[str, str]
    places: frozenset[str]

    @property
    def told(self) -> list[tuple[str, Event]]:
        """Members and events that are told as having happened."""
        return [(member, event) for member, event in self.all if event.modality in ("actual", "ongoing") and event.polarity == "positive"]

    @property
    def all(self) -> list[tuple[str, Event]]:
        """Members and events."""
        return [(member, self.holdings.events[member]) for member in self.occurrence.events]

    def behind(self, member: str) -> tuple[str, ...]:
        """An event's member and, where it has one, its attribution's."""
        attribution = self.holdings.events[member].attribution
        return (member, member_of(report_of(member), attribution)) if attribution else (member,)

    def voice(self, member: str) -> str:
        """Who stands behind an event or an attribution: the story's entity, the saying where nobody knows whose it is, or the report."""
        said = self.behind(member)[-1] if member in self.holdings.events else member
        attribution = self.holdings.attributions.get(said)
        if attribution is None:
            return report_of(member)
        source = member_of(report_of(member), attribution.source_entity) if attribution.source_entity else said
        return self.entity_of.get(source, source)

    def those(self, member: str, parts: Iterable[str]) -> set[str]:
        """The story's entities that take part in an event, whom its report knows as ``parts``."""
        members = [member_of(report_of(member), part) for part in parts]
        return {self.entity_of.get(one, one) for one in members}

    def conflict(
        self,
        field: ConflictField,
        about: str,
        sides: Mapping[str, Iterable[str]],
        rule: str,
        kind: ConflictKind = "contradiction",
        *,
        hard: bool = True,
    ) -> Conflict:
        """A conflict of the occurrence."""
        return lay_conflict(self.holdings, self.occurrence.id, field, about, sides, rule, kind, hard=hard)


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of every occurrence."""

    holdings: Holdings
    occurrences: Sequence[Occurrence]
    entity_of: Mapping[str, str]
    names: Mapping[str, str]

    def __iter__(self) -> Iterator[Account]:
        """An account for each occurrence, in their order."""
        places = frozenset(one.name.removeprefix("the ") for one in self.holdings.entities.values() if one.kind == "place")
        return (Account(self.holdings, occurrence, self.entity_of, self.names, places) for occurrence in self.occurrences)


def lay_conflict(
    holdings: Holdings,
    occurrence: str | None,
    field: ConflictField,
    about: str,
    sides: Mapping[str, Iterable[str]],
    rule: str,
    kind: ConflictKind = "contradiction",
    *,
    hard: bool = True,
) -> Conflict:
    """A conflict, its sides in the order of their first records; none of ``sides`` is empty."""
    rows = sorted((ConflictSide(value, tuple(dict.fromkeys(by))) for value, by in sides.items()), key=lambda side: side.by)
    anchor = "\n".join([occurrence or "", field, kind, *(side.by[0] for side in rows)])
    events = [member for side in rows for member in side.by if member in holdings.events]
    said = [member for side in rows for member in side.by if not events]
    spans = tuple(holdings.passage(member, holdings.events[member].trigger) for member in events)
    spans += tuple(holdings.passage(member, span) for member in said for span in holdings.attributions[member].content)
    name = "K" + sha256(anchor.encode()).hexdigest()[:10]
    return Conflict(name, occurrence, field, about, tuple(rows), kind, hard, Because(rule, spans))
