"""Mentions that stand for one and the same, while they are being gathered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from whence.lexicon.agents import Agent, find_agent
from whence.lexicon.name_parts import load_genders
from whence.model.marks import MentionMark
from whence.model.parses import Tree
from whence.resolve.name_forms import are_one_person

_GENDERS = {
    **dict.fromkeys("he him his himself".split(), "male"),
    **dict.fromkeys("she her hers herself".split(), "female"),
    **dict.fromkeys("it its itself".split(), "thing"),
}


@dataclass(slots=True)
class Cluster:
    """Mentions, by their index in the order of the page, that stand for one entity."""

    members: list[int]
    kinds: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    plural: bool = False
    named: bool = False
    sure: bool = False


class Clusters:
    """The mentions of a page, each in one cluster; ``join`` makes two clusters one."""

    def __init__(self, marks: Sequence[MentionMark], tree: Tree) -> None:
        self.marks, self.tree = marks, tree
        self.ranges = [tree.inside(mark.span) for mark in marks]
        self.words = [tree.words[words.start : words.stop] for words in self.ranges]
        named = [words for mark, words in zip(marks, self.words, strict=True) if mark.form == "named" and len(words) > 1]
        self._surnames = frozenset(words[-1] for words in named)
        self.agents = [self._agent(mark) for mark in marks]
        self.sentences = [tree.sentences[min(tree.at(mark.span.start), len(tree.words) - 1)] for mark in marks]
        self._of = list(range(len(marks)))
        self._clusters = {index: self._alone(index) for index in range(len(marks))}

    def of(self, index: int) -> Cluster:
        """The cluster of a mention."""
        return self._clusters[self._of[index]]

    def join(self, one: int, other: int) -> None:
        """Makes the clusters of two mentions one."""
        kept, gone = sorted((self._of[one], self._of[other]))
        if kept == gone:
            return
        target, source = self._clusters[kept], self._clusters.pop(gone)
        for member in source.members:
            self._of[member] = kept
        target.members = sorted(target.members + source.members)
        target.kinds |= source.kinds
        target.genders |= source.genders
        target.named = target.named or source.named
        target.sure = target.sure or source.sure
        target.plural = target.plural and source.plural if target.named or source.named else target.plural or source.plural

    def clash(self, one: int, other: int) -> bool:
        """Whether the clusters of two mentions hold full names of people with different first names: father and son are two."""
        mine = self._full_names(one)
        return bool(mine) and any(not are_one_person(name, called) for called in self._full_names(other) for name in mine)

    def _full_names(self, index: int) -> list[tuple[str, ...]]:
        cluster = self.of(index)
        if "person" not in cluster.kinds or (cluster.sure and self._is_body(cluster)):
            return []
        return [self.words[member] for member in cluster.members if self.marks[member].form == "named" and len(self.words[member]) > 1]

    def _is_body(self, cluster: Cluster) -> bool:
        return all(self.marks[member].kind != "person" for member in cluster.members if self.marks[member].sure)

    def all(self) -> list[Cluster]:
        """Every cluster, in the order of their first mentions."""
        return sorted(self._clusters.values(), key=lambda cluster: cluster.members[0])

    def latest(self, index: int, before: int) -> int | None:
        """The last mention of the cluster of ``index`` that stands before the mention ``before``."""
        return max((member for member in self.of(index).members if member < before), default=None)

    def _agent(self, mark: MentionMark) -> Agent | None:
        if mark.form != "nominal":
            return None
        head = self.tree.at(mark.head.start)
        return find_agent(self.tree.words[max(0, head - 2) : head + 1])

    def _alone(self, index: int) -> Cluster:
        mark = self.marks[index]
        genders = {gender} if (gender := self._gender(index)) else set()
        kinds = {str(mark.kind)} if mark.kind is not None else set()
        return Cluster([index], kinds, genders, mark.plural, mark.form == "named", mark.sure)

    def _gender(self, index: int) -> str | None:
        mark, agent = self.marks[index], self.agents[index]
        if mark.form == "pronoun":
            return _GENDERS.get(self.words[index][0].casefold())
        if agent is not None:
            return agent.gender
        titles = [self.tree.words[word] for word in self.tree.inside(mark.title)] if mark.title else []
        known = load_genders()
        if len(self.words[index]) == 1 and not titles and self.words[index][0] in self._surnames:
            return None  # what is a given name elsewhere is a surname here
        told = [known[word.casefold()] for word in (*titles, *self.words[index][:1]) if word.casefold() in known]
        return told[0] if told and mark.kind in ("person", None) else None
