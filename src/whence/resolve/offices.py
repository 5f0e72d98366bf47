"""People who are told by an office that changes hands, or before they are named."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from whence.lexicon.agents import find_agent
from whence.lexicon.inflections import inflect_verb
from whence.model.spans import Span
from whence.resolve.clusters import Clusters

_LEAVING = frozenset(form for verb in "resign quit leave retire depart step fall die lose go".split() for form in inflect_verb(verb))
_ENTERING = frozenset(form for verb in "take succeed replace become win".split() for form in inflect_verb(verb)) | {
    "appointed",
    "named",
    "sworn",
    "elected",
}
_REACH = 4
_NEAR = 3
# What tells only over how much an office is held.
_LEVELS = frozenset("regional provincial local state national federal city district county municipal village town".split())
_PAST = frozenset("former ex late deputy vice acting interim".split())
_NAMELESS = frozenset({("unnamed", "sources"), ("anonymous", "sources"), ("unidentified", "sources"), ("unnamed", "officials")})


def join_offices(clusters: Clusters, speaks: Callable[[Span], bool]) -> None:
    """Joins "her predecessor" with the one who left, "his successor" with the one who came, in the sentences before.

    A description of a person that opens a sentence is joined with the person who is first named, without a description, as the
    subject of the next; "unnamed sources" are those whom the same sentence goes on to describe.
    """
    for index, mark in enumerate(clusters.marks):
        if mark.form != "nominal" or clusters.of(index).named:
            continue
        for rule in (_in_turn, _named_next, _named_later, _described):
            match = rule(clusters, index, speaks)
            if match is not None:
                clusters.join(match, index)
                break


def _in_turn(clusters: Clusters, index: int, _: Callable[[Span], bool]) -> int | None:
    agent = clusters.agents[index]
    verbs = {"predecessor": _LEAVING, "successor": _ENTERING}.get(agent.noun if agent else "")
    if verbs is None or clusters.marks[index].possessor is None:
        return None
    for other in range(index - 1, -1, -1):
        if clusters.sentences[index] - clusters.sentences[other] > _REACH:
            return None
        if clusters.of(other).named and "person" in clusters.of(other).kinds and _verb_over(clusters, other) in verbs:
            return other
    return None


def _verb_over(clusters: Clusters, index: int) -> str | None:
    """The verb that a mention is the subject of, in small letters."""
    tree, head = clusters.tree, clusters.tree.head_of(clusters.marks[index].span)
    while head is not None and tree.is_in(head, "flat", "compound") and tree.upos[tree.heads[head]] != "VERB":
        head = tree.heads[head]
    if head is None or tree.heads[head] < head or not tree.is_in(head, "nsubj", "flat"):
        return None
    return tree.words[tree.heads[head]].casefold()


def _named_next(clusters: Clusters, index: int, _: Callable[[Span], bool]) -> int | None:
    mark, this = clusters.marks[index], clusters.of(index)
    if mark.kind != "person" or clusters.words[index][0].casefold() != "the" or _verb_over(clusters, index) is None:
        return None
    for other in _subjects(clusters, index):
        fresh = clusters.of(other).members[0] == other and len(clusters.words[other]) > 1
        bare = clusters.marks[other].title is None and not any(clusters.agents[member] for member in clusters.of(other).members)
        gender = this.genders & clusters.of(other).genders or not (this.genders and clusters.of(other).genders)
        return other if fresh and bare and gender and clusters.marks[other].kind == "person" else None
    return None


def _named_later(clusters: Clusters, index: int, _: Callable[[Span], bool]) -> int | None:
    """The one person whom the next sentences name with this office ("The governor … The regional governor, X, …")."""
    agent, this = clusters.agents[index], clusters.of(index)
    if agent is None or agent.sort != "office" or agent.plural or clusters.words[index][0].casefold() != "the":
        return None
    if {word.casefold() for word in clusters.words[index]} - _LEVELS != {"the", *agent.noun.split()}:
        return None
    found = [other for other in range(index + 1, len(clusters.marks)) if _holds_office(clusters, other, agent.noun)]
    near = bool(found) and clusters.sentences[found[0]] - clusters.sentences[index] <= _NEAR
    one = near and all(clusters.of(other) is clusters.of(found[0]) for other in found)
    apart = one and this.genders and clusters.of(found[0]).genders and not this.genders & clusters.of(found[0]).genders
    return found[0] if one and not apart else None


def _holds_office(clusters: Clusters, index: int, noun: str) -> bool:
    """Whether a mention of a named person tells this office, as a title or a description; a former one is none."""
    mark = clusters.marks[index]
    if not clusters.of(index).named or "person" not in clusters.of(index).kinds:
        return False
    told = mark.title if mark.title is not None else mark.span if mark.form == "nominal" else None
    words = [clusters.tree.words[word].casefold() for word in clusters.tree.inside(told)] if told is not None else []
    if mark.form == "nominal":
        held = clusters.agents[index]
        return held is not None and held.noun == noun and not _PAST & set(words)
    agent = find_agent(words) if words else None
    return agent is not None and agent.noun == noun and not _PAST & set(words)


def _subjects(clusters: Clusters, index: int) -> Iterator[int]:
    """The subjects of the main clause of the sentence after a mention's."""
    for other in range(index + 1, len(clusters.marks)):
        head = clusters.tree.head_of(clusters.marks[other].span)
        subject = head is not None and clusters.tree.is_in(head, "nsubj") and clusters.tree.heads[clusters.tree.heads[head]] < 0
        if subject and clusters.sentences[other] == clusters.sentences[index] + 1:
            yield other


def _described(clusters: Clusters, index: int, speaks: Callable[[Span], bool]) -> int | None:
    if tuple(word.casefold() for word in clusters.words[index]) not in _NAMELESS:
        return None
    same = (other for other in range(index + 1, len(clusters.marks)) if clusters.sentences[other] == clusters.sentences[index])
    for other in same:
        start = clusters.tree.at(clusters.marks[other].span.start)
        cited = [word.casefold() for word in clusters.tree.words[max(0, start - 2) : start]] == ["according", "to"]
        if clusters.marks[other].plural and not clusters.of(other).named and (cited or speaks(clusters.marks[other].span)):
            return other
    return None
