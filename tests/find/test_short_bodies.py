from __future__ import annotations

import re

from whence.find.short_bodies import tell_bodies
from whence.model.marks import MentionMark
from whence.model.parses import grow_tree
from whence.model.readings import EntityKind
from whence.model.spans import Span
from whence.model.tags import Tags
from whence.text.pages import cut_passage


def told(text: str, *seeming: EntityKind) -> list[str | None]:
    """The kinds of the names of a text that begins with "Velm Laboratories", sure to be a body; the others seem to be of these kinds."""
    spans = [Span(*found.span()) for found in re.finditer(r"Velm Laboratories|(?:Ost )?Velm", text)]
    kinds = zip(spans, ("organization", *seeming), strict=True)
    marks = [MentionMark(span, kind, "named", span, title=None, sure=span.start == 0) for span, kind in kinds]
    return [mark.kind for mark in tell_bodies(marks, grow_tree(cut_passage(text), Tags((), (), (), (), (), ())))]


def test_a_word_that_opens_a_bodys_name_is_short_for_it() -> None:
    assert told("Velm Laboratories shut. Later Velm denied it.", "person") == ["organization", "organization"]


def test_nobodys_surname_and_no_place_is_short_for_a_body() -> None:
    assert told("Velm Laboratories shut. Ost Velm left; Velm denied it.", "person", "person") == ["organization", "person", "person"]
    assert told("Velm Laboratories shut. Rain fell in Velm; Velm denied it.", "place", "person") == ["organization", "place", "person"]
