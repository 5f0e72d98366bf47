from __future__ import annotations

import pytest

from tests.link.invented import report
from whence.model.holdings import lay_out
from whence.model.spans import Span
from whence.weigh.figures import Figure, figures_agree, iter_event_figures, iter_stated_figures, same_count


def stated(text: str) -> list[tuple[float, str]]:
    reading = report("aa", text, said=[(text, None, {})])
    return [(figure.value, figure.bound) for figure in iter_stated_figures(reading)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("at least 240 people were aboard", [(240.0, "at_least")]),
        ("seven people were killed", [(7.0, "exact")]),
        ("it happened on 14 May in 2022", []),
        ("the fire burnt for 40 minutes", []),
        ("a girl of six died", []),
        ("1,200 houses stood empty", [(1200.0, "exact")]),
    ],
)
def test_numbers_that_count_something(text: str, figures: list[tuple[float, str]]) -> None:
    assert stated(text) == figures


def figure(value: float, bound: str, *unit: str) -> Figure:
    return Figure(value, bound, frozenset(unit), "aa", ("aa:a1",), Span(0, 1))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        (figure(19, "exact"), figure(19, "at_least"), True),
        (figure(19, "at_least"), figure(31, "exact"), True),
        (figure(19, "exact"), figure(31, "at_least"), False),
        (figure(100, "about"), figure(104, "exact"), True),
        (figure(100, "about"), figure(140, "exact"), False),
        (figure(40, "exact"), figure(50, "at_most"), True),
    ],
)
def test_what_both_can_be_true(left: Figure, right: Figure, agree: bool) -> None:
    assert figures_agree(left, right) is agree and figures_agree(right, left) is agree


def test_people_aboard_are_not_people_killed() -> None:
    assert same_count(figure(1, "exact", "peopl", "aboard"), figure(2, "exact", "person", "aboard"))
    assert not same_count(figure(1, "exact", "peopl", "aboard"), figure(2, "exact", "peopl", "kill"))
    assert not same_count(figure(1, "exact", "peopl", "aboard"), figure(2, "exact", "lorri", "aboard"))
    assert not same_count(figure(4, "exact", "men"), figure(6, "exact", "men", "die"))


def test_a_bare_number_counts_what_the_number_before_it_did() -> None:
    text = "Eleven men were arrested, the police said; witnesses put the number at 30."
    told = [("arrested", "coerce", {"quantities": [(11, "men (arrest)", "Eleven")]})]
    one = report("aa", text, told=told, said=[("the number at 30", None, {})])  # type: ignore[arg-type]
    (bare,) = iter_stated_figures(one)
    (counted,) = iter_event_figures(lay_out([one]), "aa:v1")
    assert (bare.value, bare.of, same_count(bare, counted)) == (30, "men", True)


def test_a_bare_number_with_none_before_it_counts_nothing() -> None:
    assert list(iter_stated_figures(report("aa", "Witnesses put it at 30.", said=[("it at 30", None, {})]))) == []


def test_what_a_number_after_a_colon_counts() -> None:
    text = "Eleven men were arrested. The police said that two were counted twice: the number is nine."
    told = [("arrested", "coerce", {"quantities": [(11, "men (arrest)", "Eleven")]})]
    reading = report("aa", text, told=told, said=[("two were counted twice", None, {})])  # type: ignore[arg-type]
    assert [(one.value, one.of) for one in iter_stated_figures(reading) if one.counted_by] == [(9, "men")]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("He warned the board at least three times.", [(3, "at_least")]),
        ("He warned the board twice in May.", [(2, "exact")]),
        ("He warned of three times the price.", []),
        ("He warned. Three times nobody came.", []),
    ],
)
def test_how_often_a_thing_was_done_counts_it(text: str, times: list[tuple[float, str]]) -> None:
    reading = report("aa", text, told=[("warned", "consult", {})])
    found = list(iter_event_figures(lay_out([reading]), "aa:v1"))
    assert [(one.value, one.bound) for one in found] == times


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("eleven people died, including nine guards", [11]),
        ("the last three people were found dead", []),
        ("fourteen children had died and three children had died since", [14]),
        ("the plan costs $40 rows of seats", []),
        ("it lost 900 million crowns", []),
        ("I counted six men dead", []),
    ],
)
def test_a_part_of_what_is_counted_and_an_amount_are_no_count_of_it(text: str, kept: list[int]) -> None:
    reading = report("aa", text, said=[(text, None, {})])
    assert [figure.value for figure in iter_stated_figures(reading) if figure.unit] == kept
