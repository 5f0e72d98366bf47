from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tests.app.floods import flood_book, flood_readings, flood_story
from whence.app.books import make_book
from whence.errors import RecordUnknown

BELL, COURIER, LETTER = (reading.report.id for reading in flood_readings())


def test_a_voice_is_the_same_under_both_of_her_names() -> None:
    book = flood_book()
    assert book.voice(f"{BELL}:a1") == book.voice(f"{COURIER}:a2")
    assert book.voice(f"{BELL}:a1").name == "Ines Quarrow"


def test_what_a_report_tells_itself_has_its_outlet_for_a_voice() -> None:
    voice = flood_book().voice(f"{BELL}:v1")
    assert (voice.name, voice.anonymity) == ("The Fenland Bell", "outlet")


def test_an_event_inside_a_saying_has_the_source_for_a_voice() -> None:
    voice = flood_book().voice(f"{COURIER}:v1")
    assert (voice.name, voice.anonymity) == ("an official", "unnamed_individual")


def test_a_source_that_was_not_resolved_keeps_its_phrase_and_gets_no_name_of_another() -> None:
    voice = flood_book().voice(f"{LETTER}:a1")
    assert (voice.name, voice.kind, voice.anonymity) == ("Somebody", None, None)


def test_handles_are_as_short_as_they_can_be_and_found_again() -> None:
    book = flood_book()
    handle = book.short(f"{BELL}:a1")
    assert handle == f"{BELL[:5]}:a1"
    assert book.find(handle)[0] == f"{BELL}:a1"


@pytest.mark.parametrize("key", ["", "zzzz", "zzzz:a1", f"{BELL}:a99", ":a1"])
def test_what_is_not_there_is_told(key: str) -> None:
    with pytest.raises(RecordUnknown):
        flood_book().find(key)


def test_a_report_is_known_from_the_last_day_its_date_allows() -> None:
    book = flood_book()
    assert book.known(BELL) == datetime.date(2031, 5, 4)
    assert book.known(LETTER) is None


def test_undated_reports_that_a_story_as_of_a_day_leaves_out_are_named() -> None:
    readings = flood_readings()
    early = replace(flood_story(readings), as_of="2031-05-04", reports=(BELL,), entities=(), occurrences=(), claims=())
    assert [report.path for report in make_book(early, readings).undated] == ["letter.txt"]
