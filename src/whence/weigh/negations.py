"""Whether a telling says plainly that something did not happen: what came late, for another reason or was not made public did happen."""

from __future__ import annotations

import re

from whence.model.holdings import member_of, report_of
from whence.weigh.accounts import Account
from whence.weigh.foretold import sentence_of

_NO = r"(?:\b(?:not|never|no|nobody|none|neither|nor|cannot|nothing)\b(?![ -]only|[ ]but\b|-)|n[’'`]\s?t\b)"
_NEGATED = re.compile(_NO, re.I)
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|dismiss(?:es|ed|ing)?)\b[^.;!?]*$", re.I)
_BEFORE = re.compile(rf"{_NO}(?P<between>[^.;:!?]*)$", re.I)
# What stands between a negation and a deed that it does not deny: "no word about the raid", "never had to leave", "cannot do without aid".
_ANOTHER = re.compile(r"\b(?:about|concerning|regarding|without|(?:had|has|have|need|needed) to)\b", re.I)
_AFTER = re.compile(rf"\s+{_NO}|[^.;:!?]{{0,40}}?{_NO}\s+(?:ever\s+)?(?:happen|occur|take place|taken place|exist|come about)", re.I)
# What follows a negation that is not of the deed itself but of when, why or how it was done.
_OTHERWISE = re.compile(
    r"[^.;:!?]{0,60}?\b(?:until|till|because of|on account of|this way|that way|in vain|alone|only|no connection|nothing to do)\b", re.I
)
# What is denied to somebody is refused.
_REFUSED = re.compile(
    r"\W*(?:(?:an?|the|his|her|its|their|any|all|[\w.’'-]+[’']s?)\s+)?(?:[\w’'-]+\s+){0,2}"
    r"(?:access|appeal|application|bail|bid|entry|leave|motion|offer|parole|permission|permit|petition|plea|request|visa)s?\b",
    re.I,
)


def is_plainly_denied(account: Account, member: str) -> bool:
    """Whether a negated telling stands under a negation of its own clause, or in what somebody denies."""
    event, text = account.holdings.events[member], account.holdings.reading(member).text
    said = account.holdings.attributions.get(member_of(report_of(member), event.attribution or ""))
    sentence = sentence_of(text, event.trigger)
    before, after = text[sentence.start : event.trigger.start], text[event.trigger.end : sentence.end]
    if _OTHERWISE.match(after):
        return False
    if said is not None and said.act == "deny" and said.content[0].holds(event.trigger):
        return not _REFUSED.match(said.content[0].of(text))
    negation = _BEFORE.search(before)
    if negation is not None:
        return _ANOTHER.search(negation["between"]) is None
    return bool(_DENIES.search(before) or _AFTER.match(after) or _NEGATED.search(event.trigger.of(text)))
