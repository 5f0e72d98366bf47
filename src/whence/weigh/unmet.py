"""Sentences of later reports that say, in the words of a forecast or of its day, that what it foretold did not come about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from whence.lexicon.kin import content_stems
from whence.model.holdings import Holdings
from whence.model.stories import Passage
from whence.weigh.foretold import Foretold
from whence.weigh.wordings import Wording, iter_wordings, shares_matter

_NOT_SO = re.compile(
    r"\b(?:(?:has|have|had|did|does|was|were|is|are)(?:n[’']t| not| never| yet to| still not)"
    r"|still (?:not|to|no|has|have|had|closed|shut|awaited|awaiting|waiting|pending|missing|unfinished|outstanding)"
    r"|remains? (?!to\b|of\b)|(?:was|were) to have|failed to|postponed|delayed|put off|missed|overdue|no sign of|cancelled|called off"
    r"|gave up|abandoned|scrapped)\b",
    re.I,
)
# Said of the very day, these words need few others beside them.
_LATE = re.compile(
    r"\b(?:(?:was|were) to have|(?:has|have|had) (?:yet to|still not)|still (?:not|awaited|pending|missing|outstanding)|postponed|delayed"
    r"|put off|overdue|cancelled|called off|scrapped|only (?:on|in|after|now)|(?:days?|weeks?|months?) late)\b",
    re.I,
)
_ENOUGH = 0.5
_LEAST = 2


def find_unmet(foretold: Foretold, near: Sequence[str], today: date | None, holdings: Holdings) -> tuple[Passage, ...]:
    """The first such sentence of each of the reports ``near`` that came out when the forecast's time had passed."""
    due = foretold.due
    if due is None or today is None or due.last >= today:
        return ()
    found: dict[str, Passage] = {}
    for wording in iter_wordings(foretold, near, holdings):
        if wording.published.first > due.last and _is_unmet(foretold, wording):
            found.setdefault(wording.report, Passage(wording.report, *wording.span))
    return tuple(found.values())


def _is_unmet(foretold: Foretold, wording: Wording) -> bool:
    """Whether a sentence shares enough of the words and says that it is not so, or names the day and says that it came to nothing."""
    words = foretold.words
    if foretold.due is not None and wording.names_day(foretold.due) and _LATE.search(wording.said) and shares_matter(words, wording.said):
        return True
    shared = len(words & set(content_stems(wording.said)))
    return len(words) >= _LEAST and shared >= max(_LEAST, _ENOUGH * len(words)) and _NOT_SO.search(wording.said) is not None
