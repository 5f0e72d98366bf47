from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.tagger.labels import Floats
from whence.tagger.runs import find_runs, legal_moves

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue")


def scores_of(numbers: list[float]) -> Floats:
    return np.asarray(numbers, dtype=np.float32).reshape(-1, len(TAGS))


@st.composite
def scored(draw: st.DrawFn, most: int = 12) -> Floats:
    size = draw(st.integers(1, most))
    return scores_of(draw(st.lists(st.floats(-9, 9, width=32), min_size=size * len(TAGS), max_size=size * len(TAGS))))


@given(scored())
def test_runs_are_legal_in_order_and_apart(scores: Floats) -> None:
    runs = find_runs(scores, legal_moves(TAGS), TAGS, [(0, len(scores))])
    assert all(a.at[1] <= b.at[0] for a, b in pairwise(runs))
    assert all(run.at[0] < run.at[1] and 0.0 <= run.surety <= 1.001 for run in runs)


@settings(max_examples=30)
@given(scored(most=4))
def test_the_best_of_all_sequences_is_found(scores: Floats) -> None:
    moves = legal_moves(TAGS)

    def total(path: tuple[int, ...]) -> float:
        steps = [(len(TAGS), path[0]), *pairwise(path)]
        return float(sum(scores[i, tag] for i, tag in enumerate(path)) + sum(moves[a, b] for a, b in steps))

    best = max(product(range(len(TAGS)), repeat=len(scores)), key=total)
    found = np.zeros(len(scores), dtype=int)
    for run in find_runs(scores, moves, TAGS, [(0, len(scores))]):
        found[run.at[0] : run.at[1]] = TAGS.index(f"I-{run.kind}")
        found[run.at[0]] = TAGS.index(f"B-{run.kind}")
    assert total(tuple(found.tolist())) >= total(best) - 1e-3


@given(scored(), scored())
def test_stretches_are_decoded_each_by_itself(one: Floats, two: Floats) -> None:
    moves = legal_moves(TAGS)
    both = find_runs(np.concatenate([one, two]), moves, TAGS, [(0, len(one)), (len(one), len(one) + len(two))])
    alone = [r.at for r in find_runs(one, moves, TAGS, [(0, len(one))])]
    alone += [(r.at[0] + len(one), r.at[1] + len(one)) for r in find_runs(two, moves, TAGS, [(0, len(two))])]
    assert [run.at for run in both] == alone


def test_no_words_have_no_runs() -> None:
    assert find_runs(np.zeros((0, len(TAGS)), dtype=np.float32), legal_moves(TAGS), TAGS, []) == []


def test_a_sure_run_says_so() -> None:
    scores = np.full((3, len(TAGS)), -20.0, dtype=np.float32)
    scores[0, 1] = scores[1, 2] = scores[2, 0] = 20.0
    (run,) = find_runs(scores, legal_moves(TAGS), TAGS, [(0, 3)])
    assert (run.at, run.kind) == ((0, 2), "source")
    assert run.surety > 0.99


def test_long_and_short_stretches_come_out_in_the_order_of_the_text() -> None:
    sizes = [90, 1, 300, 2, 5]
    scores = np.full((sum(sizes), len(TAGS)), -9.0, dtype=np.float32)
    bounds = np.cumsum([0, *sizes]).tolist()
    scores[:, 2] = 9.0
    scores[bounds[:-1], 1] = 20.0
    runs = find_runs(scores, legal_moves(TAGS), TAGS, list(pairwise(bounds)))
    assert [run.at for run in runs] == list(pairwise(bounds))
