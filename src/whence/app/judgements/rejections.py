"""A record taken out of a reading, and out of whatever points at it."""

from __future__ import annotations

from dataclasses import replace

from whence.model.readings import Attribution, Event, Forecast, Reading


def reject_from(reading: Reading, local: str, judgement: str) -> Reading:
    """The reading without the record that has this local id; what lay inside a rejected attribution moves up to its parent."""
    parents = {one.id: one.parent for one in reading.attributions}
    return replace(
        reading,
        entities=tuple(one for one in reading.entities if one.id != local),
        attributions=tuple(_without(one, local, parents.get(local), judgement) for one in reading.attributions if one.id != local),
        events=tuple(_event_without(one, local, parents.get(local)) for one in reading.events if one.id != local),
        forecasts=tuple(_forecast_without(one, local, parents.get(local)) for one in reading.forecasts if one.id != local),
    )


def _without(attribution: Attribution, local: str, up: str | None, judgement: str) -> Attribution:
    if attribution.parent == local:
        attribution = replace(attribution, parent=up)
    if attribution.source_entity == local:
        attribution = replace(attribution, source_entity=None, unknown_because=f"a person rejected the source ({judgement})")
    return replace(
        attribution,
        chain=tuple(link for link in attribution.chain if link != local),
        co_sources=tuple(source for source in attribution.co_sources if source != local),
        target=None if attribution.target == local else attribution.target,
    )


def _event_without(event: Event, local: str, up: str | None) -> Event:
    return replace(
        event,
        attribution=up if event.attribution == local else event.attribution,
        actors=tuple(actor for actor in event.actors if actor != local),
        recipients=tuple(recipient for recipient in event.recipients if recipient != local),
        place=None if event.place == local else event.place,
    )


def _forecast_without(forecast: Forecast, local: str, up: str | None) -> Forecast:
    return replace(
        forecast,
        attribution=up if forecast.attribution == local else forecast.attribution,
        event=None if forecast.event == local else forecast.event,
    )
