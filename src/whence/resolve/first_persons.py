"""Whoever says "I" in quoted words is the one who is quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.model.parses import Tree
from whence.model.readings import Attribution, Entity, Mention

_FIRST = frozenset("i me my mine myself".split())


def add_first_persons(entities: Sequence[Entity], attributions: Sequence[Attribution], tree: Tree) -> tuple[Entity, ...]:
    """The entities, speakers with the first-person pronouns of their own direct words among their mentions.

    A pronoun goes to the innermost direct attribution that holds it; to nobody where that one's speaker is unknown.
    """
    said: dict[str, list[Mention]] = {}
    direct = [attribution for attribution in attributions if attribution.mode == "direct"]
    for word, span in enumerate(tree.spans):
        if tree.words[word].casefold() not in _FIRST:
            continue
        holding = [attribution for attribution in direct if any(part.holds(span) for part in attribution.content)]
        inner = min(holding, key=lambda attribution: sum(part.end - part.start for part in attribution.content), default=None)
        if inner is not None and inner.source_entity is not None:
            said.setdefault(inner.source_entity, []).append(Mention(span.start, span.end, "pronoun"))
    return tuple(_with(entity, said.get(entity.id, [])) for entity in entities)


def _with(entity: Entity, mentions: Sequence[Mention]) -> Entity:
    fresh = [mention for mention in mentions if mention not in entity.mentions]
    return replace(entity, mentions=tuple(sorted((*entity.mentions, *fresh)))) if fresh else entity
