"""A reading: what one report says. The words of the fields are those of docs/format.md.

Ids of records (``e1``, ``a1``, ``v1``, ``f1``) are local to a reading; ``report-id:local-id`` names a record everywhere.
Spans count Unicode code points of ``Reading.text``. ``None`` is "unknown" or "none", never a default.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from whence.model.reports import Report
from whence.model.spans import Span

EntityKind = Literal["person", "organization", "group", "place", "unnamed"]
MentionForm = Literal["named", "nominal", "pronoun"]
Mode = Literal["direct", "indirect", "mixed"]
Polarity = Literal["positive", "negative"]
Anonymity = Literal["named", "unnamed_individual", "unnamed_group", "organization", "outlet"]
Modality = Literal["actual", "asked", "planned", "predicted", "hypothetical", "ongoing"]
DateBasis = Literal["stated", "relative", "anchored", "unknown"]
TimeBasis = Literal["stated", "relative", "anchored", "unknown"]
TimeType = Literal["date", "time", "duration", "set"]
Confidence = Literal["certain", "probable", "possible"]
Bound = Literal["exact", "at_least", "at_most", "about"]
Knowledge = Literal["eyewitness", "present", "briefed", "heard", "document"]
Act = Literal[
    "say", "deny", "decline", "claim_responsibility", "accuse", "threaten", "warn", "demand",
    "ask", "advise", "promise", "predict", "believe", "confirm", "announce", "agree",
]  # fmt: skip
EventType = Literal[
    "agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request", "accuse", "reject",
    "threaten", "protest", "sanction", "mobilize", "coerce", "assault", "appoint", "vote", "travel", "die",
]  # fmt: skip


class Mention(NamedTuple):
    """One place in the text that stands for an entity."""

    start: int
    end: int
    form: MentionForm

    @property
    def span(self) -> Span:
        """The mention's span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description that the text gives an entity; ``since`` and ``until`` are ISO dates where told."""

    role: str
    span: Span
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something the report speaks of. ``number`` is how many people it is, where the text says so."""

    id: str
    kind: EntityKind
    name: str
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = ()
    number: int | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words or thoughts that the report gives to somebody.

    ``chain`` holds the entities who passed the content on, outermost first, the outlet that printed it left out.
    ``target`` is the entity accused or threatened, ``audience`` the span of whoever was told.
    ``unknown_because`` says why ``source_entity`` is None. ``reason`` is the span of the stated reason for anonymity,
    ``knows_by`` and ``knows_span`` how the source is said to know, ``verification`` the span that says the content
    could not be verified, ``hedge`` the span of a word that weakens it.
    """

    id: str
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    source_entity: str | None
    mode: Mode
    act: Act
    anonymity: Anonymity | None
    confidence: float
    co_sources: tuple[str, ...] = ()
    polarity: Polarity = "positive"
    target: str | None = None
    audience: Span | None = None
    parent: str | None = None
    chain: tuple[str, ...] = ()
    unknown_because: str | None = None
    reason: Span | None = None
    knows_by: Knowledge | None = None
    knows_span: Span | None = None
    verification: Span | None = None
    hedge: Span | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts."""

    value: int | float
    of: str
    span: Span
    bound: Bound = "exact"


@dataclass(frozen=True, slots=True)
class Event:
    """A telling of a happening. ``attribution`` is the innermost one in whose content it lies, None in the report's own voice."""

    id: str
    trigger: Span
    type: EventType
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    date: str | None
    date_span: Span | None
    date_basis: DateBasis
    quantities: tuple[Quantity, ...]
    polarity: Polarity
    modality: Modality
    attribution: str | None
    confidence: float

    @property
    def negated(self) -> bool:
        """Whether it is told as not having happened: what is asked or foretold not to happen denies nothing."""
        return self.polarity == "negative" and self.modality in ("actual", "ongoing")


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 value (None where it has none).

    ``period`` is the ISO date or interval of the days that it means, where they are known: "earlier this year" in a report
    of May 2021 has the value 2021 and the period 2021-01/2021-05.
    """

    span: Span
    type: TimeType
    value: str | None
    basis: TimeBasis
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """What an attribution says will happen; ``due`` is an ISO date, ``event`` the event foretold where one was marked.

    ``polarity`` is negative where it is foretold that something will not be.
    """

    id: str
    attribution: str | None
    span: Span
    due: str | None
    confidence: Confidence
    event: str | None = None
    polarity: Polarity = "positive"


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch that whence could not make sense of, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class MadeBy:
    """Which program and which model made a reading."""

    whence: str
    reader: str
    reader_sha256: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report says."""

    report: Report
    text: str
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]
    times: tuple[Time, ...]
    forecasts: tuple[Forecast, ...]
    gaps: tuple[Gap, ...]
    made_by: MadeBy
