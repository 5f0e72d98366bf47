"""Whence everything comes, as PROV-JSON (W3C Member Submission, 24 April 2013; the model: PROV-DM, W3C Recommendation, 30 April 2013).

Reports, what is said in them, and the readings are entities; outlets, those who speak, whence itself and those who judged
are agents; reading is an activity. A report taken from another is derived from it; a saying is attributed to its source.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from whence.app.books import Book, Voice
from whence.app.citations import cite_record
from whence.model.readings import Attribution, Reading
from whence.model.stories import Edge

Fields = dict[str, Any]
Statement = tuple[str, str, Fields]

PREFIXES = {"w": "urn:whence:"}
_DERIVED = {"republishes": {"prov:type": "prov:Quotation"}, "version": {"prov:type": "prov:Revision"}}


def write_provenance(book: Book) -> Fields:
    """The document: one map for each kind of statement, by the id of the statement."""
    document: Fields = {"prefix": PREFIXES}
    for kind, key, fields in _iter_statements(book):
        document.setdefault(kind, {})[key] = fields
    return document


def _iter_statements(book: Book) -> Iterator[Statement]:
    for reading in book.readings.values():
        yield from _report(reading)
        yield from _reading(reading)
    for key, record in book.records.items():
        if isinstance(record, Attribution):
            yield from _saying(book, key)
    for edge in book.story.lineage:
        yield from _taken(book, edge)
    for judgement in book.judgements:
        if judgement.by:
            yield "agent", _name("person", judgement.by), {"prov:type": "prov:Person", "prov:label": judgement.by}


def _report(reading: Reading) -> Iterator[Statement]:
    report, key = reading.report, f"w:{reading.report.id}"
    fields = {
        "w:outlet": report.outlet,
        "w:published": report.published,
        "w:path": report.path,
        "w:url": report.url,
        "w:sha256": report.sha256,
    }
    yield "entity", key, {"prov:label": report.title or report.path, **{name: value for name, value in fields.items() if value}}
    if report.outlet:
        yield from _attributed(key, _outlet(report.outlet))


def _reading(reading: Reading) -> Iterator[Statement]:
    made, report = reading.made_by, f"w:{reading.report.id}"
    key, activity, agent = f"{report}.reading", f"{report}.read", f"w:whence-{made.whence}"
    yield "agent", agent, {"prov:type": "prov:SoftwareAgent", "prov:label": f"whence {made.whence}, model {made.reader}"}
    yield "activity", activity, {"w:reader_sha256": made.reader_sha256}
    yield "entity", key, {"prov:label": f"reading of {reading.report.id}"}
    yield "used", f"_:u-{activity}", {"prov:activity": activity, "prov:entity": report}
    yield "wasGeneratedBy", f"_:g-{key}", {"prov:entity": key, "prov:activity": activity}
    yield "wasAssociatedWith", f"_:a-{activity}", {"prov:activity": activity, "prov:agent": agent}
    yield "wasDerivedFrom", f"_:d-{key}", {"prov:generatedEntity": key, "prov:usedEntity": report}


def _saying(book: Book, key: str) -> Iterator[Statement]:
    saying, cited = f"w:{key}", cite_record(book, key)
    places = ", ".join(f"{span.start}-{span.end}" for span in cited.spans)
    yield "entity", saying, {"prov:type": "w:Attribution", "prov:value": cited.quote, "w:characters": places}
    origin = {"prov:generatedEntity": saying, "prov:usedEntity": f"w:{cited.report}", "prov:type": "prov:Quotation"}
    yield "wasDerivedFrom", f"_:d-{saying}", origin
    voice = book.voice(key)
    if voice.name:
        yield from _attributed(saying, _voice(voice))


def _taken(book: Book, edge: Edge) -> Iterator[Statement]:
    taken = f"w:{edge.from_doc}" if edge.from_doc in book.readings else _name("source", edge.source)
    if edge.from_doc not in book.readings:
        yield "entity", taken, {"prov:label": f"what {edge.source} published"}
        yield from _attributed(taken, _outlet(edge.source))
    ends = {"prov:generatedEntity": f"w:{edge.doc}", "prov:usedEntity": taken, **_DERIVED.get(edge.kind, {})}
    yield "wasDerivedFrom", f"_:l-{edge.doc}-{edge.kind}-{taken}", {**ends, "w:kind": edge.kind, "w:because": edge.because.rule}


def _attributed(entity: str, agent: tuple[str, Fields]) -> Iterator[Statement]:
    key, fields = agent
    yield "agent", key, fields
    yield "wasAttributedTo", f"_:t-{entity}", {"prov:entity": entity, "prov:agent": key}


def _outlet(name: str) -> tuple[str, Fields]:
    return _name("outlet", name), {"prov:type": "prov:Organization", "prov:label": name}


def _voice(voice: Voice) -> tuple[str, Fields]:
    kind = "prov:Person" if voice.kind == "person" else "prov:Agent" if voice.kind in ("unnamed", "group", None) else "prov:Organization"
    return f"w:{voice.key}", {"prov:type": kind, "prov:label": voice.name, "w:anonymity": voice.anonymity or "unknown"}


def _name(kind: str, name: str) -> str:
    """An id for what has only a name."""
    return f"w:{kind}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
