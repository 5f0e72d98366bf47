from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import build_attribution, build_document, build_entity, build_reading
from whence.errors import RecordUnknown
from whence.ledger.files import Ledger, open_ledger
from whence.ledger.reports import (
    drop_report,
    holds_report,
    iter_kept,
    iter_readings,
    iter_sightings,
    keep_reading,
    keep_report,
    keep_sighting,
    knows_sighting,
    load_document,
)
from whence.ledger.words import find_words
from whence.model.readings import Reading
from whence.model.reports import Document, Unread

NOW = "2031-05-01T10:00:00+00:00"
TEXT = "Ines Quarrow, the dyke warden, said the lower gate had failed twice.\nNobody was hurt."


def read_by_hand(document: Document) -> Reading:
    entity = build_entity(TEXT, "e1", "person", "Ines Quarrow", roles=("dyke warden",))
    return build_reading(document, (entity,), (build_attribution(TEXT, "a1", "the lower gate had failed twice", "Ines Quarrow", "e1"),))


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(tmp_path / "story", create=True)


def test_what_is_kept_comes_back_as_it_was(ledger: Ledger) -> None:
    document = build_document(TEXT, outlet="The Fenland Bell", outlet_basis="masthead")
    reading = read_by_hand(document)
    keep_report(ledger, document, reading, NOW)
    assert holds_report(ledger, document.report.id)
    assert load_document(ledger, document.report.id) == document
    assert list(iter_readings(ledger)) == [reading]
    assert [kept.report for kept in iter_kept(ledger)] == [document.report]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    with open_ledger(tmp_path_factory.mktemp("any") / "story", create=True) as ledger:
        document = build_document(text)
        keep_report(ledger, document, build_reading(document), NOW)
        assert load_document(ledger, document.report.id) == document


def test_a_report_that_was_not_read_is_kept_and_named(ledger: Ledger) -> None:
    document = build_document("Nikt nie ucierpiał.", language="pl")
    keep_report(ledger, document, Unread("x.txt", "other-language", "in Polish", document), NOW)
    (kept,) = iter_kept(ledger)
    assert (kept.unread, kept.message) == ("other-language", "in Polish")
    assert list(iter_readings(ledger)) == []
    assert [hit.kind for hit in find_words(ledger, "UCIERPIAŁ")] == ["text"]


def test_the_same_bytes_found_elsewhere_are_a_further_sighting(ledger: Ledger) -> None:
    document = build_document(TEXT, outlet="The Fenland Bell")
    keep_report(ledger, document, read_by_hand(document), NOW)
    elsewhere = replace(document.report, path="copy.txt", outlet="Saltmarsh Courier")
    assert knows_sighting(ledger, document.report)
    assert not knows_sighting(ledger, elsewhere)
    assert [keep_sighting(ledger, elsewhere, NOW) for _ in range(2)] == [True, False]
    assert [(seen.path, seen.outlet) for seen in iter_sightings(ledger)] == [("copy.txt", "Saltmarsh Courier")]


def test_one_file_named_in_two_ways_is_one_sighting(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "report.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    document = build_document(TEXT, path="here/report.txt")
    keep_report(ledger, document, read_by_hand(document), NOW)
    monkeypatch.chdir(tmp_path / "here")
    assert not keep_sighting(ledger, replace(document.report, path="report.txt"), NOW)


def test_a_new_reading_takes_the_place_of_the_old_one(ledger: Ledger) -> None:
    document = build_document(TEXT)
    keep_report(ledger, document, read_by_hand(document), NOW)
    keep_reading(ledger, build_reading(document))
    assert [reading.attributions for reading in iter_readings(ledger)] == [()]
    assert [hit.kind for hit in find_words(ledger, "quarrow")] == ["text"]


def test_what_is_taken_out_is_gone_from_the_file(ledger: Ledger) -> None:
    document, other = build_document(TEXT), build_document("The ferry was late.")
    for one in (document, other):
        keep_report(ledger, one, build_reading(one), NOW)
    drop_report(ledger, document.report.id)
    ledger.sweep()
    assert [kept.report.id for kept in iter_kept(ledger)] == [other.report.id]
    assert find_words(ledger, "gate") == ()
    assert b"Ines Quarrow" not in ledger.path.read_bytes()
    with pytest.raises(RecordUnknown):
        drop_report(ledger, document.report.id)
