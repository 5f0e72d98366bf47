"""What an entity is, by all its mentions."""

from __future__ import annotations

from collections.abc import Sequence

from whence.model.marks import MentionMark
from whence.model.readings import EntityKind

_RANKED: tuple[EntityKind, ...] = ("person", "organization", "place", "group", "unnamed")


def kind_of(members: Sequence[MentionMark]) -> EntityKind:
    """The kind that lists settle for a name, else the one of the descriptions, else the one most names seem to be of."""
    named = [mark for mark in members if mark.form == "named"]
    described = [_of_named(mark.kind) if named else mark.kind for mark in members if mark.form == "nominal"]
    for kinds in ([mark.kind for mark in named if mark.sure], described):
        known = [kind for kind in kinds if kind is not None]
        if known:
            return max(_RANKED, key=known.count)
    seeming = [mark.kind for mark in named if mark.kind is not None]
    if seeming:
        # A land is now taken for a body, now for somebody; hardly anybody is ever taken for a place.
        return "place" if "place" in seeming and 2 * seeming.count("person") < len(seeming) else max(_RANKED, key=seeming.count)
    return "organization"  # a name of which nothing tells the kind: what is left over is mostly a body's short name


def _of_named(kind: EntityKind | None) -> EntityKind | None:
    """What a described kind is once there is a name: an unnamed speaker is a person."""
    return "person" if kind == "unnamed" else kind
