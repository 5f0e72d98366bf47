from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.find.quantities import find_quantities
from whence.text.pages import cut_passage


def read(text: str) -> list[tuple[str, float | None, str]]:
    return [(text[mark.span.start : mark.span.end], mark.value, mark.bound) for mark in find_quantities(cut_passage(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 14 people died.", [("At least 14", 14, "at_least")]),
        ("More than 5,000 troops left.", [("More than 5,000", 5000, "at_least")]),
        ("Up to forty boats sank.", [("Up to forty", 40, "at_most")]),
        ("Twenty-three miners were freed.", [("Twenty-three", 23, "exact")]),
        ("Two hundred and fifty ships sailed.", [("Two hundred and fifty", 250, "exact")]),
        ("Some 2 million voters stayed away.", [("Some 2 million", 2_000_000, "about")]),
        ("It cost 1.5bn crowns.", [("1.5bn", 1_500_000_000, "exact")]),
        ("Dozens fled.", [("Dozens", None, "exact")]),
        ("Hundreds of thousands marched.", [("Hundreds of thousands", None, "exact")]),
        ("A dozen men came.", [("A dozen", 12, "exact")]),
        ("Three hundred or more came.", [("Three hundred or more", 300, "at_least")]),
    ],
)
def test_numbers_with_their_bounds(text: str, expected: list[tuple[str, float | None, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He came on 14 February.",
        "It was built in 1994.",
        "They met in the border war [1990-98].",
        "The train left at 10.31pm.",
        "A 34-year-old driver spoke.",
        "Lund, 43, resigned.",
        "One of them left.",
    ],
)
def test_dates_times_and_ages_count_nothing(text: str) -> None:
    assert read(text) == []


@given(st.integers(min_value=2, max_value=999))
def test_digits_are_read_as_they_stand(number: int) -> None:
    assert read(f"They saw {number} boats.") == [(str(number), number, "exact")]
