"""Sentences of later reports that say, in the words of a forecast, that what it foretold did not come about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from whence.lexicon.kin import content_stems
from whence.model.dates import read_period
from whence.model.holdings import Holdings
from whence.model.spans import Span
from whence.model.stories import Passage
from whence.weigh.foretold import Foretold, iter_sentences

_NOT_SO = re.compile(
    r"\b(?:(?:has|have|had|did|does|was|were|is|are)(?:n[’']t| not| never| yet to| still not)"
    r"|still (?:not|to|no|has|have|had|closed|shut|awaited|awaiting|waiting|pending|missing|unfinished|outstanding)"
    r"|remains? (?!to\b|of\b)|(?:was|were) to have|failed to|postponed|delayed|put off|missed|overdue|no sign of|cancelled|called off"
    r"|gave up|abandoned|scrapped)\b",
    re.I,
)
_ENOUGH = 0.5
_LEAST = 2


def find_unmet(foretold: Foretold, near: Sequence[str], today: date | None, holdings: Holdings) -> tuple[Passage, ...]:
    """The first such sentence of each of the reports ``near`` that came out when the forecast's time had passed."""
    due = foretold.due
    if due is None or today is None or due.last >= today or len(foretold.words) < _LEAST:
        return ()
    found = []
    for report in near:
        reading = holdings.readings[report]
        published = read_period(reading.report.published)
        if report != foretold.report and published and published.first > due.last:
            found += [Passage(report, *span) for span in _sentences_on(reading.text, foretold.words)[:1]]
    return tuple(found)


def _sentences_on(text: str, words: frozenset[str]) -> list[Span]:
    """Those that share enough of the words and say that something is not so."""
    needed = max(_LEAST, _ENOUGH * len(words))
    told = ((span, span.of(text)) for span in iter_sentences(text))
    return [span for span, said in told if len(words & set(content_stems(said))) >= needed and _NOT_SO.search(said)]
