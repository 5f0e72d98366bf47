"""Descriptions inside one report: whom "the official", "the premier", "the company" stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from whence.lexicon.agents import Agent, find_agent
from whence.lexicon.alikes import is_like, load_alikes
from whence.lexicon.countries import load_adjectives, load_country_names, load_peoples
from whence.lexicon.demonyms import adjectives_after, called_after
from whence.model.spans import Span
from whence.resolve.bodies import body_just_named, quoted_newsroom, same_body
from whence.resolve.clusters import Clusters
from whence.resolve.epithets import DEFINITE, OWNERS, extra_of, known_of, roles_of
from whence.resolve.introductions import just_introduced
from whence.resolve.offices import join_offices

_FRESH = frozenset(
    "a an another other some several many no any each every two three four five six seven eight nine ten one both most more few".split()
)
_PEOPLE = frozenset({"person", "unnamed"})
_REACH = 400  # mentions: what was said longer ago is no longer meant
_ANYONE = frozenset("man woman person".split())
_NEAR = 3
_HEADS = {"state": "president", "government": "prime minister"}  # "the head of state"
_COUNTS = frozenset("two three four five six seven eight nine ten".split())
_NOT_NOW = frozenset("former ex deputy vice".split())
Rule = Callable[[Clusters, int, Agent, Iterable[int]], "int | None"]


def join_descriptions(clusters: Clusters, title: Span | None, speaks: Callable[[Span], bool]) -> None:
    """Joins each definite description with whom it stands for; one that could stand for several is left alone.

    Appositions come first, then the text in its order; what the headline (``title``) describes is looked for in the text
    after it. ``speaks`` tells whether a span is a source phrase: "the newspaper" is the one that is quoted.
    """
    heading = [index for index, mark in enumerate(clusters.marks) if title is not None and title.holds(mark.span)]
    for index, mark in enumerate(clusters.marks):
        if mark.apposed is not None:
            _join_apposed(clusters, index)
    for index, mark in enumerate(clusters.marks):
        if mark.form == "nominal" and index not in heading and (match := _match(clusters, index, heading, speaks)) is not None:
            _join(clusters, match, index)
    join_offices(clusters, speaks)
    for index in heading:
        if clusters.marks[index].form == "nominal" and (match := _foretold(clusters, index, len(heading), speaks)) is not None:
            _join(clusters, index, match)


def _join(clusters: Clusters, one: int, other: int) -> None:
    """Joins two mentions unless each has a name of its own by now: a description makes no two names one."""
    if not (clusters.of(one).named and clusters.of(other).named):
        clusters.join(one, other)


def _join_apposed(clusters: Clusters, index: int) -> None:
    renamed = clusters.marks[index].apposed
    other = next((i for i, mark in enumerate(clusters.marks) if mark.span == renamed), None)
    if other is None:
        return
    a, b = clusters.of(other), clusters.of(index)
    bracketed = clusters.tree.words[clusters.tree.at(clusters.marks[index].span.start) - 1] == "("
    if (bracketed or not (a.named and b.named)) and not (a.genders and b.genders and not a.genders & b.genders):
        clusters.join(other, index)


def _match(clusters: Clusters, index: int, heading: Sequence[int], speaks: Callable[[Span], bool]) -> int | None:
    """The earlier mention that a description stands for, or None."""
    words = [word.casefold() for word in clusters.words[index]]
    agent = clusters.agents[index]
    if (words[0] in _FRESH and words[0] != "many") or words[0] in OWNERS or words[0][0].isdigit():
        return None
    before = [
        other for other in range(index - 1, max(-1, index - _REACH), -1) if other not in heading or clusters.marks[other].form == "named"
    ]
    earlier = list(_alike(clusters, index, before))
    repeated = _repeated(clusters, index, words, earlier)
    if repeated is not None or words[0] not in DEFINITE or agent is None or _calls_itself(clusters, index):
        return repeated
    if agent.noun in ("country", "nation") and not agent.plural:
        return _country(clusters, index)
    for rule in (_same_head, _same_role, same_body, _counted, _anonymous):
        if (found := rule(clusters, index, agent, earlier)) is not None:
            return found
    newsroom = quoted_newsroom(clusters, index, agent, before, speaks)
    body = newsroom if newsroom is not None else body_just_named(clusters, index, agent)
    found = body if body is not None else _aged(clusters, index, earlier)
    return found if found is not None else just_introduced(clusters, index, agent, earlier, heading)


def _calls_itself(clusters: Clusters, index: int) -> bool:
    """Whether it is what a paper or a station calls itself ("told this newspaper"): no body that the report names is meant."""
    agent = clusters.agents[index]
    return (
        agent is not None
        and clusters.words[index][0].casefold() == "this"
        and agent.sort == "media"
        and agent.noun != "site"
        and not agent.plural
    )


def _foretold(clusters: Clusters, index: int, first: int, speaks: Callable[[Span], bool]) -> int | None:
    """The first mention of the text that a headline's bare description stands for."""
    agent = clusters.agents[index]
    words = clusters.words[index]
    if agent is None or words[0].casefold() in _FRESH or words[0][0].isdigit():
        return None
    later = list(_alike(clusters, index, range(first, len(clusters.marks))))
    for rule in (same_body, _same_role, _same_head):
        if (found := rule(clusters, index, agent, later)) is not None:
            return found
    newsroom = quoted_newsroom(clusters, index, agent, range(first, len(clusters.marks)), speaks)
    return newsroom if newsroom is not None else _only(clusters, agent, later)


def _only(clusters: Clusters, agent: Agent, later: Iterable[int]) -> int | None:
    """The one entity of the text with this noun, if it is one."""
    same = [other for other in later if (held := clusters.agents[other]) is not None and held.noun == agent.noun]
    return same[0] if same and all(clusters.of(other) is clusters.of(same[0]) for other in same) else None


def _alike(clusters: Clusters, index: int, others: Iterable[int]) -> Iterator[int]:
    """Those of ``others`` that may be the same in kind, number and gender."""
    this, own = clusters.of(index), clusters.marks[index].span
    for other in others:
        that, mark = clusters.of(other), clusters.marks[other]
        if mark.form == "pronoun" or mark.span.holds(own) or own.holds(mark.span) or _changed_hands(clusters, index, other):
            continue
        if _calls_itself(clusters, other) and not _calls_itself(clusters, index):
            continue
        held = (clusters.agents[index], clusters.agents[other])
        either = held[0] is not None and held[1] is not None and held[0].noun == held[1].noun and held[0].noun in load_alikes("either")
        like = (
            either
            or bool(this.kinds & that.kinds)
            or this.kinds | that.kinds <= _PEOPLE
            or (that.named and not that.sure and not mark.sure)
        )
        if like and this.plural == that.plural and not (this.genders and that.genders and not this.genders & that.genders):
            yield other


def _changed_hands(clusters: Clusters, one: int, other: int) -> bool:
    """Whether one description tells a former holder, or a deputy, and the other does not."""
    if clusters.marks[one].form != "nominal" or clusters.marks[other].form != "nominal":
        return False
    told = [_NOT_NOW & {word.casefold() for word in clusters.words[index]} for index in (one, other)]
    return told[0] != told[1]


def _repeated(clusters: Clusters, index: int, words: list[str], others: Iterable[int]) -> int | None:
    """The same words said before ("Security sources … Security sources"), article or not."""
    said = [word for word in words if word not in DEFINITE]
    for other in others:
        before = [word.casefold() for word in clusters.words[other]]
        if [word for word in before if word not in DEFINITE] == said and (
            len(said) > 1 or words[0] in DEFINITE or clusters.words[index][0] in load_peoples()
        ):
            return other
    return None


def _same_head(clusters: Clusters, index: int, agent: Agent, others: Iterable[int]) -> int | None:
    """The nearest description with the same noun that says all that this one says."""
    extra = extra_of(clusters, index, agent)
    for other in others:
        before = clusters.agents[other]
        if before is not None and before.noun == agent.noun and extra <= known_of(clusters, other):
            return other
    return None


def _same_role(clusters: Clusters, index: int, agent: Agent, others: Iterable[int]) -> int | None:
    """The nearest person with a title or a description of this office ("Prime Minister X … the premier")."""
    if agent.kind != "person":
        return None
    extra = extra_of(clusters, index, agent)
    office = next((_HEADS[word] for word in extra if agent.noun == "head" and word in _HEADS), agent.noun)
    extra -= _HEADS.keys() if office != agent.noun else set()
    for other in others:
        if not clusters.of(other).named:
            continue
        known = known_of(clusters, other)
        held = [found for role in roles_of(clusters, other) if (found := find_agent(role)) is not None]
        fits = any(role.noun == office or (office == agent.noun and is_like(role.noun, office)) for role in held)
        if fits and (extra <= known or _only_says_country(clusters, extra - known, known)):
            return other
    return None


def _only_says_country(clusters: Clusters, extra: frozenset[str], known: set[str]) -> bool:
    """Whether all that a description adds is a country ("the Norwegian premier") and no other country is known of."""
    places = [" ".join(words) for mark, words in zip(clusters.marks, clusters.words, strict=True) if mark.kind == "place"]
    unlisted = (adjective for place in places for adjective in adjectives_after(place))
    adjectives = {adjective.casefold() for adjective in (*load_adjectives(), *unlisted)}
    return extra <= adjectives and not known & adjectives


def _counted(clusters: Clusters, index: int, agent: Agent, others: Iterable[int]) -> int | None:
    """The latest people of the same number, for "the two men", "the three women"."""
    words = [word.casefold() for word in clusters.words[index]]
    if not agent.plural or agent.noun not in _ANYONE or len(words) != len(("the", "two", "men")) or words[1] not in _COUNTS:
        return None
    for other in others:
        held = clusters.agents[other]
        if held is not None and held.kind in ("person", "group") and clusters.words[other][0].casefold() == words[1]:
            return other if clusters.sentences[index] - clusters.sentences[other] <= _NEAR else None
    return None


def _anonymous(clusters: Clusters, index: int, agent: Agent, others: Iterable[int]) -> int | None:
    """The latest nameless person, for "the official", "the source", "the individual" and their like."""
    if agent.noun not in load_alikes("anonymous") or agent.plural:
        return None
    for other in others:
        before = clusters.agents[other]
        if before is None or clusters.of(other).named:
            continue
        near = clusters.sentences[index] - clusters.sentences[other] <= _NEAR
        anyone = (
            agent.noun in _ANYONE and near and before.kind == "person" and extra_of(clusters, index, agent) <= known_of(clusters, other)
        )
        if before.noun in load_alikes("anonymous") or anyone:
            return other
    return None


def _aged(clusters: Clusters, index: int, others: Iterable[int]) -> int | None:
    """The latest person with a name, for "the 34-year-old driver"."""
    if "year" not in clusters.words[index] or "old" not in clusters.words[index]:
        return None
    return next((other for other in others if clusters.of(other).named), None)


def _country(clusters: Clusters, index: int) -> int | None:
    """The country named last: one of the list, or a place whose people the page speaks of."""
    said = frozenset(clusters.tree.words)
    for other in range(index - 1, -1, -1):
        name = " ".join(clusters.words[other])
        land = clusters.marks[other].kind == "place" and clusters.marks[other].form == "named" and called_after(name, said)
        if land or name in load_country_names():
            return other
    return None
