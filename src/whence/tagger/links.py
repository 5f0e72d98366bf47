"""Which source belongs to which cue, and which cue to which content."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from whence.tagger.labels import Floats, LabelSet
from whence.tagger.scores import Ends
from whence.tagger.windows import Range

_STEPS = (1, 2, 4, 8, 16, 32, 64)


@dataclass(frozen=True, slots=True)
class Links:
    """For each cue its source, for each content its cue (an index, or None), with the probability of that choice."""

    sources: tuple[tuple[int | None, float], ...]
    cues: tuple[tuple[int | None, float], ...]


def find_links(labels: LabelSet, ends: Sequence[Ends], cues: Sequence[Range], sources: Sequence[Range], contents: Sequence[Range]) -> Links:
    """Links the spans of a passage. Each window scores the spans it holds; where several do, their votes are weighed by how
    far the asking span is from the window's edge. (Vectors of different windows cannot be compared.)
    """
    return Links(
        _chosen(ends, cues, sources, 0, labels.no_source, labels.near[0]),
        _chosen(ends, contents, cues, 4, labels.no_cue, labels.near[1]),
    )


def _chosen(
    ends: Sequence[Ends], asking: Sequence[Range], choices: Sequence[Range], slot: int, none: Floats, near: Floats
) -> tuple[tuple[int | None, float], ...]:
    votes = np.zeros((len(asking), len(choices) + 1))
    for window in ends:
        mine = [i for i, at in enumerate(asking) if _holds(window.at, at)]
        theirs = [i for i, at in enumerate(choices) if _holds(window.at, at)]
        if mine:
            weights = np.asarray([1.0 + min(asking[i][0] - window.at[0], window.at[1] - asking[i][1]) for i in mine])
            given = _voted(window, [asking[i] for i in mine], [choices[i] for i in theirs], slot, none, near)
            votes[np.ix_(mine, [*theirs, len(choices)])] += given * weights[:, None]
    shares = votes / np.maximum(votes.sum(1, keepdims=True), 1e-9)
    best = shares.argmax(1)
    return tuple((int(b) if b < len(choices) and shares[i, b] > 0 else None, float(shares[i, b])) for i, b in enumerate(best))


def _voted(window: Ends, asking: Sequence[Range], choices: Sequence[Range], slot: int, none: Floats, near: Floats) -> Floats:
    """The probability of each choice, none last, for each span that asks."""
    ask = _vectors(window, asking, slot)
    scale = np.float32(ask.shape[1] ** 0.5)
    scores = (ask @ none / scale)[:, None]
    if choices:
        distance = near[np.asarray([[bucket_of(a, c) for c in choices] for a in asking])]
        scores = np.concatenate([ask @ _vectors(window, choices, slot + 2).T / scale + distance, scores], 1)
    raised = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True), dtype=np.float32)


def _vectors(window: Ends, spans: Sequence[Range], slot: int) -> Floats:
    base = window.at[0]
    first, last = [a - base for a, _ in spans], [b - 1 - base for _, b in spans]
    return window.vectors[first, slot].astype(np.float32) + window.vectors[last, slot + 1].astype(np.float32)


def _holds(window: Range, at: Range) -> bool:
    return window[0] <= at[0] and at[1] <= window[1]


def bucket_of(asking: Range, choice: Range) -> int:
    """The distance from one span to another as one of a few steps, those before apart from those after."""
    if choice[1] <= asking[0]:
        return bisect.bisect_left(_STEPS, asking[0] - choice[1])
    return len(_STEPS) + 1 + bisect.bisect_left(_STEPS, max(0, choice[0] - asking[1]))
