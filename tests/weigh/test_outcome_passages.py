"""The pairs of tests/passages/forecasts/outcomes.toml, read from end to end: what a later report makes of a forecast.

Of the outcomes most must be right, and none may be invented: what is open may not be called met or missed, nor one the other.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.builders import build_document
from whence.errors import ModelMissing
from whence.pipeline import read_document, tell_story
from whence.tagger import Tagger, load_tagger

FLOOR = 0.9  # the readings rest on a trained model: a new one may turn single pairs, not many
DAY = "2031-05-06"
FILE = Path(__file__).parents[1] / "passages" / "forecasts" / "outcomes.toml"


def test_outcomes() -> None:
    try:
        tagger = load_tagger()
    except ModelMissing:
        pytest.skip("the tagger's model has not been built")
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))
    before, after = rows["around"]
    texts = [[f"{before}\n\n{row[part]}\n\n{after}" for part in ("foretold", "later")] for row in rows["pair"]]
    told = [(row, settle(tagger, first, later, row["published"])) for row, (first, later) in zip(rows["pair"], texts, strict=True)]
    faults = [f"{found}, not {row['outcome']}: {row['foretold']} / {row['later']}" for row, found in told if found != row["outcome"]]
    invented = [fault for fault in faults if fault.startswith(("met", "missed"))]
    assert not invented, "\n".join(invented)
    right = 1 - len(faults) / len(told)
    assert right >= FLOOR, f"{right:.3f} of the outcomes are right\n" + "\n".join(faults)


def settle(tagger: Tagger, foretold: str, later: str, published: str) -> str:
    """The outcome of the one forecast of the first report; "none" where no forecast is found in it."""
    first = read_document(build_document(foretold, published=DAY), tagger)
    second = read_document(build_document(later, published=published), tagger)
    outcomes = tell_story([first, second]).forecast_outcomes
    return "/".join(one.outcome for one in outcomes if one.forecast.startswith(first.report.id)) or "none"
