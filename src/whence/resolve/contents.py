"""Contents as gold/FORMAT.md wants them: no opening ``that``, no quotation marks round the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from whence.model.pages import Page, Quotation
from whence.model.spans import Span

_LEAD = re.compile(r"(?:that\b(?!\s+(?:is|was|would|will|had|has|could|should|may|might)\b)|[,:;–—-])\s*", re.IGNORECASE)
_STAMP = re.compile(r"(?:^|(?<=\n))\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s+[A-Z]{2,4}\b)?\s*[:|–—-]?\s+(?=[A-Z“\"‘])")
# "“…” – Ana Reyl": who said it after a dash.
_NAMED = re.compile(r"[^\S\n]*[–—―-]{1,2}[^\S\n]*(?=[A-Z])")
_TRAIL = re.compile(r"[\s,;:–—-]+$")


def trim_content(content: Iterable[Span], page: Page) -> tuple[Span, ...]:
    """The parts of a content, each trimmed; parts of which nothing is left are dropped, and single stray words beside longer parts."""
    parts = tuple(content)
    if len(parts) == 1 and parts[0].of(page.text) == "that":
        return parts  # "rejected that"
    trimmed = [span for part in parts if (span := _trim(part, page)).end > span.start]
    whole = [span for span in trimmed if " " in span.of(page.text) or any(q.inner.holds(span) for q in page.quotations)]
    return tuple(whole or trimmed)


def _trim(part: Span, page: Page) -> Span:
    before = None
    while part != before and part.end > part.start:
        before = part
        part = _strip(part, page.text)
        part = _bare(part, page.quotations)
    return part


def _strip(part: Span, text: str) -> Span:
    held = part.of(text)
    start = part.start + len(held) - len(held.lstrip())
    stamp = _STAMP.match(text, start, part.end)
    start = stamp.end() if stamp else start
    lead = _LEAD.match(text, start, part.end)
    start = lead.end() if lead else start
    trail = _TRAIL.search(text, start, part.end)
    end = trail.start() if trail else part.end
    if text[start:end].endswith(".") and not text[start:end].endswith("..") and not _is_quoted_stop(text, end):
        end -= 1
    return Span(start, max(start, end))


def _is_quoted_stop(text: str, end: int) -> bool:
    """Whether the full stop before ``end`` belongs to quoted words or to an abbreviation."""
    return text[end : end + 1] in ("”", '"', "’", "'", "»") or text[end - 3 : end - 2] in (".", " ")


def _bare(part: Span, quotations: Sequence[Quotation]) -> Span:
    """A part without the marks of the quotation that is the whole of it, or that it begins or ends in."""
    for quotation in quotations:
        span, inner = quotation.span, quotation.inner
        if part == span or (part.start == span.start and part.end == inner.end) or (part.start == inner.start and part.end == span.end):
            return inner
        if part.start == span.start and part.end < inner.end:
            return Span(inner.start, part.end)
        if part.end == span.end and part.start > inner.start:
            return Span(part.start, inner.end)
    return part


def has_more(quotation: Quotation, page: Page) -> bool:
    """Whether its sentence goes on after a quotation, and tells by itself whose words they are ("“…”, reads the banner")."""
    last = next((s.span.end for s in page.sentences if s.span.start <= quotation.inner.end - 1 < s.span.end), 0)
    dashed = _NAMED.match(page.text, quotation.span.end) is not None
    return dashed or re.search(r"\w", page.text[quotation.span.end : last]) is not None
