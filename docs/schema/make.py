"""Writes the JSON Schemas of what whence prints, from the model's own types: python docs/schema/make.py."""

from __future__ import annotations

import json
from pathlib import Path

from whence.model.codec import json_schema
from whence.model.readings import Reading
from whence.model.stories import Story

SCHEMAS = {"reading.json": Reading, "story.json": Story}


def write_schema(kind: type) -> str:
    """The schema of a model type, as it stands in its file."""
    return json.dumps(json_schema(kind), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name, kind in SCHEMAS.items():
        Path(__file__).with_name(name).write_text(write_schema(kind), encoding="utf-8")
