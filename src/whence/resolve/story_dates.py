"""Dates from the course of the telling: what goes on from a dated happening, and what is news on the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from whence.model.clauses import is_passive, is_relative
from whence.model.dates import Period, read_period, write_period
from whence.model.eventmarks import TriggerMark
from whence.model.parses import Tree
from whence.model.readings import Event
from whence.resolve.clause_dates import Dated

_RECENT = timedelta(days=10)
_STORY = timedelta(days=60)
_OTHER_TIME = frozenset({"after", "since", "before", "until", "when", "as"})
_DAYS = 3  # a told stretch longer than this is no day to go on from


def date_by_story(
    tree: Tree, marks: Sequence[TriggerMark], events: Sequence[Event], times: Sequence[Dated], published: Period | None
) -> tuple[Event, ...]:
    """Events told as going on, as fresh, or in the course of a story whose day is known. Nothing is dated in an undated report."""
    if published is None:
        return tuple(events)
    found = []
    for number, (mark, event) in enumerate(zip(marks, events, strict=True)):
        date = _story_date(tree, mark, event, events[:number], times, published) if event.date is None else None
        found.append(replace(event, date=date, date_basis="anchored") if date is not None else event)
    return tuple(found)


def _story_date(
    tree: Tree, mark: TriggerMark, event: Event, before: Sequence[Event], times: Sequence[Dated], published: Period
) -> str | None:
    tense = _tense(tree, mark.token)
    if event.modality == "ongoing":
        return write_period(published) if tense == "present" or mark.nominal else None
    if event.modality != "actual" or mark.nominal or tense == "past perfect" or is_relative(tree, mark.token):
        return None
    if event.attribution is not None and tense == "past":
        return _day_of_sentence(tree, mark, event, times) or _last_day(before, published)
    if any(tree.folded[t] in _OTHER_TIME for t in tree.under(mark.token, "mark")):
        return None
    older = _older(tree, event, before, published) if tense == "past" else None
    return older or _fresh(event, times, published)


def _older(tree: Tree, event: Event, before: Sequence[Event], published: Period) -> str | None:
    """The time of the past episode that the report is telling, if the sentence before goes back to one."""
    here = tree.sentences[tree.at(event.trigger.start)]
    for other in reversed(before):
        period = read_period(other.date)
        if here - tree.sentences[tree.at(other.trigger.start)] > 1:
            return None
        if period is not None and other.modality == "actual" and other.date_span is not None:
            return other.date if period.last < published.first - _RECENT else None
    return None


def _day_of_sentence(tree: Tree, mark: TriggerMark, event: Event, times: Sequence[Dated]) -> str | None:
    """The one day that the sentence names in the same words."""
    days = {
        one.time.period
        for one in times
        if tree.sentences[one.word] == tree.sentences[mark.token] and one.attribution == event.attribution and _is_day(one.time.period)
    }
    return days.pop() if len(days) == 1 else None


def _is_day(value: str | None) -> bool:
    period = read_period(value)
    return period is not None and period.days <= _DAYS


def _tense(tree: Tree, verb: int) -> str:
    """past perfect, perfect, past or present, by the auxiliaries and the form; of a participle that hangs on another verb, that verb's."""
    words = {tree.folded[t] for t in tree.under(verb, "aux")}
    if "had" in words or "having" in words:
        return "past perfect"
    if words & {"has", "have", "'ve"}:
        return "perfect"
    if words & {"was", "were", "did"}:
        return "past"
    if words & {"is", "are", "am", "'s", "'re", "do", "does"}:
        return "present"
    if tree.folded[verb].endswith("ing") or (tree.relation(verb) == "conj" and tree.heads[verb] >= 0):
        over = tree.heads[verb]
        return _tense(tree, over) if over >= 0 and tree.upos[over] == "VERB" else "past"
    return "present" if tree.folded[verb].endswith("s") and not is_passive(tree, verb) else "past"


def _last_day(before: Sequence[Event], published: Period) -> str | None:
    """The day of the happening told last, if the story is of this season."""
    for event in reversed(before):
        period = read_period(event.date)
        if period is not None and event.modality == "actual":
            recent = period.last >= published.first - _STORY and period.first <= published.last
            return event.date if recent and period.days <= _DAYS else None
    return None


def _fresh(event: Event, times: Sequence[Dated], published: Period) -> str | None:
    """From the day told last before the event, if it is one of the days before publication, to the day of publication."""
    for one in reversed(times):
        period = read_period(one.time.period)
        if one.time.span.start > event.trigger.start or period is None or period == published or period.days > _DAYS:
            continue
        if period.last <= published.last and period.first >= published.first - _RECENT:
            return write_period(Period(period.first, published.last))
    return write_period(published) if published.days > 1 else None
