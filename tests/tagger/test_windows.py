from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from whence.tagger.labels import Marks
from whence.tagger.windows import MOST, Passage, iter_windows

MARKS = Marks(101, 102, 2, 100)


@st.composite
def passages(draw: st.DrawFn) -> tuple[Passage, list[list[int]]]:
    sizes = draw(st.lists(st.integers(1, 120), min_size=1, max_size=12))
    sentences, at = [], 0
    for size in sizes:
        sentences.append((at, at + size))
        at += size
    openers = draw(st.sets(st.sampled_from([first for first, _ in sentences])))
    pieces = [[7] * draw(st.integers(1, 4)) for _ in range(at)]
    return Passage(tuple("w" for _ in range(at)), tuple(sentences), frozenset(openers)), pieces


@given(passages(), st.integers(0, 200))
def test_windows_hold_every_word_and_fit_the_encoder(given_passage: tuple[Passage, list[list[int]]], overlap: int) -> None:
    passage, pieces = given_passage
    windows = list(iter_windows(passage, pieces, MARKS, overlap))
    assert {word for w in windows for word in range(*w.at)} == set(range(len(passage.words)))
    for window in windows:
        assert len(window.pieces) <= MOST + 2
        assert len(window.first) == len(window.sentences) == window.at[1] - window.at[0]
        assert all(window.pieces[place] == 7 for place in window.first)


@given(passages())
def test_windows_move_on(given_passage: tuple[Passage, list[list[int]]]) -> None:
    windows = [w.at for w in iter_windows(*given_passage, MARKS, overlap=MOST)]
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(windows))


def test_a_sentence_too_long_is_cut() -> None:
    passage = Passage(("w",) * 600, ((0, 600),))
    assert [w.at for w in iter_windows(passage, [[7]] * 600, MARKS, 0)] == [(0, 251), (251, 502), (502, 600)]
