"""Syntax trees out of arc scores."""

from __future__ import annotations

import numpy as np

from whence.tagger.labels import Floats


def find_heads(scores: Floats) -> list[int]:
    """The head of each word of a sentence, -1 for its root; the result is a tree with one root.

    ``scores`` is [words, words]: row by row how well each word would do as the row's head, on the diagonal how well the row
    would do as the root. Every word takes its best head; what is then no tree is mended where that costs least.
    """
    size = len(scores)
    scores = scores.astype(np.float64)
    root = int(np.argmax(np.diag(scores) - _best_other(scores)))
    np.fill_diagonal(scores, -np.inf)
    scores[root] = -np.inf
    heads = scores.argmax(1) if size > 1 else np.zeros(1, dtype=np.int64)
    heads[root] = -1
    while cycle := _cycle(heads.tolist()):
        _mend(scores, heads, cycle)
    return [int(head) for head in heads]


def _best_other(scores: Floats) -> Floats:
    """Each word's best head but the root."""
    others = scores.copy()
    np.fill_diagonal(others, -1e9)
    return others.max(1)  # type: ignore[no-any-return]


def _cycle(heads: list[int]) -> list[int]:
    """The words of some cycle; none where there is no cycle."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        path, here = [], start
        while here >= 0 and not state[here]:
            state[here] = 1
            path.append(here)
            here = heads[here]
        if here >= 0 and state[here] == 1:
            return path[path.index(here) :]
        for word in path:
            state[word] = 2
    return []


def _mend(scores: Floats, heads: np.ndarray[tuple[int], np.dtype[np.int64]], cycle: list[int]) -> None:
    """Hangs the word of the cycle that loses least on a word that does not hang on the cycle."""
    free = np.ones(len(heads), dtype=bool)
    for word in range(len(heads)):
        here, steps = word, 0
        while here >= 0 and steps <= len(heads) and here not in cycle:
            here, steps = int(heads[here]), steps + 1
        free[word] = here < 0
    loss = [scores[word, heads[word]] - scores[word, free].max() for word in cycle]
    word = cycle[int(np.argmin(loss))]
    heads[word] = int(np.flatnonzero(free)[scores[word, free].argmax()])
