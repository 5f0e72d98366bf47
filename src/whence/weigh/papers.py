"""Papers that were promised by a day, as a report or a file, and the later sentences that tell when they were brought out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from whence.lexicon.kin import content_stems
from whence.lexicon.triggers import load_word_classes
from whence.model.dates import Period
from whence.model.holdings import Holdings
from whence.model.stories import Passage
from whence.weigh.foretold import Foretold
from whence.weigh.wordings import Wording, is_unsure, iter_wordings, mentioned_in, speaker_of

_FINDINGS = "findings results review study plan list ruling verdict"
_BRINGING = "publish|releas|present|issu|unveil|submitt?|deliver"
_BROUGHT_OUT = re.compile(rf"\b(?:(?:{_BRINGING})ed|came out|handed (?:in|over)|made public)\b", re.I)
# What is foretold of a paper is that it comes: by one of these words, or by none, where it is a bare thing promised.
_COMING = re.compile(
    rf"\b(?:(?:{_BRINGING})(?:e?d|e)?|hand(?:ed)? (?:in|over)|public|ready|out|come|completed?|finish(?:ed)?|available|due)\b", re.I
)
_CLAUSE = re.compile(r"\b(?:will|would|shall|to|be|is|are)\b|[’']ll\b", re.I)
_PRECISE = 3
_MONTH = 31


def find_paper(
    foretold: Foretold, near: Sequence[str], holdings: Holdings, entity_of: Mapping[str, str], *, late: bool
) -> tuple[Passage, ...]:
    """The first sentence of each of the reports ``near`` that has the paper brought out in its time, or, where ``late``, only after it."""
    papers = _papers_in(foretold)
    if not papers or foretold.due is None or foretold.negative:
        return ()
    known = mentioned_in(foretold.report, foretold.sentence, holdings, entity_of) | speaker_of(foretold, holdings, entity_of)
    found: dict[str, Passage] = {}
    for wording in iter_wordings(foretold, near, holdings):
        told = _tells_of(wording, papers) and any(_is_when(day, foretold, late=late) for day in wording.days)
        if told and known & mentioned_in(wording.report, wording.span, holdings, entity_of):
            found.setdefault(wording.report, Passage(wording.report, *wording.span))
    return tuple(found.values())


def _papers_in(foretold: Foretold) -> frozenset[str]:
    """The stems of the words for papers that are foretold to come."""
    said = foretold.said
    if _CLAUSE.search(said) and not _COMING.search(said):
        return frozenset()
    return foretold.words & frozenset(content_stems(" ".join((*load_word_classes()["document"], _FINDINGS))))


def _tells_of(wording: Wording, papers: frozenset[str]) -> bool:
    told = not is_unsure(wording) and _BROUGHT_OUT.search(wording.said) is not None
    return told and not papers.isdisjoint(content_stems(wording.said))


def _is_when(day: Period, foretold: Foretold, *, late: bool) -> bool:
    due, made = foretold.due, foretold.made
    if due is None or made is None or day.days > _PRECISE:
        return False
    return 0 < (day.first - due.last).days <= _MONTH if late else made.first <= day.first and day.last <= due.last
