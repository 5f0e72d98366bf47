"""Our own example story, held to what a careful reader says of it (examples/sarveth/expected.toml).

A row that the program does not reach yet says so in the file (`missed = "why"`): it fails here as soon as the program reaches it,
so that the file stays true in both directions.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from whence.intake.paths import iter_documents
from whence.model.dates import read_period
from whence.model.readings import Attribution, Reading
from whence.model.reports import Document
from whence.model.stories import Story
from whence.pipeline import read_document, tell_story
from whence.tagger.taggers import load_tagger

FOLDER = Path(__file__).parents[2] / "examples" / "sarveth"
EXPECTED = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))
KEYS = {"mm-0311": "4a", "hw-0314": "4b"}
Row = dict[str, Any]


@cache
def readings() -> dict[str, Reading]:
    tagger = load_tagger()
    found = {}
    for document in iter_documents([FOLDER]):
        if isinstance(document, Document):
            report = document.report
            found[KEYS.get(report.given_id or "", Path(report.path).name[0])] = read_document(document, tagger)
    return found


@cache
def story() -> Story:
    return tell_story(tuple(readings().values()))


def rows(section: str) -> list[Any]:
    return [
        pytest.param(row, marks=pytest.mark.xfail(reason=row["missed"], strict=True) if "missed" in row else (), id=f"{section}-{number}")
        for number, row in enumerate(EXPECTED[section], 1)
    ]


def texts(reading: Reading, attribution: Attribution) -> str:
    return " … ".join(span.of(reading.text) for span in attribution.content)


def name_of(reading: Reading, entity: str | None) -> str:
    return next((one.name for one in reading.entities if one.id == entity), "")


def alike(wanted: str, found: str) -> bool:
    return bool(found) and (wanted.casefold() in found.casefold() or found.casefold() in wanted.casefold())


@pytest.mark.parametrize("key", EXPECTED["reports"])
def test_masthead(key: str) -> None:
    report, wanted = readings()[key].report, EXPECTED["reports"][key]
    assert (report.outlet, report.published) == (wanted["outlet"], wanted["published"])
    if "credits" in wanted:
        assert wanted["credits"] in report.credits


def test_no_page_furniture_is_read() -> None:
    reading = readings()["2"]
    marked = [span.of(reading.text) for one in reading.attributions for span in one.content]
    assert marked
    assert not any("newsletter" in text or "bakery" in text for text in marked)
    assert reading.report.published == "2024-03-04"


@pytest.mark.parametrize("row", rows("said"))
def test_said(row: Row) -> None:
    reading = readings()[row["report"]]
    held = [one for one in reading.attributions if row["says"] in texts(reading, one)]
    assert held, "nobody is said to have said it"
    best = min(held, key=lambda one: (sum(span.end - span.start for span in one.content), -len(one.chain)))
    if "by" in row:
        assert alike(row["by"], name_of(reading, best.source_entity))
    if "chain" in row:
        names = [name_of(reading, link) for link in best.chain]
        assert len(names) == len(row["chain"]), names
        assert all(alike(wanted, found) for wanted, found in zip(row["chain"], names, strict=True)), names
    for key in ("act", "mode", "anonymity"):
        if key in row:
            assert getattr(best, key) == row[key]


def clusters_named(name: str) -> set[str]:
    return {entity.id for entity in story().entities if name in (entity.name, *entity.variants)}


@pytest.mark.parametrize("row", rows("same"))
def test_same(row: Row) -> None:
    found = [clusters_named(name) for name in row["names"]]
    assert found[0]
    assert found[0] == found[1]


@pytest.mark.parametrize("row", rows("different"))
def test_different(row: Row) -> None:
    found = [clusters_named(name) for name in row["names"]]
    assert found[0]
    assert found[1]
    assert not found[0] & found[1]


@pytest.mark.parametrize("row", rows("lineage"))
def test_lineage(row: Row) -> None:
    ids = {key: reading.report.id for key, reading in readings().items()}
    assert any((edge.doc, edge.source, edge.kind) == (ids[row["doc"]], row["from"], row["kind"]) for edge in story().lineage)


def test_no_edge_is_invented() -> None:
    ids = {key: reading.report.id for key, reading in readings().items()}
    wanted = {(ids[row["doc"]], row["from"], row["kind"]) for row in EXPECTED["lineage"]}
    assert {(edge.doc, edge.source, edge.kind) for edge in story().lineage} <= wanted


@pytest.mark.parametrize("row", rows("conflict"))
def test_conflict(row: Row) -> None:
    of_field = [conflict for conflict in story().conflicts if conflict.field == row["field"]]
    wanted = set(row.get("values", ()))
    assert any(wanted <= {side.value for side in conflict.values} for conflict in of_field)


@pytest.mark.parametrize("row", rows("forecast"))
def test_forecast(row: Row) -> None:
    reading = readings()[row["report"]]
    held = {one.id for one in reading.attributions if row["says"] in texts(reading, one)}
    found = [one for one in reading.forecasts if one.attribution in held or row["says"] in one.span.of(reading.text)]
    assert [one for one in found if one.due == row["due"]]
    outcomes = {one.forecast: one.outcome for one in story().forecast_outcomes}
    assert row["outcome"] in {outcomes.get(f"{reading.report.id}:{one.id}") for one in found}


def test_the_copies_are_one_origin() -> None:
    attack = max(story().occurrences, key=lambda occurrence: len(occurrence.events))
    origins = next(one for one in story().origins if one.occurrence == attack.id)
    ids = {key: reading.report.id for key, reading in readings().items()}
    by_copy = [origin.by for origin in origins.origins if ids["2"] in origin.reports]
    assert "Coastal Herald" not in by_copy


def test_dates_of_the_expectations_are_dates() -> None:
    assert all(read_period(row["due"]) for row in EXPECTED["forecast"])
