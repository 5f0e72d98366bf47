"""What an occurrence is called on the page: the story's own name for it, or the clause of a report that tells it best."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from whence.dossier.records import Filed
from whence.dossier.wordings import clip, opened, single
from whence.model.readings import Event
from whence.model.spans import Span
from whence.model.stories import Occurrence

_BREAK = re.compile(r"[,;:–—()“”\"\[\]]|\s[-‘’']|[’']\s")
_LEAST, _MOST = 5, 84


class Told(Protocol):
    """A telling, as far as its words go."""

    @property
    def report(self) -> Filed:
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
    return _clause(max(tellings, key=_tells))


def _tells(telling: Told) -> tuple[bool, bool, int, int]:
    """A telling serves the better the plainer it is, the more participants it has; then the earlier report."""
    event, clause = telling.event, _bounds(telling)
    roomy = len(clause.of(telling.report.reading.text).split()) >= _LEAST and clause.end - clause.start <= _MOST
    plain = event.polarity == "positive" and event.modality in ("actual", "ongoing")
    return (plain, roomy, len(event.actors) + len(event.recipients), -telling.report.day)


def _clause(telling: Told) -> Headline:
    text, trigger, clause = telling.report.reading.text, telling.event.trigger, _bounds(telling)
    before, after = single(text[clause.start : trigger.start]).lstrip(), single(text[trigger.end : clause.end]).rstrip()
    core = single(trigger.of(text))
    return Headline(opened(before), core if before else opened(core), after, quoted=True).shortened(_MOST)


def _bounds(telling: Told) -> Span:
    """The clause round the trigger, widened to its neighbours within the sentence while it is short."""
    text, trigger = telling.report.reading.text, telling.event.trigger
    sentence = telling.report.around(trigger)
    low, high = trigger
    for low, high in _widening(text, trigger, sentence):
        if len(text[low:high].split()) >= _LEAST:
            break
    return Span(low, high)


def _widening(text: str, trigger: Span, sentence: Span) -> Iterator[tuple[int, int]]:
    befores = [found.end() for found in _BREAK.finditer(text, sentence.start, trigger.start)][::-1]
    afters = [found.start() for found in _BREAK.finditer(text, trigger.end, sentence.end)]
    for step in range(max(len(befores), len(afters)) + 1):
        low = befores[step] if step < len(befores) else sentence.start
        high = afters[step] if step < len(afters) else sentence.end
        yield low, high
