"""Small stories of our own, read whole: who takes from whom, circles, and where accounts differ (tests/passages/stories/*.toml).

Every edge that is not expected is an invented one. A side of a conflict is named by its report and words that it must hold.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from whence.intake.paths import iter_documents
from whence.model.readings import Reading
from whence.model.reports import Document
from whence.model.stories import Conflict, Story
from whence.pipeline import read_document, tell_story
from whence.tagger.taggers import load_tagger

FOLDER = Path(__file__).parents[1] / "passages" / "stories"
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def expected(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Reading], Story]:
    name = request.param
    folder = tmp_path_factory.mktemp(name)
    for row in expected(name)["report"]:
        (folder / f"{row['name']}.txt").write_text(row["text"].strip() + "\n", encoding="utf-8")
    read = [read_document(one, load_tagger()) for one in iter_documents([folder]) if isinstance(one, Document)]
    return name, {Path(one.report.path).stem: one for one in read}, tell_story(read)


def names(readings: dict[str, Reading]) -> dict[str, str]:
    return {reading.report.id: name for name, reading in readings.items()}


def words(readings: dict[str, Reading], member: str) -> tuple[str, str]:
    """The report of a record, and the sentence or words that it holds."""
    report, _, local = member.partition(":")
    name = names(readings)[report]
    reading = readings[name]
    events = {one.id: reading.text[max(0, one.trigger.start - 40) : one.trigger.end + 40] for one in reading.events}
    said = {one.id: " ".join(part.of(reading.text) for part in one.content) for one in reading.attributions}
    return name, (events | said)[local]


def holds(readings: dict[str, Reading], conflict: Conflict, sides: list[list[str]]) -> bool:
    """Whether each wanted side is in a side of its own."""
    found = [[words(readings, member) for member in side.by] for side in conflict.values]
    at = [
        {place for place, side in enumerate(found) for name, text in side if name == report and wanted in text} for report, wanted in sides
    ]
    return all(at) and len(set().union(*at)) >= len(sides)


each_story = pytest.mark.parametrize("told", NAMES, indirect=True)


@each_story
def test_no_edge_is_missed_and_none_invented(told: tuple[str, dict[str, Reading], Story]) -> None:
    name, readings, story = told
    found = {(names(readings)[edge.doc], edge.source, edge.kind) for edge in story.lineage}
    assert found == {tuple(edge) for edge in expected(name)["expected"]["lineage"]}


@each_story
def test_circles_are_named(told: tuple[str, dict[str, Reading], Story]) -> None:
    name, _, story = told
    said = " ".join(row.because.rule for row in story.origins)
    assert all(" and ".join(circle) + " cite each other in a circle" in said for circle in expected(name)["expected"]["circles"])
    assert ("in a circle" in said) is bool(expected(name)["expected"]["circles"])


@each_story
def test_every_conflict_is_found_and_none_invented(told: tuple[str, dict[str, Reading], Story]) -> None:
    name, readings, story = told
    wanted = expected(name)["expected"]["conflict"]
    for row in wanted:
        found = [one for one in story.conflicts if one.field == row["field"] and holds(readings, one, row["sides"])]
        assert found, row["why"]
        assert "kind" not in row or row["kind"] in {one.kind for one in found}, row["why"]
    assert len(story.conflicts) <= len(wanted)
