"""A story: what reports say together. A member is written ``report-id:local-id``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from whence.model.readings import EntityKind, EventType

ConflictField = Literal[
    "date", "count", "place", "actor", "recipient", "means", "nature", "extent", "motive", "cause", "outcome", "happened", "said", "role",
]  # fmt: skip


class Passage(NamedTuple):
    """A span of one report."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Because:
    """The rule that made a record, in words, and the passages it rests on; ``judgement`` where a person decided it."""

    rule: str
    spans: tuple[Passage, ...] = ()
    judgement: str | None = None


@dataclass(frozen=True, slots=True)
class StoryEntity:
    """One person, body, group or place across reports; ``members`` are entities of readings, ``variants`` its names."""

    id: str
    name: str
    kind: EntityKind
    members: tuple[str, ...]
    variants: tuple[str, ...]
    because: Because


@dataclass(frozen=True, slots=True)
class StoryRole:
    """An office held; ``since`` and ``until`` are ISO dates (``from`` and ``to`` in JSON)."""

    entity: str
    role: str
    since: str | None = field(metadata={"json": "from"})
    until: str | None = field(metadata={"json": "to"})
    evidence: tuple[str, ...]
    because: Because


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting tie between two story entities (part_of, member_of, commands, successor_of, ...)."""

    subject: str
    relation: str
    object: str
    evidence: tuple[Passage, ...]
    because: Because


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One happening with all its tellings; ``date`` is the narrowest period most tellings allow."""

    id: str
    what: str
    type: EventType
    date: str | None
    place: str | None
    events: tuple[str, ...]
    because: Because


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One account: its value and the records (events or attributions) that give it."""

    value: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where accounts differ. ``kind``: contradiction, slip, update or corrected; ``hard`` where both cannot be true."""

    id: str
    occurrence: str | None
    field: ConflictField
    about: str
    values: tuple[ConflictSide, ...]
    kind: Literal["contradiction", "slip", "update", "corrected"]
    hard: bool
    because: Because


@dataclass(frozen=True, slots=True)
class Edge:
    """A report takes from an outlet, agency or report. ``from_doc`` is the report taken from where it is held,
    ``coverage`` the share of ``doc`` that the shared passages cover.
    """

    doc: str
    source: str = field(metadata={"json": "from"})
    kind: Literal["cites", "republishes", "retells", "version"]
    evidence: str
    from_doc: str | None
    coverage: float | None
    because: Because


@dataclass(frozen=True, slots=True)
class Claim:
    """What several attributions assert, or one asserts and another denies."""

    id: str
    says: str
    attributions: tuple[str, ...]
    denied_by: tuple[str, ...]
    occurrence: str | None
    because: Because


@dataclass(frozen=True, slots=True)
class Independent:
    """How many origins are independent: ``least`` counts those that may be one together, ``most`` apart."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Origin:
    """A newsroom, agency or document that tells an occurrence without relaying another."""

    by: str
    kind: Literal["agency", "outlet", "document"]
    rests_on: tuple[str, ...]
    chains: tuple[tuple[str, ...], ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """What stands behind an occurrence (or a claim); ``independent`` is None where independence cannot be told.

    ``suggested`` is the Admiralty credibility that a person may give it: 1, confirmed, or None where nothing is suggested.
    """

    occurrence: str | None
    claim: str | None
    independent: Independent | None
    origins: tuple[Origin, ...]
    adds_nothing: tuple[str, ...]
    because: Because
    suggested: Literal["1"] | None = None


@dataclass(frozen=True, slots=True)
class ForecastOutcome:
    """Whether what was foretold came about, as of the story's last day (or the day asked for)."""

    forecast: str
    outcome: Literal["met", "missed", "open"]
    evidence: tuple[str, ...]
    because: Because


@dataclass(frozen=True, slots=True)
class Sighting:
    """The bytes of a report, found once more."""

    report: str
    path: str
    url: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """What reports say together, as of a day (None: of all). ``updates`` are numbers that grew with time and contradict nothing."""

    as_of: str | None
    reports: tuple[str, ...]
    entities: tuple[StoryEntity, ...]
    roles: tuple[StoryRole, ...]
    relations: tuple[Relation, ...]
    occurrences: tuple[Occurrence, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    lineage: tuple[Edge, ...]
    origins: tuple[Origins, ...]
    forecast_outcomes: tuple[ForecastOutcome, ...]
    updates: tuple[Conflict, ...] = ()
