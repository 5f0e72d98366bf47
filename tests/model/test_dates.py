from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.dates import Period, read_period, write_period

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-05-04", (2031, 5, 4), (2031, 5, 4)),
        ("2032-02", (2032, 2, 1), (2032, 2, 29)),
        ("2031", (2031, 1, 1), (2031, 12, 31)),
        ("2031-05-04/2031-05-08", (2031, 5, 4), (2031, 5, 8)),
        ("2031-06/2031-12", (2031, 6, 1), (2031, 12, 31)),
        ("2031-05-04T18:30", (2031, 5, 4), (2031, 5, 4)),
        ("2031-05-04T18:30:00+02:00", (2031, 5, 4), (2031, 5, 4)),
    ],
)
def test_a_date_allows_its_days(value: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert read_period(value) == Period(datetime.date(*first), datetime.date(*last))


@pytest.mark.parametrize(
    "value", [None, "", "soon", "2031-13", "2031-02-30", "31.5.2031", "2031-05-04-01", "2031-05-08/2031-05-04", "/", "-5"]
)
def test_what_names_no_day_is_none(value: str | None) -> None:
    assert read_period(value) is None


@given(DAYS, st.integers(0, 4000))
def test_a_period_is_read_as_it_was_written(first: datetime.date, days: int) -> None:
    period = Period(first, first + datetime.timedelta(days))
    assert read_period(write_period(period)) == period
    assert period.days == days + 1


@given(DAYS, DAYS, DAYS, DAYS)
def test_periods_meet_when_they_share_a_day(one: datetime.date, two: datetime.date, three: datetime.date, four: datetime.date) -> None:
    left, right = Period(*sorted((one, two))), Period(*sorted((three, four)))
    shared = max(left.first, right.first) <= min(left.last, right.last)
    assert left.meets(right) == right.meets(left) == shared
