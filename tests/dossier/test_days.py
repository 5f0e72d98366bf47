from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.dossier.days import read_days, say_day, say_period, say_precision


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-03-12", "12 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("2031/2033", "2031–2033"),
        ("2031-03-03/2031-03-09", "3–9 March 2031"),
        ("2031-03-28/2031-04-02", "28 March – 2 April 2031"),
        ("2030-12-30/2031-01-02", "30 December 2030 – 2 January 2031"),
        ("2031-03/2031-05", "March–May 2031"),
        ("2030-11/2031-02", "November 2030 – February 2031"),
        ("2031-03-12T14:00:00+02:00", "12 March 2031"),
        (None, "no date given"),
        ("soon", "no date given"),
    ],
)
def test_periods_in_words(value: str | None, words: str) -> None:
    assert say_period(read_days(value)) == words


@pytest.mark.parametrize(
    ("value", "words"), [("2031-03-12", "12 March"), ("2031-03", "March"), ("2030-03", "March 2030"), ("2031", "2031")]
)
def test_the_year_of_the_story_is_left_out(value: str, words: str) -> None:
    assert say_period(read_days(value), 2031) == words


@pytest.mark.parametrize(
    ("value", "word"), [("2031-03-12", "day"), ("2031-03-12/2031-03-13", "days"), ("2031-03", "month"), ("2031", "year"), (None, "unknown")]
)
def test_precision_in_a_word(value: str | None, word: str) -> None:
    assert say_precision(read_days(value)) == word


@given(st.dates(datetime.date(1900, 1, 1)))
def test_a_day_says_its_number(day: datetime.date) -> None:
    assert say_day(day).split()[0] == str(day.day)
    assert say_day(day).endswith(str(day.year))
