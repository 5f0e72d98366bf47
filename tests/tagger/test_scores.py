from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import cast

import numpy as np
import pytest

from whence.errors import ModelMissing
from whence.tagger.labels import Floats, Marks
from whence.tagger.scores import read_scores
from whence.tagger.sessions import HEADS, Session
from whence.tagger.windows import Passage, Pieces


class Echo:
    """In place of the network: every score of a word is the number of the window that it was read in."""

    def __init__(self) -> None:
        self.windows: list[int] = []

    def run(self, pieces: list[int], first: list[int], sentences: list[int]) -> dict[str, Floats]:
        size = len(first)
        self.windows.append(size)
        number = float(len(self.windows) - 1)
        widths = dict.fromkeys(HEADS, 1) | {"arcs": size, "ends": 8}
        return {name: np.full((size, wide), number, dtype=np.float32) for name, wide in widths.items()}


class Two:
    """In place of the vocabulary: every word has two pieces."""

    marks = Marks(1, 2, 3, 4)

    def of(self, words: tuple[str, ...]) -> list[list[int]]:
        return [[7, 7]] * len(words)


def read(sizes: list[int], overlap: int) -> tuple[Echo, Floats, list[int]]:
    bounds = np.cumsum([0, *sizes]).tolist()
    passage = Passage(("w",) * bounds[-1], tuple(pairwise(bounds)))
    echo = Echo()
    scores = read_scores(cast(Session, echo), cast(Pieces, Two()), passage, overlap)
    return echo, scores.flat["roles"][:, 0], [start for start, _ in scores.arcs]


def test_a_short_passage_is_one_window() -> None:
    echo, numbers, starts = read([10, 20], 64)
    assert echo.windows == [30]
    assert starts == [0, 10]
    assert not numbers.any()


def test_every_sentence_comes_whole_from_the_window_where_it_lies_most_in_the_middle() -> None:
    echo, numbers, starts = read([20] * 12, 128)
    assert len(echo.windows) > 2
    assert starts == list(range(0, 240, 20))
    for sentence in range(12):
        assert len(set(numbers[20 * sentence : 20 * sentence + 20].tolist())) == 1
    assert numbers[0] == 0.0
    assert numbers[-1] == len(echo.windows) - 1
    assert all(np.diff(numbers) >= 0)


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="vocabulary"):
        Pieces(tmp_path / "tokenizer.json", Marks(1, 2, 3, 4))
