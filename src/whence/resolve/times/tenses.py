"""Whether the words round a time expression look back or ahead."""

from __future__ import annotations

import re
from bisect import bisect_right

from whence.model.pages import Page
from whence.model.spans import Span

_CUES = re.compile(
    r"""(?P<future> \b(?:will|shall|won['’]t|would|tomorrow|upcoming|to\ be|(?:is|are)\ to
          |(?:scheduled|expected|due|set|plans?|planned|planning|likely|going|hopes?|intends?|wants?|ready)\ (?:to|for))\b | ['’]ll\b )
      | (?P<past> \b(?:was|were|had|did|said|told|has|have|been|went|came|took|made|met|left|began|found|held|gave|got|won|lost|fell|rose
          |[a-z]{2,}ed)\b )""",
    re.VERBOSE | re.IGNORECASE,
)
_NEVER = 10**9


def find_tense(page: Page, span: Span) -> int:
    """-1 for the past, 1 for the future, 0 where the sentence of ``span`` has no cue; the nearest counts, those before it double."""
    sentence = _sentence_of(page, span)
    nearest, tense = _NEVER, 0
    for match in _CUES.finditer(page.text, sentence.start, sentence.end):
        apart = _distance(Span(*match.span()), span)
        if apart < nearest:
            nearest, tense = apart, 1 if match["future"] else -1
    return tense


def _distance(cue: Span, span: Span) -> int:
    if cue.end <= span.start:
        return span.start - cue.end
    return 2 * (cue.start - span.end) if cue.start >= span.end else _NEVER


def _sentence_of(page: Page, span: Span) -> Span:
    index = bisect_right(page.sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    return page.sentences[index].span if index >= 0 else span
