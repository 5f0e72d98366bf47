"""Sentences of later reports that say that what was foretold for a day was put off or called off, or that a term ran out in vain."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from whence.model.holdings import Holdings, member_of
from whence.model.spans import Span
from whence.model.stories import Passage
from whence.weigh.foretold import Foretold, counts_another
from whence.weigh.wordings import COMMON, Wording, clause_before, count_shared, iter_wordings, mentioned_in, shares_matter, speaker_of

_OFF = re.compile(
    r"\b(?:(?:put|puts|putting|call(?:s|ed|ing)?) off|postpon(?:es|ed|ing)|cancel(?:s|l?ed|l?ing)|scrapp(?:ed|ing)"
    r"|adjourn(?:s|ed)|reschedul(?:es|ed)|defer(?:s|red)|push(?:es|ed) back|mov(?:es|ed)(?= (?:[a-z]+ ){0,4}from\b))\b",
    re.I,
)
# Who says it with one of these does not say that it is so.
_DOUBT = re.compile(
    r"\b(?:not|no|never|nobody|den(?:y|ies|ied)|reject(?:s|ed)?|refus(?:e|es|ed)|(?-i:may)|might|could|should|if|unless|whether|want(?:s|ed)?"
    r"|demand(?:s|ed)?|urg(?:e|es|ed)|ask(?:s|ed)?|call(?:s|ed)? (?:for|on)|propos(?:e|es|ed|al)|consider(?:s|ed|ing)?|fear(?:s|ed)?"
    r"|rumou?rs?|hop(?:e|es|ed)|(?:expect|predict|think|believe)(?:s|ed)?|wish(?:es|ed)?|threat(?:en|ens|ened)?)\b|n[’']t\b|\?",
    re.I,
)
_REASON = re.compile(r"[,;:()–—]| - |\b(?:because|after|over|amid|owing|ahead|since|when|while|but|although)\b")
_RAN_OUT = re.compile(
    r"\b(?:ultimatum|deadline)\b[^.;]*\b(?:passed|ran out|expired|came and went|elapsed)\b[^.;]*"
    r"\b(?:nothing (?:happened|came)|without (?:a |any )?(?:incident|attack|action|shot|strike|violence|sign)|quietly|in vain)\b",
    re.I,
)
_TO_COME = frozenset({"planned", "predicted"})
_LEAST = 2
_ENOUGH = 0.5


def find_called_off(foretold: Foretold, near: Sequence[str], holdings: Holdings, entity_of: Mapping[str, str]) -> tuple[Passage, ...]:
    """The first such sentence of each of the reports ``near``: it names the day of what was put off, or says it in the forecast's words."""
    if foretold.due is None or foretold.negative:
        return ()
    known = mentioned_in(foretold.report, foretold.sentence, holdings, entity_of) | speaker_of(foretold, holdings, entity_of)
    people = _people_in(foretold.report, foretold.forecast.span, holdings, entity_of)
    found: dict[str, Passage] = {}
    for wording in iter_wordings(foretold, near, holdings):
        others = _people_in(wording.report, wording.span, holdings, entity_of)
        if people and others and not people & others:
            continue
        tied = bool(known & mentioned_in(wording.report, wording.span, holdings, entity_of))
        if _is_off(foretold, wording, kinds=_kinds(foretold, wording, holdings), tied=tied):
            found.setdefault(wording.report, Passage(wording.report, *wording.span))
    return tuple(found.values())


def find_run_out(foretold: Foretold, near: Sequence[str], holdings: Holdings, entity_of: Mapping[str, str]) -> tuple[Passage, ...]:
    """Sentences that have the term of a threat run out on its day, and nothing come of it."""
    if foretold.due is None:
        return ()
    wordings = (one for one in iter_wordings(foretold, near, holdings) if one.published.first > foretold.due.last)
    return tuple(Passage(one.report, *one.span) for one in wordings if one.names_day(foretold.due) and _RAN_OUT.search(one.said))


def _is_off(foretold: Foretold, wording: Wording, *, kinds: Sequence[str], tied: bool) -> bool:
    """Whether a sentence calls off what has the words of the forecast, or is of its kind of deed and on its day."""
    match = _OFF.search(wording.said)
    if foretold.due is None or match is None or _DOUBT.search(wording.said) or counts_another(foretold.said, wording.said):
        return False
    thing = f"{clause_before(wording.said[: match.start()])} {_REASON.split(wording.said[match.end() :])[0]}"
    named = any(trigger in thing for trigger in kinds)
    if wording.names_day(foretold.due):
        return named or shares_matter(foretold.words, thing)
    alike = count_shared(foretold.words - COMMON, wording.said) >= max(_LEAST, _ENOUGH * len(foretold.words))
    return tied and alike and shares_matter(foretold.words, thing)


def _people_in(report: str, span: Span, holdings: Holdings, entity_of: Mapping[str, str]) -> set[str]:
    """The people of the story named in a span: what is put off of another one is another thing."""
    here = (one for one in holdings.readings[report].entities if one.kind == "person")
    members = (member_of(report, one.id) for one in here if any(span.holds(mention.span) for mention in one.mentions))
    return {entity_of[member] for member in members if member in entity_of}


def _kinds(foretold: Foretold, wording: Wording, holdings: Holdings) -> tuple[str, ...]:
    """The words of a sentence that tell of something not yet done, of the kind foretold."""
    types = {holdings.events[one].type for one in foretold.events}
    reading = holdings.readings[wording.report]
    here = (one for one in reading.events if wording.span.holds(one.trigger) and one.modality in _TO_COME and one.type in types)
    return tuple(one.trigger.of(reading.text) for one in here)
