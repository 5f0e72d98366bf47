from __future__ import annotations

import random

import pytest
from training.corpora.papers import Attributed, Paper
from training.labels import TAGS
from training.windows import iter_windows


def paper(sentences: int, corpus: str = "polnear") -> Paper:
    words = ["“", "It", "leaks", "”", "Oru", "said"] * sentences
    marked = [Attributed(((6 * i, 6 * i + 4),), (6 * i + 4, 6 * i + 5), (6 * i + 5, 6 * i + 6)) for i in range(sentences)]
    return Paper(corpus, "p", words, [(6 * i, 6 * i + 6) for i in range(sentences)], frozenset((0,)), attributions=marked)


def pieces(word: str) -> list[int]:
    return [len(word)] * 2


@pytest.mark.parametrize("seed", range(5))
def test_windows_hold_all_words_once_and_fit(seed: int) -> None:
    windows = list(iter_windows([paper(20)], pieces, random.Random(seed), 60, packed=False))
    assert sum(len(w.words) for w in windows) >= 120
    assert all(w.size() <= 60 + 24 for w in windows)
    assert sum(len(w.links) for w in windows) == 20
    for window in windows:
        assert {len(values) for values in window.labels.values()} == {len(window.words)}


def test_roles_and_links_stand_where_the_words_stand() -> None:
    window = next(iter_windows([paper(1)], pieces, random.Random(3), 60, packed=True))
    base = len(window.words) - 6
    assert [TAGS["roles"][number] for number in window.labels["roles"][base:]] == [
        "B-content",
        "I-content",
        "I-content",
        "I-content",
        "B-source",
        "B-cue",
    ]
    assert window.links == [((base + 5, base + 6), (base + 4, base + 5), ((base, base + 4),))]
    assert set(window.labels["upos"]) == {-1}


def test_packed_windows_go_on_over_the_end_of_a_paper() -> None:
    one = list(iter_windows([paper(1, "gum"), paper(1, "gum")], pieces, random.Random(1), 200, packed=True))
    assert [len(w.words) for w in one] == [12]
    assert one[0].sentences == [0] * 6 + [1] * 6
    assert [i for i, opens in enumerate(one[0].opens) if opens] == [6]
