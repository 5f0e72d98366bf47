from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from tests.cli.conftest import EXAMPLES, Call
from whence.cli.dossiers import name_story
from whence.dossier.wordings import OUTLET_BASES
from whence.model.reports import OutletBasis

WRITERS = [("report",), ("export", "--to", "jsonl"), ("export", "--to", "prov"), ("export", "--to", "webannotation")]


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_a_ledger_is_never_written_over(whence: Call, sarveth: Path, own_sarveth: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "link").symlink_to(own_sarveth)
    for target in (own_sarveth, tmp_path / "link", tmp_path / "own.whence-wal"):
        for story in (sarveth, own_sarveth):
            said = whence(words[0], story, *words[1:], "-o", target)
            assert (said.code, said.err.split(":")[1].strip()) == (1, "output-held"), said.err
            assert whence("verify", own_sarveth).code == 0


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_on_a_full_disk_what_stood_there_stays(
    whence: Call, sarveth: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    def fill(self: Path, data: str, **_: object) -> int:
        self.write_bytes(data.encode()[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "page").write_text("before", encoding="utf-8")
    monkeypatch.setattr(Path, "write_text", fill)
    said = whence(words[0], sarveth, *words[1:], "-o", tmp_path / "page")
    assert (said.code, "make room" in said.err) == (1, True)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("page", b"before")]


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_a_report_is_never_written_over(whence: Call, tmp_path: Path, words: tuple[str, ...]) -> None:
    line = {"text": "The ferry pier at Osk was closed on Monday, the harbour office said.", "id": "1"}
    (tmp_path / "feed.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (tmp_path / "one.txt").write_text("The ferry pier at Osk opened again, the harbour office said.", encoding="utf-8")
    assert whence("add", tmp_path / "s", tmp_path / "feed.jsonl", tmp_path / "one.txt").code == 0
    (tmp_path / "copy.txt").write_bytes((tmp_path / "one.txt").read_bytes())
    for name in ("feed.jsonl", "one.txt", "copy.txt"):
        before = (tmp_path / name).read_bytes()
        said = whence(words[0], tmp_path / "s", *words[1:], "-o", tmp_path / name)
        assert (said.code, said.err.split(":")[1].strip(), (tmp_path / name).read_bytes()) == (1, "output-held", before)


def test_what_was_written_before_is_written_anew(whence: Call, sarveth: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert whence("report", sarveth, "-o", tmp_path / "page.html").code == 0
        assert whence("export", sarveth, "--to", "csv", "-o", tmp_path / "tables").code == 0


def test_a_dash_is_standard_output(whence: Call, sarveth: Path) -> None:
    said = whence("export", sarveth, "--to", "prov", "-o", "-")
    assert (said.code, "prefix" in json.loads(said.out)) == (0, True)
    assert whence("report", sarveth, "-o", "-").out.startswith("<!")
    assert whence("export", sarveth, "--to", "csv", "-o", "-").code == 2


def test_tables_want_a_folder(whence: Call, sarveth: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    said = whence("export", sarveth, "--to", "csv", "-o", tmp_path / "file")
    assert (said.code, "folder" in said.err, (tmp_path / "file").read_text(encoding="utf-8")) == (1, True, "x")


@pytest.mark.parametrize("form", ["csv", "jsonl", "prov", "webannotation"])
def test_exports_name_files_and_no_folders(whence: Call, sarveth: Path, tmp_path: Path, form: str) -> None:
    for option, shown in ((), False), (("--with-paths",), form != "webannotation"):
        out = tmp_path / f"out{len(option)}"
        assert whence("export", sarveth, "--to", form, "-o", out, *option).code == 0
        written = "".join(path.read_text(encoding="utf-8") for path in (out.iterdir() if out.is_dir() else [out]))
        assert (str(EXAMPLES) in written) == shown


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line(sarveth: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        words = [sys.executable, "-c", "from whence.cli import main; main()", "show", str(sarveth), "reports"]
        said = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (said.returncode, len(said.stderr.splitlines()), said.stderr.split(":")[1].strip()) == (1, 1, "output")


def test_a_dossier_says_that_a_person_set_the_outlet(whence: Call, own_sarveth: Path, tmp_path: Path) -> None:
    assert set(OUTLET_BASES) == set(get_args(OutletBasis))
    report = json.loads(whence("story", own_sarveth, "--format", "json").out)["reports"][0]
    assert whence("judge", own_sarveth, "set", report, "outlet", "The Lower Osk Bell").code == 0
    said = whence("report", own_sarveth, "-o", tmp_path / "page.html")
    assert said.code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "The Lower Osk Bell" in page
    assert "set by a person" in page


def test_a_story_is_called_as_its_file_without_endings_and_joints() -> None:
    names = {name: name_story(Path("a") / name) for name in ("lower_gate.whence", "lower-gate", "lower__gate.old.db", ".gate", "Gate")}
    assert list(names.values()) == ["Lower gate", "Lower gate", "Lower gate", "Gate", "Gate"]
