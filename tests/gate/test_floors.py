"""Accuracy floors on annotated stories, those beside the project and our own in ``stories``, under the scorer beside the project.

Skipped, and counted as skipped, where that is absent. Our own were written and annotated by people who had not seen what whence makes
of them; their figures at first sight stand in docs/benchmarks.md, and since then their errors have been read like the others'.

The floors stand in floors.toml. They are lowered only by hand, in a commit that says why.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("WHENCE_SHARED", HERE.parents[2] / "shared"))
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
OWN = HERE / "stories"
FOLDERS = {
    "seeds": (SHARED / "gold/seeds", SHARED / "seeds"),
    "ferry": (SHARED / "gold/ferry/gold", SHARED / "gold/ferry/reports"),
    **{name: (OWN / name / "gold", OWN / name / "reports") for name in ("border", "inquiry", "mine", "coup", "dam", "hostage", "strike")},
}

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated stories (../shared) are not here")


def run(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder, whence, found = tmp_path_factory.mktemp("floors"), Path(sys.executable).with_name("whence"), {}
    for name, (gold, texts) in FOLDERS.items():
        annotated = {path.stem for path in gold.glob("[0-9]*.json")}
        reports = [path for path in sorted(texts.glob("*.txt")) if path.name.split("_")[0] in annotated]
        readings, story = folder / f"{name}.jsonl", folder / f"{name}.json"
        readings.write_text(run(whence, "read", *reports, "--format", "jsonl"), encoding="utf-8")
        run(whence, "add", folder / f"{name}.whence", *reports)
        story.write_text(run(whence, "story", folder / f"{name}.whence", "--format", "json"), encoding="utf-8")
        score = SHARED / "score"
        found[name] = json.loads(run(sys.executable, score / "score.py", "seeds", gold, texts, readings))
        found[name]["story"] = json.loads(run(sys.executable, score / "score_story.py", gold, texts, readings, story))
    return found


def value_at(scores: dict[str, Any], path: str) -> float:
    found: Any = scores
    for key in path.split("/"):
        found = found[key]
    return float(found)


@pytest.mark.parametrize(("story", "figure", "floor"), [(name, *row) for name, table in FLOORS.items() for row in table.items()])
def test_floor(scores: dict[str, Any], story: str, figure: str, floor: float) -> None:
    value = value_at(scores[story], figure)
    if figure.startswith("invented_sources"):
        assert value <= floor
    else:
        assert value >= floor
