"""Which attribution lies inside the content of which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.model.spans import Span
from whence.resolve.drafts import Draft


def nest_drafts(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with ``parent`` filled: the smallest other whose content holds all of one, source and cue too.

    An attribution that was put ``under`` another lies in that one.
    """
    return [replace(draft, parent=_above(index, drafts)) for index, draft in enumerate(drafts)]


def _above(index: int, drafts: Sequence[Draft]) -> int | None:
    under = drafts[index].under
    known = (
        next((other for other, candidate in enumerate(drafts) if under in (candidate.cue, candidate.source) and other != index), None)
        if under
        else None
    )
    return known if known is not None else _parent(index, drafts)


def _parent(index: int, drafts: Sequence[Draft]) -> int | None:
    draft = drafts[index]
    parts = [*draft.content, *filter(None, (draft.source, draft.cue))]
    holders = [
        other
        for other, candidate in enumerate(drafts)
        if other != index
        and _size(candidate) > _size(draft)
        and all(any(_holds(whole, part) for whole in candidate.content) for part in parts)
    ]
    return min(holders, key=lambda other: _size(drafts[other])) if holders else None


def _holds(whole: Span, part: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _size(draft: Draft) -> int:
    return sum(part.end - part.start for part in draft.content)
