from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.tagger.labels import Floats
from whence.tagger.trees import find_heads


@st.composite
def scored(draw: st.DrawFn) -> Floats:
    size = draw(st.integers(1, 9))
    numbers = draw(st.lists(st.floats(-9, 9, width=32), min_size=size * size, max_size=size * size))
    return np.asarray(numbers, dtype=np.float32).reshape(size, size)


@given(scored())
def test_heads_make_a_tree_with_one_root(scores: Floats) -> None:
    heads = find_heads(scores)
    assert heads.count(-1) == 1
    for word in range(len(heads)):
        here, steps = word, 0
        while here >= 0:
            here, steps = heads[here], steps + 1
            assert steps <= len(heads)


def test_clear_heads_are_taken() -> None:
    scores = np.zeros((3, 3), dtype=np.float32)
    scores[0, 1] = scores[1, 1] = scores[2, 1] = 9.0
    assert find_heads(scores) == [1, -1, 1]


def test_a_cycle_is_mended_where_it_costs_least() -> None:
    scores = np.asarray([[9, 0, 0], [0, 0, 8], [5, 9, 0]], dtype=np.float32)
    assert find_heads(scores) == [-1, 2, 0]
