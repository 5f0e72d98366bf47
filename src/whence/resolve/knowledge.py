"""How a source is said to know, and what the report says of how far it may be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

from whence.lexicon.wordings import load_wordings
from whence.model.readings import Knowledge
from whence.model.spans import Span


class Grounds(NamedTuple):
    """How a source knows, with the words that say so; the span that says the content is not verified; a weakening word."""

    knows_by: Knowledge | None = None
    knows_span: Span | None = None
    verification: Span | None = None
    hedge: Span | None = None


def find_grounds(text: str, around: Sequence[Span], content: Sequence[Span], following: Span | None) -> Grounds:
    """The grounds of an attribution.

    ``around`` are the stretches of its sentence outside the content, ``following`` is the sentence after it, where a report
    says that something could not be verified.
    """
    knows_by, knows_span = next(_bases(text, around), (None, None))
    unverified = load_wordings("unverified")
    verification = _first(unverified, text, [*around, *([following] if following else [])])
    return Grounds(knows_by, knows_span, verification, _first(load_wordings("hedge"), text, content))


def _bases(text: str, around: Sequence[Span]) -> Iterator[tuple[Knowledge, Span]]:
    for knowledge in get_args(Knowledge):
        if (span := _first(load_wordings(knowledge), text, around)) is not None:
            yield knowledge, span


def _first(form: re.Pattern[str], text: str, stretches: Sequence[Span]) -> Span | None:
    return next((Span(*found.span()) for span in stretches if (found := form.search(text, *span))), None)
