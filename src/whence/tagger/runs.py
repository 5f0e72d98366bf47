"""Runs of words out of tag scores: the best legal sequence, and how sure each of its words is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from whence.tagger.labels import Floats, Ints
from whence.tagger.windows import Range

_SHUT = np.float32(-1e4)
_SIDE_BY_SIDE = 20_000  # words, padding counted in


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind; ``surety`` is the mean probability of its words' tags."""

    at: Range
    kind: str
    surety: float


def legal_moves(tags: Sequence[str]) -> Floats:
    """Scores of one tag after another: 0, or shut where a run would go on that had not begun. The last row opens a text."""
    rows = [*tags, "O"]
    shut = [[_SHUT if now[0] == "I" and before[1:] != now[1:] else np.float32(0) for now in tags] for before in rows]
    return np.asarray(shut, dtype=np.float32)


def find_runs(scores: Floats, moves: Floats, tags: Sequence[str], stretches: Sequence[Range], in_context: bool = False) -> list[Run]:
    """The runs in each stretch of words, decoded by themselves, in the order of the text (Viterbi, 1967).

    ``scores`` is [words, tags]; ``moves`` as ``legal_moves`` gives it. No run crosses a stretch. A word's probability is that of
    its tag over all sequences where ``in_context``, else over its own tags alone, which costs a tenth.
    """
    found = []
    for batch in _batches(stretches):
        packed, sizes = _packed(scores, batch)
        paths = _viterbi(packed, sizes, moves)
        sure = _probabilities(packed, sizes, moves) if in_context else np.exp(packed - _log_sum(packed, 2)[:, :, None])
        for row, (first, last) in enumerate(batch):
            path = paths[row, : last - first]
            for start, end, tag in _runs(path, tags):
                surety = sure[row, np.arange(start, end), path[start:end]]
                found.append(Run((first + start, first + end), tags[tag][2:], float(surety.mean())))
    return sorted(found, key=lambda run: run.at)


def _batches(stretches: Sequence[Range]) -> Iterator[list[Range]]:
    """The stretches in groups that are decoded side by side: of like length, so that little is padding, and not too many."""
    batch: list[Range] = []
    for stretch in sorted(stretches, key=lambda at: at[1] - at[0]):
        longest = stretch[1] - stretch[0]
        if batch and ((len(batch) + 1) * longest > _SIDE_BY_SIDE or longest > 4 * (batch[0][1] - batch[0][0]) + 40):
            yield batch
            batch = []
        batch.append(stretch)
    if batch:
        yield batch


def _packed(scores: Floats, stretches: Sequence[Range]) -> tuple[Floats, Ints]:
    """The stretches side by side, [stretches, longest, tags], and how long each is."""
    sizes = np.asarray([last - first for first, last in stretches], dtype=np.int64)
    packed = np.zeros((len(stretches), int(sizes.max(initial=0)), scores.shape[1]), dtype=np.float32)
    for row, (first, last) in enumerate(stretches):
        packed[row, : last - first] = scores[first:last]
    return packed, sizes


def _viterbi(scores: Floats, sizes: Ints, moves: Floats) -> Ints:
    rows, steps, _ = scores.shape
    paths = np.zeros((rows, steps), dtype=np.int64)
    if not steps:
        return paths
    best = moves[-1] + scores[:, 0]
    back = np.zeros(scores.shape, dtype=np.int64)
    for step in range(1, steps):
        onward = best[:, :, None] + moves[None, :-1]
        back[:, step] = onward.argmax(1)
        best = np.where((step < sizes)[:, None], onward.max(1) + scores[:, step], best)
    state = best.argmax(1)
    every = np.arange(rows)
    for step in range(steps - 1, -1, -1):
        paths[:, step] = state
        state = np.where(step < sizes, back[every, step, state], state)
    return paths


def _probabilities(scores: Floats, sizes: Ints, moves: Floats) -> Floats:
    """The probability of each tag at each word, by the forward and backward sums over all sequences."""
    steps = scores.shape[1]
    forward, backward = np.zeros_like(scores), np.zeros_like(scores)
    if steps:
        forward[:, 0] = moves[-1] + scores[:, 0]
    for step in range(1, steps):
        forward[:, step] = _log_sum(forward[:, step - 1, :, None] + moves[None, :-1], 1) + scores[:, step]
    for step in range(steps - 2, -1, -1):
        onward = _log_sum(moves[None, :-1] + (backward[:, step + 1] + scores[:, step + 1])[:, None, :], 2)
        backward[:, step] = np.where((step + 1 < sizes)[:, None], onward, 0.0)
    joint = forward + backward
    return np.asarray(np.exp(joint - _log_sum(joint, 2)[:, :, None]), dtype=np.float32)


def _log_sum(values: Floats, axis: int) -> Floats:
    top = values.max(axis, keepdims=True)
    return np.asarray(np.log(np.exp(values - top).sum(axis)) + top.squeeze(axis), dtype=np.float32)


def _runs(path: Ints, tags: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Where each run begins and ends, and the tag that begins it."""
    start = None
    for place, tag in enumerate([*path.tolist(), 0]):
        goes_on = start is not None and tags[tag][0] == "I"
        if start is not None and not goes_on:
            yield start, place, int(path[start])
            start = None
        if tags[tag][0] == "B":
            start = place
