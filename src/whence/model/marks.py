"""What the finders saw of people, bodies and places."""

from __future__ import annotations

from dataclasses import dataclass

from whence.model.readings import EntityKind, MentionForm
from whence.model.spans import Span


@dataclass(frozen=True, slots=True)
class MentionMark:
    """A phrase that stands for someone or something, before it is known for whom.

    ``head`` is the head noun, or the whole name. ``title`` holds what runs into a name from the left ("Judge"),
    ``apposed`` the span of the mention that this one renames, ``possessor`` the span of whose it is ("its counsel").
    ``kind`` is None for a pronoun and for a name of which nothing tells the kind; ``sure`` where word lists settle it.
    """

    span: Span
    kind: EntityKind | None
    form: MentionForm
    head: Span
    plural: bool = False
    title: Span | None = None
    apposed: Span | None = None
    possessor: Span | None = None
    sure: bool = False
