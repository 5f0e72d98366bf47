"""Noun phrases by their syntax."""

from __future__ import annotations

from whence.model.parses import Tree
from whence.model.spans import Span

_MARKS = frozenset(', . ; : – — - “ ” "'.split())
_WIDEST_GAP = 4


def phrase_of(tree: Tree, top: int) -> range:
    """The words of the noun phrase under ``top`` without relative clauses and appositions, marks at its edges left out.

    What ``and`` joins to it stays. It ends before a gap, where the parse has hung something far away on it.
    """
    out = {word for child in tree.children[top] if _is_aside(tree, top, child) for word in tree.below(child)}
    words = sorted(word for word in tree.below(top) if word not in out)
    while len(words) > 1 and tree.words[words[0]] in _MARKS:
        words.pop(0)
    while len(words) > 1 and tree.words[words[-1]] in _MARKS:
        words.pop()
    gap = next((at for at in range(1, len(words)) if words[at] - words[at - 1] > _WIDEST_GAP), len(words))
    return range(_name_start(tree, words[0]), words[gap - 1] + 1)


def _name_start(tree: Tree, first: int) -> int:
    """Where a phrase begins if the parse has cut the name that it opens with in two ("the Skarn | Mercury")."""
    while first > 0 and tree.upos[first] == tree.upos[first - 1] == "PROPN" and tree.sentences[first] == tree.sentences[first - 1]:
        first -= 1
    cut = first > 0 and tree.upos[first] == "PROPN" and tree.words[first - 1].casefold() == "the"
    return first - 1 if cut else first


def subject_of(tree: Tree, verb: int) -> int | None:
    """The head of a verb's subject; where the parse knows none, the noun that stands before the verb without a preposition."""
    before = [child for child in tree.children[verb] if child < verb]
    subjects = [child for child in before if tree.is_in(child, "nsubj")]
    if subjects:
        return subjects[-1]
    loose = [
        child for child in before if tree.upos[child] in ("NOUN", "PROPN", "PRON") and tree.is_in(child, "flat", "compound", "nmod", "dep")
    ]
    return loose[-1] if loose and tree.child(loose[-1], "case") is None else None


def subject_over(tree: Tree, verb: int) -> int | None:
    """The head of a verb's subject, or of the subject of the verb that it is joined to by ``and``."""
    subject = subject_of(tree, verb)
    if subject is None and tree.is_in(verb, "conj") and tree.upos[tree.heads[verb]] == "VERB":
        return subject_of(tree, tree.heads[verb])
    return subject


def charge_of(tree: Tree, verb: int) -> range | None:
    """What somebody is accused of: the words after "of" that hang on the verb or on its object, None where there are none."""
    accused = tree.child_after(verb, "obj")
    for word in (word for top in (verb, accused) if accused is not None for word in tree.children[top or verb] if word > (accused or verb)):
        words = sorted(under for under in tree.below(word) if tree.upos[under] != "PUNCT")
        if len(words) > 1 and tree.words[words[0]].casefold() == "of":
            return range(words[1], words[-1] + 1)
    return None


def span_of(tree: Tree, words: range) -> Span:
    """The span of a stretch of words."""
    return Span(tree.spans[words.start].start, tree.spans[words.stop - 1].end)


def _is_aside(tree: Tree, top: int, child: int) -> bool:
    marked = tree.words[min(tree.below(child)) - 1] in _MARKS or tree.words[min(tree.below(child))] in _MARKS
    return (
        (tree.is_in(child, "appos") and (marked or child < top))
        or tree.is_in(child, "parataxis")
        or tree.is_relative(child)
        or (child > top and tree.words[min(tree.below(child))] == ",")
    )
