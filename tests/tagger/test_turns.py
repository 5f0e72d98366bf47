from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.tagger.turns import find_turns
from whence.text.pages import cut_passage

TALK = ("HOST: Is the quay safe?", "DR. SENNA QUILL: It leaks, as it did in March.", "HOST: Who knew?")


def told(*paragraphs: str) -> list[tuple[str, str]]:
    text = "\n\n".join(paragraphs)
    page = cut_passage(text)

    def words(at: tuple[int, int]) -> str:
        return text[page.tokens[at[0]].start : page.tokens[at[1] - 1].end]

    return [(words(turn.source), words(turn.content)) for turn in find_turns(page)]


def test_each_turn_has_its_speaker() -> None:
    turns = [("HOST", "Is the quay safe?"), ("DR. SENNA QUILL", "It leaks, as it did in March."), ("HOST", "Who knew?")]
    assert told(*TALK) == turns
    assert told("Quay talk", *TALK, "The talk was cut short.") == turns


@pytest.mark.parametrize(
    "paragraphs",
    [
        (),
        TALK[:2],
        ("RELATED: a", "RELATED: b", "RELATED: c"),
        ("Ansk: nine dead", "Oldmoor: four dead", "Tarn: none"),
        ("The mayor was plain: it leaks.", "the host: no", "She was plainer: it sinks."),
        (TALK[0], "One.", "Two.", "Three.", TALK[1], "Four.", TALK[2]),
    ],
)
def test_labels_and_sentences_are_no_turns(paragraphs: tuple[str, ...]) -> None:
    assert told(*paragraphs) == []


@given(st.lists(st.text("AB:. \nx"), max_size=8))
def test_turns_lie_apart_and_in_order(paragraphs: list[str]) -> None:
    turns = find_turns(cut_passage("\n\n".join(paragraphs)))
    edges = [edge for turn in turns for edge in (*turn.source, *turn.content)]
    assert edges == sorted(edges)
