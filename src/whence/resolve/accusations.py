"""Charges under a neutral cue: what nobody says of another without holding it against him."""

from __future__ import annotations

import re

from whence.lexicon.wordings import load_wordings

# A doer whom nobody knows is charged with nothing: "a gunman", "two men", "unknown attackers".
_UNKNOWN = re.compile(
    r"(?:an?|some|several|many|few|no|nobody|one|someone|somebody|two|three|four|five|dozens|hundreds|unknown|unidentified|armed"
    r"|gunm[ae]n|attackers|assailants|thieves|robbers|\d\S*|if|when|whether|how|what|who|why|because|after|before|while|although)\b",
    re.IGNORECASE,
)
_SELF = re.compile(r"(?:i|we|you|our \w+|my \w+)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|it|they)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:,.?!]|\b(?:that|who|which|whom|because|after|when|if|and|but|not|never|to|by)\b|n[’']t\b", re.IGNORECASE)
_OPENING = re.compile(r"^\W*(?:that\s+)?", re.IGNORECASE)
_LONGEST_DOER = 9
# What armed men in somebody's pay do to others, told by the others: "were shot by guards".
_BY_FORCE = re.compile(
    r"\b(?:was|were|been) (?:\w+ )?(?:shot|killed|beaten|tortured|attacked|bombed|shelled|mistreated|abused|robbed) (?:\w+ )?"
    r"by (?:the |his |her |their )?(?:\w+ )?(?:police|policemen|officers|guards|soldiers|troops|army|security forces)\b",
    re.IGNORECASE,
)


def is_charge(content: str, *, quoted: bool) -> bool:
    """Whether a content tells, in its first clause, of a misdeed by somebody who is known and is not the speaker.

    Out of quotation marks "he" and "they" may be the speaker, and charge nobody.
    """
    clause = content[_OPENING.match(content).end() :].lstrip("“\"‘' ")  # type: ignore[union-attr]
    found = load_wordings("misdeed").search(clause)
    if found is None:
        return False
    doer = clause[: found.start()].strip()
    if not doer or _UNKNOWN.match(doer) or _SELF.match(doer) or (not quoted and _PRONOUN.match(doer)):
        return False
    return len(doer.split()) <= _LONGEST_DOER and _CLAUSE.search(doer) is None


def is_charged_to_force(content: str) -> bool:
    """Whether a content tells what police or soldiers did to somebody."""
    return _BY_FORCE.search(content) is not None
