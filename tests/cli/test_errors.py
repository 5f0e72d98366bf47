from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Call

GOOD = EXAMPLES / "5_orrin-gazette.txt"
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"

# What is wrong with a report, its name, its bytes, and the code under which it is told.
BAD: tuple[tuple[str, str, bytes, str], ...] = (
    ("an empty file", "empty.txt", b"", "empty-report"),
    ("only blanks", "blank.txt", b" \n\n\t ", "empty-report"),
    ("junk under a wrong name", "junk.txt", bytes(range(256)) * 40, "unreadable-report"),
    ("a page without an article", "bare.html", b"<html><head><title>x</title></head><body></body></html>", "empty-report"),
    ("a PDF", "paper.pdf", PDF, "unknown-format"),
    ("a PDF under a wrong name", "paper.txt", PDF + b"\x00\x01" * 300, "unknown-format"),
    ("a line of JSON that is broken", "lines.jsonl", b'{"text": "The gate', "unreadable-report"),
    ("an archive that is none", "web.warc.gz", gzip.compress(b"no archive"), "unreadable-report"),
)


@pytest.mark.parametrize(("name", "content", "code"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_bad_report_is_one_line_and_the_others_are_read(whence: Call, tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    said = whence("read", tmp_path / name, GOOD, "--format", "jsonl")
    lines = said.err.splitlines()
    assert (said.code, len(lines), len(said.out.splitlines())) == (3, 1, 1), said.err
    assert lines[0].startswith(f"whence: {code}: {tmp_path / name}")


@pytest.mark.parametrize("words", [("read",), ("add", "story")])
def test_nothing_but_bad_reports_is_an_error(whence: Call, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "none").mkdir()
    given = [tmp_path / word if word == "story" else word for word in words]
    said = whence(*given, tmp_path / "empty.txt", tmp_path / "none", tmp_path / "missing.txt")
    assert (said.code, len(said.err.splitlines())) == (1, 3)


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1252", "utf-8-sig", "latin-1"])
def test_other_encodings_are_read_and_named(whence: Call, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "report.txt").write_bytes(GOOD.read_text(encoding="utf-8").replace("’", "'").encode(encoding, "replace"))
    said = whence("read", tmp_path / "report.txt", "--format", "jsonl")
    assert said.code == 0, said.err


def test_another_language_is_kept_named_and_not_read(whence: Call, tmp_path: Path) -> None:
    polish = "Tama pękła w sobotę wieczorem, poinformowała straż pożarna. Nikt nie został ranny, ale drogi są nieprzejezdne.\n" * 8
    (tmp_path / "raport.txt").write_text(polish, encoding="utf-8")
    for _ in range(2):
        said = whence("add", tmp_path / "story", tmp_path / "raport.txt", GOOD)
        assert said.code == 3
        assert said.err.startswith("whence: other-language: ")
    assert "Kept and not read" in whence("show", tmp_path / "story", "reports").out
    assert "kept and not read" in whence("find", tmp_path / "story", "nieprzejezdne").out


def test_a_file_name_cannot_give_orders_to_a_terminal_or_break_the_line(whence: Call, tmp_path: Path) -> None:
    (tmp_path / "a\n\x1b[31mb.txt").write_bytes(b"")
    said = whence("read", tmp_path / "a\n\x1b[31mb.txt")
    assert len(said.err.splitlines()) == 1
    assert "\x1b" not in said.err


def test_a_ledger_that_is_a_picture(whence: Call, tmp_path: Path) -> None:
    picture = tmp_path / "story.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 500)
    for words in (("show", picture, "timeline"), ("add", picture, GOOD), ("story", picture), ("verify", picture)):
        said = whence(*words)
        assert (said.code, said.err.split(":")[1].strip(), len(said.err.splitlines())) == (1, "ledger-unreadable", 1)


def test_a_ledger_from_another_version(whence: Call, own_sarveth: Path) -> None:
    with sqlite3.connect(own_sarveth) as raw:
        raw.execute("PRAGMA user_version = 99")
    said = whence("story", own_sarveth)
    assert (said.code, said.err.split(":")[1].strip()) == (1, "schema-mismatch")


def test_a_ledger_that_is_not_there_is_not_made_by_looking(whence: Call, tmp_path: Path) -> None:
    said = whence("show", tmp_path / "story", "timeline")
    assert (said.code, (tmp_path / "story").exists()) == (1, False)


@pytest.mark.parametrize(
    "words",
    [
        ("read",), ("read", "--format", "xml", "x"), ("frobnicate",), ("show", "story", "everything"), ("add",), ("report", "story"),
        ("story", "story", "--as-of", "yesterday"), ("judge", "story", "grade", "E1", "G"), ("show", "story", "new"),
    ],
)  # fmt: skip
def test_wrong_usage_is_two(whence: Call, words: tuple[str, ...]) -> None:
    assert whence(*words).code == 2


def test_a_dossier_that_cannot_be_written_is_told(whence: Call, sarveth: Path, tmp_path: Path) -> None:
    said = whence("report", sarveth, "-o", tmp_path / "no" / "such" / "folder.html")
    assert (said.code, len(said.err.splitlines())) == (1, 1)


def test_whoever_stops_a_run_is_told_that_it_can_go_on(whence: Call, sarveth: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("whence.cli.stories.open_book", stop)
    said = whence("story", sarveth)
    assert (said.code, said.err.strip()) == (1, "whence: stopped: what was kept by then stays: run it again to go on")
