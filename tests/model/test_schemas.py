from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.conftest import EXAMPLES, call_whence

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
FORMAT = Path(__file__).parents[2] / "docs" / "format.md"
MAKER = runpy.run_path(str(SCHEMAS / "make.py"))

READING_KEYS = {"report", "text", "entities", "attributions", "events", "times", "forecasts", "gaps", "made_by"}
STORY_KEYS = {"entities", "roles", "relations", "occurrences", "claims", "conflicts", "lineage", "origins", "forecast_outcomes"}


def load_schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(MAKER["SCHEMAS"]))
def test_the_schema_is_that_of_the_model(name: str) -> None:
    current = MAKER["write_schema"](MAKER["SCHEMAS"][name])
    assert (SCHEMAS / name).read_text(encoding="utf-8") == current, "run python docs/schema/make.py"


def test_every_reading_that_is_printed_fits_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(load_schema("reading.json"))
    lines = call_whence("read", EXAMPLES, "--format", "jsonl").out.splitlines()
    assert len(lines) == 7
    for line in lines:
        reading = json.loads(line)
        validator.validate(reading)
        assert set(reading) >= READING_KEYS


def test_every_span_that_is_printed_holds_text() -> None:
    for line in call_whence("read", EXAMPLES, "--format", "jsonl").out.splitlines():
        reading = json.loads(line)
        spans = [span for one in reading["attributions"] for span in (*one["content"], one["source"], one["cue"]) if span]
        spans += [mention[:2] for entity in reading["entities"] for mention in entity["mentions"]]
        spans += [event["trigger"] for event in reading["events"]] + reading["report"]["boilerplate"]
        assert all(reading["text"][start:end].strip() for start, end in spans)


def test_the_story_that_is_printed_fits_the_schema(tmp_path: Path) -> None:
    call_whence("add", tmp_path / "story", EXAMPLES)
    story = json.loads(call_whence("story", tmp_path / "story", "--format", "json").out)
    jsonschema.Draft202012Validator(load_schema("story.json")).validate(story)
    assert set(story) >= STORY_KEYS
    for kind, members in (("entities", "members"), ("occurrences", "events")):
        held = [member for one in story[kind] for member in one[members]]
        assert len(held) == len(set(held)), f"a member stands in two {kind}"


def test_the_schema_refuses_what_does_not_fit() -> None:
    line = call_whence("read", EXAMPLES / "5_orrin-gazette.txt", "--format", "jsonl").out
    spoilt: tuple[dict[str, Any], ...] = ({"text": None}, {"entities": [{"id": 1}]}, {"attributions": [{}]})
    for spoil in spoilt:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(load_schema("reading.json")).validate({**json.loads(line), **spoil})


def test_every_key_is_in_the_format_page() -> None:
    told = FORMAT.read_text(encoding="utf-8")
    for name in MAKER["SCHEMAS"]:
        for kind, schema in load_schema(name)["$defs"].items():
            for key in schema.get("properties", {}):
                assert f"`{key}`" in told, f"docs/format.md does not tell what {kind}.{key} is"
