"""Time expressions on passages of our own, and what holds of every text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.find.times import find_times
from whence.model.dates import read_period
from whence.model.readings import Time
from whence.resolve.times import find_contradictions, resolve_times
from whence.text.pages import cut_passage

PASSAGES = Path(__file__).parents[2] / "passages" / "time"
CASES = [
    (path.stem, number, case)
    for path in sorted(PASSAGES.glob("*.toml"))
    for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["passage"], 1)
]


def read(text: str, published: str | None = None) -> tuple[Time, ...]:
    page = cut_passage(text)
    return resolve_times(find_times(page), page, published)


def told(text: str, time: Time, wanted: list[str]) -> list[str]:
    """A time as a passage writes it: its words and value, then basis and period as far as the passage gives them."""
    return [time.span.of(text), time.value or "", time.basis, time.period or ""][: len(wanted)]


@pytest.mark.parametrize("case", [case for _, _, case in CASES], ids=[f"{stem}-{number}" for stem, number, _ in CASES])
def test_passage(case: dict[str, Any]) -> None:
    found = read(case["text"], case.get("published"))
    wanted: list[list[str]] = case["times"]
    shapes = [*wanted, *[["", ""]] * len(found)]
    assert [told(case["text"], time, shape) for time, shape in zip(found, shapes, strict=False)] == wanted, case["why"]


def test_there_are_two_hundred_passages_and_each_says_why() -> None:
    assert len(CASES) >= 200
    assert all(case["why"].strip() for _, _, case in CASES)


def test_no_two_passages_are_the_same() -> None:
    assert len({(case["text"], case.get("published")) for _, _, case in CASES}) == len(CASES)


WORDS = st.sampled_from(
    """two the last next week weeks Monday March May 5 31 1999 3.5 ago later earlier half a quarter of first night morning at 9 a.m. noon
    every daily Easter 1990s twenty-one and to - , . ( ) ' years 12:30 2020-02-30 BC fiscal this recently summer century hours
    weekend""".split()
)
DAYS = st.dates().map(str)


@given(st.lists(WORDS, max_size=30).map(" ".join), st.none() | DAYS | st.tuples(DAYS, DAYS).map(sorted).map("/".join))
def test_every_mark_gets_a_time_and_none_raises(text: str, published: str | None) -> None:
    page = cut_passage(text)
    marks = find_times(page)
    times = resolve_times(marks, page, published)
    assert [time.span for time in times] == [mark.span for mark in marks]
    assert all(time.value != "" and time.basis in ("stated", "relative", "anchored", "unknown") for time in times)
    assert all(gap.span in {mark.span for mark in marks} for gap in find_contradictions(marks, times))


@given(st.lists(WORDS, max_size=30).map(" ".join), DAYS)
def test_a_period_can_be_read_as_days(text: str, published: str) -> None:
    assert all(read_period(time.period) is not None for time in read(text, published) if time.period)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_without_a_date_of_publication_nothing_is_relative_to_it(text: str) -> None:
    assert not [time for time in read(text) if time.basis == "relative" and time.value and not time.value.endswith("_REF")]


def test_contradictions_are_gaps() -> None:
    text = "The will of 30 February 2019 was read on Friday 16 January 2022, and again on Monday 3 May 2021."
    page = cut_passage(text)
    marks = find_times(page)
    gaps = find_contradictions(marks, resolve_times(marks, page, None))
    assert [(gap.span.of(text), gap.reason) for gap in gaps] == [
        ("30 February 2019", "no day of the calendar"),
        ("Friday 16 January 2022", "not the weekday that the text says"),
    ]
