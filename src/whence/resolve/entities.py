"""Who and what a report speaks of: its mentions, gathered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.lexicon.agents import find_agent
from whence.lexicon.alikes import load_alikes
from whence.lexicon.countries import load_country_names
from whence.lexicon.name_parts import load_titles
from whence.model.marks import MentionMark
from whence.model.pages import Page
from whence.model.parses import grow_tree
from whence.model.readings import Entity, Mention, Role
from whence.model.reports import Report
from whence.model.spans import Span
from whence.model.tags import Tags
from whence.resolve.antecedents import join_pronouns
from whence.resolve.clusters import Cluster, Clusters
from whence.resolve.descriptions import join_descriptions
from whence.resolve.kinds import kind_of
from whence.resolve.namesakes import join_names
from whence.resolve.voices import hear_voices

_ARTICLE = re.compile(r"(?:the|an?|its|his|her|their|our)\s+", re.IGNORECASE)
_NUMBERS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}


def resolve_entities(page: Page, tags: Tags, mentions: Sequence[MentionMark], report: Report) -> tuple[Entity, ...]:
    """The entities of a report in the order of their first mention, with ids ``e1``, ``e2`` …

    A pronoun that could not be resolved makes no entity. Names are joined first, then appositions and descriptions, then
    pronouns; each step only where nothing contradicts it.
    """
    tree = grow_tree(page, tags)
    clusters = Clusters(mentions, tree)
    join_names(clusters)
    voices = hear_voices(page, tags, tree)
    join_descriptions(clusters, page.title, voices.speaks)
    join_pronouns(clusters, voices, [sentence.paragraph for sentence in page.sentences])
    kept = [cluster for cluster in clusters.all() if any(mentions[member].form != "pronoun" for member in cluster.members)]
    found = (_entity(f"e{number}", cluster, mentions, page.text) for number, cluster in enumerate(kept, 1))
    return tuple(replace(entity, kind="organization") if entity.name == report.outlet else entity for entity in found)


def _entity(id_: str, cluster: Cluster, marks: Sequence[MentionMark], text: str) -> Entity:
    members = [marks[member] for member in cluster.members]
    names = _distinct([mark.span.of(text) for mark in members if mark.form == "named"])
    nominals = [mark.span.of(text) for mark in members if mark.form == "nominal"]
    name = _name(names, [mark.span.of(text) for mark in members if mark.form == "named"]) if names else max(nominals, key=len)
    return Entity(
        id=id_,
        kind=kind_of(members),
        name=" ".join(name.split()),
        mentions=tuple(Mention(mark.span.start, mark.span.end, mark.form) for mark in members),
        roles=tuple(_roles(members, text)),
        aliases=tuple(other for other in names if other != name),
        number=_number(members, text),
        affiliation=None,
    )


def _name(names: Sequence[str], said: Sequence[str]) -> str:
    """The longest name; a state's is the one that the text uses most ("Norway" rather than "Kingdom of Norway")."""
    countries = load_country_names()
    states = [name for name in names if " ".join(name.split()) in countries]
    return max(states, key=said.count) if states else max(names, key=len)


def _roles(members: Sequence[MentionMark], text: str) -> list[Role]:
    """The titles that run into a person's name, and the descriptions of it."""
    if kind_of(members) not in ("person", "unnamed"):
        return []
    roles: dict[str, Role] = {}
    for mark in members:
        if mark.plural or _is_no_office(mark, text):
            continue
        span = mark.title or (mark.span if mark.form == "nominal" else None)
        if span is None or (mark.title is not None and load_titles().get(span.of(text).casefold()) == "honorific"):
            continue
        article = _ARTICLE.match(span.of(text))
        trimmed = Span(span.start + (article.end() if article else 0), span.end)
        roles.setdefault(trimmed.of(text).casefold(), Role(" ".join(trimmed.of(text).split()), trimmed))
    return list(roles.values())


def _is_no_office(mark: MentionMark, text: str) -> bool:
    """Whether a title or a description only tells whose kin or friend somebody is, or that it is somebody."""
    told = mark.title.of(text).split() if mark.title is not None else [mark.head.of(text)] if mark.form == "nominal" else []
    return bool(told) and (agent := find_agent(told)) is not None and agent.noun in load_alikes("tie")


def _number(members: Sequence[MentionMark], text: str) -> int | None:
    """How many people a description counts, where it begins with a number."""
    for mark in members:
        first = mark.span.of(text).split()[0].casefold().replace(",", "")
        if mark.plural and (first.isdigit() or first in _NUMBERS):
            return int(first) if first.isdigit() else _NUMBERS[first]
    return None


def _distinct(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(names))
