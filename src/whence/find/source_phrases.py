"""Source phrases as mentions: whoever is quoted is somebody, in whatever words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.lexicon.agents import Agent, find_agent
from whence.model.marks import MentionMark
from whence.model.parses import Tree
from whence.model.readings import EntityKind
from whence.model.spans import Span
from whence.model.tags import TaggedMention

_WORD = re.compile(r"\w")
_MOST_WORDS = 16


def find_source_phrases(
    tree: Tree, marks: Sequence[MentionMark], sources: Sequence[Span], seen: Sequence[TaggedMention]
) -> Iterator[MentionMark]:
    """A mention for every source phrase that no mention ends and that is no document: "one politician", "Some in the valley"."""
    for source in sources:
        words = tree.inside(source)
        if 2 < len(words) <= _MOST_WORDS and tree.words[words.start].casefold() == "those" and tree.upos[words.start + 1] == "ADP":
            yield MentionMark(source, "group", "nominal", tree.spans[words.start], plural=True)
            continue
        if not 0 < len(words) <= _MOST_WORDS or any(_covers(mark, source, tree) for mark in marks):
            continue
        head = tree.head_of(source)
        agent = find_agent([tree.words[head]]) if head is not None else None
        if head is None or (agent is not None and agent.kind == "document") or tree.upos[head] in ("PRON", "VERB", "ADP", "DET"):
            continue
        if not tree.words[head].islower() or not _WORD.search(tree.words[head]) or not (agent or _is_seen(source, seen)):
            continue
        plural = agent.plural if agent is not None else tree.words[head].endswith("s")
        yield MentionMark(
            Span(tree.spans[words.start].start, tree.spans[words.stop - 1].end),
            _kind(agent, plural=plural),
            "nominal",
            tree.spans[head],
            plural,
        )


def lengthen_sources(tree: Tree, marks: Sequence[MentionMark], sources: Sequence[Span]) -> Iterator[MentionMark]:
    """The marks; a description that a source phrase goes on from with a preposition reaches to the end of the phrase."""
    for mark in marks:
        end = next((source.end for source in sources if mark.form == "nominal" and _goes_on(mark, source, tree)), mark.span.end)
        yield replace(mark, span=Span(mark.span.start, end))


def _goes_on(mark: MentionMark, source: Span, tree: Tree) -> bool:
    if not (source.start <= mark.span.start and mark.span.end < source.end):
        return False
    rest = range(tree.inside(mark.span).stop, tree.inside(source).stop)
    if not rest or tree.upos[rest.start] != "ADP":
        return False
    return all(tree.upos[word] in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON") and tree.words[word] not in "’'s" for word in rest)


def _is_seen(source: Span, seen: Sequence[TaggedMention]) -> bool:
    """Whether the tagger takes a part of the source for somebody."""
    return any(mention.kind in ("person", "group", "organization") and mention.span.meets(source) for mention in seen)


def _covers(mark: MentionMark, source: Span, tree: Tree) -> bool:
    """Whether a mention is what the source phrase names: it begins with it, or it is a name in it that no preposition leads to."""
    if not mark.span.meets(source):
        return False
    if mark.title is not None and mark.title.start <= source.start and mark.span.end >= source.end:
        return True
    before = range(tree.inside(source).start, tree.inside(mark.span).start)
    led = any(tree.upos[word] == "ADP" or tree.words[word] in ("’s", "'s") for word in before)
    return (
        mark.span.start <= source.start or (mark.form != "nominal" and not led) or (mark.form == "nominal" and mark.head.end == source.end)
    )


def _kind(agent: Agent | None, *, plural: bool) -> EntityKind:
    if agent is None or agent.kind == "person" or agent.kind == "document":
        return "group" if plural else "unnamed"
    return "group" if plural and agent.kind != "place" else agent.kind
