from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.dates import write_period
from whence.resolve.times.values import read_value, write_duration, write_unit

UNITS = st.sampled_from(["day", "week", "weekend", "month", "quarter", "year", "decade", "century"])


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), UNITS)
def test_what_is_written_of_a_day_covers_it(day: date, unit: str) -> None:
    period = read_value(write_unit(day, unit))
    assert period is not None
    assert period.first <= day <= period.last or unit == "weekend"


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2021-W53", None),
        ("2020-W53", "2020-12-28/2021-01-03"),
        ("2021-W18-WE", "2021-05-08/2021-05-09"),
        ("2021-Q2", "2021-04/2021-06"),
        ("2021-H2", "2021-07/2021-12"),
        ("2020-WI", "2020-12/2021-02"),
        ("2021-05-12TNI", "2021-05-12"),
        ("2021-05-12T09:30", "2021-05-12"),
        ("199", "1990/1999"),
        ("19", "1900/1999"),
        ("2021-02-30", None),
        ("XXXX-05", None),
        ("199X", None),
        ("P3D", None),
        ("PRESENT_REF", None),
        ("BC0490", None),
        ("", None),
        (None, None),
    ],
)
def test_the_days_of_a_value(value: str | None, days: str | None) -> None:
    period = read_value(value)
    assert (write_period(period) if period else None) == days


@pytest.mark.parametrize(
    ("unit", "count", "value"),
    [
        ("day", 3, "P3D"),
        ("week", None, "PXW"),
        ("hour", 0.5, "PT30M"),
        ("minute", 1.5, "PT1M30S"),
        ("second", 90, "PT90S"),
        ("year", 0.5, "P6M"),
        ("year", 22.8, "P22.8Y"),
        ("month", 1.5, "P1.5M"),
        ("quarter", 2, "P2Q"),
        ("fortnight", 1, "P2W"),
        ("century", 2, "P200Y"),
        ("millennium", None, "PXL"),
        ("fortnight", None, "PXW"),
        ("minute", None, "PTXM"),
    ],
)
def test_durations(unit: str, count: float | None, value: str) -> None:
    assert write_duration(unit, count) == value
