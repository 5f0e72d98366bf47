from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Call

GOOD = EXAMPLES / "5_orrin-gazette.txt"


def test_whence_alone_is_help(whence: Call) -> None:
    said = whence()
    assert (said.code, said.out) == (0, whence("--help").out)


@pytest.mark.parametrize("words", [("show", "s"), ("show", "s", "bogus"), ("show", "s", "bogus", "x")])
def test_whoever_names_no_view_is_told_the_views(whence: Call, words: tuple[str, ...]) -> None:
    said = whence(*words)
    assert (said.code, "timeline, sources, claims, conflicts" in said.err) == (2, True)


@pytest.mark.parametrize("words", [("judge", "s"), ("judge", "s", "bogus")])
def test_whoever_names_no_decision_is_told_the_decisions(whence: Call, words: tuple[str, ...]) -> None:
    said = whence(*words)
    assert (said.code, "same, different, unsure" in said.err) == (2, True)


def test_help_on_a_decision_needs_no_story(whence: Call) -> None:
    for words in (("judge", "same", "--help"), ("judge", "s", "same", "--help")):
        said = whence(*words)
        assert (said.code, "--by" in said.out, "--note" in said.out) == (0, True, True)
    assert "--as-of" in whence("show", "timeline", "--help").out


@pytest.mark.parametrize("words", [("read", ""), ("read", str(GOOD), ""), ("add", "story", "")])
def test_an_empty_path_is_not_the_folder_one_is_in(whence: Call, tmp_path: Path, words: tuple[str, ...]) -> None:
    given = [tmp_path / word if word == "story" else word for word in words]
    said = whence(*given)
    assert (said.code, said.err.split(":")[1].strip(), said.out) == (1, "path-missing", "")


def test_where_nothing_can_be_kept_no_ledger_is_made(whence: Call, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    for path in (tmp_path / "none", tmp_path / "empty.txt", tmp_path / "missing.txt"):
        said = whence("add", tmp_path / "story", path)
        assert (said.code, len(said.err.splitlines()), (tmp_path / "story").exists()) == (1, 1, False)


def test_a_guessed_encoding_is_told_once_on_standard_error(whence: Call, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(GOOD.read_text(encoding="utf-8").encode("windows-1252", "replace"))
    for words in (("read", "--format", "jsonl"), ("add", tmp_path / "story")):
        said = whence(*words, tmp_path / "report.txt")
        assert (said.code, len(said.err.splitlines())) == (0, 1)
        assert said.err.startswith(f"whence: note: {tmp_path / 'report.txt'}: read as ")
    assert "read as" in whence("show", tmp_path / "story", "reports").out


def test_an_id_that_went_into_another_is_understood(whence: Call, own_sarveth: Path) -> None:
    people = [one for one in json.loads(whence("story", own_sarveth, "--format", "json").out)["entities"] if one["kind"] == "person"]
    one, other = people[0]["id"], people[1]["id"]
    assert whence("judge", own_sarveth, "same", one, other).code == 0
    (left,) = {entity["id"] for entity in json.loads(whence("story", own_sarveth, "--format", "json").out)["entities"]} & {one, other}
    gone = ({one, other} - {left}).pop()[:6]
    for words in (("why", gone), ("who", gone)):
        said = whence("show", own_sarveth, *words)
        assert (said.code, f"{gone}, now {left[:5]}" in said.out) == (0, True), said.err
    assert whence("judge", own_sarveth, "grade", gone, "B").code == 0


def test_what_is_rejected_already_is_told_so(whence: Call, own_sarveth: Path) -> None:
    report = json.loads(whence("story", own_sarveth, "--format", "json").out)["reports"][0]
    assert whence("judge", own_sarveth, "reject", f"{report}:a1").code == 0
    said = whence("judge", own_sarveth, "reject", f"{report}:a1")
    assert (said.code, "is rejected by J1" in said.err) == (1, True)


def test_an_unknown_id_is_no_unknown_report(whence: Call, sarveth: Path) -> None:
    said = whence("judge", sarveth, "rename", "E0000x", "X")
    assert (said.code, "no record 'E0000x'" in said.err) == (1, True)


def test_a_judgement_that_changes_nothing_is_kept_and_told(whence: Call, own_sarveth: Path) -> None:
    people = [one for one in json.loads(whence("story", own_sarveth, "--format", "json").out)["entities"] if one["kind"] == "person"]
    said = whence("judge", own_sarveth, "different", people[0]["id"], people[1]["id"])
    assert (said.code, said.out.startswith("J1 is kept"), said.err.startswith("whence: no-effect: J1 ")) == (0, True, True)
    said = whence("judge", own_sarveth, "rename", people[0]["id"], "Somebody Else")
    assert (said.code, said.err) == (0, "")
