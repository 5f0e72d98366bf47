"""Every benchmark starts in the same way, and says in a line what is missing."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
HELPERS = {"corpora", "coreference_scores"}
NAMES = sorted({path.stem for path in (ROOT / "benchmarks").glob("*.py")} - HELPERS)
BEFORE = {"reports": ("--scorer", __file__, "polnear")}


def main_of(name: str) -> Callable[[Sequence[str]], None]:
    main: Callable[[Sequence[str]], None] = import_module(f"benchmarks.{name}").main
    return main


@pytest.mark.parametrize("name", NAMES)
def test_each_is_told_on_the_page_and_in_its_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"`python -m benchmarks.{name}" in PAGE
    with pytest.raises(SystemExit) as ended:
        main_of(name)(["--help"])
    assert (ended.value.code, f"python -m benchmarks.{name}" in capsys.readouterr().out) == (0, True)


def test_the_page_names_no_other() -> None:
    assert set(re.findall(r"python -m benchmarks\.(\w+)", PAGE)) == set(NAMES)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"story"}))
def test_a_folder_that_is_not_there_is_told_in_a_line(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main_of(name)([*BEFORE.get(name, ()), str(tmp_path / "none")])
    assert (ended.value.code, "there is no f" in capsys.readouterr().err.splitlines()[-1]) == (2, True)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"story", "names"}))
def test_a_folder_that_holds_nothing_is_no_zero(name: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main_of(name)([*BEFORE.get(name, ()), str(tmp_path)])
    assert str(ended.value.code).startswith("found no ")


def test_names_are_measured_on_any_labelled_pairs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ["schema,name1,name2,is_match", "Person,Ines Quarrow,Quarrow Ines,true", "Person,Ines Quarrow,Osk Belm,false"]
    (tmp_path / "cases.csv").write_text("\n".join(rows), encoding="utf-8")
    main_of("names")([str(tmp_path / "cases.csv")])
    assert capsys.readouterr().out == "Person: AUC 1.000 over 2 pairs\n"


def test_reports_are_found_at_any_depth(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "one.txt").write_text("The ferry pier at Osk was closed on Monday, the harbour office said.", encoding="utf-8")
    main_of("reading")([str(tmp_path), "--most", "1"])
    assert '"reports": 1' in capsys.readouterr().out


def test_a_file_starts_as_its_module_does() -> None:
    for start in (["-m", "benchmarks.names"], [str(ROOT / "benchmarks" / "names.py")]):
        done = subprocess.run([sys.executable, *start, "--help"], capture_output=True, text=True, cwd=ROOT, check=False)
        assert (done.returncode, "AUC" in done.stdout or "ROC" in done.stdout) == (0, True), done.stderr
