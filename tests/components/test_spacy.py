from __future__ import annotations

import pytest

spacy = pytest.importorskip("spacy", reason="the extra whence[spacy] is not installed")

TEXT = "The harbour will close on Monday, the mayor of Tolvik said. “We have no choice,” Anna Berisk told reporters."


def test_a_blank_pipeline_marks_attributions() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("whence")
    doc = nlp(TEXT)
    first, second = doc._.attributions[0], doc._.attributions[-1]
    assert first.source.text == "the mayor of Tolvik"
    assert first.cue.text == "said"
    assert first.content[0].text == "The harbour will close on Monday"
    assert second.source.text == "Anna Berisk"
    assert "no choice" in second.content[0].text


def test_a_threshold_that_nothing_reaches_leaves_nothing() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("whence", config={"threshold": 1.01})
    assert nlp(TEXT)._.attributions == ()


def test_an_empty_text_has_none() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("whence")
    assert nlp("")._.attributions == ()
