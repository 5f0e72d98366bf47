from __future__ import annotations

import pytest

from whence.model.pages import Page
from whence.model.spans import Span
from whence.tagger.passages import part_of, spans_of, whole_page
from whence.text.pages import cut_passage
from whence.text.paragraphs import find_paragraphs
from whence.text.sentences import find_sentences
from whence.text.tokens import find_tokens

TEXT = "“It leaks,” Oru said, “and they knew. The mayor denied that it leaks.”\n\nNo ship sailed."


def page_of(text: str) -> Page:
    paragraphs = find_paragraphs(text)
    tokens = find_tokens(text, paragraphs)
    return Page(text, paragraphs, find_sentences(text, paragraphs, tokens), tokens)


def test_a_page_is_one_passage_with_its_paragraphs() -> None:
    placed = whole_page(page_of(TEXT))
    assert placed.stretches == ((0, 21), (21, 25))
    assert placed.passage.openers == {0, 21}
    assert placed.passage.words[21] == "No"


def test_a_content_is_read_without_its_conjunction_and_outer_marks() -> None:
    page = page_of(TEXT)
    part = part_of(page, [(0, 5), (8, 21)])
    assert part.passage.words[0] == "It"
    assert part.passage.words[-1] == "leaks"
    assert len(part.passage.sentences) == 2
    assert part.passage.sentences[0][0] == 0
    assert part_of(page, [(16, 19)]).passage.words == ("it", "leaks")
    assert part_of(page, [(0, 1)]).stretches == ()


def test_a_run_over_a_gap_has_two_spans() -> None:
    page = page_of(TEXT)
    part = part_of(page, [(0, 5), (8, 21)])
    spans = spans_of(page, part.places, (0, 5))
    assert [span.of(TEXT) for span in spans] == ["It leaks,", "and they"]
    assert all(isinstance(span, Span) for span in spans)


@pytest.mark.parametrize("stamp", ["14:05 ", "9.05am: ", "14:05 GMT – ", "2:35 p.m. ET\n", "09.10 | "])
def test_a_time_before_an_entry_is_no_part_of_it(stamp: str) -> None:
    page = cut_passage(f"Live: the quay\n\n{stamp}Oru says it leaks.")
    first, last = whole_page(page).stretches[-1]
    assert page.tokens[first].of(page.text) == "Oru"
    assert last == len(page.tokens)


@pytest.mark.parametrize("text", ["10.30 crowns is the toll.", "14:05 GMT", "12 Oru men left.", "1.5 Million left."])
def test_a_figure_in_a_sentence_is_no_stamp(text: str) -> None:
    page = cut_passage(text)
    assert whole_page(page).stretches == ((0, len(page.tokens)),)
