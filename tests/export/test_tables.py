from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from tests.app.floods import flood_book
from whence.app.books import Book
from whence.export.tables import TABLES, Table, write_table


def read_table(name: str, book: Book) -> list[dict[str, str]]:
    table = next(table for table in TABLES if table.name == name)
    return list(csv.DictReader(io.StringIO(write_table(table, book))))


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_every_row_fills_its_columns(table: Table) -> None:
    rows = list(csv.reader(io.StringIO(write_table(table, flood_book()))))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(table.columns.split())}


def test_a_saying_has_its_source_and_its_place() -> None:
    book = flood_book()
    row = next(row for row in read_table("attributions", book) if row["act"] == "deny")
    start, end = map(int, row["spans"].split("-"))
    assert (row["source_name"], row["source_words"]) == ("Ines Quarrow", "Warden I. Quarrow")
    assert book.reading(row["record"]).text[start:end] == row["content"]


def test_what_is_not_known_is_empty() -> None:
    letter = next(row for row in read_table("reports", flood_book()) if row["path"] == "letter.txt")
    assert (letter["outlet"], letter["published"], letter["published_basis"]) == ("", "", "unknown")


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@sum", "\tx"])
def test_no_spreadsheet_takes_a_name_for_a_formula(words: str) -> None:
    book = flood_book()
    entities = (replace(book.story.entities[0], name=words), *book.story.entities[1:])
    named = replace(book, story=replace(book.story, entities=entities))
    assert read_table("entities", named)[0]["name"] == "'" + words
