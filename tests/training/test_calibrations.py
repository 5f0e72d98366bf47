from __future__ import annotations

from training.calibrations import Judged, calibration_error, fit_trust, recall_by_cue
from training.matches import Count, Marked

from whence.tagger.attributions import Attributed

NONE: frozenset[int] = frozenset()


def judged(confidences: list[float], right: set[int]) -> Judged:
    found = [(Attributed(((0, 1),), None, (1, 2), (1.0, confidence), confidence), Marked(NONE, NONE, NONE)) for confidence in confidences]
    wanted = [Marked(NONE, NONE, NONE, "said"), Marked(NONE, NONE, NONE, "hinted at")]
    return Judged("r", wanted, found, [(0, j) for j in sorted(right)], Count())


def test_weights_follow_what_is_right() -> None:
    bias, weight = fit_trust([judged([-1.0, -0.9, 0.9, 1.0] * 25, {j for j in range(100) if j % 4 >= 2})])
    assert weight > 1.0
    assert abs(bias) < 0.2


def test_confidence_that_is_true_has_no_error() -> None:
    assert calibration_error([judged([0.5, 0.5], {0})], bins=1) == 0.0
    assert calibration_error([judged([0.9, 0.9], set())], bins=1) == 0.9


def test_a_threshold_leaves_out_the_unsure() -> None:
    report = judged([0.2, 0.8], {1})
    assert report.count() == Count(1, 2, 2)
    assert report.count(0.5) == Count(1, 1, 2)


def test_recall_is_told_by_how_often_a_cue_was_seen() -> None:
    assert recall_by_cue([judged([0.5], {0})], {"said": 20}) == {"often": 1.0, "never": 0.0}
