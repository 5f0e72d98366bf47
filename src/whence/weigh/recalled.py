"""Sentences of later reports that recall what was foretold, and say in the same breath that it failed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from whence.model.holdings import Holdings
from whence.model.stories import Passage
from whence.weigh.foretold import Foretold, counts_another
from whence.weigh.wordings import COMMON, Wording, count_shared, iter_wordings, mentioned_in, speaker_of

# That it was foretold.
_RECALLED = re.compile(
    r"\b(?:promised|pledged|vowed|threatened|predicted|forecast|foretold|warned|guaranteed|assured|undertook|undertaken|sworn"
    r"|(?:had (?:said|announced|agreed|planned|expected|given))|(?:was|were|been) (?:due|expected|scheduled|planned|supposed|meant) to"
    r"|due|promise|pledge|deadline|ultimatum)\b",
    re.I,
)
# That it failed: what is not yet so, the term that ran out.
_FAILED = re.compile(
    r"\bfail(?:s|ed|ing) to\b|\bin vain\b|\b(?:passed|let\b[^.;]* pass) without\b|\b(?:has|have|had)(?: not| never| yet to|n[’']t)\b"
    r"|\b(?:deadline|ultimatum|term|hours|days|weeks|date)\b[^.;]*\b(?:ran out|expired|lapsed|came and went)\b"
    r"|\bstill (?:not?|without|waiting|awaiting|have|has|had|lacks?|closed|shut|missing|to|in|under|living|sleeping|homeless)\b"
    r"|\bnothing (?:has |had )?(?:happened|come|came)\b|\bbroken? (?:his|her|its|their|that|the) (?:promise|pledge|word|vow)\b",
    re.I,
)
_ENOUGH = 0.5
_LEAST = 2
_VAGUE = 10  # "mid-February"


def find_recalled(foretold: Foretold, near: Sequence[str], holdings: Holdings, entity_of: Mapping[str, str]) -> tuple[Passage, ...]:
    """The first such sentence of each of the reports ``near`` that came out when the forecast's time was over, or on its last day."""
    due = foretold.due
    if due is None or foretold.negative:
        return ()
    speaker = speaker_of(foretold, holdings, entity_of)
    found: dict[str, Passage] = {}
    for wording in iter_wordings(foretold, near, holdings):
        over = wording.published.first >= due.last and not wording.as_foretold and not counts_another(foretold.said, wording.said)
        if over and _RECALLED.search(wording.said) and _FAILED.search(wording.said):
            own = bool(speaker & mentioned_in(wording.report, wording.span, holdings, entity_of))
            if _is_of(foretold, wording, own=own):
                found.setdefault(wording.report, Passage(wording.report, *wording.span))
    return tuple(found.values())


def _is_of(foretold: Foretold, wording: Wording, *, own: bool) -> bool:
    """Whether what is recalled is the forecast: by most of its words, by its day and some, or by who made it and all."""
    words = foretold.words - COMMON
    shared = count_shared(words, wording.said)
    due = foretold.due
    on_day = due is not None and (wording.names_day(due) or any(day.meets(due) and day.days <= _VAGUE for day in wording.days))
    if shared >= max(_LEAST, _ENOUGH * len(words)) or (on_day and 0 < shared >= _ENOUGH * len(words)):
        return True
    if on_day and own and shared:
        return True
    return own and bool(foretold.words) and count_shared(foretold.words, wording.said) == len(foretold.words)
