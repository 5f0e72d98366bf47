"""The agency that a report closes with: ``... the ministry said. – VPA``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from whence.intake.lines import Line
from whence.intake.newsrooms import is_initials, name_agency
from whence.model.spans import Span

_CLOSE = re.compile(r"(?<=[.!?”\"’])\s*(?P<mark>(?:[–—/-]\s*|[(\[])(?P<who>[^\W\d_][^()\[\]/\n]{1,40}?)[)\]/]?\.?)$")


@dataclass(frozen=True, slots=True)
class SignOff:
    """The agency and the span of its mark, dash or brackets with it."""

    span: Span
    agency: str


def find_sign_off(body: Sequence[Line]) -> SignOff | None:
    """The mark at the end of the last sentence of the body, or on a short line of its own after it."""
    prose = [line for line in body if line.prose]
    match = _CLOSE.search(prose[-1].text) if prose else None
    if match is None:
        return None
    who = match["who"].strip()
    agency = name_agency(who) or (who if is_initials(who) else None)
    start = prose[-1].span.start
    return SignOff(Span(start + match.start("mark"), start + match.end("mark")), agency) if agency else None
