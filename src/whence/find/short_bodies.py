"""Names that were taken for people's and are short for a body's in the same report: "Velm" beside "Velm Laboratories"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.lexicon.name_parts import load_given_names
from whence.model.marks import MentionMark
from whence.model.parses import Tree


def tell_bodies(marks: Sequence[MentionMark], tree: Tree) -> list[MentionMark]:
    """The marks in their order; a lone word taken for a person's name is a body's where it opens the name of one.

    Nobody's surname, no given name and no place's name is short for a body.
    """
    names = [tree.words[words.start : words.stop] for mark in marks for words in (tree.inside(mark.span),)]
    people = [(mark, name) for mark, name in zip(marks, names, strict=True) if mark.kind == "person"]
    surnames = {name[-1] for mark, name in people if len(name) > 1 or mark.title}
    opening = {name[0] for mark, name in zip(marks, names, strict=True) if mark.kind == "organization" and mark.sure and len(name) > 1}
    places = {name[0] for mark, name in zip(marks, names, strict=True) if mark.kind == "place"}
    bodies = opening - surnames - places - load_given_names()
    return [
        replace(mark, kind="organization") if mark.kind == "person" and not mark.sure and len(name) == 1 and name[0] in bodies else mark
        for mark, name in zip(marks, names, strict=True)
    ]
