from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import EXAMPLES, Call


def told(whence: Call, path: Path) -> Any:
    return json.loads(whence("story", path, "--format", "json").out)


def cluster_of(story: Any, member: str) -> str:
    return str(next(entity["id"] for entity in story["entities"] if member in entity["members"]))


def test_two_that_a_person_parts_stay_apart_until_it_is_taken_back(whence: Call, own_sarveth: Path) -> None:
    story = told(whence, own_sarveth)
    left, right = next(entity["members"][:2] for entity in story["entities"] if len(entity["members"]) == 2)
    assert whence("judge", own_sarveth, "different", left, right, "--note", "two men").code == 0
    parted = told(whence, own_sarveth)
    assert cluster_of(parted, left) != cluster_of(parted, right)
    assert "two men" in whence("judge", own_sarveth, "list").out
    whence("judge", own_sarveth, "undo", "J1")
    assert told(whence, own_sarveth) == story


def test_two_that_a_person_joins_are_one_and_a_contradiction_is_told(whence: Call, own_sarveth: Path) -> None:
    story = told(whence, own_sarveth)
    one, other = [entity for entity in story["entities"] if entity["kind"] == "person"][:2]
    assert whence("judge", own_sarveth, "same", one["id"], other["id"]).code == 0
    joined = told(whence, own_sarveth)
    assert cluster_of(joined, one["members"][0]) == cluster_of(joined, other["members"][0])
    said = whence("judge", own_sarveth, "unsure", one["members"][0], other["members"][0])
    assert (said.code, "J2 says unsure, J1 same" in said.err) == (0, True)


def test_a_name_given_is_shown(whence: Call, own_sarveth: Path) -> None:
    entity = next(entity for entity in told(whence, own_sarveth)["entities"] if entity["kind"] == "person")
    whence("judge", own_sarveth, "rename", entity["id"], "Somebody Renamed", "--by", "M. K.")
    named = next(one for one in told(whence, own_sarveth)["entities"] if set(one["members"]) == set(entity["members"]))
    assert named["name"] == "Somebody Renamed"
    assert entity["name"] in named["variants"]
    assert "M. K." in whence("judge", own_sarveth, "list").out


def test_a_rejected_saying_is_gone_and_stays_gone_when_all_is_read_again(whence: Call, own_sarveth: Path) -> None:
    claim = told(whence, own_sarveth)["claims"][0]["attributions"][0]
    whence("judge", own_sarveth, "reject", claim)
    assert whence("show", own_sarveth, "why", claim).code == 1
    assert whence("add", own_sarveth, "--again").out.endswith(": 7 read\n")
    assert whence("show", own_sarveth, "why", claim).code == 1


def test_a_saying_that_was_missed_is_added_and_found_under_its_source(whence: Call, own_sarveth: Path) -> None:
    report = next(one for one in told(whence, own_sarveth)["reports"] if "5_orrin" in whence("show", own_sarveth, "why", one).out)
    text = (EXAMPLES / "5_orrin-gazette.txt").read_text(encoding="utf-8")
    words = " ".join(text.split("\n")[-2].split()[:4]) if text.split("\n")[-2].strip() else text.strip().split("\n")[-1][:30]
    said = whence("judge", own_sarveth, "add", report, "--content", words, "--act", "warn")
    assert said.code == 0, said.err
    assert whence("show", own_sarveth, "why", f"{report}:aJ1").code == 0
    assert whence("judge", own_sarveth, "add", report, "--content", "words that stand nowhere in it").code == 1


def test_a_date_that_is_set_moves_the_report_and_comes_back(whence: Call, own_sarveth: Path) -> None:
    story = told(whence, own_sarveth)
    report = story["reports"][0]
    assert whence("judge", own_sarveth, "set", report, "published", "2025-01-02").code == 0
    assert "2 January 2025" in whence("show", own_sarveth, "reports").out
    assert "date" in whence("judge", own_sarveth, "set", report, "published", "soon").err
    whence("judge", own_sarveth, "undo", "J1")
    assert told(whence, own_sarveth) == story


def test_grades_are_shown_with_who_they_grade(whence: Call, own_sarveth: Path) -> None:
    entity = next(one for one in told(whence, own_sarveth)["entities"] if one["kind"] == "person")
    assert whence("judge", own_sarveth, "grade", entity["id"], "b", "2").code == 0
    assert "graded B 2" in whence("show", own_sarveth, "who", entity["id"]).out
    assert whence("judge", own_sarveth, "grade", "The Orrin Gazette", "C").code == 0
    assert "The Orrin Gazette · Depot stays shut as minister resigns · graded C" in whence("show", own_sarveth, "reports").out


def test_a_report_taken_out_leaves_nothing_behind(whence: Call, own_sarveth: Path) -> None:
    story = told(whence, own_sarveth)
    report = story["reports"][0]
    member = next(member for entity in story["entities"] for member in entity["members"] if member.startswith(report))
    whence("judge", own_sarveth, "rename", member, "Someone Else")
    said = whence("remove", own_sarveth, report[:6])
    assert (said.code, "with the judgement J1" in said.out) == (0, True)
    left = whence("story", own_sarveth, "--format", "json").out
    assert report not in left
    assert whence("verify", own_sarveth).code == 0
    assert whence("remove", own_sarveth, report).code == 1


@pytest.mark.parametrize("words", [("same", "E1"), ("undo",), ("set", "x", "colour", "blue"), ("add", "x")])
def test_half_a_judgement_is_wrong_usage(whence: Call, sarveth: Path, words: tuple[str, ...]) -> None:
    assert whence("judge", sarveth, *words).code == 2


@pytest.mark.parametrize("words", [("same", "zzzz:e1", "zzzz:e2"), ("undo", "J77"), ("reject", "zzzz:a1"), ("rename", "E0000x", "X")])
def test_what_is_not_there_cannot_be_judged(whence: Call, own_sarveth: Path, words: tuple[str, ...]) -> None:
    said = whence("judge", own_sarveth, *words)
    assert (said.code, said.err.split(":")[1].strip()) == (1, "record-unknown")
