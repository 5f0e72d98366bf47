"""The passages of tests/passages/forecasts, read from end to end and held to their own expectations.

A passage lists forecasts that must be found, by words that each must hold (only the fields that it names are looked at), and, under
``none``, words that no forecast may hold. The day ``none`` asks for no day.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.builders import build_document
from whence.errors import ModelMissing
from whence.model.readings import Reading
from whence.pipeline import read_document
from whence.tagger import load_tagger

FLOOR = 0.9  # the reading rests on a trained model: a new one may turn single passages, not many
DAY = "2031-05-06"
FILE = Path(__file__).parents[1] / "passages" / "forecasts" / "forecasts.toml"
Row = dict[str, Any]  # a table of TOML, whose keys the module's docstring tells


def load_passages() -> list[Row]:
    rows: list[Row] = tomllib.loads(FILE.read_text(encoding="utf-8"))["passage"]
    return rows


def test_passages() -> None:
    try:
        tagger = load_tagger()
    except ModelMissing:
        pytest.skip("the tagger's model has not been built")
    passages = load_passages()
    documents = [build_document(row["text"], published=row.get("published", DAY)) for row in passages]
    told = [(row, find_faults(read_document(document, tagger), row)) for row, document in zip(passages, documents, strict=True)]
    faults = [f"{row['why']}: {'; '.join(found)}" for row, found in told if found]
    right = 1 - len(faults) / len(passages)
    assert right >= FLOOR, f"{right:.3f} of the passages are read right\n" + "\n".join(faults)


def test_every_passage_says_why_and_expects_something() -> None:
    for row in load_passages():
        assert row["why"] and (row.get("forecasts") or row.get("none")), row["text"]
        assert all(wanted["words"] in row["text"] for wanted in row.get("forecasts", ())), row["text"]
        assert all(words in row["text"] for words in row.get("none", ())), row["text"]


def find_faults(reading: Reading, row: Row) -> list[str]:
    """What the reading gets wrong of a passage's expectation."""
    faults = []
    for wanted in row.get("forecasts", ()):
        found = [one for one in reading.forecasts if wanted["words"] in one.span.of(reading.text)]
        faults += [] if found else [f"{wanted['words']}: not found among {[one.span.of(reading.text) for one in reading.forecasts]}"]
        for field in ("due", "polarity", "confidence"):
            if found and field in wanted and (getattr(found[0], field) or "none") != wanted[field]:
                faults.append(f"{field} {getattr(found[0], field)}, not {wanted[field]}")
    held = [one.span.of(reading.text) for one in reading.forecasts]
    return [*faults, *(f"{words}: foretold" for words in row.get("none", ()) if any(words in said for said in held))]
