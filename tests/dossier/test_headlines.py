from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import build_document, build_event, build_reading, build_span, build_story
from whence.dossier.filings import Filed
from whence.dossier.headlines import Headline, name_occurrence, quote_clause
from whence.dossier.records import index_records
from whence.model.readings import Event
from whence.model.spans import Span
from whence.model.stories import Because, Occurrence

TEXT = """The mill at Tolva burned, and two men who slept above the wheel were killed before the carts with the water came uphill.

Mill fire kills two in Tolva.

“It was the wheel,” she said, “and nobody ever greased it”."""


@dataclass(frozen=True, slots=True)
class Telling:
    report: Filed
    event: Event


def telling(trigger: str, **fields: str) -> Telling:
    document = build_document(TEXT)
    document = replace(document, report=replace(document.report, id="r"))
    event = build_event(TEXT, "v1", trigger, "die", **fields)
    reading = build_reading(document, events=(event,))
    return Telling(index_records(build_story(reading), (reading,), (), False).filed["r"], event)


def name(what: str, *tellings: Telling) -> Headline:
    return name_occurrence(Occurrence("O1", what, "die", None, None, ("r:v1",), Because("told once")), tellings)


def test_a_name_that_says_more_than_the_word_is_kept() -> None:
    assert name("the fire at the mill", telling("burned")) == Headline("", "The fire at the mill", "", False)


@pytest.mark.parametrize(
    ("trigger", "words"),
    [
        ("burned", "The mill at Tolva burned"),
        ("kills", "Mill fire kills two in Tolva"),
        ("greased", "“It was the wheel,” she said, “and nobody ever greased it”"),
    ],
)
def test_a_bare_word_stands_in_its_clause(trigger: str, words: str) -> None:
    found = name(trigger, telling(trigger))
    assert found.words == words
    assert found.core == trigger


def test_half_a_quotation_leaves_no_lone_mark() -> None:
    text = "Nobody there knew it, and the warden said “the mill at Tolva burned before dawn because nobody had greased the wheel” again."
    trigger, sentence = build_span(text, "burned"), Span(0, len(text))
    assert "“" not in quote_clause(text, trigger, Span(0, text.index(" because"))).words
    straight = text.replace("“", '"').replace("”", '"')
    assert '"' not in quote_clause(straight, trigger, Span(0, text.index(" because"))).words
    whole = quote_clause(text, trigger, sentence).words
    assert whole.count("“") == whole.count("”")


def test_a_clause_from_within_a_sentence_says_so() -> None:
    assert name("killed", telling("killed")).words.startswith("… ")


def test_what_happened_is_shown_before_what_was_asked() -> None:
    found = name("kills", telling("killed", modality="asked"), telling("kills"))
    assert found.core == "kills"


@given(st.text(max_size=80), st.text(min_size=1, max_size=30), st.text(max_size=80), st.integers(40, 120))
def test_a_short_form_keeps_the_core(before: str, core: str, after: str, most: int) -> None:
    found = Headline(before, core, after, True).shortened(most)
    assert found.core == core
    assert len(found.words) <= most + 4
