from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.resolve.parsed import span
from whence.model.spans import Span
from whence.resolve.contents import trim_content
from whence.text.pages import cut_passage


@pytest.mark.parametrize(
    ("text", "marked", "left"),
    [
        ("She said that the well was dry.", "that the well was dry.", "the well was dry"),
        ("“The well is dry,” she said.", "“The well is dry,”", "The well is dry"),
        ("She said: “The well is dry.”", ": “The well is dry.”", "The well is dry."),
        ("She called the well “quite dry”.", "the well “quite dry”", "the well “quite dry”"),
        ("She said that is the end.", "that is the end", "that is the end"),
        ("It fell at 9 p.m. on Friday, he said.", "It fell at 9 p.m.", "It fell at 9 p.m."),
    ],
)
def test_lead_and_marks_round_the_whole_are_left_out(text: str, marked: str, left: str) -> None:
    [trimmed] = trim_content([span(text, marked)], cut_passage(text))
    assert trimmed.of(text) == left


def test_a_single_stray_word_beside_a_clause_is_dropped() -> None:
    text = "When asked, the cook said the stew was cold."
    trimmed = trim_content([span(text, "When"), span(text, "the stew was cold")], cut_passage(text))
    assert [part.of(text) for part in trimmed] == ["the stew was cold"]


@given(st.text(alphabet='that “”".,: ab', min_size=1, max_size=30), st.data())
def test_what_is_left_lies_in_what_was_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    whole = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert all(whole.holds(part) and part.end > part.start for part in trim_content([whole], cut_passage(text)))
