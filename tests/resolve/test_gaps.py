from __future__ import annotations

from dataclasses import replace

from whence.model.pages import Page, Quotation
from whence.model.readings import Attribution
from whence.model.spans import Span
from whence.resolve.gaps import REASON, resolve_gaps

TEXT = "“The bridge was closed on the night of the fire.” The “night bridge” stayed shut."
PAGE = Page(TEXT, (Span(0, len(TEXT)),), (), (), (Quotation(Span(0, 49), Span(1, 48)), Quotation(Span(54, 68), Span(55, 67))))
SAID = Attribution("a1", (Span(1, 48),), None, None, None, "direct", "say", None, 0.9)


def test_a_quotation_without_speaker_is_admitted() -> None:
    (gap,) = resolve_gaps(PAGE, ())
    assert gap.span.of(TEXT).startswith("The bridge was closed")
    assert gap.reason == REASON


def test_an_attributed_quotation_is_no_gap() -> None:
    assert resolve_gaps(PAGE, (SAID,)) == ()


def test_a_content_elsewhere_does_not_help() -> None:
    assert len(resolve_gaps(PAGE, (replace(SAID, content=(Span(55, 67),)),))) == 1
