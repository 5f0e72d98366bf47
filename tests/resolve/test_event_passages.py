"""The passages of tests/passages/events, read from end to end and held to their own expectations.

A passage lists events that must be found (only the fields that it names are looked at) and, under ``none``, words that must
not be marked. The date ``none`` asks for no date.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.builders import build_document
from whence.errors import ModelMissing
from whence.model.readings import Event, Reading
from whence.model.spans import Span
from whence.pipeline import read_document
from whence.tagger import Tagger, load_tagger

FLOOR = 0.97  # the reading rests on a trained model: a new one may turn single passages, not many
FOLDER = Path(__file__).parents[1] / "passages" / "events"
Row = dict[str, Any]  # a table of TOML, whose keys the module's docstring tells


def load_passages() -> list[tuple[str, Row]]:
    rows = []
    for path in sorted(FOLDER.glob("*.toml")):
        rows += [(f"{path.stem}-{number}", row) for number, row in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["passage"], 1)]
    return rows


@cache
def tagger() -> Tagger:
    try:
        return load_tagger()
    except ModelMissing:
        pytest.skip("the tagger's model has not been built")


def test_passages() -> None:
    faults = []
    passages = load_passages()
    for name, row in passages:
        reading = read_document(build_document(row["text"], published=row.get("published")), tagger())
        found = find_faults(reading, row)
        faults += [f"{name} ({row['why']}): {'; '.join(found)}"] if found else []
    right = 1 - len(faults) / len(passages)
    assert right >= FLOOR, f"{right:.3f} of the passages are read right\n" + "\n".join(faults)


def test_a_headline_is_of_the_day_that_the_report_opens_with() -> None:
    title = "Ferry crew freed after long siege"
    text = f"{title}\n\nPolice stormed the customs house on Sunday and arrested nine gunmen. The captain and his eleven men were unhurt."
    reading = read_document(build_document(text, published="2031-05-12", title=title, title_span=Span(0, len(title))), tagger())
    assert [event.date for event in reading.events if event.trigger.of(text) == "freed"] == ["2031-05-11"]


def test_every_passage_says_why_and_expects_something() -> None:
    for name, row in load_passages():
        assert row["why"] and (row.get("events") or row.get("none")), name
        assert all(wanted["trigger"] in row["text"] for wanted in row.get("events", ())), name
        assert all(word in row["text"] for word in row.get("none", ())), name


def find_faults(reading: Reading, row: Row) -> list[str]:
    """What the reading gets wrong of a passage's expectation."""
    faults = []
    for wanted in row.get("events", ()):
        found = [event for event in reading.events if _is_at(reading, event, wanted["trigger"])]
        if not found:
            faults.append(f"{wanted['trigger']}: not found")
        faults += [f"{wanted['trigger']}: {fault}" for fault in (_compare(reading, found[0], wanted) if found else ())]
    faults += [f"{word}: marked" for word in row.get("none", ()) if any(_is_at(reading, event, word) for event in reading.events)]
    return faults


def _is_at(reading: Reading, event: Event, words: str) -> bool:
    start = reading.text.index(words)
    return event.trigger.start < start + len(words) and start < event.trigger.end


def _compare(reading: Reading, event: Event, wanted: Row) -> list[str]:
    faults = []
    for field in ("type", "mode", "polarity", "modality"):
        if field in wanted and getattr(event, field) != wanted[field]:
            faults.append(f"{field} {getattr(event, field)}, not {wanted[field]}")
    if "date" in wanted and event.date != (None if wanted["date"] == "none" else wanted["date"]):
        faults.append(f"date {event.date}, not {wanted['date']}")
    for role in ("actors", "recipients"):
        names = [_names(reading, entity) for entity in getattr(event, role)]
        missing = [name for name in wanted.get(role, ()) if not any(name in held for held in names)]
        if missing or (wanted.get(role) == [] and names):
            faults.append(f"{role} {names}, not {wanted[role]}")
    if "quantities" in wanted and [q.value for q in event.quantities] != wanted["quantities"]:
        faults.append(f"quantities {[q.value for q in event.quantities]}, not {wanted['quantities']}")
    if "bounds" in wanted and [q.bound for q in event.quantities] != wanted["bounds"]:
        faults.append(f"bounds {[q.bound for q in event.quantities]}, not {wanted['bounds']}")
    return faults


def _names(reading: Reading, entity_id: str) -> str:
    """All that an entity is called, in one string."""
    entity = next(e for e in reading.entities if e.id == entity_id)
    return " | ".join([entity.name, *(reading.text[m.start : m.end] for m in entity.mentions)])
