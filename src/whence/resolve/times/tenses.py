"""Whether the words round a time expression look back or ahead."""

from __future__ import annotations

import re
from bisect import bisect_right

from whence.model.pages import Page
from whence.model.spans import Span

_CUES = re.compile(
    r"""\b(?:(?P<future>will|shall|wo|would|tomorrow|to\ be|(?:is|are)\ to|(?:scheduled|expected|due|set|plans?|planned|planning|likely|going|hopes?|intends?|wants?|ready)\ (?:to|for)|upcoming|until|by)
    |(?P<past>was|were|had|did|said|told|has|have|been|went|came|took|made|met|left|began|found|held|gave|got|won|lost|fell|rose|[a-z]{2,}ed))\b|(?P<ll>['’]ll\b)""",
    re.VERBOSE | re.IGNORECASE,
)


def find_tense(page: Page, span: Span) -> int:
    """-1 for the past, 1 for the future, 0 where no cue stands in the sentence of ``span``; the nearest cue counts."""
    sentence = _sentence_of(page, span)
    best, tense = 10**6, 0
    for match in _CUES.finditer(page.text, sentence.start, sentence.end):
        distance = span.start - match.end() if match.end() <= span.start else 2 * (match.start() - span.end) if match.start() >= span.end else 10**6
        if distance < best:
            best, tense = distance, -1 if match["past"] else 1
    return tense


def _sentence_of(page: Page, span: Span) -> Span:
    index = bisect_right(page.sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    return page.sentences[index].span if index >= 0 else span
