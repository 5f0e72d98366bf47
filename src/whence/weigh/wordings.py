"""Sentences of later reports that speak of what was foretold, in its words or of its day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.lexicon.kin import content_stems, families
from whence.model.dates import Period, read_period
from whence.model.holdings import Holdings, member_of
from whence.model.spans import Span
from whence.weigh.foretold import Foretold, iter_sentences

_MONTH = 31
_PRECISE = 3
_SHORT = 3
CLAUSE_END = re.compile(r"[,;:()–—]| - ")
# Words that stand in sentences on anything.
COMMON = frozenset(content_stems("make take give get go come say tell new first last time way work people more number government state"))
# A sentence with any of these may tell of something denied, wanted or still to come.
_UNSURE = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|neither|nor|without|yet|still|den(?:y|ies|ied)|fail(?:s|ed)?|refus(?:e|es|ed)|will|would|(?-i:may)"
    r"|might|could|should|shall|if|unless|whether|plan(?:s|ned)?|expect(?:s|ed)?|hop(?:e|es|ed|ing)|promis(?:e|es|ed)|vow(?:s|ed)?|pledg(?:e|es|ed)"
    r"|threaten(?:s|ed)?|demand(?:s|ed)?|urg(?:e|es|ed)|ask(?:s|ed)?|want(?:s|ed)?|call(?:s|ed)? (?:for|on)|due|(?:set|about) to"
    r"|(?:is|are|was|were) to|postponed|delayed|cancelled)\b|n[’']t\b|\?",
    re.I,
)
# What opens so speaks of what the sentence before it named.
_POINTS_BACK = re.compile(r"[“‘\"'(]*(?:It|They|This|That)(?:[’']s| (?:is|are|was|were|has|have|had|did|does|never|still|came|remains?))\b")
# What was done as it had been foretold.
_AS_FORETOLD = re.compile(
    r"\bas (?:[^\W\d]+ ){0,4}?(?:had )?(?:promised|planned|announced|predicted|scheduled|foreseen|foretold|threatened"
    r"|warned|vowed|pledged|agreed)\b"
    r"|\b(?:a|one|two|three|\d+) (?:days?|weeks?|hours?) early\b|\bahead of (?:schedule|time|the deadline)\b|\bbefore the deadline\b"
    r"|\b(?:met|kept to) (?:the|its|his|her|their) (?:deadline|timetable|promise|word)\b"
    r"|\bon (?:schedule|time)\b|\bon the (?:day|date) (?:that was )?(?:promised|planned|announced|set|foreseen|foretold|given)\b",
    re.I,
)
# What was done otherwise than had been foretold: "a day later than planned".
_THAN_FORETOLD = re.compile(
    r"\bthan (?:(?:had|was|been|first|originally) )*(?:promised|planned|announced|scheduled|expected|due|agreed)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence: its report, when that came out, its words, and the days it names.

    ``about`` holds its words and those of the sentence before, where that one asks what this one answers, or names what it means by "it".
    """

    report: str
    published: Period
    span: Span
    said: str
    about: str
    days: tuple[Period, ...]

    def names_day(self, due: Period) -> bool:
        """Whether it names the day, or the end of the term, for which something was foretold."""
        ends = any(day.last == due.last and day.days <= _MONTH for day in self.days)
        return ends or any(day.meets(due) and max(day.days, due.days) <= _PRECISE for day in self.days)

    @property
    def goes_on(self) -> bool:
        """Whether it says what it says of something that the sentence before it names."""
        return len(self.about) > len(self.said)

    @property
    def as_foretold(self) -> bool:
        """Whether it says of what it tells that it came as was foretold."""
        return _AS_FORETOLD.search(self.said) is not None


def iter_wordings(foretold: Foretold, near: Sequence[str], holdings: Holdings) -> Iterator[Wording]:
    """The sentences of the reports ``near`` that came out after the forecast."""
    for report in near:
        reading = holdings.readings[report]
        published = read_period(reading.report.published)
        if report != foretold.report and published and foretold.made and published.first > foretold.made.last:
            before = Span(0, 0)
            for span in iter_sentences(reading.text):
                periods = (read_period(time.period) for time in reading.times if span.holds(time.span))
                days = tuple(period for period in periods if period is not None)
                about = reading.text[before.start if _goes_on(reading.text, before, span) else span.start : span.end]
                yield Wording(report, published, span, span.of(reading.text), about, days)
                before = span


def _goes_on(text: str, before: Span, span: Span) -> bool:
    """Whether a sentence answers the one before it, or speaks in the same paragraph of what that one names."""
    if before.of(text).endswith("?"):
        return True
    return _POINTS_BACK.match(text, span.start) is not None and "\n" not in text[before.end : span.start]


def mentioned_in(report: str, span: Span, holdings: Holdings, entity_of: Mapping[str, str]) -> set[str]:
    """Those that are mentioned in a span of a report: the story's entities, and full names, which the story may have kept apart."""
    here = [one for one in holdings.readings[report].entities if any(span.holds(mention.span) for mention in one.mentions)]
    full = {one.name.casefold() for one in here if " " in one.name and any(mention.form == "named" for mention in one.mentions)}
    return full | entities_in(report, span, holdings, entity_of)


def entities_in(report: str, span: Span, holdings: Holdings, entity_of: Mapping[str, str]) -> set[str]:
    """The story's entities that are mentioned in a span of a report."""
    here = (one for one in holdings.readings[report].entities if any(span.holds(mention.span) for mention in one.mentions))
    return {entity_of[member] for one in here if (member := member_of(report, one.id)) in entity_of}


def count_shared(words: frozenset[str], said: str) -> int:
    """How many of the words that a forecast is about a text has, as they are or by another of their family."""
    stems, kin = set(content_stems(said)), families(said)
    return sum(1 for word in words if word in stems or families(word) & kin)


def shares_matter(words: frozenset[str], said: str) -> bool:
    """Whether a text has one of the words that stand not on anything."""
    return count_shared(words - COMMON, said) > 0


def speaker_of(foretold: Foretold, holdings: Holdings, entity_of: Mapping[str, str]) -> set[str]:
    """Who foretold it, as the story's entity."""
    behind = holdings.attributions.get(member_of(foretold.report, foretold.forecast.attribution or ""))
    member = member_of(foretold.report, behind.source_entity) if behind and behind.source_entity else ""
    return {entity_of[member]} if member in entity_of else set()


def is_unsure(wording: Wording) -> bool:
    """Whether a sentence may tell of something denied, wanted or still to come; "as they had threatened", "later than planned" do not."""
    return _UNSURE.search(_THAN_FORETOLD.sub("", _AS_FORETOLD.sub("", wording.said))) is not None


def clause_before(said: str) -> str:
    """The clause that ends a stretch of words, or the first one where an aside stands between: "the trial, to begin on Friday, was"."""
    parts = CLAUSE_END.split(said)
    return parts[-1] if len(parts[-1].split()) >= _SHORT or len(parts) == 1 else f"{parts[0]} {parts[-1]}"
