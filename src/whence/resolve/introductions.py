"""Who is told by a bare name first, and by what the headline called him in the next sentence: "Ana Vask keeps her word. The engineer …"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whence.lexicon.agents import Agent
from whence.resolve.clusters import Clusters
from whence.resolve.epithets import roles_of


def just_introduced(clusters: Clusters, index: int, agent: Agent, others: Iterable[int], heading: Sequence[int]) -> int | None:
    """The one person with a name in the sentence before, of whom nothing else is told, for a definite description that is the subject of
    its sentence and that the headline has (``heading`` are its mentions): somebody else so described would be no headline's.
    """
    if agent.kind != "person" or agent.plural or not _is_subject(clusters, index):
        return None
    if not any((held := clusters.agents[other]) is not None and held.noun == agent.noun for other in heading):
        return None
    near = [other for other in others if clusters.sentences[other] == clusters.sentences[index] - 1]
    people = [other for other in near if clusters.marks[other].form == "named" and "person" in clusters.of(other).kinds]
    if len({id(clusters.of(other)) for other in people}) != 1:
        return None
    return next((other for other in people if _is_subject(clusters, other) and next(roles_of(clusters, other), None) is None), None)


def _is_subject(clusters: Clusters, index: int) -> bool:
    head = clusters.tree.head_of(clusters.marks[index].span)
    return head is not None and clusters.tree.deprels[head] == "nsubj"
