"""Names that no list knows, told as places by what stands about them somewhere in the report."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from whence.lexicon.demonyms import called_after
from whence.lexicon.name_parts import load_given_names
from whence.model.marks import MentionMark
from whence.model.parses import Tree

_WITHIN = frozenset("in near inside outside across throughout".split())
# One may have confidence in somebody, near whom nothing happens.
_TRUST = frozenset(
    """confidence faith trust trusted trusts belief believe believes believed interest interested hope hopes disappointed disappointment
    invested stake proud""".split()
)
_SIDES = frozenset(
    "northern southern eastern western central north-eastern north-western south-eastern south-western "
    "southwestern upper downtown greater mainland".split()
)
_SORTS = frozenset("city town village capital port district province region republic kingdom island valley state suburb county".split())
_OWNED = frozenset(
    "capital border borders coast coastline army navy parliament airspace territory soil north south east west outskirts streets".split()
)
_MINISTERS = frozenset("foreign defence defense interior finance prime".split())
_OWN = frozenset({"'s", "’s", "'", "’"})


def tell_places(marks: Sequence[MentionMark], tree: Tree) -> list[MentionMark]:
    """The marks in their order; a name taken for a person's is a place's where the report tells it as one and names nobody so at length."""
    surnames = {_words(mark, tree)[-1] for mark in marks if mark.kind == "person" and (len(_words(mark, tree)) > 1 or mark.title)}
    told = [mark for mark in marks if _may_be(mark) or (mark.kind == "place" and not mark.sure)]
    said = frozenset(tree.words)
    lands = {_words(mark, tree) for mark in marks if not mark.sure and mark.title is None and _has_people(mark, tree, said)}
    places = lands | {_words(mark, tree) for mark in told if _is_locality(tree, tree.inside(mark.span))}
    return [
        replace(mark, kind="place")
        if (_may_be(mark) or (mark.kind == "organization" and not mark.sure and _words(mark, tree) in lands))
        and _words(mark, tree) in places
        and _is_nobody(mark, tree, surnames)
        else mark
        for mark in marks
    ]


def _words(mark: MentionMark, tree: Tree) -> tuple[str, ...]:
    words = tree.inside(mark.span)
    return tree.words[words.start : words.stop]


def _may_be(mark: MentionMark) -> bool:
    return mark.kind == "person" and not mark.sure and mark.title is None


def _is_nobody(mark: MentionMark, tree: Tree, surnames: set[str]) -> bool:
    """Whether a name is nobody's surname; a name of several words is in ``surnames`` by itself."""
    words = _words(mark, tree)
    return len(words) > 1 or words[0] not in surnames


def _has_people(mark: MentionMark, tree: Tree, said: AbstractSet[str]) -> bool:
    """Whether the report, whose words are ``said``, calls somebody or something after a name as after a land: "Merrati officials"."""
    words = _words(mark, tree)
    if len(words) > 1 or words[0] in load_given_names():
        return False
    return bool(called_after(words[0], said))


def _is_locality(tree: Tree, name: range) -> bool:
    """Whether a name stands where only a place's can: in or near it, its northern part, the town of that name, its borders."""
    before = tree.folded[name.start - 1] if name.start else ""
    after = tree.folded[name.stop] if name.stop < len(tree.words) else ""
    if after in _OWN:
        owned = tree.folded[name.stop + 1 : name.stop + 3]
        return bool(owned) and (owned[0] in _OWNED or (owned[0] in _MINISTERS and owned[-1] in ("minister", "ministry")))
    if before in _WITHIN:
        return not _TRUST & set(tree.folded[max(0, name.start - 3) : name.start - 1])
    return before in _SIDES or (before == "of" and name.start > 1 and tree.folded[name.start - 2] in _SORTS)
