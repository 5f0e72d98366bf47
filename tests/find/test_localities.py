from __future__ import annotations

import pytest

from whence.find.localities import tell_places
from whence.model.marks import MentionMark
from whence.model.parses import grow_tree
from whence.model.spans import Span
from whence.model.tags import Tags
from whence.text.pages import cut_passage


def kinds(text: str, *names: str) -> list[str | None]:
    """The kinds of names that were taken for people's, the first place of each in the text."""
    marks = []
    for name in names:
        span = Span(text.index(name), text.index(name) + len(name))
        marks.append(MentionMark(span, "person", "named", span, title=None, sure=False))
    return [mark.kind for mark in tell_places(marks, grow_tree(cut_passage(text), Tags((), (), (), (), (), ())))]


@pytest.mark.parametrize(
    "text",
    [
        "fighting went on in Merrat overnight",
        "villages of northern Merrat burned",
        "the town of Merrat fell",
        "they crossed Merrat’s borders",
    ],
)
def test_what_lies_about_a_place_tells_it(text: str) -> None:
    assert kinds(text, "Merrat") == ["place"]


@pytest.mark.parametrize(
    "text",
    ["voters lost confidence in Merrat", "a seat in Merrat’s cabinet", "Merrat spoke of the north", "in the past Merrat spoke"],
)
def test_whom_one_trusts_or_serves_is_somebody(text: str) -> None:
    assert kinds(text, "Merrat") == ["person"]


def test_somebody_named_at_length_is_no_place() -> None:
    assert kinds("Ivo Merrat left. A belief, strong in Merrat, held", "Ivo Merrat", "Merrat") == ["person", "person"]


def test_whose_people_are_called_after_it_is_a_land() -> None:
    assert kinds("Merrat denied it, and Merrati officers laughed", "Merrat") == ["place"]
    assert kinds("Ostravia denied it, and the Ostravians laughed", "Ostravia") == ["place"]
    assert kinds("Merrat denied it, and Merrath officers laughed", "Merrat") == ["person"]
