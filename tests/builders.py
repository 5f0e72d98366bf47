"""Small readings and stories built by hand, so that hardly any test needs the model."""

from __future__ import annotations

import hashlib
from typing import Any

from whence.model.readings import Attribution, Entity, EntityKind, Event, EventType, Forecast, MadeBy, Mention, Reading, Role
from whence.model.reports import Document, Report
from whence.model.spans import Span
from whence.model.stories import Story

MADE_BY = MadeBy("0.0.0", "by-hand", "0" * 64)


def build_span(text: str, phrase: str, nth: int = 1) -> Span:
    """Where ``phrase`` stands in ``text`` for the nth time."""
    start = -1
    for _ in range(nth):
        start = text.index(phrase, start + 1)
    return Span(start, start + len(phrase))


def build_document(text: str, **masthead: Any) -> Document:
    """A document whose bytes are the text as UTF-8."""
    original = text.encode()
    digest = hashlib.sha256(original).hexdigest()
    fields = {"path": f"{digest[:4]}.txt", "language": "en", "encoding": "utf-8", **masthead}
    return Document(Report(id=digest[:12], sha256=digest, **fields), text, original)


def build_entity(text: str, local: str, kind: EntityKind, *names: str, roles: tuple[str, ...] = ()) -> Entity:
    """An entity mentioned once by each of its names; the first is its name."""
    mentions = tuple(Mention(*build_span(text, name), "named") for name in names)
    return Entity(local, kind, names[0], mentions, tuple(Role(role, build_span(text, role)) for role in roles))


def build_attribution(text: str, local: str, content: str, source: str | None, entity: str | None, **fields: Any) -> Attribution:
    """An indirect saying, fully confident, unless ``fields`` tell otherwise."""
    given = {"cue": None, "mode": "indirect", "act": "say", "anonymity": "named" if entity else None, "confidence": 1.0, **fields}
    if entity and "chain" not in given:
        given["chain"] = (entity,)
    return Attribution(local, (build_span(text, content),), build_span(text, source) if source else None, source_entity=entity, **given)


def build_event(text: str, local: str, trigger: str, root: EventType, **fields: Any) -> Event:
    """A happening told as such by the report itself, unless ``fields`` tell otherwise."""
    given = {
        "mode": None, "actors": (), "recipients": (), "place": None, "date": None, "date_span": None, "date_basis": "unknown",
        "quantities": (), "polarity": "positive", "modality": "actual", "attribution": None, "confidence": 1.0, **fields,
    }  # fmt: skip
    return Event(local, build_span(text, trigger), root, **given)


def build_reading(
    document: Document,
    entities: tuple[Entity, ...] = (),
    attributions: tuple[Attribution, ...] = (),
    events: tuple[Event, ...] = (),
    forecasts: tuple[Forecast, ...] = (),
) -> Reading:
    """A reading of ``document`` that holds just these records."""
    return Reading(document.report, document.text, entities, attributions, events, (), forecasts, (), MADE_BY)


def build_story(*readings: Reading, **parts: Any) -> Story:
    """A story of these readings that holds just the given parts."""
    empty = dict.fromkeys(("entities", "roles", "relations", "occurrences", "claims", "conflicts", "lineage", "origins"), ())
    reports = tuple(reading.report.id for reading in readings)
    given: dict[str, Any] = {"as_of": None, "reports": reports, "forecast_outcomes": (), **empty, **parts}
    return Story(**given)
