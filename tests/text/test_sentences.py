from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.text.paragraphs import find_paragraphs
from whence.text.sentences import find_sentences
from whence.text.tokens import find_tokens

PASSAGES = sorted((Path(__file__).parents[1] / "passages" / "sentences").glob("*.toml"))


def cases() -> list[Any]:
    held = {path.stem: tomllib.loads(path.read_text("utf-8"))["case"] for path in PASSAGES}
    return [pytest.param(case, id=f"{stem}-{n}") for stem, found in held.items() for n, case in enumerate(found)]


@pytest.mark.parametrize("case", cases())
def test_a_passage_is_cut_as_it_says(case: dict[str, Any]) -> None:
    text = case["text"]
    paragraphs = find_paragraphs(text)
    found = find_sentences(text, paragraphs, find_tokens(text, paragraphs))
    assert [s.span.of(text) for s in found] == case["sentences"], case["why"]


@given(st.text(alphabet=st.sampled_from("abCD .!?…'\"“”()\n1")))
def test_every_token_stands_in_one_sentence_of_its_paragraph(text: str) -> None:
    paragraphs = find_paragraphs(text)
    tokens = find_tokens(text, paragraphs)
    sentences = find_sentences(text, paragraphs, tokens)
    assert [i for s in sentences for i in range(s.first, s.last)] == list(range(len(tokens)))
    for sentence in sentences:
        assert sentence.first < sentence.last
        assert sentence.span == (tokens[sentence.first].start, tokens[sentence.last - 1].end)
        assert paragraphs[sentence.paragraph].holds(sentence.span)
