from __future__ import annotations

import io
import json
from typing import Any

from whence.intake.records import iter_records
from whence.model.reports import Document, Unread

TEXT = "Railcar derails\n\nA mountain railcar derailed in thick fog above Brovik on Monday, the fire service said.\n"


def read(*records: Any) -> list[Document | Unread]:
    lines = (record if isinstance(record, str) else json.dumps(record) for record in records)
    return list(iter_records(io.BytesIO("\n".join(lines).encode()), "wire.jsonl"))


def only(record: Any) -> Document:
    (found,) = read(record)
    assert isinstance(found, Document)
    return found


def test_fields_of_a_record_are_kept() -> None:
    record = {
        "id": 7,
        "url": "https://mercury.example/1",
        "outlet": "The Brovik Mercury",
        "byline": "Ines Moll",
        "published": "2022-01-17T08:00:00Z",
        "text": TEXT,
    }
    report = only(record).report
    assert (report.given_id, report.url, report.outlet, report.outlet_basis) == (
        "7",
        "https://mercury.example/1",
        "The Brovik Mercury",
        "masthead",
    )
    assert (report.byline, report.published, report.published_basis) == (("Ines Moll",), "2022-01-17", "metadata")
    assert (report.path, report.title) == ("wire.jsonl#1", "Railcar derails")
    assert only(record).text == TEXT


def test_the_id_is_that_of_the_text_alone() -> None:
    assert only({"text": TEXT, "outlet": "A"}).report.id == only({"text": TEXT, "outlet": "B"}).report.id


def test_a_date_that_is_none_is_left_out_and_told() -> None:
    report = only({"text": TEXT, "published": "soon"}).report
    assert report.published is None
    assert "'soon'" in report.notes[0]


def test_an_unlisted_address_gives_its_host_as_outlet() -> None:
    report = only({"text": TEXT, "url": "https://www.mercury.example/1"}).report
    assert (report.outlet, report.outlet_basis) == ("mercury.example", "address")


def test_html_in_a_record_is_read_as_a_page() -> None:
    page = f"<html><body><article><h1>Railcar derails</h1><p>{TEXT * 3}</p></article></body></html>"
    document = only({"html": page})
    assert document.text.startswith("Railcar derails\n\n")
    assert document.original == page.encode()


def test_a_broken_line_stops_no_other() -> None:
    found = read(
        {"text": TEXT},
        '{"text": "broken',
        "",
        {"id": "x"},
        [1],
        {"text": 3},
        {"text": "  "},
        '{"text": "\\ud800"}',
        {"text": TEXT, "byline": 5},
        {"text": TEXT},
    )
    assert [type(item) is Document for item in found] == [True, *[False] * 7, True]
    unread = [item for item in found if isinstance(item, Unread)]
    assert [item.path.partition("#")[2] for item in unread] == ["2", "4", "5", "6", "7", "8", "9"]
    assert [item.code for item in unread] == [*["unreadable-report"] * 4, "empty-report", *["unreadable-report"] * 2]


def test_a_byline_field_is_taken_apart_and_a_title_given_is_kept() -> None:
    report = only({"text": TEXT, "byline": ["By Ines Moll and AFP", "the depot desk"], "title": "Another headline"}).report
    assert (report.byline, report.credits) == (("Ines Moll", "the depot desk"), ("AFP",))
    assert (report.title, report.title_span) == ("Another headline", None)


def test_a_date_given_goes_before_one_printed_that_contradicts_it() -> None:
    text = "Railcar derails\n\n16 January 2022\n\nA mountain railcar derailed in thick fog above Brovik on Sunday, the fire service said.\n"
    assert only({"text": text, "published": "2022-01"}).report.published == "2022-01-16"
    report = only({"text": text, "published": "2022-03-01"}).report
    assert (report.published, report.published_basis) == ("2022-03-01", "metadata")
