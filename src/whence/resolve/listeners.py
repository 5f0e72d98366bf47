"""Whom words were said to, and whom they are said against."""

from __future__ import annotations

from whence.lexicon.cues import cue_lemma
from whence.model.parses import Tree
from whence.model.readings import Act
from whence.model.spans import Span
from whence.resolve.casts import Cast
from whence.resolve.drafts import Draft
from whence.resolve.phrases import phrase_of, span_of

_TELLING = frozenset(
    """tell warn ask urge advise order inform assure remind promise persuade press beg instruct brief notify threaten accuse call request
    invite""".split()
)
_AIMED = frozenset({"accuse", "threaten"})


def find_audience(draft: Draft, tree: Tree) -> Span | None:
    """The phrase of whoever was told ("told reporters on the quay", "said to the inquiry"); None where nobody is named."""
    verb = _verb(draft, tree)
    if verb is None:
        return None
    if tree.upos[verb] == "NOUN" and tree.is_in(verb, "obj"):
        verb = tree.heads[verb]
    told = tree.child(verb, "iobj", *(("obj",) if cue_lemma(tree.words[verb]) in _TELLING else ()))
    if told is None:
        cases = ("to", None) if cue_lemma(tree.words[verb]) in _TELLING else ("to",)
        told = next(
            (child for child in tree.children[verb] if child > verb and tree.is_in(child, "obl") and _case(tree, child) in cases), None
        )
    if told is None or any(part.holds(tree.spans[told]) for part in draft.content):
        return None
    words = phrase_of(tree, told)
    led = len(words) > 1 and tree.upos[words.start] == "ADP"
    span = span_of(tree, words[1:] if led else words)
    return None if any(part.meets(span) for part in draft.content) else span


def resolve_target(draft: Draft, act: Act, cast: Cast, tree: Tree) -> str | None:
    """The entity that an accusation or a threat is aimed at: the object of its verb."""
    verb = _verb(draft, tree)
    if act not in _AIMED or verb is None:
        return None
    aimed = tree.child(verb, "obj")
    if aimed is None:
        aimed = next(
            (child for child in tree.children[verb] if tree.is_in(child, "obl") and _case(tree, child) in ("at", "on", "against")), None
        )
    if aimed is None:
        return None
    return next((placed.entity.id for placed in cast.placed if tree.head_of(placed.span) == aimed), None)


def _verb(draft: Draft, tree: Tree) -> int | None:
    """The verb of the cue."""
    if draft.cue is None:
        return None
    words = tree.inside(draft.cue)
    return next((word for word in reversed(words) if tree.upos[word] == "VERB"), words[-1] if words else None)


def _case(tree: Tree, word: int) -> str | None:
    case = tree.child(word, "case")
    return tree.words[case].casefold() if case is not None else None
