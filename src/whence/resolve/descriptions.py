"""Descriptions inside one report: whom "the official", "the premier", "the company" stand for."""

from __future__ import annotations

from collections.abc import Iterator

from whence.lexicon.agents import Agent, find_agent
from whence.lexicon.countries import load_country_names
from whence.resolve.clusters import Clusters

_DEFINITE = frozenset("the this that these those such same".split())
_OWNERS = frozenset("his her its their our my your".split())
_FRESH = frozenset("a an another other some several many no any each every two three four five six seven eight nine ten one both most more few".split())
_EMPTY = _DEFINITE | _OWNERS | frozenset("of in at for from with to on and ’s 's ’ ' - former current top senior late own new old same".split())
# Words for one office or body; a description with one of them may stand for whoever was given another.
_ALIKE = (
    frozenset({"prime minister", "premier", "pm"}),
    frozenset({"leader", "chief", "head", "commander", "director", "boss", "chairman", "chairwoman", "president", "general secretary", "secretary-general", "secretary"}),
    frozenset({"official", "source", "individual", "person", "man", "woman", "insider", "figure", "officer", "diplomat"}),
    frozenset({"newspaper", "paper", "daily", "outlet", "publication", "tabloid", "broadsheet", "magazine", "weekly"}),
    frozenset({"broadcaster", "channel", "station", "network", "outlet", "television"}),
    frozenset({"agency", "news agency", "newswire", "wire", "outlet"}),
    frozenset({"website", "site", "outlet", "portal", "blog"}),
    frozenset({"company", "firm", "corporation", "operator", "group", "contractor", "business", "manufacturer", "maker"}),
    frozenset({"ship", "vessel", "boat", "ferry", "tanker", "freighter", "trawler", "wreck"}),
    frozenset({"plane", "aircraft", "jet", "airliner", "jetliner"}),
    frozenset({"army", "military"}),
    frozenset({"union", "federation"}),
    frozenset({"court", "tribunal"}),
    frozenset({"inquiry", "panel", "commission"}),
    frozenset({"party", "movement"}),
)
_ANONYMOUS = _ALIKE[2]
_PEOPLE = frozenset({"person", "unnamed"})


def join_descriptions(clusters: Clusters) -> None:
    """Joins each definite description with whom it stands for; one that could stand for several is left alone."""
    for index, mark in enumerate(clusters.marks):
        if mark.apposed is not None:
            _join_apposed(clusters, index)
        elif mark.form == "nominal" and (match := _match(clusters, index)) is not None:
            clusters.join(match, index)


def _join_apposed(clusters: Clusters, index: int) -> None:
    renamed = clusters.marks[index].apposed
    other = next((i for i, mark in enumerate(clusters.marks) if mark.span == renamed), None)
    if other is not None and not _clash(clusters, other, index):
        clusters.join(other, index)


def _clash(clusters: Clusters, one: int, other: int) -> bool:
    """Whether two clusters hold two different names, or people of different gender."""
    a, b = clusters.of(one), clusters.of(other)
    return (a.named and b.named and a is not b and clusters.tree.words[clusters.tree.at(clusters.marks[other].span.start) - 1] != "(") or bool(
        a.genders and b.genders and not a.genders & b.genders
    )


def _match(clusters: Clusters, index: int) -> int | None:
    """The earlier mention that a description stands for, or None."""
    words = [word.casefold() for word in clusters.words[index]]
    agent = clusters.agents[index]
    if agent is None or words[0] in _FRESH or words[0] in _OWNERS or words[0][0].isdigit():
        return None
    repeated = _repeated(clusters, index, words)
    if repeated is not None or words[0] not in _DEFINITE:
        return repeated
    if agent.noun in ("country", "nation") and not agent.plural:
        return _country(clusters, index)
    for rule in (_same_head, _same_role, _same_body, _anonymous):
        if (found := rule(clusters, index, agent)) is not None:
            return found
    return None


def _earlier(clusters: Clusters, index: int) -> Iterator[int]:
    """Mentions before this one, the latest first, that may be the same in kind, number and gender."""
    this = clusters.of(index)
    for other in range(index - 1, -1, -1):
        that, mark = clusters.of(other), clusters.marks[other]
        if mark.form == "pronoun" or mark.span.holds(clusters.marks[index].span) or clusters.marks[index].span.holds(mark.span):
            continue
        like = bool(this.kinds & that.kinds) or this.kinds | that.kinds <= _PEOPLE
        if like and this.plural == that.plural and not (this.genders and that.genders and not this.genders & that.genders):
            yield other


def _repeated(clusters: Clusters, index: int, words: list[str]) -> int | None:
    """The same words said before ("Security sources … Security sources"), article or not."""
    said = [word for word in words if word not in _DEFINITE]
    for other in _earlier(clusters, index):
        before = [word.casefold() for word in clusters.words[other]]
        if [word for word in before if word not in _DEFINITE] == said and (len(said) > 1 or words[0] in _DEFINITE):
            return other
    return None


def _content(clusters: Clusters, index: int) -> set[str]:
    return {word.casefold() for word in clusters.words[index]} - _EMPTY


def _same_head(clusters: Clusters, index: int, agent: Agent) -> int | None:
    """The latest description with the same noun whose other words hold all of this one's."""
    extra = _content(clusters, index) - set(agent.noun.split()) - {clusters.words[index][-1].casefold()}
    for other in _earlier(clusters, index):
        before = clusters.agents[other]
        if before is not None and before.noun == agent.noun:
            known = set().union(*(_content(clusters, member) for member in clusters.of(other).members))
            if extra <= known:
                return other
    return None


def _same_role(clusters: Clusters, index: int, agent: Agent) -> int | None:
    """The latest person with a title or a description of this office ("Prime Minister X … the premier")."""
    if agent.kind != "person" or agent.sort not in ("office", "post", "plain"):
        return None
    extra = _content(clusters, index) - set(agent.noun.split()) - {clusters.words[index][-1].casefold()}
    for other in _earlier(clusters, index):
        if not clusters.of(other).named:
            continue
        for role in _roles(clusters, other):
            held = find_agent(role)
            known = {word.casefold() for word in role} | _organizations(clusters, other)
            if held is not None and _is_like(held.noun, agent.noun) and extra <= known:
                return other
    return None


def _roles(clusters: Clusters, index: int) -> Iterator[list[str]]:
    """The titles and descriptions of a cluster, as words up to the head noun."""
    for member in clusters.of(index).members:
        mark = clusters.marks[member]
        if mark.title is not None:
            yield [clusters.tree.words[word] for word in clusters.tree.inside(mark.title)]
        elif mark.form == "nominal":
            head = clusters.tree.at(mark.head.start)
            yield [clusters.tree.words[word] for word in range(clusters.tree.at(mark.span.start), head + 1)]


def _organizations(clusters: Clusters, index: int) -> set[str]:
    """All words of the descriptions of a cluster, those after the head noun too."""
    return set().union(*(_content(clusters, member) for member in clusters.of(index).members))


def _same_body(clusters: Clusters, index: int, agent: Agent) -> int | None:
    """The latest body whose name or description holds this noun or one like it; for a bare company the only one there is."""
    if agent.kind not in ("organization", "place"):
        return None
    extra = _content(clusters, index) - set(agent.noun.split())
    for other in _earlier(clusters, index):
        words = set().union(*(_content(clusters, member) for member in clusters.of(other).members))
        nouns = {held.noun for member in clusters.of(other).members if (held := clusters.agents[member])}
        singular = words | {word.removesuffix("s") for word in words}
        if agent.noun.replace(" ", "") in singular or any(_is_like(noun, agent.noun) for noun in nouns | words):
            if extra <= words or not clusters.of(other).named:
                return other
    return None


def _anonymous(clusters: Clusters, index: int, agent: Agent) -> int | None:
    """The latest nameless person, for "the official", "the source", "the individual" and their like."""
    if agent.noun not in _ANONYMOUS or agent.plural:
        return None
    for other in _earlier(clusters, index):
        before = clusters.agents[other]
        if before is not None and not clusters.of(other).named and before.noun in _ANONYMOUS:
            return other
    return None


def _country(clusters: Clusters, index: int) -> int | None:
    named = [other for other in range(index) if " ".join(clusters.words[other]) in load_country_names()]
    return named[-1] if named else None


def _is_like(one: str, other: str) -> bool:
    return one == other or any(one in words and other in words for words in _ALIKE)
