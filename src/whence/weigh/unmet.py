"""Sentences of later reports that say, in the words of a forecast, that what it foretold did not come about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from whence.lexicon.kin import content_stems
from whence.model.dates import Period, read_period
from whence.model.holdings import Holdings, report_of
from whence.model.spans import Span
from whence.model.stories import Passage

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_NOT_SO = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were|did|does|could|would)(?:n[’']t| not| never| yet to)|still|remains?|remained"
    r"|(?:was|were) to have|failed to|postponed|delayed|put off|missed|overdue|never|no sign|without|cancelled|called off"
    r"|gave up|abandoned|scrapped)\b",
    re.I,
)
_DATES = frozenset(
    content_stems(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
        november december week month year day end today tomorrow"""
    )
)
_ENOUGH = 0.5
_LEAST = 2


def find_unmet(member: str, near: Sequence[str], due: Period | None, today: date | None, holdings: Holdings) -> tuple[Passage, ...]:
    """The first such sentence of each of the reports ``near`` that came out when the forecast's time had passed."""
    if due is None or today is None or due.last >= today:
        return ()
    forecast = holdings.forecasts[member]
    said = forecast.span.of(holdings.reading(member).text)
    # Names stand in sentences on anything that the named one does.
    words = set(content_stems(" ".join(word for word in said.split() if word[:1].islower()))) - _DATES
    found = []
    for report in near:
        reading = holdings.readings[report]
        published = read_period(reading.report.published)
        if report != report_of(member) and published and published.first > due.last:
            found += [Passage(report, *span) for span in _sentences_on(reading.text, words)[:1]]
    return tuple(found)


def _sentences_on(text: str, words: set[str]) -> list[Span]:
    if len(words) < _LEAST:
        return []
    found = []
    for match in _SENTENCE.finditer(text):
        shared = words & set(content_stems(match.group()))
        if len(shared) >= max(_LEAST, _ENOUGH * len(words)) and _NOT_SO.search(match.group()):
            found.append(Span(*match.span()))
    return found
