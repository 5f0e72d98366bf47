from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.link.clusters import cluster, pair_of

MEMBERS = "abcdefg"
PAIRS = [(left, right) for left in MEMBERS for right in MEMBERS if left < right]
SCORES = st.fixed_dictionaries({pair: st.integers(-3, 3).map(float) for pair in PAIRS})


def compare(left: str, right: str) -> float:
    return -1.0


def never(left: str, right: str) -> bool:
    return False


@given(SCORES, st.permutations(MEMBERS))
def test_the_order_of_the_members_does_not_matter(scores: dict[tuple[str, str], float], order: list[str]) -> None:
    assert cluster(order, scores.items(), compare=compare, apart=never) == cluster(MEMBERS, scores.items(), compare=compare, apart=never)


@given(SCORES, st.sampled_from(PAIRS))
def test_two_that_must_stay_apart_do(scores: dict[tuple[str, str], float], pair: tuple[str, str]) -> None:
    groups = cluster(MEMBERS, scores.items(), compare=compare, apart=lambda left, right: pair_of(left, right) == pair)
    assert not any(pair[0] in group and pair[1] in group for group in groups)


@given(SCORES, st.sampled_from(PAIRS))
def test_two_that_are_forced_are_one(scores: dict[tuple[str, str], float], pair: tuple[str, str]) -> None:
    groups = cluster(MEMBERS, scores.items(), compare=compare, apart=never, forced=[pair])
    assert any(pair[0] in group and pair[1] in group for group in groups)
    assert sorted(one for group in groups for one in group) == list(MEMBERS)


def test_a_chain_of_weak_ties_makes_no_group_of_strangers() -> None:
    scores = {("a", "b"): 1.0, ("b", "c"): 0.5, ("a", "c"): -3.0}
    assert cluster("abc", scores.items(), compare=compare, apart=never) == (("a", "b"), ("c",))
