from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from training.intervals import interval
from training.matches import Count, Marked, Ruler, agree, iter_marked, pair

SETS = st.frozensets(st.integers(0, 12), max_size=8)
PAIRS = st.lists(st.builds(Marked, SETS, SETS, st.just(frozenset())), max_size=5)


def marked(content: str, source: str) -> Marked:
    return Marked(frozenset(map(ord, content)), frozenset(map(ord, source)), frozenset())


def test_a_source_may_be_longer_by_a_few_words() -> None:
    assert agree(frozenset((1,)), frozenset((1, 2, 3, 4, 5)))
    assert not agree(frozenset((1,)), frozenset((1, 2, 3, 4, 5, 6)))
    assert not agree(frozenset(), frozenset((1,)))


def test_an_attribution_with_another_source_is_wrong() -> None:
    assert pair([marked("abcd", "x")], [marked("abcd", "y")]) == []
    assert pair([marked("abcd", "")], [marked("abcd", "y")]) == [(0, 0)]
    assert pair([marked("abcd", "")], [marked("abcd", "y")], strict=True) == []


@given(PAIRS, PAIRS)
def test_pairs_are_one_to_one(wanted: list[Marked], found: list[Marked]) -> None:
    pairs = pair(wanted, found)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


def test_tokens_must_lie_in_the_span_whole() -> None:
    assert Ruler("Oru said so").covered([(0, 6)]) == {0}


def test_the_first_annotator_counts(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "r.txt").write_text("Oru said so")
    for suffix, content in (("1111", "9 11"), ("2222", "4 11")):
        annotation = f"T1\tSource 0 3\tOru\nT2\tCue 4 8\tsaid\nT3\tContent {content}\tso\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
        (tmp_path / "attributions" / f"r_{suffix}.ann").write_text(annotation)
    ((name, _, found),) = iter_marked(tmp_path)
    assert (name, found) == ("r", [Marked(frozenset((2,)), frozenset((0,)), frozenset((1,)), "said")])


def test_an_interval_holds_its_score_and_narrows_to_it() -> None:
    told = interval([Count(3, 4, 5), Count(1, 4, 2), Count(0, 1, 3)])
    assert told["f1_low"] <= told["f1"] <= told["f1_high"]
    assert told["f1"] == round(8 / 19, 4)
    same = interval([Count(1, 2, 2)] * 4)
    assert same["f1_low"] == same["f1"] == same["f1_high"] == 0.5
