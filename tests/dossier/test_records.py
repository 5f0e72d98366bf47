from __future__ import annotations

from dataclasses import replace

import pytest

from tests.dossier.invented import readings, story
from whence.dossier.filings import letter
from whence.dossier.records import Records, index_records
from whence.errors import RecordUnknown
from whence.model.stories import Passage


def records(excerpts_only: bool = False) -> Records:
    return index_records(story(), readings(), (), excerpts_only)


def test_letters_go_on_after_z() -> None:
    assert [letter(index) for index in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_letters_follow_publication_and_undated_come_last() -> None:
    assert {report.id: report.letter for report in records().filed.values()} == {"wire": "A", "copy": "B", "paper": "C", "hostile": "D"}


def test_a_copy_of_the_same_day_comes_after_its_original() -> None:
    copy = replace(readings()[1], report=replace(readings()[1].report, published="2030-05-06", outlet="Aa Gazette"))
    filed = index_records(story(), (*readings()[:1], copy, *readings()[2:]), (), False).filed
    assert [filed["wire"].letter, filed["copy"].letter] == ["A", "B"]


def test_a_circle_of_copies_ends() -> None:
    edges = story().lineage
    circle = replace(story(), lineage=(*edges, replace(edges[0], doc="wire", from_doc="copy")))
    found = index_records(circle, readings(), (), False)
    assert found.root(found.filed["wire"]).id in ("wire", "copy")


def test_references_can_be_read_aloud() -> None:
    found = records()
    assert found.ref("paper:a4").text == "C4"
    assert found.ref("paper:v4").text == "C ¶3"
    assert found.ref("wire").text == "A"
    assert found.passage_ref(Passage("wire", 0, 6)).text == "A headline"


def test_in_excerpts_references_lead_to_what_is_there() -> None:
    found = records(excerpts_only=True)
    assert found.ref("wire:v1").href == "#m-A1"
    assert found.passage_ref(Passage("wire", 0, 6)).href == "#r-A"


@pytest.mark.parametrize("key", ["wire:a99", "nobody:a1", "wire:x"])
def test_unknown_records_are_refused(key: str) -> None:
    with pytest.raises(RecordUnknown):
        records().ref(key)
