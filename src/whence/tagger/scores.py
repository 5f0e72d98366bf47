"""What the network says of a passage, put together from its windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from whence.tagger.labels import Floats, Ints
from whence.tagger.sessions import Session
from whence.tagger.windows import Passage, Pieces, Range, Window, iter_windows

FLAT = ("roles", "names", "phrases", "triggers", "upos", "polarity", "certainty", "tense", "deprels")


@dataclass(frozen=True, slots=True)
class Ends:
    """The linker's vectors for the words of one window, [words, 8, width]: see ``links``. Half precision: a long report has many."""

    at: Range
    vectors: npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of a passage's words by head; ``arcs`` holds, for each sentence, the scores of every word's head in it."""

    flat: dict[str, Floats]
    arcs: tuple[tuple[int, Floats], ...]
    ends: tuple[Ends, ...]


def read_scores(session: Session, pieces: Pieces, passage: Passage, overlap: int, heads: Sequence[str] = FLAT) -> Scores:
    """Reads a passage window by window; each sentence keeps the scores of the window where it lies most in the middle.

    Of the flat scores only those of ``heads`` are put together.
    """
    split = pieces.of(passage.words)
    windows = list(iter_windows(passage, split, pieces.marks, overlap))
    answers = [session.run(w.pieces, w.first, w.sentences) for w in windows]
    chosen = _most_central(windows, len(passage.words))
    flat = {name: _gathered([a[name] for a in answers], windows, chosen) for name in heads}
    arcs = tuple(_arcs(windows, answers, chosen))
    ends = tuple(Ends(w.at, a["ends"].reshape(len(w.first), 8, -1).astype(np.float16)) for w, a in zip(windows, answers, strict=True))
    return Scores(flat, arcs, ends)


def _most_central(windows: Sequence[Window], size: int) -> Ints:
    """For each word, the window in which its sentence is farthest from the edges; the passage's own edges are none."""
    best = np.full(size, -1.0)
    chosen = np.zeros(size, dtype=np.int64)
    for number, window in enumerate(windows):
        first, last = window.at
        for start, end in _sentences(window):
            before = np.inf if first == 0 else start - first
            after = np.inf if last == size else last - end
            room = min(before, after)
            if room > best[start]:
                best[start:end] = room
                chosen[start:end] = number
    return chosen


def _sentences(window: Window) -> list[Range]:
    marks = np.asarray(window.sentences)
    cuts = [0, *(np.flatnonzero(np.diff(marks)) + 1).tolist(), len(marks)]
    return [(window.at[0] + a, window.at[0] + b) for a, b in pairwise(cuts)]


def _gathered(answers: Sequence[Floats], windows: Sequence[Window], chosen: Ints) -> Floats:
    whole = np.zeros((len(chosen), answers[0].shape[1]), dtype=np.float32)
    for number, (window, answer) in enumerate(zip(windows, answers, strict=True)):
        mine = np.flatnonzero(chosen[slice(*window.at)] == number)
        whole[window.at[0] + mine] = answer[mine]
    return whole


def _arcs(windows: Sequence[Window], answers: Sequence[dict[str, Floats]], chosen: Ints) -> list[tuple[int, Floats]]:
    found = []
    for number, (window, answer) in enumerate(zip(windows, answers, strict=True)):
        for start, end in _sentences(window):
            if chosen[start] == number:
                a, b = start - window.at[0], end - window.at[0]
                found.append((start, answer["arcs"][a:b, a:b]))
    return sorted(found, key=lambda pair: pair[0])
