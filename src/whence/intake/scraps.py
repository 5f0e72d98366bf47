"""The parts of lines that are furniture: counters and notices beside a date, an issue's number, a wire's slug, a caption's credit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whence.intake.headers import Masthead
from whence.intake.lines import Line
from whence.model.spans import Span

_COUNT = re.compile(
    r"(?:[|•·–—-]\s*)?\b(?:(?:estimated )?(?:reading|read) time\s*:?\s*\d+\s*min(?:ute)?s?\b\.?|\d+[\s-]*min(?:ute)?s?[\s-]+read\b"
    r"|(?:read|viewed|seen|views|hits|reads)\s*:?\s*[\d.,]*\dk?\b(?:\s*times)?|[\d.,]*\dk?\s+(?:views|reads|shares|comments|hits)\b)",
    re.IGNORECASE,
)
_VOLUME = re.compile(r"\bvol(?:ume)?\b\.?\s*(?:\d+|[IVXLC]+\b)(?:\s*[,.|·]?\s*\b(?:no|issue|number)\b\.?\s*\d[\d,.]*)?", re.IGNORECASE)
_CLOCKS = re.compile(r"[(\[]?\ball times (?:are )?(?:local|(?:in )?[A-Z]{2,5})(?: time)?\b[)\]]?\.?", re.IGNORECASE)
_PICTURE = r"(?:(?:file |stock |courtesy )?(?:photo(?:graph)?|picture|pic|image|graphic|illustration|video)s?)"
_CREDITS = (
    # … on Thursday. (Picture: Ida Brom)
    re.compile(
        rf"[(\[]\s*{_PICTURE}(?: (?:credit|courtesy|source))?\s*(?::|/|\bby\b|\bcourtesy of\b)[^()\[\]\n]{{2,60}}[)\]]\.?$",
        re.IGNORECASE,
    ),
    # … on Thursday. (VPA Photo/Ida Brom)
    re.compile(r"[(\[][A-Z][\w .]{1,20} [Pp]hoto\s*/[^()\[\]\n]{2,50}[)\]]\.?$"),
    # … on Thursday. Photo: Ida Brom
    re.compile(rf"(?<=[.!?”\"’)])\s+{_PICTURE}(?: credit)?\s*:\s*[^.:\n]{{2,60}}\.?$", re.IGNORECASE),
)


def find_scraps(header: Sequence[Masthead], lines: Sequence[Line]) -> tuple[Span, ...]:
    """The spans of such parts on the masthead lines of ``header`` and at the ends of ``lines``."""
    return (*_iter_header(header), *_iter_credits(lines))


def _iter_header(header: Sequence[Masthead]) -> Iterator[Span]:
    for masthead in header:
        yield from (piece.span for piece in masthead.of("furniture"))
        if masthead.of("slug") and all(piece.role in ("slug", "section") for piece in masthead.pieces):
            yield masthead.line.span  # the wire's name for the story is for those who handle it
        for pattern in (_COUNT, _VOLUME, _CLOCKS):
            yield from (_shift(masthead.line, match) for match in pattern.finditer(masthead.line.text))


def _iter_credits(lines: Sequence[Line]) -> Iterator[Span]:
    for line in lines:
        match = next(filter(None, (credit.search(line.text) for credit in _CREDITS)), None)
        if match:
            gap = len(match[0]) - len(match[0].lstrip())
            yield Span(line.span.start + match.start() + gap, line.span.start + match.end())


def _shift(line: Line, match: re.Match[str]) -> Span:
    return Span(line.span.start + match.start(), line.span.start + match.end())
