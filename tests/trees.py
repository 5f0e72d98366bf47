"""Pages with a parse built by hand, so that what rests on syntax can be tested without the model."""

from __future__ import annotations

from whence.model.pages import Page, Sentence
from whence.model.parses import Tree, grow_tree
from whence.model.spans import Span
from whence.model.tags import TaggedTrigger, Tags


def build_parse(*rows: str) -> tuple[Page, Tags]:
    """A page of sentences given as words ``form/UPOS/head/relation``, the head counted from 1 in its sentence, 0 for the root.

    Words are parted by single blanks, sentences by a line break; every sentence is a paragraph.
    """
    text = ""
    tokens: list[Span] = []
    sentences: list[Sentence] = []
    upos: list[str] = []
    heads: list[int] = []
    deprels: list[str] = []
    for number, row in enumerate(rows):
        first, begin = len(tokens), len(text)
        for word in row.split():
            form, part, head, relation = word.rsplit("/", 3)
            text += form if len(text) == begin else f" {form}"
            tokens.append(Span(len(text) - len(form), len(text)))
            upos.append(part)
            heads.append(first + int(head) - 1 if head != "0" else -1)
            deprels.append(relation)
        sentences.append(Sentence(Span(begin, len(text)), first, len(tokens), number))
        text += "\n"
    page = Page(text, tuple(s.span for s in sentences), tuple(sentences), tuple(tokens))
    triggers = tuple(
        TaggedTrigger(token, "positive", "certain", "past", 1.0) for token, part in zip(tokens, upos, strict=True) if part == "VERB"
    )
    return page, Tags(tuple(upos), tuple(heads), tuple(deprels), (), (), triggers)


def build_tree(*rows: str) -> Tree:
    """The tree of such a page."""
    return grow_tree(*build_parse(*rows))
