"""When a happening took place: the rules in their order, each for the events that the ones before it left without a date."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from whence.model.dates import Period, read_period, write_period
from whence.model.eventmarks import TriggerMark
from whence.model.pages import Page
from whence.model.parses import Tree
from whence.model.readings import Attribution, Event, Time
from whence.model.reports import Report
from whence.model.spans import Span
from whence.resolve.anniversaries import date_by_anniversary
from whence.resolve.clause_dates import Dated, date_by_clause, place_times
from whence.resolve.live_dates import date_by_entry, find_headings, is_live
from whence.resolve.reckoned_dates import date_by_reckoning
from whence.resolve.story_dates import date_by_story
from whence.resolve.tenses import find_tense
from whence.resolve.times.calendars import moved
from whence.resolve.told_dates import date_by_neighbours, date_by_retelling

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_DEADLINES = frozenset({"by", "before", "within"})
_SHORT = 3
_OPENING = 5
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_YEAR = re.compile(r"\d{4}")
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules look at: the page's words, its triggers, its times in their places, its day of publication, its title, whether it is
    live, and the headings that it then has.
    """

    tree: Tree
    marks: tuple[TriggerMark, ...]
    times: tuple[Dated, ...]
    attributions: Mapping[str, Attribution]
    published: Period | None
    title: Span | None
    live: bool
    headings: tuple[Span, ...]


Rule = Callable[[Scene, Sequence[Event]], tuple[Event, ...]]

RULES: tuple[Rule, ...] = (
    lambda scene, events: date_by_clause(scene.tree, scene.marks, events, scene.times, scene.attributions, scene.published),
    lambda scene, events: date_by_anniversary(scene.tree, scene.marks, events, scene.times, scene.published),
    lambda scene, events: date_by_neighbours(scene.tree, scene.marks, events),
    lambda scene, events: date_by_retelling(scene.tree, scene.marks, events, scene.title),
    lambda scene, events: date_by_reckoning(scene.tree, scene.marks, events, scene.times, scene.published),
    lambda scene, events: date_by_neighbours(scene.tree, scene.marks, events),
    lambda scene, events: date_by_retelling(scene.tree, scene.marks, events, scene.title),
    lambda scene, events: date_by_story(scene.tree, scene.marks, events, scene.times, scene.published),
    lambda scene, events: _date_entries(scene, events) if scene.live else tuple(events),
    lambda scene, events: date_by_retelling(scene.tree, scene.marks, events, scene.title),
    lambda scene, events: _date_title(scene, events),
)


def resolve_event_dates(
    tree: Tree,
    marks: Sequence[TriggerMark],
    events: Sequence[Event],
    times: Sequence[Time],
    attributions: Mapping[str, Attribution],
    report: Report,
    page: Page,
) -> tuple[Event, ...]:
    """Events with the days that the text gives them; unknown where nothing tells."""
    placed = place_times(tree, times, tuple(attributions.values()))
    live = is_live(page.text, page.title.of(page.text) if page.title is not None else "")
    scene = Scene(tree, tuple(marks), placed, attributions, read_period(report.published), page.title, live, find_headings(page.text))
    dated = tuple(events)
    for rule in RULES:
        dated = rule(scene, dated)
    told = (_until_told(tree, mark, event, scene.published) for mark, event in zip(marks, dated, strict=True))
    return tuple(_by_deadline(tree, event, scene.published) for event in told)


def _date_entries(scene: Scene, events: Sequence[Event]) -> tuple[Event, ...]:
    return date_by_entry(scene.tree, scene.marks, events, scene.times, scene.published, scene.headings)


def _date_title(scene: Scene, events: Sequence[Event]) -> tuple[Event, ...]:
    """A headline's event with the day of its telling, however the report's text came by that, or else of what the report opens with."""
    if scene.title is None:
        return tuple(events)
    dated = date_by_retelling(scene.tree, scene.marks, events, scene.title)
    told = tuple(new if scene.title.holds(new.trigger) else old for old, new in zip(events, dated, strict=True))
    opening = _day_of_opening(scene, told)
    return tuple(
        replace(event, date=opening, date_basis="anchored")
        if event.date is None and event.modality == "actual" and scene.title.holds(event.trigger) and opening is not None
        else event
        for event in told
    )


def _day_of_opening(scene: Scene, events: Sequence[Event]) -> str | None:
    """The day of the first happening of the text below the headline, where that is told within a few sentences."""
    for event in events:
        period, sentence = read_period(event.date), scene.tree.sentences[scene.tree.at(event.trigger.start)]
        below = scene.title is not None and event.trigger.start >= scene.title.end and event.modality == "actual"
        if below and period is not None and period.days <= _SHORT:
            return event.date if sentence <= _OPENING else None
    return None


def _by_deadline(tree: Tree, event: Event, published: Period | None) -> Event:
    """What is to happen by a day may happen on any from the day of publication on: "promised to hand the file over by Friday"."""
    period = read_period(event.date)
    if event.modality not in ("asked", "planned", "predicted") or event.date_span is None or period is None or published is None:
        return event
    first = tree.inside(event.date_span).start
    word = tree.folded[first - 1] if first else ""
    last = period.last - _DAY if word == "before" and period.days == 1 else period.last
    if word not in _DEADLINES or event.date_basis == "anchored" or last <= published.first:
        return event
    return replace(event, date=write_period(Period(published.first, last)))


def _until_told(tree: Tree, mark: TriggerMark, event: Event, published: Period | None) -> Event:
    """What has happened has happened by the day of publication: "this week" ends there, "on Sunday" was the one before.

    A noun with a later day tells what is planned ("elections in May"); any other later day is not the event's own.
    """
    period = read_period(event.date)
    if period is not None and published is not None and _is_to_come(tree, mark, event, period, published):
        return replace(event, date=write_period(Period(period.first + _WEEK, period.last + _WEEK)))
    if period is None or published is None or event.modality != "actual" or period.last <= published.last:
        return event
    if period.first <= published.last:
        return replace(event, date=write_period(Period(period.first, published.last)))
    if not mark.nominal and event.date_span is not None and find_tense(tree, mark.token) == "past":
        past = _a_year_before(tree, event.date_span, period)
        if past is not None:
            return replace(event, date=write_period(past))
    before = Period(period.first - _WEEK, period.last - _WEEK)
    weekday = event.date_span is not None and any(tree.folded[word] in _WEEKDAYS for word in tree.inside(event.date_span))
    if weekday and before.first <= published.last:
        return replace(event, date=write_period(before))
    if mark.nominal and event.date_basis != "anchored":
        return replace(event, modality="planned")
    return replace(event, date=None, date_span=None, date_basis="unknown")


def _a_year_before(tree: Tree, span: Span, period: Period) -> Period | None:
    """The same days of the year before, where a day of a month is named without its year: what was done "on 12 April" is over."""
    words = [tree.folded[word] for word in tree.inside(span)]
    if not any(word in _MONTHS for word in words) or any(_YEAR.fullmatch(word) for word in words):
        return None
    first, last = moved(period.first, "year", -1), moved(period.last, "year", -1)
    return Period(first, last) if first and last else None


def _is_to_come(tree: Tree, mark: TriggerMark, event: Event, period: Period, published: Period) -> bool:
    """Whether the bare weekday of something planned was taken for the one before: a vigil called for Sunday is not over."""
    if event.modality not in ("asked", "planned", "predicted") or event.date_span is None or period.last >= published.first:
        return False
    words = [tree.folded[word] for word in tree.inside(event.date_span)]
    over = mark.token if mark.nominal is False else tree.heads[mark.token]
    if event.modality == "asked" and mark.nominal and tree.relation(mark.token) == "obj":
        first = tree.inside(event.date_span).start
        if tree.folded[first - 1 : first] == ("on",) and not tree.under(over, "aux"):
            return False  # "ordered the arrest on Monday": the day is that of the asking
    looks_back = over >= 0 and any(tree.folded[t] in ("had", "was", "were") for t in tree.under(over, "aux"))
    return (
        event.date_basis == "relative"
        and len(words) == 1
        and words[0] in _WEEKDAYS
        and not looks_back
        and period.last + _WEEK >= published.first
    )
