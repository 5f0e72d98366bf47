"""Sentences of later reports that say, in the words of a forecast, that what it foretold was done in its time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from whence.model.holdings import Holdings, member_of
from whence.model.spans import Span
from whence.model.stories import Passage
from whence.weigh.foretold import Foretold
from whence.weigh.wordings import Wording, count_shared, iter_wordings

# A sentence with any of these may tell of something denied, wanted or still to come.
_UNSURE = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|neither|nor|without|yet|still|den(?:y|ies|ied)|fail(?:s|ed)?|refus(?:e|es|ed)|will|would|may"
    r"|might|could|should|shall|if|unless|whether|plan(?:s|ned)?|expect(?:s|ed)?|hop(?:e|es|ed|ing)|promis(?:e|es|ed)|vow(?:s|ed)?|pledg(?:e|es|ed)"
    r"|threaten(?:s|ed)?|demand(?:s|ed)?|urg(?:e|es|ed)|ask(?:s|ed)?|want(?:s|ed)?|call(?:s|ed)? (?:for|on)|due|(?:set|about) to"
    r"|(?:is|are|was|were) to|postponed|delayed|cancelled)\b|n[’']t\b|\?",
    re.I,
)
# What was done as it had been foretold.
_AS_FORETOLD = re.compile(
    r"\bas (?:(?:he|she|it|they) had )?(?:promised|planned|announced|predicted|scheduled|foreseen|foretold)\b"
    r"|\bon (?:schedule|time)\b|\bon the (?:day|date) (?:that was )?(?:promised|planned|announced|set|foreseen|foretold|given)\b",
    re.I,
)
_PRECISE = 7
_LEAST = 2
_ENOUGH = 0.67


def find_kept(foretold: Foretold, near: Sequence[str], holdings: Holdings, entity_of: Mapping[str, str]) -> tuple[Passage, ...]:
    """The first such sentence of each of the reports ``near``: it shares most of the words and somebody or some place, and names a day in
    time, or says that it came as foretold.
    """
    if foretold.due is None or foretold.negative or len(foretold.words) < _LEAST:
        return ()
    known = _among(foretold.report, foretold.sentence, holdings, entity_of)
    found: dict[str, Passage] = {}
    for wording in iter_wordings(foretold, near, holdings):
        if _is_kept(foretold, wording) and known & _among(wording.report, wording.span, holdings, entity_of):
            found.setdefault(wording.report, Passage(wording.report, *wording.span))
    return tuple(found.values())


def _is_kept(foretold: Foretold, wording: Wording) -> bool:
    due, made = foretold.due, foretold.made
    if due is None or made is None or _UNSURE.search(wording.said):
        return False
    in_time = any(day.days <= _PRECISE and made.first <= day.first and day.last <= due.last for day in wording.days)
    needed = max(_LEAST, _ENOUGH * len(foretold.words))
    return (in_time or bool(_AS_FORETOLD.search(wording.said))) and count_shared(foretold.words, wording.said) >= needed


def _among(report: str, span: Span, holdings: Holdings, entity_of: Mapping[str, str]) -> set[str]:
    """Those that are mentioned in a span of a report: the story's entities, and full names, which the story may have kept apart."""
    here = [one for one in holdings.readings[report].entities if any(span.holds(mention.span) for mention in one.mentions)]
    full = {one.name.casefold() for one in here if " " in one.name and any(mention.form == "named" for mention in one.mentions)}
    return full | {entity_of[member] for one in here if (member := member_of(report, one.id)) in entity_of}
