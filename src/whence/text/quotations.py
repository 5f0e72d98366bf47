"""Quotations: what stands between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whence.model.pages import Quotation
from whence.model.spans import Span

_DOUBLE = {"“": "”", "«": "»", "„": "“”", "‟": "”", "\"": "\""}  # fmt: skip
_SINGLE = {"‘": "’", "‹": "›", "'": "'", "‚": "‘’"}
_OPENS = frozenset("([{-–—/ \t\n\u00a0“‘«„\"'")
_CLOSES_AFTER = re.compile(r"[\s.,;:!?…)\]}”’»\"'\-–—]|$")


class _Found(NamedTuple):
    open: int
    close: int | None


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations of a page, in order, those inside others too.

    Curly, straight, single and angle marks are paired within a paragraph. A mark that stays open runs on only where the
    next paragraph opens with one too (a running quotation, each paragraph of which is a quotation of its own, all but the
    first ``continues``); else it ends with its paragraph, and a single mark that stays open is an apostrophe.
    """
    found: list[Quotation] = []
    running = False
    for paragraph in paragraphs:
        doubles = list(_pair(text, paragraph, _DOUBLE))
        for open_, close in doubles:
            end = paragraph.end if close is None else close + 1
            inner = Span(open_ + 1, end if close is None else close)
            if inner.end > inner.start:
                found.append(Quotation(Span(open_, end), inner, running and open_ == paragraph.start))
        running = bool(doubles) and doubles[-1].close is None
        found += [Quotation(Span(a, b + 1), Span(a + 1, b)) for a, b in _singles(text, paragraph)]
    return tuple(sorted(found, key=lambda quotation: quotation.span))


def _pair(text: str, paragraph: Span, marks: dict[str, str]) -> Iterator[_Found]:
    """Opening marks of the paragraph, each with its closing mark or None."""
    at = paragraph.start
    while at < paragraph.end:
        closers = marks.get(text[at])
        if closers is None or not _may_open(text, at, paragraph):
            at += 1
            continue
        close = next((i for i in range(at + 1, paragraph.end) if text[i] in closers and not _is_inch(text, i, paragraph)), None)
        yield _Found(at, close)
        at = paragraph.end if close is None else close + 1


def _singles(text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    at = paragraph.start
    while at < paragraph.end:
        closers = _SINGLE.get(text[at])
        close = _closing_single(text, at, paragraph, closers) if closers and _may_open(text, at, paragraph) else None
        if close is not None and close > at + 1:
            yield at, close
            at = close
        at += 1


def _closing_single(text: str, open_: int, paragraph: Span, closers: str) -> int | None:
    """The mark that closes a single quotation: not an apostrophe inside a word, nor one after a plural where another follows."""
    candidates = [
        i
        for i in range(open_ + 2, paragraph.end)
        if text[i] in closers and not text[i - 1].isspace() and (i + 1 >= paragraph.end or _CLOSES_AFTER.match(text, i + 1))
    ]
    for place, i in enumerate(candidates):
        possessive = text[i - 1] in "sz" and text[i + 1 : i + 2] == " " and text[i + 2 : i + 3].islower()
        later = place + 1 < len(candidates) and not any(
            text[j] == text[open_] and _may_open(text, j, paragraph) for j in range(i + 1, candidates[place + 1])
        )
        if not (possessive and later):
            return i
    return None


def _may_open(text: str, at: int, paragraph: Span) -> bool:
    """Whether a mark at ``at`` can open: nothing or a space, bracket or dash before it, something but space after it."""
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return (before in _OPENS or text[at] in "“«„") and not after.isspace()


def _is_inch(text: str, at: int, paragraph: Span) -> bool:
    """A straight mark after a space and before a letter opens; it cannot close what is open."""
    return text[at] == '"' and text[at - 1].isspace() and at + 1 < paragraph.end and text[at + 1].isalnum()
