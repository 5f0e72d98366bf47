"""Speech acts: what somebody does by saying something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.lexicon.agents import find_agent
from whence.lexicon.cues import Cue, is_negated, resolve_cue
from whence.lexicon.wordings import load_wordings
from whence.model.readings import Act, Entity, Polarity
from whence.resolve.accusations import is_charge, is_charged_to_force

_QUESTION = re.compile(r"\?[”’\"'»]?\s*$")
_SELF = r"(?:i|we|he|she|it|they|(?:our|my|its) \w+(?: \w+)?)"
_FUTURE = re.compile(r"\b(?:will|would|won['’]t|shall|going to|’ll|'ll)\b", re.IGNORECASE)
_OWN_FUTURE = re.compile(
    rf"^\W*(?:that\s+)?{_SELF}(?:\s+\w+ly)?\s*(?:will|would|shall|(?:am|is|are|was|were) going to|’ll|'ll)\b", re.IGNORECASE
)
# A third person's "they will" in a quotation, and what only points ahead: "it would be wrong to …".
_OTHERS_FUTURE = re.compile(r"^\W*(?:he|she|it|they|you)\b", re.IGNORECASE)
_POINTING_AHEAD = re.compile(r"^\W*(?:that\s+)?it (?:would|will) be (?:\w+ly )?\w+ (?:to|that|for|if)\b", re.IGNORECASE)
_KIN_FUTURE = re.compile(r"^\W*(?:his|her|their|our|its|my) \w+(?: \w+)? (?:will|would|shall)\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"^\W*(?:no|none|never|neither)\b(?!\s+(?:longer|one\b|doubt|matter|wonder))"
    r"|^\W*not (?:one|a single|any)\b|^\W*(?:that\s+)?there (?:is|are|was|were|had been|has been) (?:no|none|nothing|never|not)\b"
    rf"|^\W*(?:that\s+)?{_SELF}\s+(?:(?:had |have |has |was |were )?(?:never|nothing)|(?:did|had|was|were|have|has)(?:n['’]t| not))\b",
    re.IGNORECASE,
)
# Somebody whom one did nothing to: "it stopped nobody".
_SPARED = re.compile(rf"^\W*(?:that\s+)?{_SELF} \w+ed (?:nobody|no one)\b", re.IGNORECASE)
# In another's mouth "he" is somebody else, unless an advocate insists for him: "He did not say anything," she said.
_ANOTHER = re.compile(r"^\W*(?:he|she|it|they)\b", re.IGNORECASE)
_INSISTING = frozenset("insist maintain".split())
_DEMAND = re.compile(r"^\W*(?:we|i) (?:want|demand|insist|call on)\b", re.IGNORECASE)
_DUTY = re.compile(r"\bmust\b(?! have)", re.IGNORECASE)
_SUBORDINATE = re.compile(r"(?<!^)\b(?:which|who|whom|because|although)\b.*", re.IGNORECASE | re.DOTALL)
_BIDDING = re.compile(r"^\W*(?:not )?to (?!have |be )\W*\w", re.IGNORECASE)
# Whoever says that his own people did it owns up to it.
_OWN_DEED = re.compile(
    r"^\W*(?:that\s+)?(?:it|we|they|(?:its|our|their) (?:\w+ )?(?:fighters|forces|men|members|units?|brigades?|gunmen|militants|soldiers))"
    r" (?:had |have |has )?(?:carried out|staged|mounted|launched|led|(?:was|were|been|is|are) behind) "
    r"(?:the|this|that|these|those) (?:\w+ )?"
    r"(?:attacks?|raids?|bombings?|blasts?|explosions?|ambush|assault|shootings?|killings?|strikes?"
    r"|coup|mutiny|rising|uprising|rebellion|revolt|hijacking|abductions?)\b",
    re.IGNORECASE,
)
# What one does to others unless they yield.
_CONDITION = re.compile(r"\b(?:if|unless|until|otherwise)\b", re.IGNORECASE)
_HOSTILE = re.compile(
    r"\b(?:will|would|shall|’ll|'ll) (?:\w+ly )?(?:(?:go on )?strike|walk out|stop work|attack|retaliate|hit back|strike back|boycott|sue"
    r"|block|blockade|bomb|shell|invade|veto|kill|burn|destroy|pull out|shut down|cut off)\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(r"^\W*(?:that\s+)?(?:i|we|he|she|it|they) (?:fully )?expect(?:s|ed)?\b", re.IGNORECASE)
_SAID_THINGS = re.compile(
    r"\b(?:allegations?|accusations?|charges?|claims?|figures?|numbers?|tolls?|stor(?:y|ies)|reports?|rumou?rs?|suggestions?|account)\b.*"
    r"\b(?:false|untrue|baseless|unfounded|groundless|nonsense|lies?|fabrications?|inventions?|forger(?:y|ies)|hoax|fiction)\b",
    re.IGNORECASE,
)
_FORGERY = re.compile(r"\b(?:forger(?:y|ies)|fakes?|fabrications?)\b", re.IGNORECASE)
_CLAIM = re.compile(r"\b(?:responsibility|credit)\b", re.IGNORECASE)
_NOTHING = re.compile(r"^\W*nothing\b(?=\s*$|\s+(?:about|of|on|more|publicly|yet|so far|to)\b)", re.IGNORECASE)
_UNWILLING = frozenset("wish want care".split())
_SPEAKING = re.compile(
    r"^\W*to (?:be (?:drawn|quoted|interviewed|named)|comment|speak|talk|discuss|answer|respond|reply|elaborate|say|go into)\b",
    re.IGNORECASE,
)
_SAYING = frozenset({"say", "tell", "disclose", "reveal"})
# To assure of what is or was so promises nothing.
_AVOWING = frozenset({"assure", "swear"})
# "to have shot it down" owns up to a deed; "to have won" boasts of a state.
_OWNED = re.compile(
    r"\s*(?:responsibility|credit|to have (?!won|been|had|seen|found|known|heard|lost|received|got|gained)\b)", re.IGNORECASE
)
_NAMING = frozenset("call label term dub brand describe slam".split())
_PAST = re.compile(r"\b(?:former|ex|late|ousted|deposed|retired)\b", re.IGNORECASE)
_OFFICES = re.compile(
    r"\b(?:minister|president|premier|chancellor|secretary|governor|mayor|judge|king|emir|chief executive)\b", re.IGNORECASE
)


def resolve_act(cue_words: Sequence[str], content: str, speaker: Entity | None, *, quoted: bool = False) -> tuple[Act, Polarity]:
    """The act of an attribution and whether the report says that it was done (positive) or not.

    The cue decides where it names an act; under a neutral cue, or under none, the content does. ``content`` is its first part;
    ``quoted``: in the speaker's own words, where only "I" and "we" mean the speaker.
    """
    if [word.casefold() for word in cue_words] == ["to"]:
        return "believe", "positive"
    cue = resolve_cue(cue_words)
    if cue is not None and cue.lemmas[0] in _SAYING and _NOTHING.match(content):
        act: Act = "decline"
    elif cue is not None and cue.lemmas[0] in _UNWILLING and is_negated(cue_words) and _SPEAKING.match(_wished(cue_words, content)):
        act = "decline"
    elif cue is None or cue.neutral or (cue.lemmas[0] in _AVOWING and not _FUTURE.search(content) and not _BIDDING.match(content)):
        act = _by_content(cue, content, speaker, quoted)
    elif cue.act == "say" and _CLAIM.search(" ".join(cue_words)):
        act = "claim_responsibility"
    else:
        act = cue.act
    negative = is_negated(cue_words) and act != "decline"
    return act, "negative" if negative else "positive"


def _wished(cue_words: Sequence[str], content: str) -> str:
    """What somebody wishes to do, wherever its "to" stands: in the cue ("did not wish to speak about") or in the content."""
    folded = [word.casefold() for word in cue_words]
    return " ".join([*cue_words[folded.index("to") :], content]) if "to" in folded else content


def _by_content(cue: Cue | None, content: str, speaker: Entity | None, quoted: bool) -> Act:
    if _QUESTION.search(content):
        return "ask"
    if cue is not None and cue.lemmas == ("tell",) and _BIDDING.match(content):
        return "demand"
    if cue is not None and cue.lemmas[0] in _NAMING:
        if _SAID_THINGS.search(content) or _FORGERY.search(content):
            return "deny"
        return "accuse" if load_wordings("blame").search(content) else "say"
    if _OWN_DEED.match(content) or (cue is not None and cue.lemmas == ("claim",) and _OWNED.match(content)):
        return "claim_responsibility"
    future = "predict" if _EXPECTED.match(content) else _future(content, speaker, quoted)
    if future is not None:
        return future
    if _denies(cue, content, quoted):
        return "deny"
    if _DEMAND.search(content) or _DUTY.search(_SUBORDINATE.sub("", content)):
        return "demand"
    return "accuse" if is_charge(content, quoted=quoted) or is_charged_to_force(content) else "say"


def _denies(cue: Cue | None, content: str, quoted: bool) -> bool:
    if load_wordings("denial").search(content):
        return True
    another = quoted and _ANOTHER.match(content) is not None and (cue is None or cue.lemmas[0] not in _INSISTING)
    return not another and (_DENIAL.search(content) is not None or _SPARED.match(content) is not None)


def _future(content: str, speaker: Entity | None, quoted: bool) -> Act | None:
    """A promise or an announcement of one's own doing, a promise of one who holds an office, else a prediction."""
    clause = re.split(
        r"[;:,.]| (?:that|because|after|when|if|and|but|which|who) ", re.sub(r"[“”\"]", "", content).strip(" ‘'"), maxsplit=1
    )[0]
    if not _FUTURE.search(clause) or re.search(r"\bwould have\b", clause) or _POINTING_AHEAD.match(content):
        return None
    if quoted and _OTHERS_FUTURE.match(content):
        return "predict"
    own = _OWN_FUTURE.search(content) or _KIN_FUTURE.search(content)
    if own and _CONDITION.search(content) and _HOSTILE.search(content):
        return "threaten"
    if _OWN_FUTURE.search(content):
        alone = re.match(r"\W*I\b", content) is not None
        return "promise" if alone or (speaker is not None and speaker.kind == "person") else "announce"
    if _KIN_FUTURE.search(content):
        return "announce"
    return "promise" if speaker is not None and _holds_office(speaker) and not _is_of_people(clause) else "predict"


def _is_of_people(clause: str) -> bool:
    """Whether others are to do it, for whom an office cannot answer: "rescuers would reach the cave by noon"."""
    words = _FUTURE.split(clause)[0].split()
    agent = find_agent([words[-1].strip(',“”"')]) if words else None
    return bool(words) and (words[-1].casefold() == "you" or (agent is not None and agent.kind in ("person", "group")))


def _holds_office(speaker: Entity) -> bool:
    """Whether a speaker has an office in which to see to things, and has it still."""
    titles = [*(role.role for role in speaker.roles), speaker.name]
    return any(_OFFICES.search(title) and not _PAST.search(title) for title in titles)
