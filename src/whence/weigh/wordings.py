"""Sentences of later reports that speak of what was foretold, in its words or of its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whence.lexicon.kin import content_stems, families
from whence.model.dates import Period, read_period
from whence.model.holdings import Holdings
from whence.model.spans import Span
from whence.weigh.foretold import Foretold, iter_sentences

_MONTH = 31
_PRECISE = 3
# Words that stand in sentences on anything.
_COMMON = frozenset(content_stems("make take give get go come say tell new first last time way work people more number government state"))


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence: its report, when that came out, its words, and the days it names."""

    report: str
    published: Period
    span: Span
    said: str
    days: tuple[Period, ...]

    def names_day(self, due: Period) -> bool:
        """Whether it names the day, or the end of the term, for which something was foretold."""
        ends = any(day.last == due.last and day.days <= _MONTH for day in self.days)
        return ends or any(day.meets(due) and max(day.days, due.days) <= _PRECISE for day in self.days)


def iter_wordings(foretold: Foretold, near: Sequence[str], holdings: Holdings) -> Iterator[Wording]:
    """The sentences of the reports ``near`` that came out after the forecast."""
    for report in near:
        reading = holdings.readings[report]
        published = read_period(reading.report.published)
        if report != foretold.report and published and foretold.made and published.first > foretold.made.last:
            for span in iter_sentences(reading.text):
                periods = (read_period(time.period) for time in reading.times if span.holds(time.span))
                yield Wording(report, published, span, span.of(reading.text), tuple(period for period in periods if period is not None))


def count_shared(words: frozenset[str], said: str) -> int:
    """How many of the words that a forecast is about a text has, as they are or by another of their family."""
    stems, kin = set(content_stems(said)), families(said)
    return sum(1 for word in words if word in stems or families(word) & kin)


def shares_matter(words: frozenset[str], said: str) -> bool:
    """Whether a text has one of the words that stand not on anything."""
    return count_shared(words - _COMMON, said) > 0
