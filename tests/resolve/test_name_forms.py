"""Whether two people's names may be one person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.resolve.name_forms import are_one_person, are_spellings, fold_name, is_short_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dana Orlec", "D. Orlec"),
        ("Dan Orlec", "Daniel Orlec"),
        ("Ghanem Tavari", "Qanem Tavari"),
        ("Mohammed Tavari", "Muhammad Tavari"),
        ("Rasto Gell", "Rasto Ivo Gell"),
        ("Orlec", "Dana Orlec"),
    ],
)
def test_may_be_one(one: str, other: str) -> None:
    assert are_one_person(tuple(one.split()), tuple(other.split()))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Dana Orlec", "Timo Orlec"), ("Timor Gell", "Tamar Gell"), ("Mila Gell", "Milo Gell"), ("Dana Orlec", "Dan Orlec")],
)
def test_are_two(one: str, other: str) -> None:
    assert not are_one_person(tuple(one.split()), tuple(other.split()))


@pytest.mark.parametrize(
    ("long", "short", "expected"),
    [("dana orlec", "orlec", True), ("dana orlec", "dana", True), ("dana orlec", "timo orlec", False), ("dana mai orlec", "d orlec", True)],
)
def test_is_short_name(long: str, short: str, expected: bool) -> None:
    assert is_short_name(tuple(long.split()), tuple(short.split())) is expected


_NAMES = st.lists(st.from_regex(r"[A-Z][a-z]{1,8}", fullmatch=True), min_size=1, max_size=4).map(tuple)


@given(_NAMES, _NAMES)
def test_order_does_not_matter_and_a_name_is_itself(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert are_one_person(one, one)
    if len(fold_name(one)) != len(fold_name(other)):
        assert are_one_person(one, other) == are_one_person(other, one)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("tavaroun", "tavarn", False),
        ("hassoun", "hasun", True),
        ("orlek", "orlak", True),
        ("saleh", "salah", True),
        ("bride", "board", False),
        ("orlen", "orlan", True),
    ],
)
def test_spellings_keep_consonants_and_where_vowels_stand(one: str, other: str, expected: bool) -> None:
    assert are_spellings(one, other) is expected
