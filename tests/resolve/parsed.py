"""Pages and tags for tests of single rules: words with a syntax written by hand."""

from __future__ import annotations

from whence.model.pages import Page
from whence.model.parses import Tree, grow_tree
from whence.model.spans import Span
from whence.model.tags import TaggedAttribution, Tags
from whence.text.pages import cut_passage


def parsed(text: str, *rows: str, attributions: tuple[TaggedAttribution, ...] = ()) -> tuple[Page, Tags, Tree]:
    """A page whose words have the part of speech, head and relation of their row ("NOUN 3 nsubj", heads counted from 1, 0 the root)."""
    page = cut_passage(text)
    cells = [row.split() for row in rows]
    assert len(cells) == len(page.tokens), f"{len(page.tokens)} words, {len(cells)} rows"
    tags = Tags(
        tuple(cell[0] for cell in cells), tuple(int(cell[1]) - 1 for cell in cells), tuple(cell[2] for cell in cells), attributions, (), ()
    )
    return page, tags, grow_tree(page, tags)


def span(text: str, words: str) -> Span:
    """The first place of ``words``."""
    start = text.index(words)
    return Span(start, start + len(words))
