"""The order of the stages, and nothing else.

One report:        Document → Page → Tags → mentions, times → entities → attributions → events → forecasts = Reading
Reports together:  Readings → who is who → what happened → who took from whom → what stands behind it = Story
"""

from __future__ import annotations

from whence import __version__
from whence.find.mentions import find_mentions
from whence.find.quantities import find_quantities
from whence.find.times import find_times
from whence.find.triggers import find_triggers
from whence.model.readings import MadeBy, Reading
from whence.model.reports import Document
from whence.resolve.attributions import resolve_attributions
from whence.resolve.entities import resolve_entities
from whence.resolve.events import resolve_events
from whence.resolve.forecasts import resolve_forecasts
from whence.resolve.times import resolve_times
from whence.tagger.session import Tagger
from whence.text.pages import cut_page

READER = "en-1"


def read_document(document: Document, tagger: Tagger) -> Reading:
    """What one report says. Pure: the same document and tagger give the same reading."""
    report = document.report
    page = cut_page(document)
    tags = tagger.read_tags(page)
    mentions = find_mentions(page, tags)
    times = resolve_times(find_times(page), page, report.published)
    entities = resolve_entities(page, tags, mentions, report)
    entities, attributions = resolve_attributions(page, tags, entities, report)
    events = resolve_events(page, tags, find_triggers(page, tags), find_quantities(page), entities, attributions, times, report)
    forecasts = resolve_forecasts(page, tags, attributions, events, times, report)
    made_by = MadeBy(__version__, READER, tagger.digest)
    return Reading(report, document.text, entities, attributions, events, times, forecasts, (), made_by)
