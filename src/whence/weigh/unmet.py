"""Sentences of later reports that say, in the words of a forecast or of its day, that what it foretold did not come about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from whence.model.dates import Period
from whence.model.holdings import Holdings
from whence.model.stories import Passage
from whence.weigh.foretold import Foretold, counts_another
from whence.weigh.wordings import (
    CLAUSE_END,
    COMMON,
    Wording,
    clause_before,
    count_shared,
    iter_wordings,
    mentioned_in,
    shares_matter,
    speaker_of,
)

_NOT_SO = re.compile(
    r"\b(?:(?:has|have|had|did|does|was|were|is|are)(?:n[’']t| not| never| yet to| still not)"
    r"(?! (?:always|only|just|enough|so|as|alone|all)\b)"
    r"|still (?:not|to|no|has|have|had|closed|shut|awaited|awaiting|waiting|pending|missing|unfinished|outstanding)"
    r"|remains? (?:closed|shut|missing|pending|outstanding|out of|un\w+)|(?:was|were) to have|failed to|postponed|delayed|put off|overdue"
    r"|missed (?:the|its|his|her|their|that) (?:\w+ )?(?:deadline|target|date|goal)|no sign of|cancelled|called off|gave up|abandoned"
    r"|scrapped|came to nothing|fell through|came and went|passed without|in vain|(?:days?|weeks?|months?) late|behind schedule)\b",
    re.I,
)
# Said of the very day, that none was is that it was not.
_NONE = re.compile(r"\b(?:none of|not (?:one|a single|a|any)|no one|nobody)\b", re.I)
# Told in the perfect when the time has passed, that none was is that it was not: "No bridge has been reopened".
_NONE_YET = re.compile(
    r"\b(?:no(?! (?:longer|doubt|matter|more)\b)|not (?:one|a single|any)|none of|nobody|no one)\b[^,;:.]*?\b(?:has|have|had)\b", re.I
)
_STILL_NO = re.compile(r"\b(?:still|yet) (?:no|without)\s+([^\W\d]+)", re.I)
# Said of the very day, these words need few others beside them.
_LATE = re.compile(
    r"\b(?:(?:was|were) to have|(?:was|were|had been) (?:due|supposed to)|(?:has|have|had) (?:yet to|still not)"
    r"|still (?:not|awaited|pending|missing|outstanding)|postponed|delayed|put off|overdue|cancelled|called off|scrapped"
    r"|only (?:on|in|after|now)|(?:days?|weeks?|months?) late)\b",
    re.I,
)
_REACH = 6
_PRECISE = 3
_ENOUGH = 0.5
_MOST = 0.6
_LEAST = 2


def find_unmet(
    foretold: Foretold, near: Sequence[str], today: date | None, holdings: Holdings, entity_of: Mapping[str, str]
) -> tuple[Passage, ...]:
    """The first such sentence of each of the reports ``near`` that came out when the forecast's time had passed."""
    due = foretold.due
    if due is None or today is None or due.last >= today:
        return ()
    speaker = speaker_of(foretold, holdings, entity_of) if len(foretold.words) == 1 else set()
    found: dict[str, Passage] = {}
    for wording in iter_wordings(foretold, near, holdings):
        own = bool(speaker) and bool(speaker & mentioned_in(wording.report, wording.span, holdings, entity_of))
        if wording.published.first > due.last and _is_unmet(foretold, wording, own=own):
            found.setdefault(wording.report, Passage(wording.report, *wording.span))
    return tuple(found.values())


def _is_unmet(foretold: Foretold, wording: Wording, *, own: bool) -> bool:
    """Whether a sentence shares enough of the words and says that it is not so, or names the day and says that it came to nothing.

    Where it names the one who foretold it (``own``), the one word of a forecast is enough.
    """
    words = foretold.words
    if wording.as_foretold or counts_another(foretold.said, wording.said):
        return False
    on_day = foretold.due is not None and wording.names_day(foretold.due)
    if on_day and _LATE.search(wording.said) and shares_matter(words, wording.about):
        return True
    if on_day and _NONE.search(wording.said) and count_shared(words - COMMON, wording.about) >= max(_LEAST, _MOST * len(words)):
        return True
    if foretold.due is None or any(_is_within(day, foretold) for day in wording.days):
        return False
    if on_day and any(_is_said_of(words, wording, match) for match in _NOT_SO.finditer(wording.said)):
        return True
    if len(words) == 1 and any(shares_matter(words, match[1]) for match in _STILL_NO.finditer(wording.said)):
        return True
    shared = count_shared(words - COMMON, wording.about)
    alike = shared >= max(_LEAST, _ENOUGH * len(words))
    none = alike or (own and shared == len(words) == 1)
    said = (*(_NONE_YET.finditer(wording.said) if none else ()), *(_NOT_SO.finditer(wording.said) if alike else ()))
    return any(_is_said_of(words, wording, match) for match in said)


def _is_within(day: Period, foretold: Foretold) -> bool:
    """Whether a day lies before the last of the term: what was not done then may have been done after."""
    made, due = foretold.made, foretold.due
    return made is not None and due is not None and day.days <= _PRECISE and made.first <= day.first and day.last < due.first


def _is_said_of(words: frozenset[str], wording: Wording, match: re.Match[str]) -> bool:
    """Whether what is not so is one of the words, a few words away in its clause, or "it", of which something like is said."""
    if wording.goes_on:
        return shares_matter(words, wording.said) or _LATE.search(wording.said) is not None
    if shares_matter(words, match[0]):
        return True
    before = clause_before(wording.said[: match.start()]).split()[-_REACH:]
    after = CLAUSE_END.split(wording.said[match.end() :])[0].split()[:_REACH]
    return shares_matter(words, " ".join(before)) or shares_matter(words, " ".join(after))
