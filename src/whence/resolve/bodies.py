"""Bodies that a description stands for: "the company", "the newspaper", "The party"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from whence.lexicon.agents import Agent
from whence.lexicon.alikes import is_like, load_alikes
from whence.lexicon.name_parts import load_given_names
from whence.lexicon.outlets import load_media_words
from whence.model.spans import Span
from whence.resolve.clusters import Clusters
from whence.resolve.epithets import extra_of, known_of

# Nouns for a newsroom that are oftener said of a place: it is a newsroom where it speaks itself.
_GROUNDS = frozenset("site station channel".split())
_FIRMS = frozenset("company firm corporation business".split())
_BODIES = frozenset("party movement society company firm charity club union association organisation organization group airline".split())


def same_body(clusters: Clusters, index: int, agent: Agent, others: Iterable[int]) -> int | None:
    """The nearest body whose name or description holds this noun or one like it."""
    if agent.kind not in ("organization", "place", "group"):
        return None
    extra = extra_of(clusters, index, agent)
    for other in others:
        if _is_someone(clusters, other):
            continue
        words = known_of(clusters, other) | _generic(clusters, other)
        nouns = {held.noun for member in clusters.of(other).members if (held := clusters.agents[member])}
        holds = agent.noun.replace(" ", "") in words or set(agent.noun.split()) <= words
        craft = {held.sort == "craft" for member in clusters.of(other).members if (held := clusters.agents[member])}
        if craft and (agent.sort == "craft") not in craft:
            continue
        firm = agent.noun in _FIRMS and not agent.plural and _is_firm(clusters, other)
        if (holds or firm or any(is_like(noun, agent.noun) for noun in nouns | words)) and extra <= words:
            return other
    return None


def _is_firm(clusters: Clusters, index: int) -> bool:
    """Whether a name of the cluster ends in a word that only firms have ("Tolm Minerals", "Varn Shipping Ltd")."""
    names = (clusters.words[member] for member in clusters.of(index).members if clusters.marks[member].form == "named")
    return any(len(name) > 1 and name[-1][0].isupper() and set(_forms(name[-1])) & load_alikes("firm") for name in names)


def _forms(word: str) -> tuple[str, str]:
    folded = word.casefold().strip(".")
    return folded, folded[:-3] + "y" if folded.endswith("ies") else folded.removesuffix("s")


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


def quoted_newsroom(clusters: Clusters, index: int, agent: Agent, others: Iterable[int], speaks: Callable[[Span], bool]) -> int | None:
    """The nearest body that is quoted, for "the newspaper", "the channel"."""
    if agent.noun not in load_alikes("media") or agent.plural or (agent.noun in _GROUNDS and not speaks(clusters.marks[index].span)):
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


def body_just_named(clusters: Clusters, index: int, agent: Agent) -> int | None:
    """The one body that the sentence before is about, for a bare "The party", "The society" that opens a sentence."""
    tree, start = clusters.tree, clusters.ranges[index].start
    opens = start == 0 or tree.sentences[start - 1] != tree.sentences[start]
    if agent.noun not in _BODIES or agent.plural or not opens or extra_of(clusters, index, agent):
        return None
    before = [other for other in range(index) if clusters.sentences[other] == clusters.sentences[index] - 1]
    about = [other for other in before if clusters.marks[other].form == "named" and _may_be_body(clusters, other)]
    head = tree.head_of(clusters.marks[about[0]].span) if len({id(clusters.of(other)) for other in about}) == 1 else None
    return about[0] if head is not None and tree.is_in(head, "nsubj", "obj") else None


def _may_be_body(clusters: Clusters, index: int) -> bool:
    """Whether a name may be a party's or a firm's: no person's, no place's, none that says what other sort of body it is."""
    name, kinds = clusters.words[index], clusters.of(index).kinds
    if "person" in kinds and any(clusters.tree.is_in(word, "flat") for word in clusters.ranges[index]):
        return False
    if _is_someone(clusters, index) or kinds - {"organization", "person"} or (kinds == {"person"} and clusters.of(index).sure):
        return False
    other_sort = load_alikes("carrier") | load_alikes("media") | load_media_words()
    return name[-1].casefold() not in other_sort and name[0] not in load_given_names()
