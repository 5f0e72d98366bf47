"""What a forecast says will happen, and whether it is plain enough to be settled by rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from whence.lexicon.kin import content_stems
from whence.model.dates import Period, read_period
from whence.model.holdings import Holdings, member_of, report_of
from whence.model.readings import Forecast
from whence.model.spans import Span

_HELD = 500
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\bSept)[.!?][”’\"')]*\s+(?=[A-Z“‘\"'(])|\n+")
_CONDITION = re.compile(
    r"(?<!as )\bif\b|\b(?:unless|otherwise|in case|in the event|on condition|provided that|as long as"
    r"|would have(?! (?:an?|the|its|his|her|their|no|enough|more|until|to)\b))\b",
    re.I,
)
# What a relative clause tells of: "an inquiry, which his office said" would report; "a fund from which" the families will be paid.
_TOLD_OF = re.compile(
    r"(?P<thing>(?:\S+ ){0,5}[^\s,.;:]+),? (?:(?:from|of|to|in|for|with|by|at|on|under) )?(?:which|who|whom)\b[^,.;:]{0,40}$"
)
_RELATIVE = re.compile(r"(?:(?:from|of|to|in|for|with|by|at|on|under) )?(?:which|who|whom)\b")
_BARE = re.compile(r"(?:will|would|shall|to|may|might|could|must|can)\b")
_ARTICLE = re.compile(r"\ban? ")
_TERM = re.compile(r"\b(?:unless|if)\b[^,.;]*", re.I)
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|last)\b")
_NO = re.compile(r"\bno\b", re.I)
_DATES = frozenset(
    content_stems(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
        november december week weeks month months year years day days hour hours end today tomorrow early late
        within until till night morning evening afternoon noon midnight latest
        two three four five six seven eight nine ten"""
    )
)


@dataclass(frozen=True, slots=True)
class Foretold:
    """A forecast as it is compared: the events it is of and those that it speaks of besides, when it was made, by when it is due.

    ``negative`` where it is foretold that something will not be. ``sentence`` is the one it stands in; ``words`` the stems of its
    own words that say what it is about, without those of its condition, ``around`` those of its sentence: neither names nor dates
    are among them.
    """

    member: str
    report: str
    forecast: Forecast
    events: tuple[str, ...]
    within: tuple[str, ...]
    made: Period | None
    due: Period | None
    negative: bool
    said: str
    sentence: Span
    words: frozenset[str]
    around: frozenset[str]


def read_forecast(member: str, holdings: Holdings) -> Foretold:
    """The forecast that a member is."""
    forecast, reading, report = holdings.forecasts[member], holdings.reading(member), report_of(member)
    sentence = sentence_of(reading.text, forecast.span)
    denied = forecast.event is not None and _is_negative(member_of(report, forecast.event), holdings)
    said = forecast.span.of(reading.text)
    thing = _thing_told_of(reading.text, sentence, forecast.span)
    events = [forecast.event] if forecast.event else [e.id for e in reading.events if thing.holds(e.trigger) and e.modality != "actual"]
    return Foretold(
        member=member,
        report=report,
        forecast=forecast,
        events=tuple(member_of(report, event) for event in events[-1:]),
        within=tuple(member_of(report, event.id) for event in reading.events if forecast.span.meets(event.trigger)),
        made=read_period(reading.report.published),
        due=read_period(forecast.due),
        negative=forecast.polarity == "negative" or denied,
        said=said,
        sentence=sentence,
        words=matter_of(f"{thing.of(reading.text)} {_TERM.sub('', said)}"),
        around=matter_of(sentence.of(reading.text)),
    )


def _thing_told_of(text: str, sentence: Span, clause: Span) -> Span:
    """The last words before the relative clause that a forecast is; an empty span before any other."""
    relative = _RELATIVE.match(text, clause.start)
    end = relative.end() if relative else clause.start if _BARE.match(text, clause.start) else sentence.start
    told_of = _TOLD_OF.search(text[sentence.start : end])
    if told_of is None:
        return Span(end, end)
    named = max((match.end() for match in _ARTICLE.finditer(told_of["thing"])), default=0)
    return Span(sentence.start + told_of.start("thing") + named, sentence.start + told_of.end("thing"))


def why_unsettled(foretold: Foretold, holdings: Holdings) -> str | None:
    """Why nothing may settle a forecast by rule; None where something may."""
    forecast = foretold.forecast
    behind = holdings.attributions.get(member_of(foretold.report, forecast.attribution or ""))
    if behind and (behind.polarity == "negative" or behind.act == "deny"):
        return "it is denied"
    if foretold.negative and foretold.due is None:
        return "it says what will not be, and for no time that could pass"
    if foretold.due and foretold.made and foretold.due.last < foretold.made.first:
        return "its day lies before the report that tells it"
    if forecast.confidence == "possible" and foretold.due is None:
        return "it says only that it may be, and not when"
    return None


def is_conditional(foretold: Foretold, holdings: Holdings) -> bool:
    """Whether it is foretold under a condition, which may not come about."""
    return _CONDITION.search(foretold.sentence.of(holdings.readings[foretold.report].text)) is not None


def _is_negative(event: str, holdings: Holdings) -> bool:
    """Whether an event is foretold not to happen; a no within its own words (a vote of no confidence) denies nothing."""
    found = holdings.events[event]
    return found.polarity == "negative" and not _NO.search(holdings.words(event, found.trigger))


def counts_another(one: str, other: str) -> bool:
    """Whether two texts speak of different ones of a row: "the first round", "the second round"."""
    here, there = (set(_ORDINAL.findall(text.casefold())) for text in (one, other))
    return bool(here and there and not here & there)


def sentence_of(text: str, span: Span) -> Span:
    """The sentence, or sentences, in which a span stands; a dot after a short capitalized word ends none."""
    start, end = 0, len(text)
    for stop in _stops(text):
        if stop.end <= span.start:
            start = stop.end
        elif stop.start >= span.end - 1:
            end = stop.end
            break
    return Span(start, start + len(text[start:end].rstrip()))


@lru_cache(maxsize=_HELD)
def _stops(text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in _STOP.finditer(text))


def iter_sentences(text: str) -> list[Span]:
    """The sentences of a text, in order."""
    found, start = [], 0
    for match in [*_STOP.finditer(text), None]:
        end = match.end() if match else len(text)
        stripped = text[start:end].rstrip()
        found += [Span(start, start + len(stripped))] if stripped else []
        start = end
    return found


def matter_of(text: str) -> frozenset[str]:
    """The stems of the words that say what a text is about: names stand in sentences on anything that the named one does."""
    return frozenset(content_stems(" ".join(word for word in text.split() if word.strip("“”‘’\"'(")[:1].islower()))) - _DATES
