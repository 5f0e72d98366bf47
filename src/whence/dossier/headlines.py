"""What an occurrence is called on the page: the story's own name for it, or the clause of a report that tells it best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from whence.dossier.wordings import clip, opened, single
from whence.model.readings import Event, Reading
from whence.model.spans import Span
from whence.model.stories import Occurrence

_BREAK = re.compile(r"[,;:–—()](?=\s)|(?<=\s)[–—(]")
_LEAST, _MOST = 4, 96


class Placed(Protocol):
    """A report, as far as its words and its day go."""

    @property
    def reading(self) -> Reading:
        """What was read in it."""

    @property
    def day(self) -> int:
        """A number that is the lower the earlier the report was known."""

    def around(self, span: Span) -> Span:
        """The sentence that holds a span, or the span itself."""


class Told(Protocol):
    """A telling, as far as its words go."""

    @property
    def report(self) -> Placed:
        """The report that tells it."""

    @property
    def event(self) -> Event:
        """The event as read."""


@dataclass(frozen=True, slots=True)
class Headline:
    """Words with the one in them that names the happening; ``quoted`` where they are a report's."""

    before: str
    core: str
    after: str
    quoted: bool

    @property
    def words(self) -> str:
        """All of them."""
        return self.before + self.core + self.after

    def shortened(self, most: int) -> Headline:
        """At most about ``most`` characters of them, whole words, the core among them."""
        half = (most - len(self.core)) // 2
        first = max(0, half, most - len(self.core) - len(self.after))
        last = max(0, half, most - len(self.core) - len(self.before))
        before = self.before if len(self.before) <= first else "… " + self.before[len(self.before) - first :].partition(" ")[2]
        after = self.after if len(self.after) <= last else self.after[:last].rpartition(" ")[0] + " …"
        return Headline(before, self.core, after, self.quoted)


def name_occurrence(occurrence: Occurrence, tellings: Sequence[Told]) -> Headline:
    """The story's name for an occurrence where it is more than the word that tells it, else the clause that holds most of it."""
    triggers = {single(telling.event.trigger.of(telling.report.reading.text)).casefold() for telling in tellings}
    if not tellings or occurrence.what.casefold() not in triggers:
        return Headline("", opened(clip(occurrence.what, 110)), "", quoted=False)
    best = max(tellings, key=_tells)
    return quote_clause(best.report.reading.text, best.event.trigger, best.report.around(best.event.trigger))


def _tells(telling: Told) -> tuple[bool, bool, int, int]:
    """A telling serves the better the plainer it is and the more whole its clause; then the more participants, the earlier report."""
    event, text, sentence = telling.event, telling.report.reading.text, telling.report.around(telling.event.trigger)
    clause = _clause(text, event.trigger, sentence)
    plain = event.polarity == "positive" and event.modality in ("actual", "ongoing")
    whole = clause.start == sentence.start and clause.end - clause.start <= _MOST and _is_roomy(text, clause)
    return (plain, whole, len(event.actors) + len(event.recipients), -telling.report.day)


def quote_clause(text: str, trigger: Span, sentence: Span) -> Headline:
    """The clause round a trigger, within its sentence."""
    clause = _clause(text, trigger, sentence)
    before, core = single(text[clause.start : trigger.start]).lstrip(), single(trigger.of(text))
    after = single(text[trigger.end : clause.end]).rstrip(" .")
    if clause.start > sentence.start:
        return _with_whole_quotes(Headline("… " + before, core, after, quoted=True).shortened(_MOST))
    return _with_whole_quotes(Headline(opened(before), core if before else opened(core), after, quoted=True).shortened(_MOST))


def _with_whole_quotes(found: Headline) -> Headline:
    """The headline without the mark of a quotation that opens or closes outside of it."""
    parts = (found.before, found.core, found.after)
    opening: list[tuple[int, int]] = []
    lone: set[tuple[int, int]] = set()
    for number, part in enumerate(parts):
        for at, char in enumerate(part):
            if char == "“":
                opening.append((number, at))
            elif char == "”" and opening:
                opening.pop()
            elif char == "”":
                lone.add((number, at))
    lone.update(opening)
    straight = [(number, part.index('"')) for number, part in enumerate(parts) if '"' in part]
    lone.update(straight if "".join(parts).count('"') == 1 else ())
    before, core, after = ("".join(char for at, char in enumerate(part) if (number, at) not in lone) for number, part in enumerate(parts))
    return Headline(before, core, after, found.quoted)


def _clause(text: str, trigger: Span, sentence: Span) -> Span:
    """The longest clause round the trigger that fits, from the sentence's beginning if it can be; else the shortest there is."""
    lows = [sentence.start, *(found.end() for found in _BREAK.finditer(text, sentence.start, trigger.start))]
    highs = [sentence.end, *(found.start() for found in _BREAK.finditer(text, trigger.end, sentence.end))]
    clauses = [Span(low, high) for low in lows for high in highs]
    fitting = [clause for clause in clauses if clause.end - clause.start <= _MOST and _is_roomy(text, clause)]
    if not fitting:
        return min(clauses, key=lambda clause: (not _is_roomy(text, clause), clause.end - clause.start))
    return max(fitting, key=lambda clause: (_is_balanced(clause.of(text)), clause.start == sentence.start, clause.end - clause.start))


def _is_roomy(text: str, clause: Span) -> bool:
    return len(clause.of(text).split()) >= _LEAST


def _is_balanced(words: str) -> bool:
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0
