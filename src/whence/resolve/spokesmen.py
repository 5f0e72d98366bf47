"""For whom somebody speaks who says "I" or "we"."""

from __future__ import annotations

from collections.abc import Mapping

from whence.model.readings import Attribution, Entity

_SINGULAR = frozenset({"i", "me"})
_PLURAL = frozenset({"we", "us"})


def find_first_person(word: str, attribution: Attribution | None, entities: Mapping[str, Entity]) -> str | None:
    """The entity that a first person stands for: the source, or the body a person speaks for ("the director of the coastguard").

    None where the word is no first person, nobody is known to speak, or "we" may be anybody.
    """
    source = entities.get(attribution.source_entity or "") if attribution is not None else None
    if source is None or word not in _SINGULAR | _PLURAL:
        return None
    if word in _SINGULAR or source.kind in ("organization", "group"):
        return source.id
    return _find_body(source, entities)


def _find_body(source: Entity, entities: Mapping[str, Entity]) -> str | None:
    """The body named inside a description or role of a person."""
    spans = [mention.span for mention in source.mentions] + [role.span for role in source.roles]
    for other in entities.values():
        body = other.id != source.id and other.kind in ("organization", "group")
        if body and any(span.holds(mention.span) for span in spans for mention in other.mentions):
            return other.id
    return None
