"""From trigger words to events: who, to whom, how many, when, whether and in whose words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.lexicon.lemmas import is_base_form
from whence.model.eventmarks import QuantityMark, TriggerMark
from whence.model.pages import Page
from whence.model.parses import Tree, grow_tree
from whence.model.readings import Attribution, Entity, Event, Time
from whence.model.reports import Report
from whence.model.spans import Span
from whence.model.tags import Tags
from whence.resolve.attributed import find_attribution
from whence.resolve.counts import resolve_counts
from whence.resolve.event_dates import resolve_event_dates
from whence.resolve.modalities import is_future, resolve_modality
from whence.resolve.participants import EntityIndex, index_entities, resolve_participants
from whence.resolve.polarities import resolve_polarity
from whence.resolve.retellings import share_participants
from whence.resolve.tenses import find_tense

_UNSURE = 0.6


def resolve_events(
    page: Page,
    tags: Tags,
    triggers: Sequence[TriggerMark],
    quantities: Sequence[QuantityMark],
    entities: Sequence[Entity],
    attributions: Sequence[Attribution],
    times: Sequence[Time],
    report: Report,
) -> tuple[Event, ...]:
    """The events of a report in the order of its text; what the report does not tell stays empty."""
    tree = grow_tree(page, tags)
    index = index_entities(tree, entities)
    by_id = {a.id: a for a in attributions}
    events = [_make_event(tree, mark, number, quantities, index, by_id) for number, mark in enumerate(triggers, 1)]
    events = [_read_headline(tree, mark, event, page.title) for mark, event in zip(triggers, events, strict=True)]
    shared = share_participants(tree, triggers, events, page.title)
    dated = resolve_event_dates(tree, triggers, shared, times, by_id, report, page)
    kept = (event for event in dated if _tells_something(event))
    return tuple(replace(event, id=f"v{number}") for number, event in enumerate(kept, 1))


def _read_headline(tree: Tree, mark: TriggerMark, event: Event, title: Span | None) -> Event:
    """Headlines leave "was" and "were" out: in "Four miners rescued after nine days" nobody is rescued by the miners."""
    passive = not mark.nominal and mark.frame in ("act", "act-on", "patient", "order", "tell") and not is_base_form(tree.folded[mark.token])
    if title is None or not title.holds(mark.span) or not passive or event.recipients or tree.folded[mark.token].endswith(("s", "ing")):
        return event
    return replace(event, actors=(), recipients=event.actors) if not tree.under(mark.token, "obj") else event


def _tells_something(event: Event) -> bool:
    """Whether a word that the list is unsure of is borne out by anybody or anything around it."""
    return event.confidence > _UNSURE or bool(event.actors or event.recipients or event.quantities or event.date_span)


def _lasts(tree: Tree, state: int) -> bool:
    """Whether a state that somebody is held in is told as one of now: "is in custody", "has been in jail since May", "stays shut"."""
    over = tree.heads[state]
    verb = over if over >= 0 and tree.upos[over] == "VERB" and not tree.under(state, "cop") else state
    return find_tense(tree, verb) in ("present", "perfect") and (verb != state or bool(tree.under(state, "cop", "aux")))


def _make_event(
    tree: Tree,
    mark: TriggerMark,
    number: int,
    quantities: Sequence[QuantityMark],
    index: EntityIndex,
    attributions: dict[str, Attribution],
) -> Event:
    attribution = find_attribution(mark.span, tuple(attributions.values()))
    modality = resolve_modality(tree, mark.token, mark.nominal, attribution)
    if modality == "actual" and mark.frame == "held" and _lasts(tree, mark.token):
        modality = "ongoing"
    people = resolve_participants(tree, mark, index, attribution)
    if modality == "predicted" and attribution is not None and attribution.source_entity in people.actors and is_future(tree, mark.token):
        modality = "planned"  # who foretells what they will do themselves has planned it
    return Event(
        id=f"v{number}",
        trigger=mark.span,
        type=mark.type,
        mode=mark.mode,
        actors=people.actors,
        recipients=people.recipients,
        place=people.place,
        date=None,
        date_span=None,
        date_basis="unknown",
        quantities=resolve_counts(tree, mark, quantities),
        polarity=resolve_polarity(tree, mark.token, modality, attribution),
        modality=modality,
        attribution=attribution.id if attribution is not None else None,
        confidence=mark.confidence,
    )
