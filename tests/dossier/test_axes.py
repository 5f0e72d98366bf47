from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from whence.dossier.axes import draw_axis
from whence.model.dates import Period

DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2050, 12, 31))
PERIODS = st.builds(
    lambda day, length: Period(day, min(day + datetime.timedelta(days=length), datetime.date(2051, 12, 31))), DAYS, st.integers(0, 400)
)


@given(st.lists(PERIODS, min_size=1, max_size=12))
def test_every_period_lies_on_the_track(periods: list[Period]) -> None:
    axis = draw_axis(periods)
    assert axis is not None
    places = [axis.x(day) for period in periods for day in (period.first, period.last + datetime.timedelta(days=1))]
    assert all(0 <= place <= 100 for place in places)


@given(st.lists(PERIODS, min_size=1, max_size=12), DAYS, DAYS)
def test_later_days_lie_no_further_left(periods: list[Period], one: datetime.date, other: datetime.date) -> None:
    axis = draw_axis(periods)
    assert axis is not None
    assert axis.x(min(one, other)) <= axis.x(max(one, other)) + 1e-9


@given(st.lists(PERIODS, min_size=1, max_size=12))
def test_ticks_are_few_and_in_order(periods: list[Period]) -> None:
    axis = draw_axis(periods)
    assert axis is not None
    assert len(axis.ticks) <= 15
    assert [tick.x for tick in axis.ticks] == sorted(tick.x for tick in axis.ticks)


def test_one_event_long_before_does_not_squeeze_the_days_that_matter() -> None:
    week = [Period(datetime.date(2031, 3, day), datetime.date(2031, 3, day)) for day in range(10, 16)]
    axis = draw_axis([*week, Period(datetime.date(1988, 7, 3), datetime.date(1988, 7, 3))])
    assert axis is not None
    assert (axis.first, axis.last) == (datetime.date(2031, 3, 10), datetime.date(2031, 3, 15))
    assert axis.low > 0


def test_one_day_among_years_is_not_the_scale() -> None:
    years = [Period(datetime.date(year, 1, 1), datetime.date(year, 12, 31)) for year in (1995, 2008, 2012)]
    axis = draw_axis([*years, Period(datetime.date(2025, 12, 31), datetime.date(2025, 12, 31))])
    assert axis is not None
    assert (axis.first.year, axis.last.year) == (1995, 2012)


def test_nothing_dated_has_no_axis() -> None:
    assert draw_axis([]) is None
