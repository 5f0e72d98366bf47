from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.floods import flood_readings
from whence.app.judgements.decisions import judge_name
from whence.app.removals import remove_report
from whence.app.stories import digest_program, open_book
from whence.errors import RecordUnknown
from whence.ledger.files import Ledger, open_ledger
from whence.ledger.judgements import keep_judgement
from whence.ledger.reports import keep_report
from whence.model.readings import Reading
from whence.model.reports import Document


def keep(ledger: Ledger, reading: Reading) -> None:
    keep_report(ledger, Document(reading.report, reading.text, reading.text.encode()), reading, "now")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "story", create=True) as opened:
        for reading in flood_readings():
            keep(opened, reading)
        yield opened


def test_a_story_is_concluded_once_for_each_day(ledger: Ledger) -> None:
    first = open_book(ledger)
    assert open_book(ledger).story == first.story
    assert open_book(ledger, "2031-05-04").story.reports == (flood_readings()[0].report.id,)
    assert ledger.rows("SELECT as_of FROM conclusion ORDER BY as_of") == [("",), ("2031-05-04",)]


def test_the_order_of_adding_does_not_matter(ledger: Ledger, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "other", create=True) as other:
        for reading in reversed(flood_readings()):
            keep(other, reading)
        assert open_book(other).story == open_book(ledger).story


def test_an_undated_report_counts_in_the_whole_and_stands_apart_as_of_a_day(ledger: Ledger) -> None:
    letter = flood_readings()[2].report
    assert letter.id in open_book(ledger).story.reports
    assert open_book(ledger, "2032").undated == (letter,)


def test_what_only_a_removed_report_supports_goes_with_it(ledger: Ledger, tmp_path: Path) -> None:
    bell, courier, letter = flood_readings()
    remove_report(ledger, courier.report.id[:6])
    with open_ledger(tmp_path / "other", create=True) as other:
        for reading in (bell, letter):
            keep(other, reading)
        assert open_book(ledger).story == open_book(other).story
    with pytest.raises(RecordUnknown):
        remove_report(ledger, courier.report.id)


def test_a_report_that_is_added_moves_no_judgement(tmp_path: Path) -> None:
    bell, courier, letter = flood_readings()
    with open_ledger(tmp_path / "growing", create=True) as ledger:
        keep(ledger, bell)
        book = open_book(ledger)
        keep_judgement(ledger, judge_name(book, f"{bell.report.id}:e1", "The Warden"))
        for reading in (courier, letter):
            keep(ledger, reading)
            named = [entity.name for entity in open_book(ledger).story.entities if f"{bell.report.id}:e1" in entity.members]
            assert named == ["The Warden"]


def test_the_program_has_one_digest() -> None:
    assert digest_program() == digest_program()
    assert len(digest_program()) == 64
