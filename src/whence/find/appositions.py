"""Mentions that rename one another: "X, the mayor of Y", "the broadcaster, Z", "Long Name (LN)", "a faction calling itself X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.find.namings import naming_before
from whence.lexicon.alikes import load_alikes
from whence.lexicon.name_parts import load_titles
from whence.model.marks import MentionMark
from whence.model.parses import Tree
from whence.model.spans import Span

_CLOSERS = frozenset(", . ; : ) – — ” \" ’ ' who which whose when where and".split())
# What may follow a name in an apposition and still say where its bearer is from.
_PLACING = frozenset({"of", "from", "in"})
_NEAR = 8
_PEOPLE = frozenset({"person", "unnamed"})


def tie_appositions(marks: Sequence[MentionMark], tree: Tree) -> tuple[MentionMark, ...]:
    """``marks`` in order, with ``apposed`` filled where a mention renames the one before it."""
    ordered = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
    by_end: dict[int, list[MentionMark]] = {}
    for mark in ordered:
        by_end.setdefault(tree.inside(mark.span).stop, []).append(mark)
    tied = [replace(mark, apposed=_renamed(mark, by_end, tree)) if mark.form != "pronoun" else mark for mark in ordered]
    kinds = {mark.span: mark.kind for mark in tied if mark.form == "named"}
    names = {mark.apposed: mark.span for mark in tied if mark.form == "named" and mark.apposed is not None}
    return tuple(
        replace(mark, kind=kinds[name] or "organization")
        if _is_either(mark, tree) and (name := mark.apposed or names.get(mark.span)) in kinds
        else mark
        for mark in tied
    )


def _is_either(mark: MentionMark, tree: Tree) -> bool:
    """Whether a description may be a person's or a firm's, so that the name beside it tells which."""
    return mark.form == "nominal" and tree.words[tree.at(mark.head.start)].casefold() in load_alikes("either")


def _renamed(mark: MentionMark, by_end: dict[int, list[MentionMark]], tree: Tree) -> Span | None:
    """The span of the mention that ends just before this one, with a comma, a bracket or words that name between them."""
    words = tree.inside(mark.span)
    start = words.start if mark.title is None else tree.inside(mark.title).start
    while start > 0 and load_titles().get(tree.words[start - 1].casefold()) == "honorific":
        start -= 1
    if start < 2 or words.stop > len(tree.words):
        return None
    given = naming_before(tree, start) if mark.form == "named" else None
    if given is not None:
        before = by_end.get(given, ()) or (by_end.get(given - 1, ()) if tree.words[given - 1] == "," else ())
        return next((other.span for other in before if other.form == "nominal"), None)
    between = tree.words[start - 1]
    for other in by_end.get(start - 1, ()):
        if between == "(" and _is_short_for(mark, other, tree):
            return other.span
        if between == "," and _may_rename(mark, other, tree, words):
            return other.span
    return None


def _may_rename(mark: MentionMark, other: MentionMark, tree: Tree, words: range) -> bool:
    after = tree.words[words.stop].casefold() if words.stop < len(tree.words) else "."
    forms = {mark.form, other.form}
    if (
        tree.sentences[words.start] != tree.sentences[words.start - 2]
        or after not in (_CLOSERS | _PLACING if mark.form == "named" else _CLOSERS)
        or "pronoun" in forms
    ):
        return False
    if _is_list(mark, tree, words) or mark.plural != other.plural or not _is_like(mark, other, tree):
        return False
    head = tree.head_of(mark.span)
    tied = head is not None and tree.is_in(head, "appos")
    return tied or (forms == {"named", "nominal"} and mark.kind != "place")


def _is_list(mark: MentionMark, tree: Tree, words: range) -> bool:
    """Whether the comma before these words, and what follows them, belong to a list ("A, B and C")."""
    head = tree.head_of(mark.span)
    followed = words.stop < len(tree.words) and tree.words[words.stop].casefold() == "and" and tree.is_in(words.stop, "cc")
    listed = any(tree.upos[word] == "CCONJ" for word in range(words.start - 3, min(words.stop + _NEAR, len(tree.words))))
    return followed or (listed and head is not None and tree.is_in(head, "conj"))


def _is_like(mark: MentionMark, other: MentionMark, tree: Tree) -> bool:
    """Whether two mentions may be one in kind; an owner or a partner may be a person or a firm."""
    unsure = any(one.form == "named" and not one.sure for one in (mark, other))
    either = _is_either(mark, tree) or _is_either(other, tree)
    kinds = {mark.kind, other.kind}
    return unsure or either or len(kinds) == 1 or kinds <= _PEOPLE or None in kinds or ("group" in kinds and mark.plural)


def _is_short_for(mark: MentionMark, other: MentionMark, tree: Tree) -> bool:
    """Whether a name in brackets is made of the initials of the one before it."""
    short = "".join(letter for letter in "".join(tree.words[word] for word in tree.inside(mark.span)) if letter.isalpha())
    initials = "".join(tree.words[word][0] for word in tree.inside(other.span) if tree.words[word][0].isalpha())
    return (len(short) > 1 and short.casefold() == initials.casefold()[-len(short) :]) or short == "".join(
        letter for letter in initials if letter.isupper()
    )
