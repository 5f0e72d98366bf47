"""Named or not: what a report lets its reader know of a source."""

from __future__ import annotations

import re

from whence.lexicon.agents import find_agent
from whence.lexicon.wordings import load_wordings
from whence.model.readings import Anonymity, Entity
from whence.model.spans import Span
from whence.resolve.casts import Cast

# "…, who gave only her first name, Lena", "… who asked to be identified only as Lena".
_NAME_GIVEN = re.compile(
    r",? who (?:would )?(?:(?:only )?(?:gave|gives?|used|uses?) (?:only )?(?:his|her|their) (?:\w+ )?names?"
    r"|(?:(?:asked|wanted|wished|agreed|preferred) to be (?:identified|named|called|known)|(?:was|is|would be) identified)"
    r"(?: only| just)? (?:as|by (?:his|her|their) (?:\w+ )?names?)"
    r"|(?:identified|called) (?:himself|herself|themselves))"
    r"(?: only| just| simply)?(?: as|,|:)? [A-Z]"
)
_SEVERAL = frozenset("two three four five six seven eight nine ten some several many most both others few dozens".split())


def resolve_anonymity(speaker: Entity | None, cast: Cast) -> Anonymity:
    """How a source is told: by name, as one or several without a name, as an organization (a state too) or a named outlet.

    A source that nobody names at all counts as an unnamed group.
    """
    if speaker is None:
        return "unnamed_group"
    if cast.is_outlet(speaker.id):
        return "outlet"
    if speaker.kind == "person":
        return "named"
    if speaker.kind == "unnamed" and _gave_a_name(speaker, cast.text):
        return "named"
    if _is_nameless_newsroom(speaker, cast.text):
        return "unnamed_group"
    if speaker.kind in ("organization", "place"):
        return "organization"
    return "unnamed_group" if speaker.kind == "group" or is_plural(speaker, cast.text) else "unnamed_individual"


def _gave_a_name(speaker: Entity, text: str) -> bool:
    """Whether somebody who is described gave a name after all, be it only a first name or a nickname."""
    return any(_NAME_GIVEN.match(text, mention.end) for mention in speaker.mentions if mention.form == "nominal")


def _is_nameless_newsroom(speaker: Entity, text: str) -> bool:
    """Whether a body is only described, and as a newsroom ("state television")."""
    if speaker.kind != "organization" or any(mention.form == "named" for mention in speaker.mentions):
        return False
    told = (mention.span.of(text).split() for mention in speaker.mentions if mention.form == "nominal")
    agents = (find_agent([word.strip(",.")]) for words in told for word in words)
    return any(agent is not None and agent.sort == "media" for agent in agents)


def is_plural(entity: Entity, text: str) -> bool:
    """Whether a nameless source is several people."""
    if entity.number is not None:
        return entity.number > 1
    for mention in entity.mentions:
        if mention.form == "nominal":
            words = mention.span.of(text).split()
            if words[0].casefold() in _SEVERAL:
                return True
            heads = [
                agent for word in words if (agent := find_agent([word.strip(",.’'“”\"")])) is not None and agent.kind in ("person", "group")
            ]
            return bool(heads) and heads[0].plural
    return False


def asks_for_anonymity(passage: str) -> bool:
    """Whether a passage tells that a source would not be named."""
    return load_wordings("anonymous").search(passage) is not None


def find_reason(text: str, sentence: Span) -> Span | None:
    """The reason that a sentence gives for keeping a source's name back, None where it gives none."""
    asked = load_wordings("anonymous").search(text, *sentence)
    if asked is None:
        return None
    reasons = [Span(*found.span()) for found in load_wordings("reason").finditer(text, *sentence)]
    return min(reasons, key=lambda span: (span.end <= asked.start(), abs(span.start - asked.start())), default=None)
