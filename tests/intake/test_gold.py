from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from whence.intake.paths import iter_documents
from whence.model.dates import read_period
from whence.model.reports import Document

SHARED = Path(os.environ.get("WHENCE_SHARED", Path(__file__).parents[3] / "shared"))
SETS = {"seeds": (SHARED / "gold/seeds", SHARED / "seeds"), "ferry": (SHARED / "gold/ferry/gold", SHARED / "gold/ferry/reports")}
F1_FLOOR = 0.9

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=f"the annotated reports are not at {SHARED} (set WHENCE_SHARED)")


def load(name: str) -> list[tuple[dict[str, Any], Document]]:
    golds, texts = SETS[name]
    found = {Path(item.report.path).name.split("_")[0]: item for item in iter_documents([texts]) if isinstance(item, Document)}
    return [(json.loads(path.read_text(encoding="utf-8")), found[path.stem]) for path in sorted(golds.glob("[0-9]*.json"))]


def spread(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end) if not text[place].isspace()}


def locate(text: str, quoted: str) -> tuple[int, int]:
    string, _, nth = quoted.partition("#")
    start = -1
    for _ in range(int(nth or 1)):
        start = text.index(string, start + 1)
    return start, start + len(string)


@pytest.mark.parametrize("name", SETS)
def test_outlets_are_right_or_unknown_and_dates_fit(name: str) -> None:
    for gold, document in load(name):
        report = document.report
        assert report.outlet is None or report.outlet.casefold() == (gold["outlet"] or "").casefold()
        wanted, given = read_period(gold["published"]), read_period(report.published)
        assert (wanted is None) == (given is None)
        assert wanted is None or (given is not None and wanted.meets(given) and given.days <= 2 * wanted.days + 7)


@pytest.mark.parametrize("name", SETS)
def test_boilerplate_by_characters(name: str) -> None:
    hit = marked = wanted = 0
    for gold, document in load(name):
        text = document.text
        gold_places = spread(text, [locate(text, part) for part in gold["boilerplate"]])
        own_places = spread(text, [(span.start, span.end) for span in document.report.boilerplate])
        hit, marked, wanted = hit + len(gold_places & own_places), marked + len(own_places), wanted + len(gold_places)
    assert 2 * hit / (marked + wanted) >= F1_FLOOR
