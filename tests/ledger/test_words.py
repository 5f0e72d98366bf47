from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import build_attribution, build_document, build_entity, build_reading
from whence.ledger.files import Ledger, open_ledger
from whence.ledger.reports import keep_report
from whence.ledger.words import find_words

TEXT = "Émile Varrane said the lower gate failed. The gate-keeper would not comment."


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    opened = open_ledger(tmp_path_factory.mktemp("words") / "story", create=True)
    document = build_document(TEXT)
    entity = build_entity(TEXT, "e1", "person", "Émile Varrane")
    attribution = build_attribution(TEXT, "a1", "the lower gate failed", "Émile Varrane", "e1")
    keep_report(opened, document, build_reading(document, (entity,), (attribution,)), "2031-05-01")
    return opened


def test_names_are_found_without_their_accents(ledger: Ledger) -> None:
    assert {(hit.kind, hit.record) for hit in find_words(ledger, "emile varrane")} == {("text", ""), ("name", "e1")}


def test_marks_hold_the_words_that_were_sought(ledger: Ledger) -> None:
    (hit,) = [hit for hit in find_words(ledger, "gate") if hit.kind == "text"]
    assert [hit.text[start:end] for start, end in hit.marks] == ["gate", "gate"]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ('"lower gate"', {"text", "content"}),
        ('"gate lower"', set()),
        ("“lower gate”", {"text", "content"}),
        ("varr*", {"text", "name"}),
        ("varr", set()),
        ("gate AND NOT (lower", set()),
        ("comment:gate", set()),
        ('"', set()),
        ("", set()),
    ],
)
def test_words_are_words_and_no_query_language(ledger: Ledger, words: str, kinds: set[str]) -> None:
    assert {hit.kind for hit in find_words(ledger, words)} == kinds


@given(words=st.text(max_size=20))
def test_no_words_are_an_error(ledger: Ledger, words: str) -> None:
    assert all(hit.marks for hit in find_words(ledger, words))
