"""Named or not: what a report lets its reader know of a source."""

from __future__ import annotations

import re

from whence.model.readings import Anonymity, Entity
from whence.model.spans import Span
from whence.resolve.casts import Cast

_ASKED = re.compile(
    r"(?:not (?:to )?be(?:ing)? (?:named|identified|quoted)|condition(?:s)? of anonymity|conditioned? (?:up)?on anonymity|anonymously|remain anonymous|requested anonymity|"
    r"(?:did|would|does) not (?:want|wish) to be (?:named|identified)|did(?: not|n['’]t) give (?:his|her|their) name|"
    r"(?:who|they) (?:may|could|can) not be (?:quoted|named|identified)(?: by name)?|(?:was|were|is|are) not authori[sz]ed to (?:speak|discuss|talk|comment))",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"\b(?:because|given|due to|owing to|for fear|out of|fearing|citing|as (?:he|she|they) (?:was|were|is|are)|since (?:he|she|they))\b[^.;”]*",
    re.IGNORECASE,
)
_UNAUTHORISED = re.compile(r"(?:was|were|is|are) not authori[sz]ed to [^.;,”]*", re.IGNORECASE)


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
    if speaker.kind in ("organization", "place"):
        return "organization"
    return "unnamed_group" if speaker.kind == "group" or is_plural(speaker, cast.text) else "unnamed_individual"


def is_plural(entity: Entity, text: str) -> bool:
    """Whether a nameless source is several people."""
    if entity.number is not None:
        return entity.number > 1
    from whence.lexicon.agents import find_agent

    for mention in entity.mentions:
        if mention.form == "nominal":
            words = mention.span.of(text).split()
            heads = [
                agent for word in words if (agent := find_agent([word.strip(",.’'“”\"")])) is not None and agent.kind in ("person", "group")
            ]
            return bool(heads) and heads[0].plural
    return False


def asks_for_anonymity(passage: str) -> bool:
    """Whether a passage tells that a source would not be named."""
    return _ASKED.search(passage) is not None


def find_reason(text: str, sentence: Span) -> Span | None:
    """The reason that a sentence gives for keeping a source's name back, None where it gives none."""
    asked = _ASKED.search(text, *sentence)
    if asked is None:
        return None
    if unauthorised := _UNAUTHORISED.search(text, *sentence):
        return Span(*unauthorised.span())
    after = _BECAUSE.search(text, asked.end(), sentence.end)
    before = _BECAUSE.search(text, sentence.start, asked.start())
    found = after or before
    return Span(found.start(), found.start() + len(found.group().split(",")[0].rstrip())) if found else None
