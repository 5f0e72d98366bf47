"""Dates from another telling of the same happening in the same report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.model.dates import Period, read_period, write_period
from whence.model.eventmarks import TriggerMark
from whence.model.parses import Tree
from whence.model.readings import Event
from whence.model.spans import Span
from whence.model.subjects import find_subjects, is_passive, is_relative
from whence.resolve.retellings import are_akin, is_another
from whence.resolve.tenses import find_tense

_BLOWS = frozenset({"attack", "shot", "shooting", "killing", "massacre", "bloodshed", "bombing", "blast", "explosion", "assault", "raid"})
_ONCE = frozenset({"threaten", "agree", "appoint", "concede", "reject"})  # kinds of which a report rarely tells two in a row
_LENGTHS = frozenset("days weeks months years decades".split())
_AHEAD = 1  # so many sentences on a killing may be told that a toll before it is of
_BACK = 2  # so many sentences back a noun may point by another word
_DEATHS = frozenset("die drown perish starve succumb suffocate asphyxiate suicide disappear vanish".split()) | {"pass away", "fall ill"}
_KILLINGS = frozenset(
    {"kill", "killing", "assassinate", "assassination", "murder", "slay", "execute", "execution", "shoot dead", "behead", "lynch"}
)


def date_by_retelling(tree: Tree, marks: Sequence[TriggerMark], events: Sequence[Event], title: Span | None) -> tuple[Event, ...]:
    """Events without a date take that of the tellings that are plainly of the same happening, if these agree; a title that of the first."""
    dated = [(mark, event) for mark, event in zip(marks, events, strict=True) if event.date is not None]
    found = []
    for mark, event in zip(marks, events, strict=True):
        others = [e for m, e in dated if is_retelling(tree, mark, event, m, e)] if event.date is None and event.modality == "actual" else []
        if title is not None and title.holds(mark.span) and event.modality == "actual":
            others = [e for m, e in dated if _headlined(tree, mark, event, m, e)][:1] if event.date is None else []
        date = agree_on([e.date for e in others if e.date is not None])
        found.append(replace(event, date=date, date_span=others[0].date_span, date_basis="anchored") if date is not None else event)
    return tuple(found)


def _headlined(tree: Tree, mark: TriggerMark, event: Event, other_mark: TriggerMark, other: Event) -> bool:
    """Whether a title may tell an event in other words: of a death, of the same word, of the same mode ("free", "released")."""
    if is_another(tree, other_mark.token):
        return False
    someone_else = bool(event.recipients) and not set(event.recipients) & set(other.recipients)
    same_mode = event.mode is not None and event.mode == other.mode and not someone_else
    lead = tree.sentences[other_mark.token] == tree.sentences[mark.token] + 1 and event.mode == other.mode
    return event.type == other.type and (event.type == "die" or same_mode or lead or are_akin(tree, other_mark, mark))


def date_by_neighbours(tree: Tree, marks: Sequence[TriggerMark], events: Sequence[Event]) -> tuple[Event, ...]:
    """Events without a date take that of the happening that does them ("the blast on Monday killed six") or that they go along with."""
    by_token = {mark.token: number for number, mark in enumerate(marks)}
    found = list(events)
    for number, (mark, event) in enumerate(zip(marks, events, strict=True)):
        beside = _neighbour(tree, mark, by_token)
        if beside is None or event.date is not None or found[beside].date is None or event.attribution != found[beside].attribution:
            continue
        if event.modality == found[beside].modality == "actual":
            found[number] = replace(event, date=found[beside].date, date_span=found[beside].date_span, date_basis=found[beside].date_basis)
    return tuple(found)


def _neighbour(tree: Tree, mark: TriggerMark, by_token: dict[int, int]) -> int | None:
    """The number of the event that is a verb's subject, or that a participle or conjunct goes along with in its sentence."""
    ended = _hours_before(tree, mark.token)
    if ended is not None:
        return by_token.get(ended)
    if _is_just_before(tree, mark.token) and tree.heads[mark.token] in by_token:
        return by_token[tree.heads[mark.token]]
    if mark.nominal:
        return None
    when = [t for t in tree.under(mark.token, "advcl") if t in by_token and _in_which(tree, t)]
    if when:
        return by_token[when[0]]  # "six were killed when gunmen stormed the post"
    if is_relative(tree, mark.token) and _in_which(tree, mark.token):
        named = tree.heads[mark.token]  # "the blast, in which six people were killed", "the site of the blast, in which"
        told = [t for t in (named, *tree.under(named, "nmod")) if t in by_token]
        if told:
            return by_token[told[0]]
    for subject in find_subjects(tree, mark.token):
        for word in (subject, *(tree.above(subject) if is_relative(tree, mark.token) else ())):
            if word in by_token and word != mark.token:
                return by_token[word]  # "the attack on the depot, which killed seven"
            if tree.relation(word) != "nmod":
                break
    if tree.folded[mark.token].endswith("ing") and not tree.under(mark.token, "mark", "case", "aux", "nsubj"):
        before = [t for t in by_token if t < mark.token and tree.sentences[t] == tree.sentences[mark.token]]
        return by_token[max(before)] if before and tree.words[mark.token - 1] == "," else None
    return None


def _is_just_before(tree: Tree, word: int) -> bool:
    """Whether a gerund tells what somebody had just done: "was shot after surrendering", with no length of time of its own."""
    after = any(tree.folded[t] in ("after", "upon", "while") for t in tree.under(word, "mark", "case"))
    return after and tree.folded[word].endswith("ing") and not any(tree.folded[t] in _LENGTHS for t in tree.below(word))


def _hours_before(tree: Tree, word: int) -> int | None:
    """The verb that came after so many hours of something: "the mutiny was put down on Friday after 14 hours of fighting"."""
    unit = tree.heads[word]
    lasting = tree.relation(word) in ("nmod", "acl") and unit >= 0 and tree.folded[unit] in ("hours", "hour", "minutes")
    ended = lasting and any(tree.folded[t] == "after" for t in tree.under(unit, "case"))
    return tree.heads[unit] if ended else None


def _in_which(tree: Tree, verb: int) -> bool:
    """Whether a clause says what happened at the time or place of what it hangs on."""
    return any(tree.folded[t] in ("which", "when", "where") for t in tree.under(verb, "obl", "advmod", "mark"))


def _points_at_blow(tree: Tree, mark: TriggerMark, event: Event, other: Event) -> bool:
    """Whether "the attack", "the raid on the post" points at the blow that the report is about, of which no other victim is told."""
    definite = any(tree.folded[t] in ("the", "that", "this") for t in tree.under(mark.token, "det"))
    someone_else = bool(event.recipients) and (bool(other.recipients) or mark.lemma in _KILLINGS)
    return event.type == "assault" and mark.nominal and definite and mark.lemma in _BLOWS and not someone_else


def _points_back(tree: Tree, mark: TriggerMark, event: Event, other_mark: TriggerMark, other: Event) -> bool:
    """Whether "the ultimatum", "the detention" names what was told by another word just before: of its kind and mode, by nobody else."""
    definite = any(tree.folded[t] in ("the", "that", "this") for t in tree.under(mark.token, "det"))
    far = tree.sentences[mark.token] - tree.sentences[other_mark.token]
    others = bool(set(event.actors) ^ set(other.actors)) and bool(event.actors) and bool(other.actors)
    alone = not event.recipients or bool(set(event.recipients) & set(other.recipients))
    kind = event.type == other.type and event.mode == other.mode and (event.mode is not None or event.type in _ONCE)
    return mark.nominal and definite and kind and alone and not others and (0 <= far <= _BACK)


def _is_same_deed(tree: Tree, mark: TriggerMark, other_mark: TriggerMark) -> bool:
    """Whether a verb tells again what a verb told before, of the same thing: "two masts were cut down", "they had cut down the masts"."""
    if mark.nominal or other_mark.nominal or mark.lemma != other_mark.lemma or other_mark.token >= mark.token:
        return False
    known = {_noun(tree, noun) for noun in _things(tree, mark.token) if _is_known(tree, noun)}
    return bool(known & {_noun(tree, noun) for noun in _things(tree, other_mark.token)})


def _is_the_accident(tree: Tree, mark: TriggerMark, other_mark: TriggerMark) -> bool:
    """Whether "the roof fall", "the crash" names by another word the accident told before it."""
    known = any(tree.folded[t] in ("the", "that", "this") for t in tree.under(mark.token, "det"))
    both = all(one.type == "die" and one.frame == "loss" and one.lemma not in _DEATHS for one in (mark, other_mark))
    return mark.nominal and known and both and other_mark.token < mark.token


def _things(tree: Tree, verb: int) -> tuple[int, ...]:
    """What a verb is done to: its object, or the subject of its passive."""
    return tree.under(verb, "obj", "nsubj:pass") + (tree.under(verb, "nsubj") if is_passive(tree, verb) else ())


def _is_known(tree: Tree, noun: int) -> bool:
    return tree.upos[noun] == "NOUN" and any(tree.folded[t] in ("the", "that", "this", "these", "those") for t in tree.under(noun, "det"))


def _noun(tree: Tree, noun: int) -> str:
    return tree.folded[noun].removesuffix("s")


def _denies(tree: Tree, mark: TriggerMark, event: Event, other: Event) -> bool:
    """Whether an event tells that somebody did not do what another tells as done: "denied that his men had fired"."""
    if event.polarity == "positive" or other.polarity == "negative" or mark.nominal or event.type != "assault":
        return False
    return (
        event.type == other.type and event.mode is not None and event.mode == other.mode and find_tense(tree, mark.token) == "past perfect"
    )


def is_retelling(tree: Tree, mark: TriggerMark, event: Event, other_mark: TriggerMark, other: Event) -> bool:
    """Whether two events of a report are plainly one: of a kind, of shared people, or a bare noun and its like."""
    if other.modality == "actual" and _denies(tree, mark, event, other):
        return True
    if other.modality != "actual" or event.polarity != other.polarity or is_another(tree, other_mark.token):
        return False
    if _is_same_deed(tree, mark, other_mark) or _is_the_accident(tree, mark, other_mark):
        return True
    shared = bool(set(event.recipients) & set(other.recipients))
    if event.type != other.type:  # a person dies once
        running = bool(event.quantities) and not mark.nominal and find_tense(tree, mark.token) == "perfect"  # "17 have now died"
        counted = running or (mark.frame in ("toll", "tally") and not event.recipients)  # "the number of dead"
        counted = counted and tree.sentences[other_mark.token] - tree.sentences[mark.token] <= _AHEAD
        return (shared or counted) and {event.type, other.type} == {"die", "assault"} and bool({mark.lemma, other_mark.lemma} & _KILLINGS)
    if shared or (mark.frame in ("toll", "tally") and not event.recipients):
        return True
    if _points_at_blow(tree, mark, event, other) or _points_back(tree, mark, event, other_mark, other):
        return True
    if not are_akin(tree, mark, other_mark) or (event.actors and other.actors and not set(event.actors) & set(other.actors)):
        return False
    if event.place is not None and event.place == other.place and mark.nominal and other_mark.nominal:
        return True
    known = mark.nominal or any(tree.folded[t] in ("before", "after", "since", "when") for t in tree.under(mark.token, "mark"))
    bare = known and not (event.actors or event.recipients)
    return bare or bool(set(event.actors) & set(other.actors))


def agree_on(dates: Sequence[str]) -> str | None:
    """The days that all dates allow; None where they do not meet."""
    periods = [period for date in dates if (period := read_period(date)) is not None]
    if not periods:
        return None
    first, last = max(p.first for p in periods), min(p.last for p in periods)
    return write_period(Period(first, last)) if first <= last else None
