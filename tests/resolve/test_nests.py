from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.model.spans import Span
from whence.resolve.drafts import Draft
from whence.resolve.nests import nest_drafts

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def draft(content: Span, cue: Span | None = None) -> Draft:
    return Draft((content,), None, cue, 0.9)


def test_the_smallest_content_that_holds_all_of_it_is_the_parent() -> None:
    outer, middle, inner = draft(Span(0, 50)), draft(Span(10, 40), Span(5, 9)), draft(Span(20, 30), Span(15, 19))
    assert [d.parent for d in nest_drafts([outer, middle, inner])] == [None, 0, 1]


def test_what_is_put_under_another_lies_in_it() -> None:
    upper = draft(Span(0, 20), Span(25, 30))
    lower = Draft((Span(0, 20),), None, Span(40, 45), 0.9, under=Span(25, 30))
    assert [d.parent for d in nest_drafts([upper, lower])] == [None, 0]


@given(st.lists(st.builds(draft, SPANS, st.none() | SPANS), max_size=6))
def test_nesting_has_no_rings(drafts: list[Draft]) -> None:
    nested = nest_drafts(drafts)
    for start in range(len(nested)):
        seen, at = {start}, nested[start].parent
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = nested[at].parent
