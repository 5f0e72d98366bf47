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
    return range(words[0], words[gap - 1] + 1)


def span_of(tree: Tree, words: range) -> Span:
    """The span of a stretch of words."""
    return Span(tree.spans[words.start].start, tree.spans[words.stop - 1].end)


def _is_aside(tree: Tree, top: int, child: int) -> bool:
    return tree.is_in(child, "appos", "parataxis") or tree.is_relative(child) or (child > top and tree.words[min(tree.below(child))] == ",")
