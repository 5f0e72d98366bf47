"""Paragraphs: the blocks a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whence.model.spans import Span

_BLANK = re.compile(r"\n[^\S\n]*\n\s*|\r\n[^\S\n]*\r\n\s*|\f|\u2029")
_LINE = re.compile(r"[^\r\n\u2028]+")
_ENDED = re.compile(r"""[.!?…:]["'”’»)\]]*\s*$""")
_WRAPPED_LEAST = 45
_WRAPPED_MOST = 100


def find_paragraphs(text: str, left_out: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The blocks of ``text`` outside ``left_out``, in order, without the white space at their edges.

    A blank line always parts two blocks; a single line break does too, unless the block is hard-wrapped prose, whose lines
    are of like length and break in mid-sentence. Offsets are code points, half-open. No block is empty.
    """
    return tuple(span for kept in _kept(text, left_out) for block in _blocks(text, kept) for span in _lines(text, block))


def _kept(text: str, left_out: Sequence[Span]) -> Iterator[Span]:
    """What remains of the text between the spans left out."""
    at = 0
    for start, end in sorted(left_out):
        if start > at:
            yield Span(at, start)
        at = max(at, end)
    if at < len(text):
        yield Span(at, len(text))


def _blocks(text: str, kept: Span) -> Iterator[Span]:
    at = kept.start
    for gap in _BLANK.finditer(text, kept.start, kept.end):
        yield Span(at, gap.start())
        at = gap.end()
    yield Span(at, kept.end)


def _lines(text: str, block: Span) -> Iterator[Span]:
    lines = [stripped for line in _LINE.finditer(text, *block) if (stripped := _strip(text, Span(*line.span())))]
    if lines and _is_wrapped(text, lines):
        yield Span(lines[0].start, lines[-1].end)
    else:
        yield from lines


def _strip(text: str, span: Span) -> Span | None:
    """The span without the white space at its edges; None where nothing else is in it."""
    held = span.of(text)
    start = span.start + len(held) - len(held.lstrip())
    end = start + len(held.strip())
    return Span(start, end) if end > start else None


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Whether these lines are one paragraph broken by width and not by sense."""
    inner = lines[:-1]
    if not inner:
        return False
    wide = sum(_WRAPPED_LEAST <= line.end - line.start <= _WRAPPED_MOST for line in inner)
    broken = sum(not _ENDED.search(line.of(text)) for line in inner)
    return wide >= 0.8 * len(inner) and broken >= 0.6 * len(inner)
