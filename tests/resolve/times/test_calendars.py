from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.resolve.times.calendars import find_easter, in_calendar, last_of_month, moved, nearest_weekday

SAFE = st.dates(date(1000, 1, 1), date(3000, 12, 31))


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1961, date(1961, 4, 2), date(1961, 4, 9)),
        (2000, date(2000, 4, 23), date(2000, 4, 30)),
        (2017, date(2017, 4, 16), date(2017, 4, 16)),
    ],
)
def test_easter_of_known_years(year: int, western: date, orthodox: date) -> None:
    assert (find_easter(year), find_easter(year, orthodox=True)) == (western, orthodox)


@given(st.integers(1900, 2099))
def test_easter_is_a_sunday_in_spring_and_the_orthodox_one_no_earlier(year: int) -> None:
    western, orthodox = find_easter(year), find_easter(year, orthodox=True)
    assert western.isoweekday() == orthodox.isoweekday() == 7
    assert date(year, 3, 22) <= western <= date(year, 4, 25)
    assert western <= orthodox <= date(year, 5, 8)


@given(SAFE, st.integers(-500, 500))
def test_moving_by_months_keeps_the_day_where_the_month_has_it(day: date, count: int) -> None:
    there = moved(day, "month", count)
    assert there is not None
    assert (there.year - day.year) * 12 + there.month - day.month == count
    assert there.day == min(day.day, last_of_month(there).day)


@given(SAFE, st.integers(-500, 500))
def test_moving_by_weeks_and_back_comes_home(day: date, count: int) -> None:
    there = moved(day, "week", count)
    assert there is not None
    assert moved(there, "week", -count) == day


@pytest.mark.parametrize(("unit", "count"), [("year", 9000), ("day", 10**9), ("century", -100), ("hour", 3), ("minute", 1)])
def test_where_the_calendar_ends_or_the_unit_is_too_short_there_is_no_day(unit: str, count: int) -> None:
    assert moved(date(2021, 5, 12), unit, count) is None


@given(SAFE, st.integers(1, 7), st.sampled_from([-1, 1]), st.booleans())
def test_the_nearest_weekday_lies_within_a_week(day: date, weekday: int, direction: int, strictly: bool) -> None:
    found = nearest_weekday(day, weekday, direction, strictly=strictly)
    apart = (found - day) * direction
    assert found.isoweekday() == weekday
    assert timedelta(days=1 if strictly else 0) <= apart <= timedelta(days=7 if strictly else 6)


@pytest.mark.parametrize(
    ("day", "there"), [((2020, 2, 29), True), ((2021, 2, 29), False), ((2021, 13, 1), False), ((2021, 4, 31), False), ((0, 1, 1), False)]
)
def test_which_days_the_calendar_has(day: tuple[int, int, int], there: bool) -> None:
    assert in_calendar(*day) is there
