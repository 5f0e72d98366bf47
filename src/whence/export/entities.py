"""People, bodies, reports and happenings as FollowTheMoney entities, for Aleph and its kin. Needs the extra ``ftm``.

Only who has a name is exported, and only what is told or claimed to have happened: the model of FollowTheMoney has no place for
what is denied or foretold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from whence.app.books import Book
from whence.app.views.people import list_names, list_roles
from whence.app.views.timelines import TimelineRow, list_timeline
from whence.errors import ExtraMissing
from whence.model.dates import read_period
from whence.model.readings import Event
from whence.model.reports import Report
from whence.model.stories import StoryEntity

Fields = Mapping[str, Any]

_SCHEMATA = {"person": "Person", "organization": "Organization", "group": "Organization"}


def iter_ftm_entities(book: Book) -> Iterator[dict[str, Any]]:
    """The entities as FollowTheMoney writes them, every value cleaned by it. Raises ExtraMissing where it is not installed."""
    make = _load_maker()
    people = [entity for entity in book.story.entities if entity.kind in _SCHEMATA and list_names(book, entity)]
    for reading in book.readings.values():
        yield make("Article", _report_key(reading.report.id), _article(reading.report, reading.text))
    for entity in people:
        yield make(_SCHEMATA[entity.kind], _key(entity.id), _person(book, entity))
        for report in dict.fromkeys(member.partition(":")[0] for member in entity.members):
            yield make("Documentation", f"{_key(entity.id)}-{report}", {"document": _report_key(report), "entity": _key(entity.id)})
    known = {member: _key(entity.id) for entity in people for member in entity.members}
    for row in list_timeline(book):
        if row.how in ("told", "claimed"):
            yield make("Event", _key(row.occurrence.id), _happening(book, row, known))


def _load_maker() -> Any:
    try:
        model = import_module("followthemoney").model
    except ImportError as error:
        how = "pip install 'whence[ftm]', or in a checkout .venv/bin/pip install -e '.[ftm]'"
        raise ExtraMissing(f"FollowTheMoney is not installed, which this export needs: {how}") from error

    def make(schema: str, key: str, fields: Fields) -> dict[str, Any]:
        entity = model.make_entity(schema)
        entity.id = key
        for name, value in fields.items():
            entity.add(name, value)
        properties = {name: sorted(values) for name, values in sorted(entity.properties.items())}
        return {"id": key, "schema": schema, "properties": properties}

    return make


def _key(key: str) -> str:
    return f"whence-{key}"


def _report_key(report: str) -> str:
    return f"whence-report-{report}"


def _article(report: Report, text: str) -> Fields:
    return {
        "title": report.title,
        "author": report.byline,
        "publisher": report.outlet,
        "publishedAt": report.published if read_period(report.published) and "/" not in (report.published or "") else None,
        "sourceUrl": report.url,
        "fileName": report.path,
        "language": report.language,
        "bodyText": text,
    }


def _person(book: Book, entity: StoryEntity) -> Fields:
    fields = {"name": entity.name, "alias": sorted(list_names(book, entity) - {entity.name})}
    return {**fields, "position": [role.role for role in list_roles(book, entity)]} if entity.kind == "person" else fields


def _happening(book: Book, row: TimelineRow, known: Mapping[str, str]) -> Fields:
    period = read_period(row.occurrence.date)
    reports = dict.fromkeys(event.partition(":")[0] for event in row.occurrence.events)
    count = row.origins.independent if row.origins else None
    origins = f"{count.least} to {count.most}" if count else "not established"
    return {
        "name": row.occurrence.what,
        "summary": row.words.quote,
        "notes": f"{row.how}; independent origins: {origins}",
        "startDate": period.first.isoformat() if period else None,
        "endDate": period.last.isoformat() if period else None,
        "location": row.place,
        "involved": sorted(set(_involved(book, row, known))),
        "proof": [_report_key(report) for report in reports],
    }


def _involved(book: Book, row: TimelineRow, known: Mapping[str, str]) -> Iterator[str]:
    for key in row.occurrence.events:
        report, event = key.partition(":")[0], book.records[key]
        if isinstance(event, Event):
            yield from (known[member] for one in (*event.actors, *event.recipients) if (member := f"{report}:{one}") in known)
