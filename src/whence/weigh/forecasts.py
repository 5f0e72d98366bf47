"""What was foretold: met, missed or open on a day, with the tellings that settle it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from whence.lexicon.kin import content_stems, families
from whence.model.dates import Period, read_period
from whence.model.holdings import Holdings, member_of, report_of
from whence.model.readings import Event, Forecast
from whence.model.spans import Span
from whence.model.stories import Because, Conflict, ForecastOutcome, Occurrence, Passage
from whence.weigh.neighbours import Neighbours
from whence.weigh.unmet import find_unmet

_TO_COME = frozenset({"planned", "predicted", "asked", "hypothetical"})
_RISE = frozenset({"increase"})
_DENIES = frozenset({"deny", "reject"})
Outcome = Literal["met", "missed", "open"]
_BEGINS_IN = re.compile(r"\b(?:beg[aiu]n|start)", re.I)
_BEGINS = re.compile(r"\b(?:beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?)\s+(?:to\s+)?$", re.I)


def weigh_forecasts(
    holdings: Holdings,
    occurrences: Sequence[Occurrence],
    updates: Sequence[Conflict],
    entity_of: Mapping[str, str],
    as_of: str | None,
) -> tuple[ForecastOutcome, ...]:
    """The outcome of every forecast on the day asked for, or on the story's last day."""
    home = {member: occurrence for occurrence in occurrences for member in occurrence.events}
    grown = {conflict.occurrence: conflict for conflict in updates}
    asked = read_period(as_of)
    today = asked.last if asked else _last_day(holdings)
    neighbours = Neighbours(holdings, entity_of)
    found = []
    for member in holdings.forecasts:
        near = neighbours.of(report_of(member))
        found.append(_settle(member, near, holdings, home, grown, entity_of, today))
    return tuple(found)


def _last_day(holdings: Holdings) -> date | None:
    days = [period.last for one in holdings.readings.values() if (period := read_period(one.report.published))]
    return max(days, default=None)


def _settle(
    member: str,
    near: Sequence[str],
    holdings: Holdings,
    home: Mapping[str, Occurrence],
    grown: Mapping[str | None, Conflict],
    entity_of: Mapping[str, str],
    today: date | None,
) -> ForecastOutcome:
    forecast = holdings.forecasts[member]
    foretold = [event for event in _foretold(member, forecast, holdings) if event in home]
    tellings = _later(member, [one for event in foretold for one in (*home[event].events, *_like(event, near, holdings))], holdings)
    due = read_period(forecast.due)
    found: tuple[tuple[Outcome, list[str], str], ...] = (
        ("met", _growth(member, forecast, [home[event].id for event in foretold], grown, holdings), "later reports give larger numbers"),
        ("met", [one for one in tellings if _is_met(one, member, holdings)], "a later report tells it as having happened"),
        ("met", _said(member, forecast, near, holdings, entity_of), "the one who was to deny denies in a later report"),
        ("missed", _missed(tellings, due, today, holdings), "its time has passed, and a later report has it still to come or as not so"),
    )
    for outcome, evidence, rule in found:
        if evidence:
            return ForecastOutcome(member, outcome, tuple(evidence), Because(rule, tuple(_passage(one, holdings) for one in evidence)))
    unmet = find_unmet(member, near, due, today, holdings)
    if unmet:
        rule = "its time has passed, and a later report says in like words that it was not so"
        return ForecastOutcome(member, "missed", _records_in(unmet, holdings), Because(rule, unmet))
    rule = "no later report speaks of it" if not tellings else "later reports do not settle it"
    return ForecastOutcome(member, "open", (), Because(rule, (holdings.passage(member, forecast.span),)))


def _like(event: str, near: Sequence[str], holdings: Holdings) -> list[str]:
    """Events of the same root and word in reports on the matter: what was put off is told as another happening."""
    told, words = holdings.events[event], content_stems(holdings.words(event, holdings.events[event].trigger))
    return [
        member_of(report, one.id)
        for report in near
        for one in holdings.readings[report].events
        if one.type == told.type and set(words) & set(content_stems(one.trigger.of(holdings.readings[report].text)))
    ]


def _records_in(passages: Sequence[Passage], holdings: Holdings) -> tuple[str, ...]:
    """The attributions of the passages."""
    found = []
    for report, start, end in passages:
        for one in holdings.readings[report].attributions:
            found += [member_of(report, one.id)] if any(part.meets(Span(start, end)) for part in one.content) else []
    return tuple(found)


def _foretold(member: str, forecast: Forecast, holdings: Holdings) -> list[str]:
    """The events that the forecast is of: those in its span, the one it names first."""
    report = report_of(member)
    named = [member_of(report, forecast.event)] if forecast.event else []
    inside = [member_of(report, event.id) for event in holdings.readings[report].events if forecast.span.meets(event.trigger)]
    return list(dict.fromkeys(one for one in [*named, *inside] if one in holdings.events))


def _later(member: str, events: Sequence[str], holdings: Holdings) -> list[str]:
    made = _published(member, holdings)
    later = [one for one in events if _is_after(_published(one, holdings), made)]
    return sorted(set(later))


def _published(member: str, holdings: Holdings) -> Period | None:
    return read_period(holdings.reading(member).report.published)


def _is_after(period: Period | None, made: Period | None) -> bool:
    return period is not None and made is not None and period.first > made.last


def _is_met(told: str, member: str, holdings: Holdings) -> bool:
    """Whether a telling is of what was foretold: it happened, not before it was foretold, and it was done and not only begun."""
    event, made = holdings.events[told], _published(member, holdings)
    period = read_period(event.date)
    if event.polarity == "negative" or event.modality not in ("actual", "ongoing") or (period and made and period.last < made.first):
        return False
    return _begins(told, event, holdings) <= bool(_BEGINS_IN.search(holdings.forecasts[member].span.of(holdings.reading(member).text)))


def _begins(told: str, event: Event, holdings: Holdings) -> bool:
    text = holdings.reading(told).text
    before = text[max(0, event.trigger.start - 12) : event.trigger.start]
    words = event.trigger.of(text)
    return bool(_BEGINS.search(before) or (" " in words and _BEGINS_IN.match(words)))


def _missed(tellings: Sequence[str], due: Period | None, today: date | None, holdings: Holdings) -> list[str]:
    if due is None or today is None or due.last >= today:
        return []
    after = [one for one in tellings if (told := _published(one, holdings)) and told.first > due.last]
    return [one for one in after if holdings.events[one].modality in _TO_COME or holdings.events[one].polarity == "negative"]


def _growth(member: str, forecast: Forecast, homes: Sequence[str], grown: Mapping[str | None, Conflict], holdings: Holdings) -> list[str]:
    """A forecast that a number will rise, and the later tellings that give larger ones."""
    if not families(forecast.span.of(holdings.reading(member).text)) & _RISE:
        return []
    for home in homes:
        if home in grown:
            return _later(member, [one for side in grown[home].values for one in side.by if one in holdings.events], holdings)
    return []


def _said(member: str, forecast: Forecast, near: Sequence[str], holdings: Holdings, entity_of: Mapping[str, str]) -> list[str]:
    """A forecast that somebody will deny, and that one's later denials."""
    if not families(forecast.span.of(holdings.reading(member).text)) & _DENIES:
        return []
    report, span = report_of(member), forecast.span
    here = [one for one in holdings.readings[report].entities if any(span.holds(mention.span) for mention in one.mentions)]
    meant = {entity_of.get(member_of(report, one.id)) for one in here}
    found = []
    for other, attribution in ((one, attribution) for one in near for attribution in holdings.readings[one].attributions):
        speaker = entity_of.get(member_of(other, attribution.source_entity or ""))
        denied = member_of(other, attribution.id)
        if (
            attribution.act == "deny"
            and speaker in meant - {None}
            and _is_after(_published(denied, holdings), _published(member, holdings))
        ):
            found.append(denied)
    return found


def _passage(member: str, holdings: Holdings) -> Passage:
    event = holdings.events.get(member)
    return holdings.passage(member, event.trigger if event else holdings.attributions[member].content[0])
