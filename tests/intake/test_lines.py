from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from whence.intake.lines import cut_lines, find_body
from whence.intake.mastheads import Given, read_report

TEXTS = st.text(alphabet=st.sampled_from("aB1 .,:–\t\n\r\u00a0“”|©@By January2022"), max_size=400)


@given(TEXTS)
def test_a_line_holds_its_text(text: str) -> None:
    lines = cut_lines(text)
    assert all(line.span.of(text) == line.text and line.text.strip() for line in lines)
    assert all(one.span.end < two.span.start for one, two in pairwise(lines))


@given(TEXTS)
def test_every_span_of_a_report_lies_in_its_text(text: str) -> None:
    report = read_report(text, ident="a", sha256="a", path="a.txt", given=Given())
    spans = [*report.boilerplate, *report.masthead, *filter(None, (report.title_span, report.dateline_span, report.published_span))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(report.boilerplate))
    assert report.title_span is None or report.title_span.of(text) == report.title


def test_blank_lines_set_a_line_apart_whatever_ends_them() -> None:
    lines = cut_lines("One\r\nTwo\r\n\r\nThree\rFour")
    assert [(line.text, line.apart) for line in lines] == [("One", True), ("Two", False), ("Three", True), ("Four", False)]


def test_the_body_runs_from_first_to_last_sentence() -> None:
    text = "Railcar derails\nA railcar derailed above the town on Monday.\nA long night\nNobody is safe yet, the firemen said today.\nShare"
    assert find_body(cut_lines(text)) == (1, 4)
    assert find_body(cut_lines("Railcar derails\nShare")) == (0, 0)
