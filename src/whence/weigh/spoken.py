"""A speech foretold for a day, and what the one who was to speak is then quoted as saying to those who were to hear it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from whence.model.dates import read_period
from whence.model.holdings import Holdings, member_of
from whence.model.stories import Passage
from whence.weigh.foretold import Foretold, sentence_of

_SPEAKS = re.compile(
    r"\b(?:address|speak|testify|(?:make|give|deliver|issue)\b[^,.;]{0,20}\b(?:statement|speech|address|evidence|testimony)"
    r"|(?:appear|go) before|brief|(?:hold|give)\b[^,.;]{0,20}\b(?:news|press) conference|(?:answer|face|take)\b[^,.;]{0,12}\bquestions)\b",
    re.I,
)
# Those who may be spoken to, by the words for them.
_HEARERS = tuple(
    re.compile(rf"\b(?:{words})\b", re.I)
    for words in (
        "parliament|assembly|congress|senate|senators?|house|chamber|lawmakers?|legislators?|deputies|mps?|members",
        "reporters?|journalists?|press|(?:news|press) conference|media|newsmen|correspondents?",
        "courts?|judges?|jury|jurors|tribunal|inquiry|commission|committee|hearing|panel|inquest",
        "nation|country|televised|television|broadcast|address",
        "rally|crowds?|supporters|demonstrators|marchers|mourners",
    )
)
_AFTER = timedelta(days=2)


def find_spoken(foretold: Foretold, near: Sequence[str], holdings: Holdings, entity_of: Mapping[str, str]) -> tuple[Passage, ...]:
    """What the one who was to speak says to such hearers in reports ``near`` that came out on the day, or within two days of it."""
    due, speaker = foretold.due, _speaker(foretold, holdings, entity_of)
    hearers = [words for words in _HEARERS if words.search(foretold.said)]
    if due is None or speaker is None or foretold.negative or not _SPEAKS.search(foretold.said):
        return ()
    found = []
    for report in near:
        reading = holdings.readings[report]
        published = read_period(reading.report.published)
        later = published is not None and foretold.made is not None and published.first > foretold.made.last
        if published is None or not later or not due.first <= published.first <= due.last + _AFTER:
            continue
        for one in reading.attributions:
            who = entity_of.get(member_of(report, one.source_entity or ""))
            if who != speaker or one.cue is None or one.polarity == "negative" or one.act == "decline":
                continue
            sentence = sentence_of(reading.text, one.cue)
            days = (read_period(time.period) for time in reading.times if sentence.holds(time.span))
            if any(words.search(sentence.of(reading.text)) for words in hearers) and all(day is None or day.meets(due) for day in days):
                found.append(holdings.passage(member_of(report, one.id), one.content[0]))
    return tuple(found)


def _speaker(foretold: Foretold, holdings: Holdings, entity_of: Mapping[str, str]) -> str | None:
    """Who is to speak: whoever the clause names first."""
    span = foretold.forecast.span
    here = [(m.span.start, one.id) for one in holdings.readings[foretold.report].entities for m in one.mentions if span.holds(m.span)]
    return entity_of.get(member_of(foretold.report, min(here)[1])) if here else None
