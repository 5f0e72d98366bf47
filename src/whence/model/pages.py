"""A document cut into what a reader sees: paragraphs, sentences, tokens, quotations."""

from __future__ import annotations

from dataclasses import dataclass

from whence.model.spans import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, the half-open range of its tokens in the page, the index of its paragraph."""

    span: Span
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, or a paragraph of an interview's answers.

    ``span`` takes in the marks, ``inner`` does not. ``continues`` tells that the quotation goes on from the paragraph
    before it, which had no closing mark (a running quotation). ``answers``: it has no marks, the interview's form tells it.
    """

    span: Span
    inner: Span
    continues: bool = False
    answers: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A report's text without its boilerplate, cut up. All offsets are into ``text``, which is the document's, unchanged."""

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Span, ...]
    quotations: tuple[Quotation, ...] = ()
    title: Span | None = None
