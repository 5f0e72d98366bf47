from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from tests.builders import build_attribution
from whence.dossier.marks import Mark, content_style, mark_up, nesting
from whence.model.spans import Span

TEXT = 'A <b> & "c" said that d said that e & f went.'


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    start = draw(st.integers(0, len(TEXT) - 1))
    end = draw(st.integers(start + 1, len(TEXT)))
    number = draw(st.none() | st.integers(1, 99))
    return Mark(start, end, draw(st.integers(0, 99)), "said h0", draw(st.none() | st.just(f"a{start}-{end}")), number, "n", "note")


def characters(markup: str) -> str:
    shown = re.sub(r'<a class="num.*?</a>', "", markup)
    return "".join(lxml_html.fragment_fromstring(f"<div>{shown}</div>").itertext())


@given(st.lists(marks(), max_size=8), st.integers(0, 20), st.integers(25, len(TEXT)))
def test_marks_change_no_character(found: list[Mark], start: int, end: int) -> None:
    assert characters(str(mark_up(TEXT, Span(start, end), found))) == TEXT[start:end]


@given(st.lists(marks(), max_size=8))
def test_every_opened_mark_is_closed(found: list[Mark]) -> None:
    depth = 0
    for tag in re.findall(r"<span|</span>", str(mark_up(TEXT, Span(0, len(TEXT)), found))):
        depth += 1 if tag == "<span" else -1
        assert depth >= 0
    assert depth == 0


def test_a_mark_that_crosses_another_goes_on_after_it() -> None:
    shown = str(mark_up("abcdef", Span(0, 6), [Mark(0, 3, 0, "x", "first"), Mark(2, 5, 0, "y", "second", 7, "n")]))
    assert shown.count('id="second"') == 1
    assert shown.count('class="y"') == 2
    assert shown.count(">7</a>") == 1


def test_a_mark_that_goes_on_from_the_paragraph_before_bears_no_number() -> None:
    assert ">3</a>" not in str(mark_up("abcdef", Span(3, 6), [Mark(1, 5, 0, "c", "here", 3, "n")]))


def test_of_two_equal_marks_the_lower_rank_is_outside() -> None:
    assert str(mark_up("ab", Span(0, 2), [Mark(0, 2, 1, "inner"), Mark(0, 2, 0, "outer")])).startswith(
        '<span class="outer"><span class="inner">'
    )


def test_depth_counts_the_marks_below() -> None:
    text = "he said she said it rained"
    outer = build_attribution(text, "a1", "she said it rained", "he", "e1")
    inner = build_attribution(text, "a2", "it rained", "she", "e2", parent="a1")
    assert nesting((inner, outer)) == {"a2": (0, 1), "a1": (1, 0)}


def test_attributions_that_name_each_other_as_parent_have_a_depth() -> None:
    text = "it rained"
    one = build_attribution(text, "a1", "it rained", None, None, parent="a2")
    two = build_attribution(text, "a2", "it rained", None, None, parent="a1")
    assert set(nesting((one, two))) == {"a1", "a2"}


def test_style_tells_the_kind_of_saying() -> None:
    text = "it rained"
    styles = {
        act: content_style(build_attribution(text, "a1", text, None, None, act=act), 0) for act in ("say", "deny", "demand", "predict")
    }
    assert styles == {"say": "said h0", "deny": "said h0 deny", "demand": "said h0 ask", "predict": "said h0 fore"}
