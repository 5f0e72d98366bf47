"""The lines of a text, as a person sees them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from whence.model.spans import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
# The end of a sentence, and behind it perhaps an agency's mark: ``... said. – VPA``.
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]*]*(?:\s*(?:[–—-]\s*|\()[^\W\d_][\w/ -]{1,30}\)?)?$")
# White space, and marks that are no text: of byte order, of nothing, of the direction of writing.
_BLANK = r"\s\ufeff\u00ad\u200b-\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069"
_INNER = re.compile(rf"[^{_BLANK}](?:.*[^{_BLANK}])?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without white space and marks of direction around it; ``apart`` tells that a blank line, or nothing, stands before it."""

    span: Span
    text: str
    apart: bool
    words: int = field(init=False, compare=False, repr=False)
    """How many words the line has."""
    ended: bool = field(init=False, compare=False, repr=False)
    """Whether the line ends as a sentence does."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", len(self.text.split()))
        object.__setattr__(self, "ended", bool(_ENDS.search(self.text)))

    @property
    def prose(self) -> bool:
        """Whether the line reads like running text: a long line, or one of some length that ends as a sentence does."""
        return self.words >= 25 or (self.words >= 7 and self.ended)


def strip_marks(text: str) -> str:
    """``text`` without white space and marks of direction around it."""
    inner = _INNER.search(text)
    return inner[0] if inner else ""


def cut_lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that hold more than white space, in order."""
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        inner = _INNER.search(match[0])
        if inner is None:
            continue
        stripped, start = inner[0], match.start() + inner.start()
        breaks = text[end:start].replace("\r\n", "\n").replace("\r", "\n").count("\n")
        lines.append(Line(Span(start, start + len(stripped)), stripped, not lines or breaks != 1))
        end = start + len(stripped)
    return tuple(lines)


def find_body(lines: Sequence[Line]) -> tuple[int, int]:
    """The half-open range of lines from the first to the last that is running text; an empty one where none is."""
    prose = [index for index, line in enumerate(lines) if line.prose]
    return (prose[0], prose[-1] + 1) if prose else (0, 0)
