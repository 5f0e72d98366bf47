from __future__ import annotations

import random

from training.corpora.papers import Attributed, Paper
from training.rewordings import reworded

WORDS = ["Oru", "said", "the", "quay", "shut", "and", "said", "no", "more"]


def test_only_cues_change_and_keep_their_form() -> None:
    paper = Paper("polnear", "p", WORDS, [(0, 9)], attributions=[Attributed(((2, 5),), (0, 1), (1, 2))])
    seen = [reworded(paper, random.Random(seed)) for seed in range(200)]
    assert all(words[:1] + words[2:] == WORDS[:1] + WORDS[2:] for words in seen)
    verbs = {words[1] for words in seen}
    assert "said" in verbs
    assert len(verbs) > 5
    assert "says" not in verbs
    assert paper.words == WORDS


def test_a_paper_without_attributions_stays_as_it_is() -> None:
    assert reworded(Paper("ewt", "p", WORDS, [(0, 9)]), random.Random(1)) == WORDS
