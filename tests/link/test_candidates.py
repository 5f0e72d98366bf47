from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.link.candidates import iter_pairs

HELD = st.lists(st.sets(st.integers(0, 8), max_size=4), max_size=20)


@given(HELD)
def test_every_two_that_share_a_key_meet_once(keys: list[set[int]]) -> None:
    wanted = [(at, other) for at in range(len(keys)) for other in range(at + 1, len(keys)) if keys[at] & keys[other]]
    assert list(iter_pairs(keys)) == wanted


@given(HELD)
def test_more_keys_may_be_asked_for(keys: list[set[int]]) -> None:
    wanted = [(at, other) for at in range(len(keys)) for other in range(at + 1, len(keys)) if len(keys[at] & keys[other]) >= 2]
    assert list(iter_pairs(keys, least=2)) == wanted


def test_a_key_that_all_hold_costs_each_only_its_neighbours() -> None:
    pairs = list(iter_pairs([["everybody"]] * 1000))
    assert 1000 < len(pairs) < 20_000


def test_a_common_key_proposes_nothing_where_asked() -> None:
    assert list(iter_pairs([["stock phrase"]] * 10, common=5)) == []
    assert len(list(iter_pairs([["stock phrase"]] * 5, common=5))) == 10
