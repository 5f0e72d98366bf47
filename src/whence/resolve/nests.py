"""Which attribution lies inside the content of which."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from whence.lexicon.cues import resolve_cue
from whence.model.parses import Tree
from whence.model.spans import Span
from whence.resolve.drafts import Draft

_CITING = frozenset({"citing", "quoting"})
_NAMING = frozenset({"to", "shows", "showed", "called", "regarded as", "described as", "was regarded as", "is regarded as"})


def nest_drafts(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with ``parent`` filled: the smallest other whose content holds all of one, source and cue too.

    An attribution that was put ``under`` another lies in that one.
    """
    return [replace(draft, parent=_above(index, drafts)) for index, draft in enumerate(drafts)]


def without(drafts: Sequence[Draft], out: Collection[int]) -> list[Draft]:
    """The drafts but for those at these places; what lies in one of them moves up to its parent."""
    kept = [index for index in range(len(drafts)) if index not in out]
    place = {index: number for number, index in enumerate(kept)}
    return [replace(drafts[index], parent=_moved(drafts[index].parent, drafts, place)) for index in kept]


def _moved(parent: int | None, drafts: Sequence[Draft], place: dict[int, int]) -> int | None:
    while parent is not None and parent not in place:
        parent = drafts[parent].parent
    return place[parent] if parent is not None else None


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
    parts, size = [*draft.content, *filter(None, (draft.source, draft.cue))], _size(draft)
    holders = [
        other
        for other, candidate in enumerate(drafts)
        if other != index and _size(candidate) > size and all(any(_holds(whole, part) for whole in candidate.content) for part in parts)
    ]
    return min(holders, key=lambda other: _size(drafts[other])) if holders else None


def _holds(whole: Span, part: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _size(draft: Draft) -> int:
    return sum(part.end - part.start for part in draft.content)


def drop_idle(drafts: Sequence[Draft], tree: Tree) -> list[Draft]:
    """The drafts without those inside a content that tell of no words or thoughts.

    Their cue is one that no list knows, or the content of a thought or a plain saying has no verb ("he feared for his job").
    """
    kept = [
        index for index, draft in enumerate(drafts) if draft.parent is None or draft.cue is None or not _is_idle(draft, draft.cue, tree)
    ]
    place = {index: number for number, index in enumerate(kept)}
    return [replace(drafts[i], parent=place.get(parent) if (parent := drafts[i].parent) is not None else None) for i in kept]


def _is_idle(draft: Draft, cue: Span, tree: Tree) -> bool:
    words = [tree.words[word] for word in tree.inside(cue)]
    if words[0].casefold() in _CITING:
        return False
    known = resolve_cue(words)
    if known is None:
        return True
    verbs = any(tree.upos[word] in ("VERB", "AUX") for part in draft.content for word in tree.inside(part))
    return known.act in ("believe", "say") and not verbs and " ".join(words).casefold() not in _NAMING
