from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from whence.intake.mastheads import Given, read_report
from whence.model.reports import Report

PASSAGES = Path(__file__).parent.parent / "passages" / "masthead"
FIELDS: dict[str, Any] = {"outlet": None, "title": None, "byline": [], "credits": [], "dateline": None, "published": None}


def load_passages() -> list[Any]:
    files = sorted(PASSAGES.glob("*.toml"))
    rows = [(file.stem, row) for file in files for row in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]]
    return [pytest.param(row, id=f"{stem}: {row['why']}") for stem, row in rows]


def read(text: str) -> Report:
    return read_report(text, ident="a", sha256="a", path="a.txt", given=Given())


@pytest.mark.parametrize("row", load_passages())
def test_masthead_of_passage(row: dict[str, Any]) -> None:
    report = read(row["text"])
    found = {field: getattr(report, field) for field in FIELDS}
    assert {field: list(value) if isinstance(value, tuple) else value for field, value in found.items()} == {
        field: row.get(field, default) for field, default in FIELDS.items()
    }
    assert report.published_basis == row.get("basis", "unknown")
    if "outlet_basis" in row:
        assert report.outlet_basis == row["outlet_basis"]


@pytest.mark.parametrize("row", load_passages())
def test_boilerplate_of_passage(row: dict[str, Any]) -> None:
    text = row["text"]
    found = sorted(line for span in read(text).boilerplate for line in span.of(text).split("\n") if line.strip())
    assert found == sorted(re.sub(r"#\d$", "", line) for line in row.get("boilerplate", []))


@pytest.mark.parametrize("row", load_passages())
def test_sentences_are_left_to_be_read(row: dict[str, Any]) -> None:
    text = row["text"]
    report = read(text)
    told = sum(span.end - span.start for span in (*report.boilerplate, *report.masthead))
    sentences = [line for line in text.split("\n") if len(line) > 90 and line not in row.get("boilerplate", [])]
    kept = [
        line
        for line in sentences
        if not any(span.start <= text.index(line) + 60 < span.end for span in (*report.boilerplate, *report.masthead))
    ]
    assert kept == sentences
    assert told < len(text)
