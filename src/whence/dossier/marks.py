"""A report's text with its marks: who speaks, the word that says so, what they say, one inside another."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from whence.dossier.wordings import printable
from whence.model.readings import Attribution
from whence.model.spans import Span

_ASKS = frozenset({"ask", "demand", "advise"})
_FORETELLS = frozenset({"predict", "promise", "threaten"})
_UNSURE = 0.5
_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch. ``rank`` orders marks that begin and end together, the outer one first.

    ``number`` is printed, raised, at the start of the mark and leads to ``note``; ``anchor`` is its id, given to its first
    piece only, where another mark cuts it in two.
    """

    start: int
    end: int
    rank: int
    style: str
    anchor: str | None = None
    number: int | None = None
    note: str | None = None
    label: str | None = None


def mark_up(text: str, span: Span, marks: Iterable[Mark]) -> Markup:
    """The characters of ``span``, escaped, with the marks that meet it.

    Marks may nest and cross: one that crosses another goes on as a second piece. No character is added but the numbers.
    """
    waiting = sorted((_cut(mark, span) for mark in marks if mark.start < span.end and span.start < mark.end), key=_order)
    out, open_, at = [], list[Mark](), span.start
    while waiting or open_:
        if open_ and (not waiting or open_[-1].end <= waiting[0].start):
            mark = open_.pop()
            out += [escape(printable(text[at : mark.end])), Markup("</span>")]
            at = mark.end
            continue
        mark = waiting.pop(0)
        if open_ and mark.end > open_[-1].end:
            bisect.insort(waiting, _rest(mark, open_[-1].end), key=_order)
            mark = _piece(mark, mark.start, open_[-1].end)
        out += [escape(printable(text[at : mark.start])), _tag(mark)]
        at = mark.start
        open_.append(mark)
    return Markup("").join([*out, escape(printable(text[at : span.end]))])


def nesting(attributions: Sequence[Attribution]) -> Mapping[str, tuple[int, int]]:
    """For each attribution how many levels of marks lie below it (at most two), and how many above."""
    inside = {one.id: [other.id for other in attributions if _lies_in(other, one)] for one in attributions}
    below: dict[str, int] = {}

    def depth(one: str, seen: frozenset[str]) -> int:
        if one not in below:
            below[one] = max((1 + depth(other, seen | {one}) for other in inside[one] if other not in seen), default=0)
        return below[one]

    for attribution in attributions:
        depth(attribution.id, frozenset({attribution.id}))
    return {one: (min(_DEEPEST, below[one]), sum(one in others for others in inside.values())) for one in below}


def content_style(attribution: Attribution, below: int) -> str:
    """The classes of a content's mark: how far its line lies from the words, and what kind of saying it is."""
    kinds = [
        ("deny", attribution.act == "deny"),
        ("ask", attribution.act in _ASKS),
        ("fore", attribution.act in _FORETELLS),
        ("unsure", is_unsure(attribution)),
    ]
    return " ".join(["said", f"h{below}", *(name for name, holds in kinds if holds)])


def is_unsure(attribution: Attribution) -> bool:
    """Whether the reader was less than half sure of it."""
    return attribution.confidence < _UNSURE


def _lies_in(inner: Attribution, outer: Attribution) -> bool:
    if inner.id == outer.id:
        return False
    if inner.parent == outer.id:
        return True
    within = bool(inner.content) and all(any(whole.holds(part) for whole in outer.content) for part in inner.content)
    return within and inner.content != outer.content


def _order(mark: Mark) -> tuple[int, int, int]:
    return (mark.start, -mark.end, mark.rank)


def _piece(mark: Mark, start: int, end: int, first: bool = True) -> Mark:
    return replace(mark, start=start, end=end, anchor=mark.anchor if first else None, number=mark.number if first else None)


def _rest(mark: Mark, start: int) -> Mark:
    return _piece(mark, start, mark.end, first=False)


def _cut(mark: Mark, span: Span) -> Mark:
    """What of a mark lies in the span; what goes on from a paragraph before bears its number no more."""
    return _piece(mark, max(mark.start, span.start), min(mark.end, span.end), first=mark.start >= span.start)


def _tag(mark: Mark) -> Markup:
    anchor = Markup(' id="{}"').format(mark.anchor) if mark.anchor else ""
    opening = Markup('<span class="{}"{}>').format(mark.style, anchor)
    if mark.number is None:
        return opening
    deny = " deny" if " deny" in mark.style else ""
    number = Markup('<a class="num{}" href="#{}" aria-label="{}">{}</a>')
    return opening + number.format(deny, mark.note, printable(mark.label or ""), mark.number)
