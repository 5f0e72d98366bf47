"""Every pattern finds its own example, and what is found lies where it should."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.find.times import find_times
from whence.lexicon.times import TimePattern, load_time_macros, load_time_patterns, load_time_words
from whence.text.pages import cut_passage

WORDS = st.sampled_from(
    """two the last next week weeks Monday March May 5 31 1999 3.5 ago later earlier half a quarter of first night morning at 9 a.m. noon
    every daily Easter 1990s twenty-one and to - , . ( ) ' “ ” old years 12:30 2020-02-30 BC fiscal this recently summer""".split()
)


@pytest.mark.parametrize("rule", load_time_patterns(), ids=lambda rule: rule.example)
def test_a_pattern_finds_its_example(rule: TimePattern) -> None:
    wanted = re.search(r"\[(.+)\]", rule.example)
    found = find_times(cut_passage(rule.example.replace("[", "").replace("]", "")))
    spans = [mark.span for mark in found if mark.family == rule.family]
    if rule.family == "none":
        assert wanted is None
        assert found == ()
    else:
        assert wanted is not None
        assert (wanted.start(), wanted.end() - 2) in spans


def test_patterns_and_macros_use_only_kinds_that_words_have() -> None:
    given_to_marks = {
        "daynum", "num", "year", "decimal", "bignum", "ord", "isodate", "slashdate", "clock", "decadenum", "shortyear", "ampm", "era",
        "feast", "titled", "quartername", "oclock", "poss", "comma", "hyphen", "stop", "semicolon", "open", "close", "quote",
        "word", "plural", "name",
    }  # fmt: skip
    kinds = given_to_marks | {word.kind for word in load_time_words().values()}
    written = [rule.pattern for rule in load_time_patterns()] + list(load_time_macros().values())
    assert {name for pattern in written for name in re.findall(r"[a-z]+", pattern)} <= kinds


def test_the_parts_of_a_mark() -> None:
    (mark,) = find_times(cut_passage("They met on the evening of Friday, 5 March 2021 at last."))[-1:]
    assert (mark.family, mark.weekday, mark.day, mark.month, mark.year) == ("day", 5, 5, 3, 2021)


def test_spelt_numbers_are_put_together() -> None:
    marks = find_times(cut_passage("It took twenty-five days, two hundred years, three and a half hours, 5 1/2 weeks."))
    assert [mark.numbers for mark in marks] == [(25,), (200,), (3.5,), (5.5,)]


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_marks_stand_in_order_and_do_not_overlap(text: str) -> None:
    page = cut_passage(text)
    marks = find_times(page)
    ends = [0, *(mark.span.end for mark in marks)]
    assert all(end <= mark.span.start < mark.span.end for end, mark in zip(ends, marks, strict=False))
    assert all(any(paragraph.holds(mark.span) for paragraph in page.paragraphs) for mark in marks)
    assert all(mark.span.of(text) == mark.span.of(text).strip() for mark in marks)


@given(st.text(max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    assert all(mark.span.of(text) for mark in find_times(cut_passage(text)))
