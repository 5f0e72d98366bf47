"""Descriptions: phrases that stand for someone without being a name ("two officials in the capital", "the company")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.find.demonyms import is_people
from whence.find.namings import opens_naming
from whence.lexicon.agents import Agent, find_agent
from whence.lexicon.alikes import load_alikes
from whence.lexicon.name_parts import load_name_words
from whence.model.marks import MentionMark
from whence.model.parses import Tree
from whence.model.readings import EntityKind
from whence.model.spans import Span
from whence.model.tags import TaggedMention

_LEFT = ("det", "amod", "compound", "nummod", "nmod", "advmod", "advcl", "flat", "goeswith", "obl", "acl", "case")
_RIGHT = ("nmod", "acl", "amod", "flat", "obl", "advmod", "xcomp")
_MOST_WORDS = 24
_SMALL = frozenset("one two three four five six seven eight nine ten some several another".split())
_DEFINITE = frozenset("the this that these those his her its their our my your".split())
_HEAPS = frozenset("millions thousands hundreds dozens scores tens majority minority half most crowds".split())
_SURE = 0.7
_MANY = frozenset("people men women children media clergy dead wounded injured personnel staff troops police youth elite masses".split())
_SEEN = frozenset({"person", "organization", "group"})
_ALWAYS = frozenset("police parliament congress government prosecution management coastguard army navy".split())
# What may stand before a number and belongs to it.
_ABOUT = frozenset("at least most more less fewer than nearly almost about around over roughly only".split())
_TIMES = frozenset(
    "today yesterday tomorrow night morning evening afternoon week month year day hour minute decade century noon midnight weekend".split()
)


def find_nominals(
    tree: Tree, names: Sequence[MentionMark], seen: Sequence[TaggedMention], without_article: Sequence[Span]
) -> tuple[MentionMark, ...]:
    """The descriptions of a page in order, each whole: article, modifiers and prepositional phrases, no relative clause.

    ``names`` are marked already, ``seen`` is what the tagger marked, ``without_article`` are the stretches in
    which a bare noun is somebody too: the headline, and phrases that somebody is quoted by.
    A description that runs into a name as its title, one that is said of a subject and one that only modifies a noun are left out.
    """
    taken = {word for name in names for word in tree.inside(name.span)}
    seen = [one for one in seen if one.nominal and one.kind in _SEEN and one.confidence >= _SURE]
    marks = []
    for head in range(len(tree.words)):
        if head in taken or not _may_head(tree, head):
            continue
        agent = find_agent(tree.words[max(0, head - 2) : head + 1])
        kind = _kind(tree, head, agent, seen)
        if kind is None or (agent is not None and _is_bare(tree, head, agent) and not _begins_in(without_article, tree.spans[head])):
            continue
        words = _extent(tree, head)
        if (
            words.stop in taken
            or head + 1 in taken
            or len(words) > _MOST_WORDS
            or _is_sort(tree, head, words, taken)
            or (kind == "place" and _is_generic(tree, head, agent, taken))
        ):
            continue
        marks.append(_mark(tree, words, head, kind, agent))
    return tuple(marks)


def _begins_in(stretches: Sequence[Span], span: Span) -> bool:
    return any(stretch.start <= span.start < stretch.end for stretch in stretches)


def lengthen_titles(tree: Tree, names: Sequence[MentionMark]) -> Iterator[MentionMark]:
    """The names; a description that runs into a person's name, prepositions and all, is its title ("the head of the navy Ana Reyl")."""
    starts = {tree.inside(name.span).start: name for name in names if name.kind in ("person", None) and name.title is None}
    titles: dict[Span, Span] = {}
    for head in range(len(tree.words)):
        agent = find_agent(tree.words[max(0, head - 2) : head + 1]) if starts and _may_head(tree, head) else None
        if agent is None or agent.kind != "person" or agent.plural:
            continue
        words = _extent(tree, head)
        if words.stop in starts and words.stop > head + 1:
            titles[starts[words.stop].span] = Span(tree.spans[words.start].start, tree.spans[words.stop - 1].end)
    yield from (replace(name, kind="person", title=titles[name.span]) if name.span in titles else name for name in names)


def _may_head(tree: Tree, at: int) -> bool:
    """Whether a word can be the head of a description that stands for someone."""
    if tree.upos[at] not in ("NOUN", "PROPN", "NUM", "ADJ") or tree.is_in(at, "compound", "amod", "flat", "goeswith", "fixed", "nummod"):
        return False
    if tree.upos[at] == "ADJ":
        return tree.child(at, "det") is not None and find_agent([tree.words[at]]) is not None
    if tree.upos[at] == "NUM":
        return tree.is_in(at, "nsubj", "obj")
    return tree.child(at, "cop") is None


def _kind(tree: Tree, head: int, agent: Agent | None, seen: Sequence[TaggedMention]) -> EntityKind | None:
    """What a description stands for; None where that is nobody who speaks, acts or suffers."""
    plural = _is_plural(tree, head, agent)
    if is_people(tree, tree.words[head]) or _is_heap(tree, head):
        return "group"
    if agent is None or agent.kind == "document":
        return _seen_kind(tree, head, seen, plural=plural) if agent is None else None
    if agent.kind in ("place", "organization", "group"):
        return "group" if plural and agent.kind != "place" else agent.kind
    if plural:
        counted = agent.noun in ("source", "insider") or any(tree.words[word].casefold() in _SMALL for word in _left_words(tree, head))
        return "unnamed" if counted else "group"
    return "person" if agent.sort == "office" and _is_definite(tree, head) else "unnamed"


def _is_heap(tree: Tree, head: int) -> bool:
    """Whether a noun only says how many people the one after "of" stands for ("thousands of farmers")."""
    counted = tree.child_after(head, "nmod") if tree.words[head].casefold() in _HEAPS else None
    agent = find_agent([tree.words[counted]]) if counted is not None else None
    return counted is not None and (is_people(tree, tree.words[counted]) or (agent is not None and agent.kind in ("person", "group")))


def _seen_kind(tree: Tree, head: int, seen: Sequence[TaggedMention], *, plural: bool) -> EntityKind | None:
    """The tagger's kind for a head that no list holds; ``seen`` are the descriptions that it is sure of."""
    for mention in seen:
        if mention.span.holds(tree.spans[head]) and tree.head_of(mention.span) == head:
            if mention.kind == "person":
                return "group" if plural else "unnamed"
            return "group" if plural and mention.kind == "organization" else mention.kind  # type: ignore[return-value]
    return None


def _is_plural(tree: Tree, head: int, agent: Agent | None) -> bool:
    if is_people(tree, tree.words[head]):
        return True
    if agent is not None and agent.sort != "collective":
        return agent.plural
    return tree.words[head].casefold().endswith("s") or tree.words[head].casefold() in _MANY


def _is_definite(tree: Tree, head: int) -> bool:
    determiner = tree.child(head, "det")
    if determiner is not None:
        return tree.words[determiner].casefold() in _DEFINITE
    return True


def _left_words(tree: Tree, head: int) -> Iterator[int]:
    return (child for child in tree.children[head] if child < head)


def _extent(tree: Tree, head: int) -> range:
    """The words of a description, from its article to its last prepositional phrase."""
    first, last = head, head + 1
    for child in sorted(_left_words(tree, head), reverse=True):
        if tree.is_in(child, *_LEFT) and not tree.is_in(child, "case") and not tree.is_relative(child):
            start = min(tree.below(child))
            if any(tree.upos[word] in ("SCONJ", "AUX") for word in range(start, first)):
                break
            if any(tree.words[word] in (",", ":", ";", "–", "—") for word in range(start, first)) and not tree.is_in(
                child, "amod", "det", "nummod"
            ):
                break
            first = min(first, start)
    if any(tree.upos[word] == "NUM" for word in range(first, head + 1)) or tree.words[first].casefold() == "least":
        while first > 0 and tree.words[first - 1].casefold() in _ABOUT and tree.sentences[first - 1] == tree.sentences[head]:
            first -= 1
    if is_people(tree, tree.words[head]) and tree.words[first].casefold() == "the":
        first += 1
    for child in sorted(word for word in tree.children[head] if word > head):
        if tree.is_in(child, "case") and tree.words[child] in ("’s", "'s", "’", "'"):
            continue
        if not tree.is_in(child, *_RIGHT) or tree.is_relative(child) or _is_time(tree, child) or opens_naming(tree, min(tree.below(child))):
            break
        end = max(tree.below(child)) + 1
        if min(tree.below(child)) > last + 1 or any(
            tree.words[word] in (",", ";", ":") for word in range(last, min(tree.below(child)) + 1)
        ):
            break
        last = max(last, _cut(tree, child, end))
    while first < head and tree.upos[first] in ("ADP", "ADV") and tree.words[first].casefold() not in _ABOUT:
        first += 1
    if tree.words[last : last + 1] == (")",) and "(" in tree.words[first:last]:
        last += 1
    return range(first, last)


def _cut(tree: Tree, top: int, end: int) -> int:
    """Where a phrase after the head ends: before a comma, a relative clause or a dash inside it."""
    for word in range(top, end):
        if tree.words[word] in (",", ";", ":", "—", "–", ")") or tree.is_relative(word):
            relative = min(tree.below(word)) if tree.is_relative(word) else word
            return max(relative, top + 1) if relative > top else top + 1
    return end


def _is_time(tree: Tree, word: int) -> bool:
    return load_name_words().get(tree.words[word]) == "event" or tree.words[word].casefold() in _TIMES or tree.words[word][0].isdigit()


def _is_bare(tree: Tree, head: int, agent: Agent) -> bool:
    """Whether a singular noun without article or modifier is part of a turn of phrase ("by boat", "taken prisoner", "as director of …")."""
    if agent.plural:
        return False
    before = _extent(tree, head).start - 1
    if before >= 0 and tree.words[before].casefold() == "as" and tree.child(head, "det") is None:
        return True
    modified = any(tree.is_in(child, *_LEFT) and not tree.is_in(child, "case") for child in _left_words(tree, head))
    return not (modified or agent.noun in _ALWAYS or agent.kind == "group" or tree.words[head + 1 : head + 2] == ("of",))


def _is_sort(tree: Tree, head: int, words: range, taken: set[int]) -> bool:
    """Whether a noun only says of what sort the body is whose name stands between it and the article ("the Bright Morning party")."""
    inside = range(words.start + 1, head)
    named = bool(inside) and all(word in taken for word in inside)
    return named and words.stop == head + 1 and tree.words[words.start].casefold() == "the" and tree.words[head] in load_alikes("sort")


def _is_generic(tree: Tree, head: int, agent: Agent | None, taken: set[int]) -> bool:
    """Whether a noun only says of what sort a named place is ("the island of X"), or is a craft of no consequence ("his boat")."""
    owner = next((child for child in _left_words(tree, head) if tree.is_in(child, "nmod")), None)
    if agent is not None and agent.sort == "craft" and owner is not None and tree.upos[owner] == "PRON":
        return True
    return tree.words[head + 1 : head + 2] == ("of",) and (
        head + 2 in taken or (head + 3 in taken and tree.words[head + 2].casefold() == "the")
    )


def _mark(tree: Tree, words: range, head: int, kind: EntityKind, agent: Agent | None) -> MentionMark:
    span = Span(tree.spans[words.start].start, tree.spans[words.stop - 1].end)
    owner = next((child for child in _left_words(tree, head) if tree.is_in(child, "nmod")), None)
    possessor = None if owner is None else Span(tree.spans[min(tree.below(owner))].start, tree.spans[owner].end)
    return MentionMark(span, kind, "nominal", tree.spans[head], _is_plural(tree, head, agent), possessor=possessor)
