from __future__ import annotations

from tests.app.floods import BELL, COURIER, flood_book, flood_readings
from whence.app.citations import cite_record, sentence_round
from whence.model.spans import Span

IDS = [reading.report.id for reading in flood_readings()]


def test_a_citation_says_where_its_words_stand() -> None:
    book = flood_book()
    cited = cite_record(book, f"{IDS[0]}:a1")
    assert [span.of(BELL) for span in cited.spans] == [cited.quote]
    digest = book.reading(IDS[0]).report.sha256
    assert str(cited) == (f"The Fenland Bell, 2031-05-04: “the lower gate had failed twice” (bell.txt, characters 36–67, sha256 {digest})")


def test_an_event_is_cited_with_its_sentence() -> None:
    assert cite_record(flood_book(), f"{IDS[0]}:v1").quote == "The gate broke on 3 May."
    assert cite_record(flood_book(), f"{IDS[1]}:v2").quote == "Warden I. Quarrow denied the gate had failed before."


def test_a_report_without_outlet_or_date_says_so() -> None:
    assert str(cite_record(flood_book(), f"{IDS[2]}:a1")).startswith("outlet unknown, undated: ")


def test_a_sentence_ends_at_a_line_too() -> None:
    line = COURIER.partition("\n")[0]
    assert sentence_round(COURIER, Span(4, 8)).of(COURIER) == line
