from __future__ import annotations

from dataclasses import replace

import pytest

from tests.dossier.invented import readings, story
from whence.dossier.differences import Difference, draw_differences
from whence.dossier.records import index_records
from whence.dossier.tellings import tell_accounts
from whence.model.stories import ConflictSide, Story


def draw_all(told: Story) -> tuple[Difference, ...]:
    records = index_records(told, readings(), (), False)
    return draw_differences(records, tell_accounts(records))


def draw(field: str = "count", *values: str) -> Difference:
    conflict = story().conflicts[0]
    keys = ("wire:a2", "paper:a4", "copy:a2")
    sides = tuple(ConflictSide(value, (key,)) for value, key in zip(values, keys, strict=False)) or conflict.values
    told = replace(story(), conflicts=(replace(conflict, field=field, values=sides),))  # type: ignore[arg-type]
    return draw_all(told)[0]


def test_contradictions_come_before_slips() -> None:
    found = draw_all(story())
    assert [difference.kind for difference in found] == ["contradiction", "slip"]


def test_numbers_stand_on_a_scale_in_their_order() -> None:
    four, six = draw().sides
    assert draw().scale == "number"
    assert four.x is not None and six.x is not None and four.x < six.x
    assert draw().ticks[0][1] == "0"


def test_close_numbers_do_not_begin_at_nought() -> None:
    assert draw("count", "182", "184").ticks[0][1] == "182"


@pytest.mark.parametrize(("value", "reach"), [("at least 240", "more"), ("up to 240", "less"), ("240", None), ("about 240", None)])
def test_open_numbers_have_an_arrow(value: str, reach: str | None) -> None:
    assert draw("count", "212", value).sides[1].reach == reach


@pytest.mark.parametrize("values", [("3", "3,000"), ("0", "1"), ("-2", "5"), ("1.5", "2.25"), ("12", "12")])
def test_every_number_lies_on_the_chart(values: tuple[str, str]) -> None:
    assert all(side.x is not None and 0 <= side.x <= 100 for side in draw("count", *values).sides)


def test_days_stand_on_a_scale_of_days() -> None:
    found = draw("date", "2030-05-05", "2030-05-06")
    assert found.scale == "day"
    assert [side.value for side in found.sides] == ["5 May 2030", "6 May 2030"]


def test_yes_and_no_stand_on_two_sides() -> None:
    found = draw("happened", "yes", "no")
    assert found.scale == "yes"
    assert [side.denies for side in found.sides] == [False, True]


def test_words_have_no_scale() -> None:
    assert draw("cause", "a blast", "rust").scale == "plain"


def test_a_question_is_asked_as_one() -> None:
    assert draw().question == "How many died?"


def test_a_copy_does_not_stand_behind_an_account_of_its_own() -> None:
    assert [side.origins for side in draw().sides] == [1, 1]
