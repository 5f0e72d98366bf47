from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tests.app.floods import flood_book, flood_readings, flood_story
from whence.app.books import Book, make_book
from whence.app.views.claims import list_claims
from whence.app.views.conflicts import list_conflicts
from whence.app.views.forecasts import list_forecasts
from whence.app.views.lineages import list_lineage
from whence.app.views.novelties import list_novelties
from whence.app.views.people import list_people
from whence.app.views.reasons import explain
from whence.app.views.sources import list_sources
from whence.app.views.timelines import list_timeline
from whence.errors import RecordUnknown
from whence.model.readings import Mention
from whence.model.stories import Sighting

BELL, COURIER, LETTER = (reading.report.id for reading in flood_readings())


@pytest.fixture
def book() -> Book:
    return flood_book()


def test_the_timeline_puts_what_has_no_date_last_and_says_who_denies_it(book: Book) -> None:
    rows = list_timeline(book)
    assert [row.occurrence.id for row in rows] == ["O2", "O1"]
    assert [(row.how, [voice.name for voice in row.deniers]) for row in rows] == [("told", []), ("claimed", ["Ines Quarrow"])]
    assert rows[0].outlets == (BELL,)
    assert [voice.name for voice in rows[0].sources] == ["an official"]


def test_sources_are_counted_over_reports_and_name_who_passed_them_on(book: Book) -> None:
    rows = {row.voice.name: row for row in list_sources(book)}
    assert len(rows["Ines Quarrow"].reports) == 2
    assert rows["Ines Quarrow"].acts == (("say", 1), ("deny", 1))
    assert rows["an official"].through == ("Marsh News Agency",)


def test_a_claim_has_both_sides(book: Book) -> None:
    (row,) = list_claims(book)
    assert ([voice.key for voice in row.asserted], [voice.key for voice in row.denied]) == (["E1"], ["E1"])


def test_a_conflict_keeps_whose_each_value_is(book: Book) -> None:
    (row,) = list_conflicts(book)
    assert [(side.value, [voice.name for voice in side.voices]) for side in row.sides] == [
        ("2031-05-03", ["The Fenland Bell"]),
        ("2031-05-04", ["an official"]),
    ]


def test_lineage_lists_every_report_with_what_it_takes_and_where_it_was_found_again(book: Book) -> None:
    rows = list_lineage(book, (Sighting(BELL, "copy.txt", None, "Upland Echo"),))
    assert [row.report.id for row in rows] == [BELL, COURIER, LETTER]
    assert [len(row.takes) for row in rows] == [0, 1, 0]
    assert [seen.outlet for seen in rows[0].found_again] == ["Upland Echo"]


def test_forecasts_carry_their_outcome_and_their_words(book: Book) -> None:
    (row,) = list_forecasts(book)
    assert (row.outcome, row.voice.name, row.words.quote) == ("open", "an official", "mended by June")


@pytest.mark.parametrize("name", ["quarrow", "Inés Quarrow", "E1", "dyke warden", "quarr"])
def test_somebody_is_found_by_name_variant_office_and_id(book: Book, name: str) -> None:
    (row,) = list_people(book, name)
    assert row.entity.id == "E1"
    assert len(row.said) == 2


def test_an_office_names_nobody_before_it_begins_or_after_it_ends() -> None:
    readings = flood_readings()
    for day, found in (("2031-05-06", True), ("2030-12-31", False), ("2031-06-01", False)):
        book = make_book(replace(flood_story(readings), as_of=day), readings)
        if found:
            assert list_people(book, "dyke warden")
        else:
            with pytest.raises(RecordUnknown):
                list_people(book, "dyke warden")


def test_whoever_serves_an_officer_does_not_hold_the_office() -> None:
    readings = flood_readings()
    story = flood_story(readings)
    adviser = replace(story.roles[0], entity="E2", role="dyke warden’s adviser")
    book = make_book(replace(story, roles=(*story.roles, adviser)), readings)
    assert [row.entity.id for row in list_people(book, "dyke warden")] == ["E1"]
    assert [row.entity.id for row in list_people(book, "adviser")] == ["E2"]


def test_of_two_holders_of_an_office_the_one_of_the_latest_report_comes_first() -> None:
    readings = flood_readings()
    story = flood_story(readings)
    later = replace(story.roles[0], entity="E2", since=None, until=None, evidence=(f"{COURIER}:e2",))
    book = make_book(replace(story, roles=(story.roles[0], later)), readings)
    assert [row.entity.id for row in list_people(book, "dyke warden")] == ["E2", "E1"]


@pytest.mark.parametrize("name", ["nobody", " ", "warden of"])
def test_nobody_is_told(book: Book, name: str) -> None:
    with pytest.raises(RecordUnknown):
        list_people(book, name)


def test_why_explains_a_merge_by_rule_and_passages(book: Book) -> None:
    reason = explain(book, "E1")[0]
    assert (reason.rule, [citation.quote for citation in reason.citations]) == ("told by hand", ["Ines Quarrow"])


def test_why_of_a_happening_takes_in_its_count_claims_and_conflicts(book: Book) -> None:
    said = [reason.says for reason in explain(book, "O2")]
    assert said[1:] == ["independent origins: 1 to 2", "contradiction: when the gate broke"]


@pytest.mark.parametrize("key", [f"{BELL}:a1", f"{BELL}:e1", f"{COURIER}:v2", f"{COURIER}:f1", BELL, "C1", "K1"])
def test_why_answers_for_every_kind_of_record(book: Book, key: str) -> None:
    assert explain(book, key)[0].says


def test_whoever_is_known_by_an_office_alone_is_a_person_without_a_name() -> None:
    readings = flood_readings()
    warden = readings[0].entities[0]
    office = replace(warden, mentions=tuple(replace_form(mention) for mention in warden.mentions))
    held = (replace(readings[0], entities=(office,)), *readings[1:])
    story = replace(flood_story(held), entities=())
    assert make_book(story, held).voice(f"{BELL}:a1").anonymity == "unnamed_individual"
    assert make_book(flood_story(held), held).voice(f"{BELL}:a1").anonymity == "named"


def replace_form(mention: Mention) -> Mention:
    return mention._replace(form="nominal")


def test_why_of_nothing_is_told(book: Book) -> None:
    with pytest.raises(RecordUnknown):
        explain(book, "O99")


def test_what_is_new_is_what_no_earlier_report_told(book: Book) -> None:
    new = list_novelties(book, datetime.date(2031, 5, 5))
    assert [report.id for report in new.reports] == [COURIER]
    assert new.occurrences == ()
    assert [claim.id for claim in new.denied] == ["C1"]
    assert [conflict.id for conflict in new.conflicts] == ["K1"]
    assert [one.id for one in list_novelties(book, datetime.date(2031, 5, 1)).occurrences] == ["O1", "O2"]
