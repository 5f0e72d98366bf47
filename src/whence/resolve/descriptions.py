"""Descriptions inside one report: whom "the official", "the premier", "the company" stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from whence.lexicon.agents import Agent, find_agent
from whence.lexicon.alikes import is_like, load_alikes
from whence.lexicon.countries import load_adjectives, load_country_names, load_peoples
from whence.lexicon.name_parts import load_given_names
from whence.model.spans import Span
from whence.resolve.clusters import Clusters
from whence.resolve.offices import join_offices

_DEFINITE = frozenset("the this that these those such same".split())
_OWNERS = frozenset("his her its their our my your".split())
_FRESH = frozenset(
    "a an another other some several many no any each every two three four five six seven eight nine ten one both most more few".split()
)
_EMPTY = (
    _DEFINITE
    | _OWNERS
    | frozenset("of in at for from with to on and ’s 's ’ ' - former current top senior late new old same alleged acting".split())
)
_PEOPLE = frozenset({"person", "unnamed"})
_REACH = 400  # mentions: what was said longer ago is no longer meant
_ANYONE = frozenset("man woman person".split())
_NEAR = 3
_BODIES = frozenset("party movement society company firm charity club union association organisation organization group airline".split())
_LEADS = frozenset("leads heads chairs commands runs directs led headed chaired commanded ran directed".split())
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
    if (words[0] in _FRESH and words[0] != "many") or words[0] in _OWNERS or words[0][0].isdigit():
        return None
    before = [
        other for other in range(index - 1, max(-1, index - _REACH), -1) if other not in heading or clusters.marks[other].form == "named"
    ]
    earlier = list(_alike(clusters, index, before))
    repeated = _repeated(clusters, index, words, earlier)
    if repeated is not None or words[0] not in _DEFINITE or agent is None:
        return repeated
    if agent.noun in ("country", "nation") and not agent.plural:
        return _country(clusters, index)
    for rule in (_same_head, _same_role, _same_body, _anonymous):
        if (found := rule(clusters, index, agent, earlier)) is not None:
            return found
    for other in (_newsroom(clusters, index, agent, before, speaks), _just_named(clusters, index, agent), _aged(clusters, index, earlier)):
        if other is not None:
            return other
    return None


def _foretold(clusters: Clusters, index: int, first: int, speaks: Callable[[Span], bool]) -> int | None:
    """The first mention of the text that a headline's bare description stands for."""
    agent = clusters.agents[index]
    words = clusters.words[index]
    if agent is None or words[0].casefold() in _FRESH or words[0][0].isdigit():
        return None
    later = list(_alike(clusters, index, range(first, len(clusters.marks))))
    for rule in (_same_body, _same_role, _same_head):
        if (found := rule(clusters, index, agent, later)) is not None:
            return found
    newsroom = _newsroom(clusters, index, agent, range(first, len(clusters.marks)), speaks)
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
        if mark.form == "pronoun" or mark.span.holds(own) or own.holds(mark.span):
            continue
        like = bool(this.kinds & that.kinds) or this.kinds | that.kinds <= _PEOPLE or (that.named and not that.sure and not mark.sure)
        if like and this.plural == that.plural and not (this.genders and that.genders and not this.genders & that.genders):
            yield other


def _repeated(clusters: Clusters, index: int, words: list[str], others: Iterable[int]) -> int | None:
    """The same words said before ("Security sources … Security sources"), article or not."""
    said = [word for word in words if word not in _DEFINITE]
    for other in others:
        before = [word.casefold() for word in clusters.words[other]]
        if [word for word in before if word not in _DEFINITE] == said and (
            len(said) > 1 or words[0] in _DEFINITE or clusters.words[index][0] in load_peoples()
        ):
            return other
    return None


def _content(clusters: Clusters, index: int) -> frozenset[str]:
    return _said(clusters.words[index])


@lru_cache(maxsize=10_000)
def _said(words: tuple[str, ...]) -> frozenset[str]:
    """The words that carry meaning, in small letters and the singular."""
    return frozenset(_singular(word.casefold()) for word in words) - _EMPTY


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _extra(clusters: Clusters, index: int, agent: Agent) -> frozenset[str]:
    """What a description says beside its noun."""
    head = clusters.tree.words[clusters.tree.at(clusters.marks[index].head.start)].casefold()
    return _content(clusters, index) - set(agent.noun.split()) - {head, _singular(head)}


def _known(clusters: Clusters, index: int) -> set[str]:
    """All that the mentions and titles of a cluster say."""
    titles = {_singular(word.casefold()) for role in _roles(clusters, index) for word in role}
    return titles.union(*(_content(clusters, member) for member in clusters.of(index).members))


def _same_head(clusters: Clusters, index: int, agent: Agent, others: Iterable[int]) -> int | None:
    """The nearest description with the same noun that says all that this one says."""
    extra = _extra(clusters, index, agent)
    for other in others:
        before = clusters.agents[other]
        if before is not None and before.noun == agent.noun and extra <= _known(clusters, other):
            return other
    return None


def _same_role(clusters: Clusters, index: int, agent: Agent, others: Iterable[int]) -> int | None:
    """The nearest person with a title or a description of this office ("Prime Minister X … the premier")."""
    if agent.kind != "person":
        return None
    extra = _extra(clusters, index, agent)
    for other in others:
        if not clusters.of(other).named:
            continue
        known = _known(clusters, other)
        held = [found for role in _roles(clusters, other) if (found := find_agent(role)) is not None]
        if any(is_like(role.noun, agent.noun) for role in held) and (extra <= known or _only_says_country(extra - known, known)):
            return other
    return None


def _only_says_country(extra: frozenset[str], known: set[str]) -> bool:
    """Whether all that a description adds is a country ("the Norwegian premier") and no other country is known of."""
    adjectives = {adjective.casefold() for adjective in load_adjectives()}
    return extra <= adjectives and not known & adjectives


def _roles(clusters: Clusters, index: int) -> Iterator[list[str]]:
    """The titles and descriptions of a cluster, as words up to the head noun."""
    for member in clusters.of(index).members:
        mark = clusters.marks[member]
        if mark.title is not None:
            yield [clusters.tree.words[word] for word in clusters.tree.inside(mark.title)]
        elif mark.form == "nominal":
            head = clusters.tree.at(mark.head.start)
            yield [clusters.tree.words[word] for word in range(clusters.tree.at(mark.span.start), head + 1)]
        yield from _led(clusters, member)


def _led(clusters: Clusters, index: int) -> Iterator[list[str]]:
    """What somebody leads by a clause after the name: "X, who heads the dockers' union" is the union leader."""
    tree, after = clusters.tree, clusters.ranges[index].stop
    if tree.words[after : after + 1] != (",",):
        return
    words = [word.casefold() for word in tree.words[after : after + 3]]
    if words[:2] == [",", "who"] and words[2:] and words[2] in _LEADS:
        end = next((at for at in range(after + 3, min(after + 12, len(tree.words))) if tree.words[at] in ",.;"), after + 3)
        yield [*(_singular(tree.words[at].casefold()) for at in range(after + 3, end)), "leader"]


def _same_body(clusters: Clusters, index: int, agent: Agent, others: Iterable[int]) -> int | None:
    """The nearest body whose name or description holds this noun or one like it."""
    if agent.kind not in ("organization", "place", "group"):
        return None
    extra = _extra(clusters, index, agent)
    for other in others:
        if _is_someone(clusters, other):
            continue
        words = _known(clusters, other) | _generic(clusters, other)
        nouns = {held.noun for member in clusters.of(other).members if (held := clusters.agents[member])}
        holds = agent.noun.replace(" ", "") in words or set(agent.noun.split()) <= words
        craft = {held.sort == "craft" for member in clusters.of(other).members if (held := clusters.agents[member])}
        if craft and (agent.sort == "craft") not in craft:
            continue
        if (holds or any(is_like(noun, agent.noun) for noun in nouns | words)) and extra <= words:
            return other
    return None


def _is_someone(clusters: Clusters, index: int) -> bool:
    """Whether a cluster is a person's beyond the look of a name: by a title, a noun for people, or the gender of a given name."""
    members = clusters.of(index).members
    nouns = (held for member in members if (held := clusters.agents[member]) is not None)
    return (
        bool(clusters.of(index).genders - {"thing"})
        or any(clusters.marks[member].title is not None for member in members)
        or any(noun.kind == "person" and noun.noun not in load_alikes("either") for noun in nouns)
    )


def _generic(clusters: Clusters, index: int) -> set[str]:
    """The nouns in small letters that follow the names of a cluster ("the Bright Morning *party*")."""
    ends = (clusters.ranges[member].stop for member in clusters.of(index).members if clusters.marks[member].form == "named")
    after = (clusters.tree.words[end : end + 2] for end in ends)
    return {words[0] for words in after if words and words[0] in load_alikes("sort") and not words[-1][0].isupper()}


def _anonymous(clusters: Clusters, index: int, agent: Agent, others: Iterable[int]) -> int | None:
    """The latest nameless person, for "the official", "the source", "the individual" and their like."""
    if agent.noun not in load_alikes("anonymous") or agent.plural:
        return None
    for other in others:
        before = clusters.agents[other]
        if before is None or clusters.of(other).named:
            continue
        near = clusters.sentences[index] - clusters.sentences[other] <= _NEAR
        anyone = agent.noun in _ANYONE and near and before.kind == "person" and _extra(clusters, index, agent) <= _known(clusters, other)
        if before.noun in load_alikes("anonymous") or anyone:
            return other
    return None


def _newsroom(clusters: Clusters, index: int, agent: Agent, others: Iterable[int], speaks: Callable[[Span], bool]) -> int | None:
    """The nearest body that is quoted, for "the newspaper", "the channel"."""
    if agent.noun not in load_alikes("media") or agent.plural:
        return None
    for other in others:
        mark = clusters.marks[other]
        own = clusters.words[other][-1].casefold()
        cluster = clusters.of(other)
        person = "person" in cluster.kinds and (cluster.sure or bool(cluster.genders))
        if (
            mark.form == "named"
            and cluster.kinds
            and cluster.kinds <= {"organization", "person"}
            and not person
            and speaks(mark.span)
            and own not in load_alikes("carrier")
        ):
            return other
    return None


def _just_named(clusters: Clusters, index: int, agent: Agent) -> int | None:
    """The one body that the sentence before is about, for a bare "The party", "The society" that opens a sentence."""
    tree, start = clusters.tree, clusters.ranges[index].start
    opens = start == 0 or tree.sentences[start - 1] != tree.sentences[start]
    if agent.noun not in _BODIES or agent.plural or not opens or _extra(clusters, index, agent):
        return None
    before = [other for other in range(index) if clusters.sentences[other] == clusters.sentences[index] - 1]
    about = [other for other in before if clusters.marks[other].form == "named" and _may_be_body(clusters, other)]
    head = tree.head_of(clusters.marks[about[0]].span) if len({id(clusters.of(other)) for other in about}) == 1 else None
    return about[0] if head is not None and tree.is_in(head, "nsubj") else None


def _may_be_body(clusters: Clusters, index: int) -> bool:
    """Whether a name may be a party's or a firm's: no person's, no place's, none that says what other sort of body it is."""
    name, kinds = clusters.words[index], clusters.of(index).kinds
    if _is_someone(clusters, index) or kinds - {"organization", "person"} or (kinds == {"person"} and clusters.of(index).sure):
        return False
    return name[-1].casefold() not in load_alikes("carrier") | load_alikes("media") and name[0] not in load_given_names()


def _aged(clusters: Clusters, index: int, others: Iterable[int]) -> int | None:
    """The latest person with a name, for "the 34-year-old driver"."""
    if "year" not in clusters.words[index] or "old" not in clusters.words[index]:
        return None
    return next((other for other in others if clusters.of(other).named), None)


def _country(clusters: Clusters, index: int) -> int | None:
    named = [other for other in range(index) if " ".join(clusters.words[other]) in load_country_names()]
    return named[-1] if named else None
