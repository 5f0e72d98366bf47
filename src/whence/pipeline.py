"""The order of the stages, and nothing else.

One report:        Document → Page → Tags → mentions, times → entities → attributions → events → forecasts = Reading
Reports together:  Readings → who is who → what happened → who took from whom → what stands behind it = Story
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whence import __version__
from whence.errors import InputError
from whence.find.mentions import find_mentions
from whence.find.quantities import find_quantities
from whence.find.times import find_times
from whence.find.triggers import find_triggers
from whence.link.claims import link_claims
from whence.link.contexts import Contexts
from whence.link.copies import link_copies
from whence.link.decisions import amend_readings, collect_decisions
from whence.link.entities import link_entities
from whence.link.lineage import link_reports
from whence.link.occurrences import link_occurrences
from whence.link.outlets import find_newsrooms, find_outlets
from whence.link.roles import link_relations, link_roles
from whence.model.dates import read_period
from whence.model.holdings import lay_out
from whence.model.judgements import Judgement
from whence.model.readings import MadeBy, Reading
from whence.model.reports import Document
from whence.model.stories import Sighting, Story
from whence.resolve.attributions import resolve_attributions
from whence.resolve.due_dates import date_by_forecasts
from whence.resolve.entities import resolve_entities
from whence.resolve.events import resolve_events
from whence.resolve.forecasts import resolve_forecasts
from whence.resolve.gaps import resolve_gaps
from whence.resolve.times import find_contradictions, resolve_times
from whence.tagger.taggers import Tagger
from whence.text.pages import cut_page
from whence.weigh.accounts import Accounts
from whence.weigh.conflicts import weigh_conflicts
from whence.weigh.forecasts import weigh_forecasts
from whence.weigh.origins import weigh_origins
from whence.weigh.relays import Relays

READER = "en-1"


def read_document(document: Document, tagger: Tagger) -> Reading:
    """What one report says. Pure: the same document and tagger give the same reading."""
    report = document.report
    page = cut_page(document)
    tags = tagger.read_tags(page)
    mentions = find_mentions(page, tags)
    marks = find_times(page)
    times = resolve_times(marks, page, report.published)
    entities = resolve_entities(page, tags, mentions, report)
    entities, attributions = resolve_attributions(page, tags, entities, report)
    events = resolve_events(page, tags, find_triggers(page, tags), find_quantities(page), entities, attributions, times, report)
    forecasts = resolve_forecasts(page, tags, attributions, events, times, report)
    events = date_by_forecasts(document.text, events, forecasts, report.published)
    gaps = tuple(sorted((*find_contradictions(marks, times), *resolve_gaps(page, attributions)), key=lambda gap: gap.span))
    made_by = MadeBy(__version__, READER, tagger.digest)
    return Reading(report, document.text, entities, attributions, events, times, forecasts, gaps, made_by)


def tell_story(
    readings: Sequence[Reading], sightings: Sequence[Sighting] = (), judgements: Iterable[Judgement] = (), as_of: str | None = None
) -> Story:
    """What reports say together, as of an ISO date (None: all of them). Pure, and the order of the readings does not matter.

    Raises InputError where ``as_of`` names no day, or a judgement adds what is no attribution.
    """
    held = tuple(judgements)
    decided = collect_decisions(held)
    holdings = lay_out(_known_by(amend_readings(readings, held), as_of))
    contexts = Contexts(holdings.readings)
    copies = link_copies(holdings.readings)
    entities = link_entities(holdings, contexts, copies, decided)
    entity_of = {member: entity.id for entity in entities for member in entity.members}
    occurrences = link_occurrences(holdings, contexts, entity_of, copies, decided)
    outlets = find_outlets(holdings)
    newsrooms = find_newsrooms(holdings, outlets)
    lineage = link_reports(holdings, copies, newsrooms.members, sightings)
    claims = link_claims(holdings, occurrences, contexts)
    relays = Relays(holdings, lineage, newsrooms.reports, newsrooms.members)
    accounts = Accounts(holdings, occurrences, entity_of, {entity.id: entity.name for entity in entities})
    conflicts, updates = weigh_conflicts(accounts, claims, lineage)
    return Story(
        as_of=as_of,
        reports=tuple(holdings.readings),
        entities=entities,
        roles=link_roles(holdings, entities),
        relations=link_relations(holdings, entities, entity_of),
        occurrences=occurrences,
        claims=claims,
        conflicts=conflicts,
        lineage=lineage,
        origins=weigh_origins(holdings, occurrences, claims, relays, entity_of, conflicts),
        forecast_outcomes=weigh_forecasts(holdings, occurrences, updates, entity_of, as_of),
        updates=updates,
    )


def _known_by(readings: Sequence[Reading], as_of: str | None) -> tuple[Reading, ...]:
    """The readings of reports that were out by a day: undated ones count in the whole only."""
    if as_of is None:
        return tuple(readings)
    day = read_period(as_of)
    if day is None:
        raise InputError(f"{as_of!r} is no date: wanted a day such as 2024-05-31")
    dated = ((reading, read_period(reading.report.published)) for reading in readings)
    return tuple(reading for reading, published in dated if published is not None and published.last <= day.last)
