from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.intake.dates import find_dates, read_date
from whence.model.dates import read_period


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sunday 16 January 2022", "2022-01-16"),
        ("Monday, 17 January 2022", "2022-01-17"),
        ("Tuesday, February 15, 2022", "2022-02-15"),
        ("Jan. 5, 2021", "2021-01-05"),
        ("5th of May 2020", "2020-05-05"),
        ("05-Jan-2021", "2021-01-05"),
        ("May 3rd, 2013 2:00pm EDT", "2013-05-03"),
        ("2022-01-16T08:00:00Z", "2022-01-16"),
        ("2022/01/16", "2022-01-16"),
        ("16.01.2022", "2022-01-16"),
        ("01/16/2022", "2022-01-16"),
        ("Friday 04/02/2022", "2022-02-04"),
        ("Wednesday 04/06/2022", "2022-04-06"),
        ("04/02/2022", "2022-02-04/2022-04-02"),
        ("02/02/2022", "2022-02-02"),
        ("January 2022", "2022-01"),
    ],
)
def test_a_printed_date_is_read(text: str, value: str) -> None:
    assert read_date(text) == value


@pytest.mark.parametrize(
    "text", ["31 February 2022", "45/45/2022", "16 January", "2022", "call 0555 20 2022", "version 1.2.2022.4", "maybe 2020 people"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_two_dates_in_one_field_are_none() -> None:
    assert read_date("16 January 2022, changed 18 January 2022") is None
    assert [date.value for date in find_dates("16 January 2022, changed 18 January 2022")] == ["2022-01-16", "2022-01-18"]


@given(st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2099, 12, 31)))
def test_a_date_written_out_comes_back(day: datetime.date) -> None:
    for form in ("%A, %d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%A %d/%m/%Y"):
        found = find_dates(f"Brovik, {day.strftime(form)} |")
        assert len(found) == 1
        period = read_period(found[0].value)
        assert period is not None
        assert period.first <= day <= period.last
        assert period.days == 1 or "/" in form
