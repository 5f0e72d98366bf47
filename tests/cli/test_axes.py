from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from whence.cli.drawings.axes import WIDTH, draw_period, draw_scale, make_axis
from whence.model.dates import Period

PERIODS = st.builds(
    lambda day, days: Period(day, day + datetime.timedelta(days)),
    st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
    st.integers(0, 400),
)


def day(number: int, month: int = 5) -> Period:
    return Period(datetime.date(2031, month, number), datetime.date(2031, month, number))


@given(st.lists(PERIODS, max_size=30))
def test_every_period_of_a_story_is_drawn_in_one_row(periods: list[Period]) -> None:
    axis = make_axis(periods)
    for period in periods:
        drawn = draw_period(axis, period).plain if axis else "━" * WIDTH
        assert len(drawn) == WIDTH
        assert set(drawn) - {"·"}


def test_days_stand_in_their_order_from_one_edge_to_the_other() -> None:
    axis = make_axis([day(1), day(10), day(31)])
    assert axis is not None
    rows = [draw_period(axis, day(number)).plain.index("┃") for number in (1, 10, 31)]
    assert rows == [0, 10, WIDTH - 1]
    assert draw_scale(axis).plain.startswith("1 May 2031")
    assert len(draw_scale(axis).plain) == WIDTH


def test_an_old_war_stands_at_the_edge_and_squeezes_nothing() -> None:
    old = Period(datetime.date(1980, 1, 1), datetime.date(1980, 12, 31))
    axis = make_axis([old, *(day(number) for number in range(1, 21))])
    assert axis is not None
    assert draw_period(axis, old).plain == "◀" + "·" * (WIDTH - 1)
    assert draw_period(axis, day(20, month=9)).plain.endswith("▶")


def test_of_few_days_too_one_may_lie_off_the_scale_and_the_last_stays_on_it() -> None:
    old = Period(datetime.date(1980, 1, 1), datetime.date(1980, 12, 31))
    axis = make_axis([old, *(day(number) for number in (1, 3, 5, 20))])
    assert axis is not None
    assert draw_period(axis, old).plain.startswith("◀")
    assert draw_period(axis, day(20)).plain.endswith("┃")


def test_a_single_day_and_no_day_have_no_axis() -> None:
    assert make_axis([]) is None
    assert make_axis([day(3), day(3)]) is None


def test_what_has_no_date_is_placed_nowhere() -> None:
    axis = make_axis([day(1), day(10)])
    assert axis is not None
    assert draw_period(axis, None).plain == ""
