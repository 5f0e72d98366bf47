from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.spans import Span
from whence.text.paragraphs import find_paragraphs
from whence.text.quotations import find_quotations

PROSE = st.text(alphabet="ab sS.,\n’‘“”\"'«»", max_size=60)


def quoted(text: str) -> list[tuple[str, bool]]:
    return [(found.inner.of(text), found.continues) for found in find_quotations(text, find_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “go away” twice.", ["go away"]),
        ('He said "go away" twice.', ["go away"]),
        ("He said ‘go away’ twice.", ["go away"]),
        ("He said «go away» twice.", ["go away"]),
        ("“He told me: ‘Run!’”", ["He told me: ‘Run!’", "Run!"]),
        ("The boys’ dog isn't theirs.", []),
        ("It was the ’90s.", []),
        ("The rebels’ ‘safe house’ burnt.", ["safe house"]),
        ("A ‘farmers’ market’ opened.", ["farmers’ market"]),
        ("He is 6' 2\" tall.", []),
    ],
)
def test_marks_are_paired_by_kind(text: str, inner: list[str]) -> None:
    assert [words for words, _ in quoted(text)] == inner


def test_a_running_quotation_goes_on_with_its_next_paragraph() -> None:
    assert quoted("“One.\n\n“Two,” he said.") == [("One.", False), ("Two,", True)]


def test_an_open_mark_ends_with_its_paragraph() -> None:
    assert quoted("“One, he said.\n\nTwo came.") == [("One, he said.", False)]


def test_a_closed_quotation_does_not_run_on() -> None:
    assert quoted("“One.”\n\n“Two.”") == [("One.", False), ("Two.", False)]


@given(PROSE)
def test_quotations_lie_in_one_paragraph_and_hold_their_inner_words(text: str) -> None:
    paragraphs = find_paragraphs(text)
    for found in find_quotations(text, paragraphs):
        assert found.span.holds(found.inner)
        assert found.inner.end > found.inner.start
        assert sum(paragraph.holds(found.span) for paragraph in paragraphs) == 1


@given(PROSE)
def test_quotations_of_one_kind_of_mark_do_not_cross(text: str) -> None:
    spans = [found.span for found in find_quotations(text, find_paragraphs(text)) if text[found.span.start] in '“"«']
    assert not any(crosses(a, b) for a in spans for b in spans)


def crosses(a: Span, b: Span) -> bool:
    return a.start < b.start < a.end < b.end
