from __future__ import annotations

import json
from pathlib import Path

import pytest
from training.cards import draw_curve, draw_thresholds, pieces_read, write_scores


def test_scores_stand_between_the_marks_of_the_card(tmp_path: Path) -> None:
    card = tmp_path / "card.md"
    card.write_text("before\n<!-- scores: begin -->\nold\n<!-- scores: end -->\nafter\n")
    write_scores(card, {"some_measure": {"f1": 0.5, "gold": 12}})
    assert card.read_text() == (
        "before\n<!-- scores: begin -->\n| measure | figures |\n|---|---|\n"
        "| some measure | f1 0.5, gold 12 |\n<!-- scores: end -->\nafter\n"
    )
    write_scores(card, {})
    assert "some measure" not in card.read_text()


def test_a_card_without_marks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "card.md").write_text("nothing")
    with pytest.raises(ValueError, match="no place for scores"):
        write_scores(tmp_path / "card.md", {})


def test_legs_follow_one_another() -> None:
    assert pieces_read([1_000_000, 2_000_000, 500_000, 1_500_000]) == [1.0, 2.0, 2.5, 3.5]


def test_the_same_log_draws_the_same_picture(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="drawing needs the extra `train`")
    log = tmp_path / "a.log"
    log.write_text("".join(json.dumps({"pieces": 1000 * n, "loss": 5 / n}) + "\n" for n in range(1, 9)))
    draw_curve(log, tmp_path / "one.svg")
    draw_curve(log, tmp_path / "two.svg")
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()


def test_the_threshold_is_drawn_the_same_every_time(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="drawing needs the extra `train`")
    points = [(0.0, 0.7, 0.8, 0.75), (0.5, 0.8, 0.7, 0.75), (0.9, 0.9, 0.4, 0.55)]
    draw_thresholds(points, 0.25, tmp_path / "one.svg")
    draw_thresholds(points, 0.25, tmp_path / "two.svg")
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
    draw_thresholds(points, 0.5, tmp_path / "other.svg")
    assert (tmp_path / "other.svg").read_bytes() != (tmp_path / "one.svg").read_bytes()
