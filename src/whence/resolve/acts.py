"""Speech acts: what somebody does by saying something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.lexicon.cues import Cue, is_negated, resolve_cue
from whence.lexicon.wordings import load_wordings
from whence.model.readings import Act, Entity, Polarity

_QUESTION = re.compile(r"\?[”’\"'»]?\s*$")
_SELF = r"(?:i|we|he|she|it|they|(?:our|my|its) \w+(?: \w+)?)"
_FUTURE = re.compile(r"\b(?:will|would|won['’]t|shall|going to|’ll|'ll)\b", re.IGNORECASE)
_OWN_FUTURE = re.compile(
    rf"^\W*(?:that\s+)?{_SELF}(?:\s+\w+ly)?\s*(?:will|would|shall|(?:am|is|are|was|were) going to|’ll|'ll)\b", re.IGNORECASE
)
_KIN_FUTURE = re.compile(r"^\W*(?:his|her|their|our|its|my) \w+(?: \w+)? (?:will|would|shall)\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"^\W*(?:no|none|never|neither)\b(?!\s+(?:longer|one\b|doubt|matter|wonder))"
    r"|^\W*not (?:one|a single|any)\b|^\W*(?:that\s+)?there (?:is|are|was|were|had been|has been) (?:no|none|nothing|never|not)\b"
    rf"|^\W*(?:that\s+)?{_SELF}\s+(?:(?:had |have |has |was |were )?(?:never|nothing)|(?:did|had|was|were|have|has)(?:n['’]t| not))\b",
    re.IGNORECASE,
)
_DEMAND = re.compile(r"^\W*(?:we|i) (?:want|demand|insist|call on)\b|\bmust\b(?! have)", re.IGNORECASE)
_CLAIM = re.compile(r"\b(?:responsibility|credit)\b", re.IGNORECASE)
_NOTHING = re.compile(r"^\W*nothing\b(?=\s*$|\s+(?:about|of|on|more|publicly|yet|so far|to)\b)", re.IGNORECASE)
_SAYING = frozenset({"say", "tell", "disclose", "reveal"})
# "to have shot it down" owns up to a deed; "to have won" boasts of a state.
_OWNED = re.compile(
    r"\s*(?:responsibility|credit|to have (?!won|been|had|seen|found|known|heard|lost|received|got|gained)\b)", re.IGNORECASE
)
# Foul play that nobody reports of another without charging him with it.
_FOUL = re.compile(
    r"\b(?:was|were|is|are|been|had|have|has) (?:rigged|falsified|lied|doctored|covered up|framed|fabricated)\b", re.IGNORECASE
)
_NAMING = frozenset("call label term dub brand describe slam".split())
_PAST = re.compile(r"\b(?:former|ex|late|ousted|deposed|retired)\b", re.IGNORECASE)
_OFFICES = re.compile(
    r"\b(?:minister|president|premier|chancellor|secretary|governor|mayor|judge|king|emir|chief executive)\b", re.IGNORECASE
)


def resolve_act(cue_words: Sequence[str], content: str, speaker: Entity | None) -> tuple[Act, Polarity]:
    """The act of an attribution and whether the report says that it was done (positive) or not.

    The cue decides where it names an act; under a neutral cue, or under none, the content does. ``content`` is its first part.
    """
    if [word.casefold() for word in cue_words] == ["to"]:
        return "believe", "positive"
    cue = resolve_cue(cue_words)
    if cue is not None and cue.lemmas[0] in _SAYING and _NOTHING.match(content):
        act: Act = "decline"
    elif cue is None or cue.neutral:
        act = _by_content(cue, content, speaker)
    elif cue.act == "say" and _CLAIM.search(" ".join(cue_words)):
        act = "claim_responsibility"
    else:
        act = cue.act
    negative = is_negated(cue_words) and act != "decline"
    return act, "negative" if negative else "positive"


def _by_content(cue: Cue | None, content: str, speaker: Entity | None) -> Act:
    if _QUESTION.search(content):
        return "ask"
    if cue is not None and cue.lemmas[0] in _NAMING:
        return "accuse" if load_wordings("blame").search(content) else "say"
    if cue is not None and cue.lemmas == ("claim",) and _OWNED.match(content):
        return "claim_responsibility"
    future = _future(content, speaker)
    if future is not None:
        return future
    if _DENIAL.search(content) or load_wordings("denial").search(content):
        return "deny"
    if _DEMAND.search(content):
        return "demand"
    return "accuse" if _FOUL.search(content) else "say"


def _future(content: str, speaker: Entity | None) -> Act | None:
    """A promise or an announcement of one's own doing, a promise of one who holds an office, else a prediction."""
    clause = re.split(
        r"[;:,.]| (?:that|because|after|when|if|and|but|which|who) ", re.sub(r"[“”\"]", "", content).strip(" ‘'"), maxsplit=1
    )[0]
    if not _FUTURE.search(clause) or re.search(r"\bwould have\b", clause):
        return None
    if _OWN_FUTURE.search(content):
        return "promise" if speaker is not None and speaker.kind == "person" else "announce"
    if _KIN_FUTURE.search(content):
        return "announce"
    return "promise" if speaker is not None and _holds_office(speaker) else "predict"


def _holds_office(speaker: Entity) -> bool:
    """Whether a speaker has an office in which to see to things, and has it still."""
    titles = [*(role.role for role in speaker.roles), speaker.name]
    return any(_OFFICES.search(title) and not _PAST.search(title) for title in titles)
