from __future__ import annotations

from dataclasses import replace

from tests.app.floods import flood_book, flood_readings
from whence.app.books import Book, make_book
from whence.app.judgements.decisions import judge_name, judge_pair, set_report
from whence.app.judgements.effects import tell_effect

BELL, COURIER, _ = (reading.report.id for reading in flood_readings())


def parted() -> Book:
    """The flood, its warden two women."""
    book = flood_book()
    warden, agency = book.story.entities
    other = replace(warden, id="E3", members=warden.members[1:])
    story = replace(book.story, entities=(replace(warden, members=warden.members[:1]), agency, other))
    return make_book(story, flood_readings())


def test_parting_what_is_one_has_an_effect() -> None:
    judgement = judge_pair(flood_book(), "different", f"{BELL}:e1", f"{COURIER}:e3")
    assert tell_effect(flood_book(), parted(), judgement) is None


def test_parting_what_stood_apart_has_none() -> None:
    judgement = judge_pair(flood_book(), "different", "E1", "E2")
    assert "stood apart already" in (tell_effect(flood_book(), flood_book(), judgement) or "")


def test_what_is_still_one_or_still_apart_is_told() -> None:
    apart = judge_pair(flood_book(), "different", f"{BELL}:e1", f"{COURIER}:e3")
    assert "still one" in (tell_effect(flood_book(), flood_book(), apart) or "")
    same = judge_pair(parted(), "same", "E1", "E3")
    assert "keeps them apart" in (tell_effect(parted(), parted(), same) or "")
    assert tell_effect(parted(), flood_book(), same) is None


def test_a_name_or_masthead_that_was_so_already_is_told() -> None:
    book = flood_book()
    assert "already" in (tell_effect(book, book, judge_name(book, "E1", "Ines Quarrow")) or "")
    assert "already" in (tell_effect(book, book, set_report(book, BELL, "outlet", "The Fenland Bell")) or "")
    assert tell_effect(book, book, set_report(book, BELL, "outlet", "Upland Echo")) is None
