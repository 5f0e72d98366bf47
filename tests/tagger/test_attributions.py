from __future__ import annotations

import numpy as np

from whence.tagger.attributions import find_attributions
from whence.tagger.labels import LabelSet, Marks
from whence.tagger.runs import legal_moves
from whence.tagger.scores import Ends, Scores

ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
WIDTH = 4


def labels(bias: float = 0.0) -> LabelSet:
    flat = np.zeros(WIDTH, dtype=np.float32)
    trust = np.asarray([bias, 0, 0, 0, 0, 0, 0, 0, 0], dtype=np.float32)
    near = np.zeros((2, 16), dtype=np.float32)
    return LabelSet("", {"roles": ROLES}, Marks(1, 2, 3, 4), legal_moves(ROLES), near, flat, flat, trust)


def scores(*tags: str, linked: tuple[tuple[int, int, int], ...] = ()) -> Scores:
    """Scores that are sure of ``tags``; ``linked`` sets a word's vector in a slot along an axis."""
    roles = np.full((len(tags), len(ROLES)), -9.0, dtype=np.float32)
    for word, tag in enumerate(tags):
        roles[word, ROLES.index(tag)] = 9.0
    vectors = np.zeros((len(tags), 8, WIDTH), dtype=np.float16)
    for word, slot, axis in linked:
        vectors[word, slot, axis] = 5.0
    return Scores({"roles": roles}, (), (Ends((0, len(tags)), vectors),))


def test_a_cue_gathers_its_contents_and_its_source() -> None:
    tags = ("B-content", "I-content", "B-source", "B-cue", "B-content")
    told = scores(*tags, linked=((3, 0, 0), (2, 2, 0), (0, 4, 1), (4, 4, 1), (3, 6, 1)))
    ((found,),) = find_attributions(labels(), [(told, [(0, 5)])])
    assert (found.contents, found.source, found.cue) == (((0, 2), (4, 5)), (2, 3), (3, 4))
    assert found.confidence == 0.5


def test_a_cue_without_content_and_a_content_without_cue_are_left_out() -> None:
    alone = (scores("B-source", "B-cue", "O"), [(0, 3)]), (scores("B-content", "I-content"), [(0, 2)])
    assert find_attributions(labels(), alone) == [[], []]


def test_passages_read_together_are_read_as_each_alone() -> None:
    tags = ("B-content", "I-content", "B-source", "B-cue", "B-content")
    long = scores(*tags, linked=((3, 0, 0), (2, 2, 0), (0, 4, 1), (4, 4, 1), (3, 6, 1))), [(0, 3), (3, 5)]
    short = scores("B-cue", "B-content", linked=((1, 4, 1), (0, 6, 1))), [(0, 2)]
    together = find_attributions(labels(), [short, long, short])
    assert together == [find_attributions(labels(), [one])[0] for one in (short, long, short)]
    assert all(together)


def test_a_source_that_no_cue_asks_for_stays_unused() -> None:
    told = scores("B-source", "B-cue", "B-content", linked=((2, 4, 1), (1, 6, 1), (1, 0, 2)))
    empty = labels()
    empty.no_source[2] = 9.0
    ((found,),) = find_attributions(empty, [(told, [(0, 3)])])
    assert found.source is None


def test_confidence_is_weighed_from_the_features() -> None:
    told = scores("B-cue", "B-content", linked=((1, 4, 1), (0, 6, 1)))
    sure, unsure = (find_attributions(labels(bias), [(told, [(0, 2)])])[0][0].confidence for bias in (3.0, -3.0))
    assert sure > 0.95
    assert unsure < 0.05
