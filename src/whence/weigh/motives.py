"""Why somebody did it: aims of different kinds that are ascribed to one deed, and whether it had to do with what went before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from whence.lexicon.differences import find_kinds
from whence.lexicon.kin import content_stems
from whence.model.holdings import member_of
from whence.model.stories import Claim, Conflict
from whence.weigh.accounts import Account
from whence.weigh.charges import SENTENCE
from whence.weigh.foretold import sentence_of
from whence.weigh.stated import Stated, differ, lay_sides

_DEEDS = frozenset({"assault", "coerce", "sanction", "retreat", "reject", "appoint", "protest", "threaten"})
_AIM = re.compile(r"\b(?:to|in|out of|for)\s+(?:[\w’'-]+\s+){0,2}$", re.I)
_NO_TIE = re.compile(
    r"\b(?:no (?:connection|link|relation)\b|nothing to do with\b|(?:unconnected|unrelated)\b"
    r"|not (?:connected|linked|related|because of)\b)",
    re.I,
)
_REASON = re.compile(r"\b(?:because of|on account of|over|for|in connection with)\s+([^,;]*)", re.I)
_DECISION = re.compile(
    r"\W*(?:the|this|that|it|his|her|their)\s*(?:decision|move|step|measure|matter|action)?\s+(?:was|is|had|has)\b", re.I
)
_REACH = 140


def find_motive_conflicts(account: Account, contested: Mapping[str, Claim]) -> Iterator[Conflict]:
    """Two voices that give one deed aims of different kinds, or that dispute whether it was done on account of something.

    ``contested`` holds the claim of every saying that contradicts another.
    """
    if account.occurrence.type not in _DEEDS:
        return
    stated = [one for member, _ in account.told for one in _aims(account, member)]
    if differ(stated):
        about = f"what it was done for: {account.occurrence.what}"
        yield account.conflict("motive", about, lay_sides(stated), "the accounts give it different aims", hard=False)
    own = {account.behind(member)[-1]: member for member, event in account.all if event.attribution}
    own |= {one: member for member, _ in account.told for one in _said_of(account, member)}
    untied = [one for one in own if _NO_TIE.search(_content(account, one))]
    tied = [part for member, _ in account.all if any(_ties(account, member, one) for one in untied) for part in account.behind(member)]
    for one in untied:
        claim = contested.get(one)
        tied += () if claim is None else claim.denied_by if one in claim.attributions else claim.attributions
    tied = [one for one in tied if one not in untied]
    if untied and tied:
        sides = {"no": [part for one in untied for part in account.behind(own[one])], "yes": tied}
        about = f"whether it had to do with what went before: {account.occurrence.what}"
        yield account.conflict("motive", about, sides, "one says that it had no such reason, another that it had")


def _said_of(account: Account, member: str) -> Iterator[str]:
    """What is said right after a telling of a decision that its content does not name: "sacked him; it said the decision was unrelated"."""
    event, reading = account.holdings.events[member], account.holdings.reading(member)
    for one in reading.attributions:
        between = reading.text[event.trigger.end : one.content[0].start]
        near = 0 <= one.content[0].start - event.trigger.end <= _REACH and not SENTENCE.search(between)
        if near and _DECISION.match(one.content[0].of(reading.text)):
            yield member_of(reading.report.id, one.id)


def _ties(account: Account, member: str, untied: str) -> bool:
    """Whether a telling of somebody else gives as the reason what ``untied`` says was none: "dismissed over the crash"."""
    text, trigger = account.holdings.reading(member).text, account.holdings.events[member].trigger
    reason = _REASON.search(text[trigger.end : min(sentence_of(text, trigger).end, trigger.end + _REACH)])
    none = _NO_TIE.split(_content(account, untied), maxsplit=1)[-1]
    if reason is None or account.behind(member)[-1] == untied:
        return False
    return bool(set(content_stems(reason[1])) & set(content_stems(none)))


def _aims(account: Account, member: str) -> Iterator[Stated]:
    """The aim that the sentence of a telling gives after it: "seized the lorry for ransom"."""
    text, trigger = account.holdings.reading(member).text, account.holdings.events[member].trigger
    words = text[trigger.end : min(sentence_of(text, trigger).end, trigger.end + _REACH)]
    for one in find_kinds("motive", words)[:1]:
        if _AIM.search(words[: one.start]):
            yield Stated(one.kind, one.words.casefold(), False, account.voice(member), account.behind(member))


def _content(account: Account, attribution: str) -> str:
    return " ".join(account.holdings.words(attribution, part) for part in account.holdings.attributions[attribution].content)
