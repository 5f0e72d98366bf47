from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from tests.app.floods import flood_book, flood_readings
from whence.app.books import Book
from whence.app.views.grades import suggest_confirmed
from whence.app.views.reasons import explain
from whence.model.stories import Because, Independent, Origin, Origins

BELL, COURIER, _ = (reading.report.id for reading in flood_readings())
OWN = Origin("The Fenland Bell", "outlet", (), (), (BELL,))
NAMED = Origin("Saltmarsh Courier", "outlet", ("named",), ((f"{COURIER}:e3",),), (COURIER,))
SAME_WOMAN = Origin("Upland Echo", "outlet", ("named",), ((f"{BELL}:e1",),), (BELL,))
UNNAMED = Origin("Marsh News Agency", "agency", ("unnamed",), ((f"{COURIER}:e1",),), (COURIER,))


def weighed(
    book: Book, *origins: Origin, occurrence: str = "O2", least: int | None = 2, suggested: Literal["1"] | None = "1"
) -> tuple[str, str] | None:
    count = None if least is None else Independent(least, 2)
    return suggest_confirmed(book, Origins(occurrence, None, count, origins, (), Because("by hand"), suggested))


def calm_book() -> Book:
    """The flood without its conflict."""
    book = flood_book()
    return replace(book, story=replace(book.story, conflicts=()))


def test_two_origins_that_rest_on_different_words_confirm_one_another() -> None:
    assert weighed(calm_book(), OWN, NAMED) == ("The Fenland Bell", "Saltmarsh Courier")


@pytest.mark.parametrize(
    ("origins", "least"),
    [((OWN, UNNAMED), 2), ((NAMED, SAME_WOMAN), 2), ((UNNAMED, UNNAMED), 2), ((OWN, NAMED), 1), ((OWN, NAMED), None), ((OWN,), 2)],
)
def test_nothing_is_confirmed_by_the_unnamed_the_same_or_what_may_be_one(origins: tuple[Origin, ...], least: int | None) -> None:
    assert weighed(calm_book(), *origins, least=least) is None


def test_what_accounts_differ_on_is_not_confirmed() -> None:
    assert weighed(flood_book(), OWN, NAMED) is None


def test_what_the_story_does_not_suggest_is_not_confirmed() -> None:
    assert weighed(calm_book(), OWN, NAMED, suggested=None) is None


def test_what_somebody_denies_is_not_confirmed() -> None:
    assert weighed(flood_book(), OWN, NAMED, occurrence="O1") is None


def test_what_nobody_graded_is_not_judged() -> None:
    assert ("credibility", "F 6, nobody has judged it") in explain(flood_book(), "O2")[1].facts


def test_the_program_only_suggests() -> None:
    book = calm_book()
    sure = replace(book.story.origins[0], independent=Independent(2, 2), origins=(OWN, NAMED), suggested="1")
    (fact,) = [
        fact for fact in explain(replace(book, story=replace(book.story, origins=(sure,))), "O2")[1].facts if fact[0] == "credibility"
    ]
    assert fact[1] == "suggested: 1, confirmed (The Fenland Bell and Saltmarsh Courier)"
