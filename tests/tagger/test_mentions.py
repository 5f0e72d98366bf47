from __future__ import annotations

import numpy as np

from whence.model.pages import Page, Sentence
from whence.model.spans import Span
from whence.tagger.labels import Floats, LabelSet, Marks
from whence.tagger.mentions import find_mentions, find_triggers
from whence.tagger.scores import Scores

NONE = np.zeros((1, 1), dtype=np.float32)
BIO = ("O", "B-person", "I-person", "B-place", "I-place")
TAGS = {
    "names": BIO,
    "phrases": BIO,
    "triggers": ("O", "B-trigger", "I-trigger"),
    "polarity": ("positive", "negative"),
    "certainty": ("certain", "uncertain"),
    "tense": ("past", "present", "future", "none"),
}
LABELS = LabelSet("", TAGS, Marks(1, 2, 3, 4), NONE, NONE, NONE, NONE, NONE)
TEXT = "the mayor of Belmar fled"
TOKENS = tuple(Span(start, start + len(word)) for word, start in zip(TEXT.split(), (0, 4, 10, 13, 20), strict=True))
PAGE = Page(TEXT, (Span(0, 24),), (Sentence(Span(0, 24), 0, 5, 0),), TOKENS)
HEADS = (1, 4, 3, 1, -1)


def sure(layer: str, *tags: str) -> Floats:
    rows = np.full((len(tags), len(TAGS[layer])), -9.0, dtype=np.float32)
    for word, tag in enumerate(tags):
        rows[word, TAGS[layer].index(tag)] = 9.0
    return rows


def test_a_name_may_lie_inside_a_phrase_that_another_word_heads() -> None:
    flat = {
        "names": sure("names", "O", "O", "O", "B-place", "O"),
        "phrases": sure("phrases", "B-person", "I-person", "I-person", "I-person", "O"),
    }
    found = find_mentions(PAGE, LABELS, Scores(flat, (), ()), [(0, 5)], HEADS)
    assert [(m.span.of(TEXT), m.kind, m.nominal) for m in found] == [("the mayor of Belmar", "person", True), ("Belmar", "place", False)]


def test_a_phrase_that_is_a_name_is_told_once() -> None:
    tags = ("O", "O", "O", "B-place", "O")
    flat = {"names": sure("names", *tags), "phrases": sure("phrases", *tags)}
    (found,) = find_mentions(PAGE, LABELS, Scores(flat, (), ()), [(0, 5)], HEADS)
    assert (found.span.of(TEXT), found.nominal) == ("Belmar", False)


def test_a_trigger_has_the_facts_of_its_first_word() -> None:
    flat = {"triggers": sure("triggers", "O", "O", "O", "O", "B-trigger")}
    flat |= {name: np.tile(np.arange(len(TAGS[name]), dtype=np.float32), (5, 1)) for name in ("polarity", "certainty", "tense")}
    (found,) = find_triggers(PAGE, LABELS, Scores(flat, (), ()), [(0, 5)])
    assert (found.span.of(TEXT), found.polarity, found.certainty, found.tense) == ("fled", "negative", "uncertain", "none")
    assert found.confidence > 0.99
