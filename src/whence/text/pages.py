"""A document cut into what a reader sees."""

from __future__ import annotations

from whence.model.pages import Page
from whence.model.reports import Document
from whence.model.spans import Span
from whence.text.answers import find_answers, find_labels
from whence.text.paragraphs import find_paragraphs
from whence.text.quotations import find_quotations
from whence.text.sentences import find_sentences
from whence.text.tokens import find_tokens


def cut_page(document: Document) -> Page:
    """The page of a document: boilerplate, masthead lines and an interview's letters are left out, the title stays as a paragraph."""
    report, text = document.report, document.text
    title = report.title_span
    left_out = sorted(span for span in (*report.boilerplate, *report.masthead) if title is None or not span.meets(title))
    return _cut(text, left_out, title)


def cut_passage(text: str) -> Page:
    """The page of a bare text without masthead or boilerplate, as a content that is read again or a test's passage."""
    return _cut(text, [], None)


def _cut(text: str, left_out: list[Span], title: Span | None) -> Page:
    paragraphs = find_paragraphs(text, left_out)
    labels = find_labels(text, paragraphs)
    if labels:
        paragraphs = find_paragraphs(text, [*left_out, *(label.span for label in labels)])
    tokens = find_tokens(text, paragraphs)
    sentences = find_sentences(text, paragraphs, tokens)
    quotations = sorted((*find_quotations(text, paragraphs), *find_answers(labels, paragraphs)), key=lambda quotation: quotation.span)
    return Page(text, paragraphs, sentences, tokens, tuple(quotations), title)
