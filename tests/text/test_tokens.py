from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.text.paragraphs import find_paragraphs
from whence.text.tokens import find_tokens

PASSAGES = sorted((Path(__file__).parents[1] / "passages" / "tokens").glob("*.toml"))


def words(text: str) -> list[str]:
    return [token.of(text) for token in find_tokens(text, find_paragraphs(text))]


def cases() -> list[Any]:
    held = {path.stem: tomllib.loads(path.read_text("utf-8"))["case"] for path in PASSAGES}
    return [pytest.param(case, id=f"{stem}-{n}") for stem, found in held.items() for n, case in enumerate(found)]


@pytest.mark.parametrize("case", cases())
def test_a_passage_is_cut_as_it_says(case: dict[str, str]) -> None:
    assert words(case["text"]) == case["tokens"].split(" "), case["why"]


@given(st.text(alphabet=st.sampled_from("abcXYZ019 .,'’“”\"-–—!?()\n\té中\u0301@#/:")))
def test_tokens_are_in_order_hold_no_space_and_miss_no_letter(text: str) -> None:
    tokens = find_tokens(text, find_paragraphs(text))
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(token.of(text).strip() == token.of(text) != "" for token in tokens)
    covered = {i for token in tokens for i in range(*token)}
    assert all(i in covered for i, character in enumerate(text) if not character.isspace())


@given(st.text())
def test_no_token_crosses_a_paragraph(text: str) -> None:
    paragraphs = find_paragraphs(text)
    assert all(any(p.holds(token) for p in paragraphs) for token in find_tokens(text, paragraphs))
