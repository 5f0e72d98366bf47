"""Who issued a paper that is told of again: "X said in a statement … the statement said"."""

from __future__ import annotations

from collections.abc import Iterator

from whence.lexicon.agents import find_agent
from whence.lexicon.cues import resolve_cue
from whence.model.parses import Tree
from whence.model.spans import Span
from whence.resolve.casts import Cast
from whence.resolve.phrases import phrase_of, span_of, subject_over
from whence.resolve.speakers import resolve_speaker

_DEFINITE = frozenset("the this that".split())
_REACH = 120  # words: a paper told of longer ago may be another
_LONGEST = 2


def find_issuer(source: Span, cast: Cast, tree: Tree) -> str | None:
    """The entity that issued the paper which a bare "the statement" takes up; None where the nearest one before tells of nobody."""
    words = tree.inside(source)
    if not 1 < len(words) <= _LONGEST or tree.folded[words.start] not in _DEFINITE:
        return None
    agent = find_agent([tree.words[words.stop - 1]])
    if agent is None or agent.kind != "document" or agent.plural:
        return None
    for paper in _before(words.start, agent.noun, tree):
        issuer = _of_phrase(paper, cast, tree) or _who_said(paper, cast, tree)
        if issuer is not None:
            return issuer
    return None


def _before(start: int, noun: str, tree: Tree) -> Iterator[int]:
    """Where the same noun stands before, the nearest first."""
    for word in range(start - 1, max(-1, start - _REACH), -1):
        agent = find_agent([tree.words[word]]) if tree.upos[word] == "NOUN" else None
        if agent is not None and agent.kind == "document" and agent.noun == noun:
            yield word


def _of_phrase(paper: int, cast: Cast, tree: Tree) -> str | None:
    """Whose paper its own phrase says it is: "a statement by the operator", "its log"."""
    phrase = span_of(tree, phrase_of(tree, paper))
    if tree.at(phrase.start) == paper:
        return None
    speaker, _, _ = resolve_speaker(phrase, cast, tree)
    return speaker


def _who_said(paper: int, cast: Cast, tree: Tree) -> str | None:
    """Who says something in the paper: the subject of the verb that "in a statement" hangs on."""
    case, verb = tree.child(paper, "case"), tree.heads[paper]
    if case is None or verb < 0 or tree.folded[case] not in ("in", "by") or not tree.is_in(paper, "obl", "nmod"):
        return None
    cue, subject = resolve_cue([tree.words[verb]]), subject_over(tree, verb)
    if cue is None or subject is None:
        return None
    speaker, _, _ = resolve_speaker(span_of(tree, phrase_of(tree, subject)), cast, tree)
    return speaker
