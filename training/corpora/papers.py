"""A piece of annotated text, whatever corpus it comes from."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]  # half-open, in words

UPOS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X")
ROLES = ("source", "cue", "content")
KINDS = ("person", "organization", "group", "place", "other")
FACTS = {"polarity": ("positive", "negative"), "certainty": ("certain", "uncertain"), "tense": ("past", "present", "future", "none")}


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution in words: the runs of its content, its source and its cue."""

    contents: tuple[Range, ...]
    source: Range | None
    cue: Range | None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event trigger; a fact that the corpus leaves open is None."""

    at: Range
    facts: dict[str, str | None]


@dataclass(slots=True)
class Paper:
    """Words in sentences, and whichever layers the corpus marks; None is a layer it does not mark.

    ``sentences`` are ranges of words. ``breaks`` holds the words that open a paragraph. ``heads`` point at words of the paper,
    -1 at a root; ``names`` and ``phrases`` map ranges to kinds.
    """

    corpus: str
    name: str
    words: list[str]
    sentences: list[Range]
    breaks: frozenset[int] = frozenset()
    attributions: list[Attributed] | None = None
    upos: list[str] | None = None
    heads: list[int] | None = None
    deprels: list[str] | None = None
    names: dict[Range, str] | None = None
    phrases: dict[Range, str] | None = None
    happenings: list[Happening] | None = None
