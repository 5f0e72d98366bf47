from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.dresses import DRESSES, Edit, Report, edited

LONG = "The harbour of Ansk was shut on Monday after a crane fell on two barges, the port office told reporters at the gate in the morning."


def dressed(name: str, text: str, **roles: list[tuple[int, int]]) -> Report:
    return DRESSES[name](Report(text, ({"source": [], "cue": [], "content": []} | roles,)))


def said(report: Report, role: str) -> list[str]:
    return [report.text[a:b] for a, b in report.attributions[0][role]]


def test_what_is_put_in_belongs_to_no_span() -> None:
    report = edited(Report("abcd", ({"content": [(0, 4)], "cue": [(2, 3)], "source": [(0, 2)]},)), [Edit((2, 2), "--")])
    assert report.text == "ab--cd"
    assert (said(report, "content"), said(report, "cue"), said(report, "source")) == (["ab", "cd"], ["c"], ["ab"])


def test_what_is_replaced_stays_in_its_span() -> None:
    report = edited(Report("a bit c", ({"content": [(0, 7)], "cue": [(2, 5)], "source": [(6, 7)]},)), [Edit((2, 5), "little")])
    assert (said(report, "content"), said(report, "cue"), said(report, "source")) == (["a little c"], ["little"], ["c"])


@pytest.mark.parametrize("name", [name for name in DRESSES if name != "transcript"])
@given(text=st.text('ab. “”"\nT'), start=st.integers(0, 40), size=st.integers(1, 20))
def test_spans_lie_in_the_text_and_none_is_lost(name: str, text: str, start: int, size: int) -> None:
    span = (min(start, len(text)), min(start + size, len(text)))
    report = dressed(name, text, content=[span])
    pieces = report.attributions[0]["content"]
    assert pieces
    assert all(0 <= a <= b <= len(report.text) for a, b in pieces)


def test_a_wire_opening_stands_before_the_first_long_paragraph() -> None:
    text = dressed("wire openings", f"Harbour shut\n\n{LONG}\n\n{LONG}").text
    assert text == f"Harbour shut\n\nVARNHOLM, March 3 (TBN) — {LONG}\n\n{LONG}"
    assert dressed("wire openings", "Harbour shut").text == "Harbour shut"


def test_a_live_blog_tells_the_time_of_each_entry() -> None:
    assert dressed("live blog", "A\n\nB\n\nC\n\nD").text == "A\n\n09:00 B\n\n9.05am: C\n\n09:10 GMT\n\nD"


def test_a_quotation_runs_over_paragraphs_at_each_sentence() -> None:
    text = "“It leaks. It always did,” Oru said. Later she left."
    report = dressed("quotes over paragraphs", text, content=[(0, 26)])
    assert report.text == "“It leaks. \n\n“It always did,” Oru said. Later she left."
    assert said(report, "content") == ["“It leaks. ", "It always did,”"]


def test_british_style_spells_and_quotes_otherwise() -> None:
    report = dressed("British style", "“The labor program was canceled,” Oru recognized. A corporation has a director.", content=[(0, 33)])
    assert report.text == "‘The labour programme was cancelled,’ Oru recognised. A corporation has a director."
    assert said(report, "content") == ["‘The labour programme was cancelled,’"]


def test_only_the_headline_is_put_in_capitals() -> None:
    assert dressed("capital headline", "Harbour shut\n\nBy whom?").text == "HARBOUR SHUT\n\nBy whom?"


def test_a_transcript_holds_the_quotations_as_turns() -> None:
    report = dressed("transcript", "“The quay leaks and sinks,” Oru said. He left.", content=[(0, 27)], source=[(28, 31)], cue=[(32, 36)])
    assert report.text == "ORU VASK: The quay leaks and sinks."
    assert (said(report, "source"), said(report, "cue"), said(report, "content")) == (["ORU VASK"], [":"], ["The quay leaks and sinks."])
    assert dressed("transcript", "Oru said the quay leaked again.", content=[(9, 30)]).text == ""
