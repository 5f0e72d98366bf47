"""Reports of an invented country, put down as readings in a line or two each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tests.builders import MADE_BY, build_attribution, build_entity, build_event, build_span
from whence.model.readings import Entity, EntityKind, EventType, Forecast, Quantity, Reading, Time
from whence.model.reports import Report

Who = tuple[EntityKind, str]
Told = tuple[str, EventType, dict[str, Any]]
Said = tuple[str, str | None, dict[str, Any]]
Foretold = tuple[Any, ...]


def report(
    name: str,
    text: str,
    *,
    who: Sequence[Who] = (),
    told: Sequence[Told] = (),
    said: Sequence[Said] = (),
    foretold: Sequence[Foretold] = (),
    times: Mapping[str, str] | None = None,
    **masthead: Any,
) -> Reading:
    """A reading of ``text``: entities by kind and name; events by trigger, root and fields, with names for entities and
    ``(value, of, words)`` for numbers; sayings by content, source name and fields; forecasts by words, due date and, where it is
    negative, polarity; times by words and period.
    """
    entities = tuple(build_entity(text, f"e{number}", kind, one) for number, (kind, one) in enumerate(who, 1))
    ids = {entity.name: entity.id for entity in entities}
    attributions = tuple(
        build_attribution(text, f"a{number}", content, source, ids.get(source or ""), **_by_id(fields, ids, ("chain",)))
        for number, (content, source, fields) in enumerate(said, 1)
    )
    events = tuple(
        build_event(text, f"v{number}", trigger, root, **_event_fields(text, fields, ids))
        for number, (trigger, root, fields) in enumerate(told, 1)
    )
    forecasts = tuple(
        Forecast(f"f{number}", None, build_span(text, words), due, "certain", _event_in(events, text, words), *polarity)
        for number, (words, due, *polarity) in enumerate(foretold, 1)
    )
    dates = tuple(Time(build_span(text, words), "date", period, "stated", period) for words, period in (times or {}).items())
    about = Report(name, f"{name}.txt", name, **{"language": "en", **masthead})
    return Reading(about, text, entities, attributions, events, dates, forecasts, (), MADE_BY)


def described(reading: Reading, *names: str) -> Reading:
    """The reading, with these entities mentioned by a description and not by a name."""

    def plain(entity: Entity) -> Entity:
        mentions = tuple(mention._replace(form="nominal") for mention in entity.mentions)
        return replace(entity, mentions=mentions) if entity.name in names else entity

    return replace(reading, entities=tuple(map(plain, reading.entities)))


def _by_id(fields: dict[str, Any], ids: dict[str, str], keys: Sequence[str]) -> dict[str, Any]:
    return {key: tuple(ids[one] for one in value) if key in keys else value for key, value in fields.items()}


def _event_fields(text: str, fields: dict[str, Any], ids: dict[str, str]) -> dict[str, Any]:
    given = _by_id(fields, ids, ("actors", "recipients"))
    if "date" in given:
        given.setdefault("date_basis", "stated")
        given.setdefault("date_span", build_span(text, given.pop("on")) if "on" in given else None)
    if "quantities" in given:
        given["quantities"] = tuple(Quantity(value, of, build_span(text, words)) for value, of, words in given["quantities"])
    return given


def _event_in(events: Sequence[Any], text: str, words: str) -> str | None:
    span = build_span(text, words)
    return next((event.id for event in events if span.holds(event.trigger)), None)
