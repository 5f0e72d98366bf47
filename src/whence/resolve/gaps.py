"""What a reading has to admit: words in quotation marks that it can give to nobody."""

from __future__ import annotations

from collections.abc import Sequence

from whence.model.pages import Page, Quotation
from whence.model.readings import Attribution, Gap

# Shorter quotations are names, titles and single words held at arm's length: they need no speaker.
LEAST_WORDS = 5

REASON = "quoted, and whence cannot tell who said it"


def resolve_gaps(page: Page, attributions: Sequence[Attribution]) -> tuple[Gap, ...]:
    """The quotations of at least five words that no content shares a character with, in the order of the text."""
    contents = [span for attribution in attributions for span in attribution.content]
    return tuple(
        Gap(quotation.inner, REASON)
        for quotation in page.quotations
        if _words(page, quotation) >= LEAST_WORDS and not any(span.meets(quotation.inner) for span in contents)
    )


def _words(page: Page, quotation: Quotation) -> int:
    return len(quotation.inner.of(page.text).split())
