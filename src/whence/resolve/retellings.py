"""A happening told again in the same report: what one telling leaves out, another may hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.lexicon.lemmas import guess_lemmas
from whence.model.eventmarks import TriggerMark
from whence.model.parses import Tree
from whence.model.readings import Event
from whence.model.spans import Span

_STEM = 4
_HERE = frozenset({"this", "that", "these", "those", "such"})
# Words for a happening of any sort, which point back with "this" whatever it was called before ("did not carry out this operation").
_GENERAL = frozenset({"operation", "attack", "act", "action", "assault", "crime", "killing", "massacre", "accident", "disaster", "strike"})
_OTHERS = frozenset({"last", "previous", "earlier", "former", "another", "similar", "past", "next"})
_POINTING = frozenset({"the", "that", "this", "these", "those", "such"})


def share_participants(tree: Tree, marks: Sequence[TriggerMark], events: Sequence[Event], title: Span | None) -> tuple[Event, ...]:
    """Events that leave out who took part, with the participants of the telling they point to.

    A bare noun points back ("the arrest"), a title on to the first telling of its kind.
    """
    told: list[Event] = []
    for number, (mark, event) in enumerate(zip(marks, events, strict=True)):
        other = _pointed_to(tree, mark, event, told, marks)
        if other is None and title is not None and title.holds(mark.span) and not event.recipients:
            other = _first_of_kind(tree, mark, marks[number + 1 :], events[number + 1 :])
        told.append(_with_what(event, other) if other is not None else event)
    return tuple(told)


def _with_what(event: Event, other: Event) -> Event:
    return replace(
        event, actors=event.actors or other.actors, recipients=event.recipients or other.recipients, place=event.place or other.place
    )


def _first_of_kind(tree: Tree, mark: TriggerMark, marks: Sequence[TriggerMark], events: Sequence[Event]) -> Event | None:
    for other_mark, other in zip(marks, events, strict=True):
        if other.type == mark.type and are_akin(tree, other_mark, mark):
            return other
    return None


def _pointed_to(tree: Tree, mark: TriggerMark, event: Event, told: Sequence[Event], marks: Sequence[TriggerMark]) -> Event | None:
    determiners = {tree.folded[t] for t in tree.under(mark.token, "det")}
    bare = not event.recipients and (not event.actors or bool(determiners & _HERE))  # "we did not carry out this operation"
    if not mark.nominal or not bare or is_another(tree, mark.token):
        return None
    if not determiners & _POINTING:
        return None
    any_word = mark.lemma.rpartition(" ")[2] in _GENERAL and bool(determiners & _HERE)
    kin = (old for old, old_mark in zip(told, marks, strict=False) if any_word or are_akin(tree, old_mark, mark))
    same = [old for old in kin if old.type == event.type]
    full = [old for old in same if old.actors or old.recipients]
    return full[-1] if full else None


def is_another(tree: Tree, noun: int) -> bool:
    """Whether a noun says that its happening is another one than that of the story ("the last strike", "a previous inquiry")."""
    return any(tree.folded[t] in _OTHERS for t in tree.under(noun, "amod", "det"))


def are_akin(tree: Tree, one: TriggerMark, other: TriggerMark) -> bool:
    """Whether two triggers are forms of one word or of nearly the same ("arrest", "arrested"; "sinking", "sank")."""
    first, second = _word_forms(tree, one), _word_forms(tree, other)
    if first & second:
        return True
    return bool({lemma[:_STEM] for lemma in first} & {lemma[:_STEM] for lemma in second if len(lemma) >= _STEM})


def _word_forms(tree: Tree, mark: TriggerMark) -> frozenset[str]:
    """The words a trigger is a form of; of a verb that takes its meaning from a noun the noun too ("went on strike")."""
    noun = mark.lemma.rpartition(" ")[2] if " on " in mark.lemma else mark.lemma
    return frozenset({*guess_lemmas(tree.folded[mark.token]), mark.lemma, noun})
