"""What the words of descriptions and titles say of whom they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from whence.lexicon.agents import Agent
from whence.resolve.clusters import Clusters

DEFINITE = frozenset("the this that these those such same".split())
OWNERS = frozenset("his her its their our my your".split())
_EMPTY = (
    DEFINITE
    | OWNERS
    | frozenset("of in at for from with to on and ’s 's ’ ' - former current top senior late new old same alleged acting".split())
)
_LEADS = frozenset("leads heads chairs commands runs directs led headed chaired commanded ran directed".split())


def content_of(clusters: Clusters, index: int) -> frozenset[str]:
    """The words of a mention that carry meaning, in small letters and the singular."""
    return _said(clusters.words[index])


@lru_cache(maxsize=10_000)
def _said(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_singular(word.casefold()) for word in words) - _EMPTY


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def extra_of(clusters: Clusters, index: int, agent: Agent) -> frozenset[str]:
    """What a description says beside its noun."""
    head = clusters.tree.words[clusters.tree.at(clusters.marks[index].head.start)].casefold()
    return content_of(clusters, index) - set(agent.noun.split()) - {head, _singular(head)}


def known_of(clusters: Clusters, index: int) -> set[str]:
    """All that the mentions and titles of a cluster say."""
    titles = {_singular(word.casefold()) for role in roles_of(clusters, index) for word in role}
    return titles.union(*(content_of(clusters, member) for member in clusters.of(index).members))


def roles_of(clusters: Clusters, index: int) -> Iterator[list[str]]:
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
