"""The entities of a report, found by where they stand in its text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from whence.lexicon.agents import Agent, find_agent
from whence.lexicon.name_parts import load_name_words
from whence.lexicon.outlets import find_newsroom, fold_name, load_media_words
from whence.model.readings import Entity, Mention
from whence.model.reports import Report
from whence.model.spans import Span

_NEAR = 40
# What hardly any body but a newsroom does: "the Lantern reports that …", "the Lantern writes".
_REPORTS = re.compile(
    r",?\s+(?:(?:first |also )?reports(?!\s+to\b)|writes|wrote|quote[sd]\b"
    r"|(?:has |had )?(?:first )?reported(?:\s+(?:that|on|last|earlier|in|at)\b|,\s+(?:citing|quoting)\b))"
)
_NO_NEWSROOMS = tuple(
    [noun]
    for noun in (
        "council union association ministry club office party committee commission court board foundation authority guild "
        "institute centre center university"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention and whose it is."""

    mention: Mention
    entity: Entity

    @property
    def span(self) -> Span:
        """Where the mention stands."""
        return self.mention.span


class Cast:
    """Who takes part in a report: entities by id and by place, and which of them is the outlet that printed it."""

    def __init__(self, entities: Sequence[Entity], report: Report, text: str) -> None:
        self.entities = tuple(entities)
        self.text = text
        self.by_id = {entity.id: entity for entity in entities}
        self.placed = sorted(
            (Placed(mention, entity) for entity in entities for mention in entity.mentions), key=lambda placed: placed.span
        )
        self._starts = [placed.span.start for placed in self.placed]
        self.printer = next((entity.id for entity in entities if _is_printer(entity, report)), None)
        self._outlets = frozenset(entity.id for entity in entities if _is_outlet(entity, text)) | (
            {self.printer} if self.printer and not _is_institute(report.outlet) else frozenset()
        )

    def inside(self, span: Span) -> list[Placed]:
        """The mentions that lie within a span, in order, the longer first."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        found = [placed for placed in self.placed[first:last] if placed.span.end <= span.end]
        return sorted(found, key=lambda placed: (placed.span.start, -placed.span.end))

    def at(self, span: Span) -> Entity | None:
        """The entity that a mention with exactly this span stands for."""
        return next((placed.entity for placed in self.inside(span) if placed.span == span), None)

    def is_outlet(self, id_: str | None) -> bool:
        """Whether an entity is a newsroom with a name, or the outlet that printed the report."""
        return id_ in self._outlets

    def describes(self, entity: Entity, nouns: frozenset[str]) -> bool:
        """Whether one of the entity's descriptions has one of these nouns as its head."""
        agents = (find_agent(mention.span.of(self.text).split()[-1:]) for mention in entity.mentions if mention.form == "nominal")
        return any(agent is not None and agent.noun in nouns for agent in agents)


def _is_printer(entity: Entity, report: Report) -> bool:
    if report.outlet is None or entity.kind not in ("organization", "person", "place"):
        return False
    own, name = fold_name(report.outlet).split(), fold_name(entity.name).split()
    generic = name == own[:1] and load_name_words().get(name[0].capitalize()) == "organization"
    return bool(name) and (own == name or generic or (len(own) > 1 and own[-len(name) :] == name and name[-1] in load_media_words()))


def _is_institute(outlet: str | None) -> bool:
    """Whether what printed a report is no newsroom but an institution that publishes: a think tank, a ministry."""
    words = fold_name(outlet or "").split()
    return any([word] in _NO_NEWSROOMS for word in words) and not any(word in load_media_words() for word in words)


def _is_outlet(entity: Entity, text: str) -> bool:
    """Whether an entity is a newsroom by the world's list, by its name's words or by how the report describes it."""
    names = [mention.span.of(text) for mention in entity.mentions if mention.form == "named"]
    if not names or fold_name(entity.name).split()[-1:] in _NO_NEWSROOMS:
        return False
    if entity.kind in ("person", "unnamed") and find_newsroom(entity.name) is None:
        return any(
            _has_article(mention, text) and _REPORTS.match(text, mention.end) for mention in entity.mentions if mention.form == "named"
        )
    if any(find_newsroom(name) is not None for name in names):
        return True
    described = [
        agent for mention in entity.mentions if mention.form == "nominal" and (agent := _agent_in(mention.span.of(text))) is not None
    ]
    described += [agent for mention in entity.mentions if mention.form == "named" and (agent := _agent_before(mention, text)) is not None]
    described = [agent for agent in described if agent.noun != "agency"]  # of news or of something else
    if described:
        return any(agent.sort == "media" for agent in described)
    unlike = any(((agent := _agent_in(name)) is not None and agent.sort != "media") or _is_of_body(name) for name in names)
    reports = any(_REPORTS.match(text, mention.end) for mention in entity.mentions if mention.form == "named")
    if entity.kind == "organization" and reports and not unlike:
        return True
    return entity.kind == "organization" and any(word in load_media_words() for name in names for word in _ends(fold_name(name).split()))


def _is_of_body(name: str) -> bool:
    """Whether a name ends in a body's word that no newsroom's name ends in ("Valley Guard")."""
    last = name.split()[-1]
    return load_name_words().get(last) == "organization" and last.casefold() not in load_media_words()


def _ends(words: list[str]) -> list[str]:
    """The first word and the last, by which newsrooms are known ("Radio Vastra", "Tolme Echo")."""
    return words[:1] + words[-1:]


def _has_article(mention: Mention, text: str) -> bool:
    """Whether a name has an article, which no person's has."""
    return text[mention.start : mention.start + 4] == "The " or text[max(0, mention.start - 4) : mention.start].casefold() == "the "


def _agent_in(words: str) -> Agent | None:
    """The noun for a body in a description, None where it has none."""
    agents = (find_agent([word]) for word in words.split())
    return next((agent for agent in agents if agent is not None and agent.kind == "organization"), None)


def _agent_before(mention: Mention, text: str) -> Agent | None:
    """The noun for a body that stands just before a name ("the broadcaster X")."""
    return _agent_in(" ".join(text[max(0, mention.start - _NEAR) : mention.start].split()[-1:]))
