"""The shipped model on passages of our own; what it scores is measured elsewhere."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.model.pages import Page
from whence.model.tags import TaggedAttribution, Tags
from whence.tagger import Settings, Tagger, load_tagger
from whence.text.paragraphs import find_paragraphs
from whence.text.sentences import find_sentences
from whence.text.tokens import find_tokens

PASSAGES = sorted((Path(__file__).parents[1] / "passages" / "tagger").glob("*.toml"))


def page_of(text: str) -> Page:
    paragraphs = find_paragraphs(text)
    tokens = find_tokens(text, paragraphs)
    return Page(text, paragraphs, find_sentences(text, paragraphs, tokens), tokens)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


def cases() -> list[Any]:
    held = {path.stem: tomllib.loads(path.read_text("utf-8"))["case"] for path in PASSAGES}
    return [pytest.param(case, id=f"{stem}-{n}") for stem, found in held.items() for n, case in enumerate(found)]


@pytest.mark.parametrize("case", cases())
def test_a_passage_holds_the_attribution_it_says(tagger: Tagger, case: dict[str, Any]) -> None:
    text = case["text"]
    tags = tagger.read_tags(page_of(text))
    assert any(fits(case, found, tags, text) for found in tags.attributions), (case["why"], told(tags, text))


def fits(case: dict[str, Any], found: TaggedAttribution, tags: Tags, text: str) -> bool:
    """Whether an attribution is the one wanted, but for marks, conjunctions and titles at its edges."""
    parts = [span.of(text) for span in found.content]
    outer = tags.attributions[found.within].cue if found.within is not None else None
    return (
        len(parts) == len(case["content"])
        and all(wanted in part and len(part) <= len(wanted) + 8 for wanted, part in zip(case["content"], parts, strict=True))
        and found.source is not None
        and case["source"] in found.source.of(text)
        and found.cue is not None
        and case["cue"] in found.cue.of(text)
        and (outer.of(text) if outer else None) == case.get("within")
    )


def told(tags: Tags, text: str) -> list[tuple[list[str], str | None, str | None, int | None]]:
    return [
        ([s.of(text) for s in a.content], a.source and a.source.of(text), a.cue and a.cue.of(text), a.within) for a in tags.attributions
    ]


def test_a_page_without_words_has_no_marks(tagger: Tagger) -> None:
    assert tagger.read_tags(page_of(" \n\n ")) == Tags((), (), (), (), (), ())


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("He said “no”. X\n,:'…—é中🙂 denied that it ")))
def test_any_text_has_marks_that_hold_together(tagger: Tagger, text: str) -> None:
    page = page_of(text)
    tags = tagger.read_tags(page)
    assert len(tags.heads) == len(tags.upos) == len(tags.deprels) == len(page.tokens)
    for sentence in page.sentences:
        heads = tags.heads[sentence.first : sentence.last]
        assert heads.count(-1) >= 1
        assert all(head == -1 or sentence.first <= head < sentence.last for head in heads)
    for number, found in enumerate(tags.attributions):
        assert found.content
        assert all(span.of(text).strip() for span in found.content)
        assert 0.0 <= found.confidence <= 1.0
        assert found.within is None or found.within < number
    spans = [*(mention.span for mention in tags.mentions), *(trigger.span for trigger in tags.triggers)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_the_same_page_is_read_alike_twice(tagger: Tagger) -> None:
    page = page_of("The mayor said the mill had burned. “It was old,” she added.")
    assert tagger.read_tags(page) == tagger.read_tags(page) == load_tagger().read_tags(page)


def test_what_is_less_sure_than_the_threshold_is_left_out() -> None:
    page = page_of("The mayor said the mill had burned.")
    assert load_tagger(settings=Settings(threshold=1.1)).read_tags(page).attributions == ()


def test_a_long_report_is_read_in_windows(tagger: Tagger) -> None:
    text = "\n\n".join(f"The mayor of Belmar said that mill {number} had burned." for number in range(60))
    contents = [found.content[0].of(text) for found in tagger.read_tags(page_of(text)).attributions]
    assert len(contents) == 60
    assert all(f"mill {number} had burned" in content for number, content in enumerate(contents))
