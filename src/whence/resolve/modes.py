"""Direct, indirect or mixed: how much of a content stands in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from whence.model.pages import Page
from whence.model.parses import Tree
from whence.model.readings import Mode
from whence.model.spans import Span

_NEARLY_ALL = 0.9


def resolve_mode(content: Sequence[Span], page: Page, tree: Tree, *, within: Span | None) -> Mode:
    """``direct`` where whole clauses are quoted, ``mixed`` where quoted fragments complete the reporter's sentence, else ``indirect``.

    ``within`` is the quotation that an enclosing attribution stands in: what a quotation reports is indirect, unless it has
    marks of its own.
    """
    quotations = [
        quotation
        for quotation in page.quotations
        if any(quotation.span.meets(part) for part in content)
        and (within is None or (within.holds(quotation.span) and quotation.inner != within))
    ]
    words = [word for part in content for word in tree.inside(part) if tree.spans[word].of(page.text)[0].isalnum()]
    quoted = [word for word in words if any(quotation.inner.holds(tree.spans[word]) for quotation in quotations)]
    if not quoted:
        return "indirect"
    if len(quoted) < _NEARLY_ALL * len(words) or quoted[0] != words[0]:
        return "mixed"
    return "direct" if _has_clause(content, tree) else "mixed"


def _has_clause(content: Sequence[Span], tree: Tree) -> bool:
    """Whether a finite clause stands in the content: a subject, an order, or an answer that is a sentence by itself."""
    words = [word for part in content for word in tree.inside(part)]
    if any(tree.is_in(word, "nsubj", "csubj", "expl") for word in words):
        return True
    return (len(words) > 1 and tree.words[words[0]][:1].isupper() and tree.words[words[-1]] in ".!?") or any(
        tree.words[word] in "!?" for word in words
    )
