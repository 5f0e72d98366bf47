"""Dates from the course of the telling: what goes on from a dated happening, and what is news on the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from whence.lexicon.lemmas import is_base_form, load_light_verbs
from whence.model.dates import Period, read_period, write_period
from whence.model.eventmarks import TriggerMark
from whence.model.parses import Tree
from whence.model.readings import Event
from whence.model.subjects import is_relative
from whence.resolve.clause_dates import Dated, is_deed_judged
from whence.resolve.tenses import find_tense

_RECENT = timedelta(days=10)
_FRESH = timedelta(days=6)
_DAY = timedelta(days=1)
_STORY = timedelta(days=60)
_OTHER_TIME = frozenset({"after", "since", "before", "until", "when", "as"})
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(?:am|pm)?|\d{1,2}(?:am|pm)|am|pm|a\.m\.|p\.m\.")
_MONTH = 31
_WEEK = 7
_SENTENCES = 8
_NEAR = 2
# Verbs whose object comes about when they do ("the talks have seen the release of").
_BRINGING = frozenset(
    "see sees saw seen bring brings brought prompt prompts prompted trigger triggers triggered cause causes caused".split()
)
_BEGINNING = frozenset(
    "begin began begun start started end ended stop stopped continue continued last lasted come came heard seen felt reported".split()
)
_HABITS = frozenset(
    """regularly often always usually repeatedly frequently never once previously ever sometimes routinely long numerous many
    countless repeated occasional occasionally historically traditionally annually""".split()
)
_EARLIER = frozenset("never ever once twice earlier previously already before first long formerly originally repeatedly why how".split())
_EPISODES = frozenset(
    """war wars conflict siege attack raid bombing crash disaster massacre uprising revolution crisis campaign occupation dictatorship
    genocide famine earthquake flood coup sinking fire shooting protests unrest strike""".split()
)
_DAYS = 3  # a told stretch longer than this is no day to go on from


def date_by_story(
    tree: Tree, marks: Sequence[TriggerMark], events: Sequence[Event], times: Sequence[Dated], published: Period | None
) -> tuple[Event, ...]:
    """Events told as going on, as fresh, or in the course of a story whose day is known.

    An undated report is told of the day that its first sentence gives in full; where it gives none, nothing is dated.
    """
    day = published or _day_of_lead(tree, events)
    if day is None:
        return tuple(events)
    found = []
    for number, (mark, event) in enumerate(zip(marks, events, strict=True)):
        goes_on = published is not None or _is_finite_past(tree, mark)
        date = _story_date(tree, mark, event, events[:number], times, day) if event.date is None and goes_on else None
        found.append(replace(event, date=date, date_basis="anchored") if date is not None else event)
    return tuple(found)


def _is_finite_past(tree: Tree, mark: TriggerMark) -> bool:
    """Whether a trigger is a verb in the past tense and no infinitive or participle without one."""
    if mark.nominal or find_tense(tree, mark.token) != "past" or is_base_form(tree.folded[mark.token]):
        return False
    return not tree.folded[mark.token].endswith("ing") or tree.relation(mark.token) == "advcl"


def _day_of_lead(tree: Tree, events: Sequence[Event]) -> Period | None:
    """The day, year and all, of the happening that a report opens with."""
    opening = (event for event in events if tree.sentences[tree.at(event.trigger.start)] == 0 and event.modality == "actual")
    days = [read_period(event.date) for event in opening if event.date_basis == "stated" and _is_short(event.date, 1)]
    return days[0] if days else None


def _story_date(
    tree: Tree, mark: TriggerMark, event: Event, before: Sequence[Event], times: Sequence[Dated], published: Period
) -> str | None:
    if _is_asked(tree, mark.token):
        return None
    verb = _telling_verb(tree, mark)
    if event.modality == "ongoing":
        return write_period(published) if verb is None or find_tense(tree, verb) == "present" else None
    if event.modality != "actual" or _is_habit(tree, mark.token, verb) or is_deed_judged(tree, mark.token):
        return None
    if verb is not None and _has_time_of_its_own(tree, verb):
        return None
    if verb is None:
        return _day_of_sentence(tree, mark, event, times) if _is_new(tree, mark.token) else None
    tense = find_tense(tree, verb)
    if _has_clock(tree, verb) and tense.startswith("past"):
        return _last_day(tree, event, before, times, published)
    if tense == "past perfect":
        return _day_of_sentence(tree, mark, event, times, longest=_MONTH) or _of_late(tree, event, verb, times, published)
    marks = {tree.folded[t] for t in tree.under(verb, "mark")}
    if is_relative(tree, verb) or marks & _OTHER_TIME:
        return _day_of_sentence(tree, mark, event, times) if marks == {"after"} else None
    same = [other for other in before if other.attribution == event.attribution]  # what is quoted goes its own way
    if event.attribution is not None and tense == "past":
        return (
            _day_of_sentence(tree, mark, event, times)
            or _older(tree, event, same, published)
            or _last_day(tree, event, before, times, published)
        )
    older = (_older(tree, event, same, published) or _same_day(tree, event, same, published)) if tense == "past" else None
    general = (  # "people work together", "the more you help"
        tense == "present" and not tree.folded[verb].endswith("s") and (event.attribution is not None or tree.relation(verb) == "advcl")
    )
    if older is None and (general or _looks_back(tree, event, times, published)):
        return None
    said = _by_saying(tree, event, times, published) if tense == "perfect" else None
    return older or said or _fresh(event, times, published) or (_today(tree, event, before, published) if tense == "past" else None)


def _is_asked(tree: Tree, token: int) -> bool:
    """Whether a happening stands in a question: "Who blew up the bridge?" tells no day."""
    last = token
    while last + 1 < len(tree.words) and tree.sentences[last + 1] == tree.sentences[token]:
        last += 1
    return "?" in (tree.words[last], tree.words[max(token, last - 1)])


def _has_time_of_its_own(tree: Tree, verb: int) -> bool:
    """Whether a verb is told to have been "during the war", "under the junta", "in the siege": a time that has no day here."""
    for noun in tree.under(verb, "obl"):
        cases = {tree.folded[t] for t in tree.under(noun, "case")}
        known = any(tree.folded[t] in ("the", "that", "this", "his", "her", "their", "its") for t in tree.under(noun, "det", "nmod"))
        if known and ("during" in cases or (cases & {"in", "after", "before"} and tree.folded[noun] in _EPISODES)):
            return True
    return False


def _of_late(tree: Tree, event: Event, verb: int, times: Sequence[Dated], published: Period) -> str | None:
    """The week up to publication, for what somebody is told to have said had happened, in a report that names a day of that week.

    It tells the news of that week, unless the sentence names a day further back, or has it happen earlier, never, or once.
    """
    own = {tree.folded[t] for t in tree.under(verb, "advmod", "mark")}
    own |= {tree.folded[t] for over in tree.under(verb, "advcl") for t in tree.under(over, "advmod", "mark")} - {"before"}
    if event.attribution is None or published.days > 1 or own & (_EARLIER | _OTHER_TIME) or is_relative(tree, verb):
        return None
    week = Period(published.first - timedelta(days=_WEEK), published.last)
    named = [(tree.sentences[one.word], period) for one in times if (period := read_period(one.time.period)) is not None]
    back = any(sentence == tree.sentences[verb] and period.first < week.first for sentence, period in named)
    news = any(week.first <= period.first and period.last <= week.last for _, period in named)
    return write_period(week) if news and not back else None


def _has_clock(tree: Tree, verb: int) -> bool:
    """Whether a verb has a time of the day ("at 10.55pm"): it goes on with the day that the report is telling of."""
    return any(
        _CLOCK.fullmatch(tree.folded[t]) or tree.folded[t] in ("noon", "midnight", "o'clock") for t in tree.under(verb, "obl", "advmod")
    )


def _telling_verb(tree: Tree, mark: TriggerMark) -> int | None:
    """The verb whose tense tells when: the trigger, or the verb that carries a noun ("sent a distress call")."""
    if not mark.nominal:
        return mark.token
    noun = mark.token
    while tree.relation(noun) == "conj" and tree.heads[noun] >= 0:
        noun = tree.heads[noun]
    over = tree.heads[noun]
    if over >= 0 and tree.relation(noun) == "nsubj" and tree.folded[over] in _BEGINNING:
        return over
    carries = over >= 0 and tree.relation(noun) == "obj" and (tree.folded[over] in load_light_verbs() or tree.folded[over] in _BRINGING)
    return over if carries else None


def _is_new(tree: Tree, noun: int) -> bool:
    """Whether a noun brings in a happening not told before ("in an interview")."""
    return any(tree.folded[t] in ("a", "an", "one") for t in tree.under(noun, "det", "nummod"))


def _older(tree: Tree, event: Event, before: Sequence[Event], published: Period) -> str | None:
    """The time of the past episode that the report is telling, if the sentence before goes back to one."""
    here = tree.sentences[tree.at(event.trigger.start)]
    for other in reversed(before):
        period, token = read_period(other.date), tree.at(other.trigger.start)
        if here - tree.sentences[token] > 1:
            return None
        if here == tree.sentences[token]:
            continue
        if (
            is_relative(tree, token) or _is_aside(tree, other) or find_tense(tree, token) == "past perfect"
        ):  # an aside, from which the telling does not go on
            continue
        if period is not None and other.modality == "actual" and other.date_basis != "anchored":
            return other.date if period.last < published.first - _RECENT else None
    return None


def _day_of_sentence(tree: Tree, mark: TriggerMark, event: Event, times: Sequence[Dated], longest: int = _DAYS) -> str | None:
    """The one time of at most ``longest`` days that the sentence names in the same words."""
    days = {
        one.time.period
        for one in times
        if tree.sentences[one.word] == tree.sentences[mark.token]
        and (longest <= _DAYS or one.over < 0 or tree.upos[one.over] != "VERB")
        and one.attribution == event.attribution
        and _is_short(one.time.period, longest)
    }
    return days.pop() if len(days) == 1 else None


def _is_short(value: str | None, longest: int) -> bool:
    period = read_period(value)
    return period is not None and period.days <= longest


def _last_day(tree: Tree, event: Event, before: Sequence[Event], times: Sequence[Dated], published: Period) -> str | None:
    """The day of the happening dated last, if that was told a few sentences ago and the story is of this season."""
    here = tree.sentences[tree.at(event.trigger.start)]
    akin = [told for told in before if told.type == event.type]
    for other in (*reversed(akin), *reversed(before)):
        period = read_period(other.date)
        if period is None or other.modality != "actual" or not _has_day_beside_it(tree, other, times) or _is_aside(tree, other):
            continue
        if period.days > _DAYS:
            continue
        near = here - tree.sentences[tree.at(other.trigger.start)] <= (2 * _SENTENCES if _is_only_day(other, before) else _SENTENCES)
        recent = period.last >= published.first - _STORY and period.first <= published.last
        return other.date if near and recent else None
    return None


def _has_day_beside_it(tree: Tree, event: Event, times: Sequence[Dated]) -> bool:
    """Whether an event is dated by words of its own sentence, not by another event."""
    here = tree.sentences[tree.at(event.trigger.start)]
    return event.date_basis != "anchored" or any(tree.sentences[one.word] == here and one.time.period == event.date for one in times)


def _looks_back(tree: Tree, event: Event, times: Sequence[Dated], published: Period) -> bool:
    """Whether the sentence names, in the same words, a day long before publication: what it tells is no news."""
    here = tree.sentences[tree.at(event.trigger.start)]
    named = [read_period(o.time.period) for o in times if tree.sentences[o.word] == here and o.attribution == event.attribution]
    return any(period is not None and period.last < published.first - _STORY for period in named)


def _is_only_day(event: Event, before: Sequence[Event]) -> bool:
    """Whether a report has told of no day but this one: its story goes on there, however many sentences later."""
    return {other.date for other in before if other.modality == "actual" and _is_short(other.date, _DAYS)} == {event.date}


def _is_aside(tree: Tree, event: Event) -> bool:
    """Whether a happening is only named in passing ("the result of the May election"): no telling goes on from there."""
    token = tree.inside(event.trigger).stop - 1
    return tree.upos[token] == "NOUN" and tree.relation(token) in ("nmod", "obl")


def _same_day(tree: Tree, event: Event, before: Sequence[Event], published: Period) -> str | None:
    """The day of publication, where something told just before is said to have happened on it."""
    here = tree.sentences[tree.at(event.trigger.start)]
    near = (told for told in before if 0 < here - tree.sentences[tree.at(told.trigger.start)] <= _NEAR)
    told = [told.date for told in near if told.modality == "actual" and told.date_basis == "relative"]
    return told[-1] if told and read_period(told[-1]) == published else None


def _fresh(event: Event, times: Sequence[Dated], published: Period) -> str | None:
    """From the day (or week) told last before the event, if just before publication, to the day of publication."""
    for one in reversed(times):
        period = read_period(one.time.period)
        if one.time.span.start > event.trigger.start or period is None or period == published or period.days > _WEEK:
            continue
        if published.first - _FRESH <= period.first <= published.last:
            return write_period(Period(period.first, published.last))
    return write_period(published) if published.days > 1 else None


def _by_saying(tree: Tree, event: Event, times: Sequence[Dated], published: Period) -> str | None:
    """What is told as fresh, by the day on which it was said: "has left the country, a radio station reported on Sunday"."""
    here, token = tree.sentences[tree.at(event.trigger.start)], tree.at(event.trigger.start)
    if event.attribution is None or published.days > 1:
        return None
    for one in times:
        period, behind = read_period(one.time.period), tree.sentences[one.word] == here and one.word > token
        if period is not None and behind and one.attribution != event.attribution and period.days == 1:
            fresh = published.first - _FRESH <= period.first < published.first
            return write_period(Period(period.first - _DAY, period.last)) if fresh else None
    return None


def _today(tree: Tree, event: Event, before: Sequence[Event], published: Period) -> str | None:
    """The day of publication, where the happening that was dated last by its own words, a few sentences ago, is of that day."""
    here = tree.sentences[tree.at(event.trigger.start)]
    before = [other for other in before if here - tree.sentences[tree.at(other.trigger.start)] <= _SENTENCES]
    news = (other for other in before if other.modality == "actual" and other.date_basis != "anchored")
    told = [other.date for other in news if _is_short(other.date, _DAYS)]
    return told[-1] if told and read_period(told[-1]) == published and published.days == 1 else None


def _is_habit(tree: Tree, token: int, verb: int | None) -> bool:
    """Whether a happening is told of as one of many, or of no time ("regularly visited", "has launched numerous raids")."""
    around = [*tree.under(token, "amod", "advmod", "det"), *(tree.under(verb, "advmod") if verb is not None else ())]
    around += [t for noun in tree.under(token, "obj") for t in tree.under(noun, "amod")]
    return any(tree.folded[t] in _HABITS for t in around)
