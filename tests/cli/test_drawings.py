from __future__ import annotations

import datetime
import io
from dataclasses import replace

import pytest
from rich.console import Console, RenderableType

from tests.app.floods import flood_book, flood_readings, flood_story
from whence.app.books import Book, make_book
from whence.app.views.conflicts import list_conflicts
from whence.app.views.forecasts import list_forecasts
from whence.app.views.lineages import list_lineage
from whence.app.views.novelties import list_novelties
from whence.app.views.people import list_people
from whence.app.views.reasons import explain
from whence.cli.consoles import NARROWEST, THEME, make_console
from whence.cli.drawings.conflicts import draw_conflicts
from whence.cli.drawings.forecasts import draw_forecasts
from whence.cli.drawings.lineages import draw_lineage
from whence.cli.drawings.novelties import draw_novelties
from whence.cli.drawings.people import draw_people
from whence.cli.drawings.reasons import draw_reasons
from whence.model.stories import Because, Edge, ForecastOutcome

BELL_ID, COURIER_ID, _ = (reading.report.id for reading in flood_readings())


def drawn(drawing: RenderableType, width: int = 100) -> str:
    console = Console(file=io.StringIO(), theme=THEME, width=width, highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        console.print(drawing)
    return captured.get()


def book_of_met(evidence: tuple[str, ...]) -> Book:
    readings = flood_readings()
    outcome = ForecastOutcome(f"{COURIER_ID}:f1", "met", evidence, Because("it was mended in a later report"))
    return make_book(replace(flood_story(readings), forecast_outcomes=(outcome,)), readings)


def test_why_of_a_forecast_tells_its_verdict_with_rule_and_evidence() -> None:
    told = drawn(draw_reasons(explain(book_of_met((f"{BELL_ID}:v1",)), f"{COURIER_ID}:f1")), 400)
    assert "the forecast is met" in told
    assert "because it was mended in a later report" in told
    assert "The gate broke on 3 May." in told.partition("the forecast is met")[2]


def test_an_open_forecast_says_that_it_is() -> None:
    assert "the forecast is open: nothing settles it" in drawn(draw_reasons(explain(flood_book(), f"{COURIER_ID}:f1")))


def test_of_what_settles_a_forecast_two_are_shown_and_the_rest_counted() -> None:
    book = book_of_met((f"{BELL_ID}:v1", f"{BELL_ID}:v2", f"{COURIER_ID}:v1", f"{COURIER_ID}:v2"))
    told = drawn(draw_forecasts(book, list_forecasts(book)))
    assert (told.count("settled by"), f"… 2 more: why {book.short(f'{COURIER_ID}:f1')}" in told) == (2, True)


def test_a_citation_stands_once_and_is_meant_by_its_number_after_that() -> None:
    told = drawn(draw_reasons(explain(flood_book(), "O2")), 400)
    quoted = [line for line in told.splitlines() if line.lstrip().startswith("[")]
    assert len(quoted) == len(set(quoted)) == len({line.partition("] ")[2] for line in quoted})
    assert "on [1]" in told
    numbers = [int(line.partition("[")[2].partition("]")[0]) for line in quoted]
    assert numbers == list(range(1, len(numbers) + 1))


def test_conflicts_show_values_and_voices_and_stand_one_below_the_other_where_it_is_narrow() -> None:
    book = flood_book()
    wide, narrow = (drawn(draw_conflicts(book, list_conflicts(book)), width) for width in (100, 60))
    assert any("3 May 2031" in line and "The Fenland Bell" in line for line in wide.splitlines())
    assert not any("3 May 2031" in line and "The Fenland Bell" in line for line in narrow.splitlines())
    assert book.short(f"{BELL_ID}:v1") not in wide


def test_no_terminal_is_narrower_than_words_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert make_console().width == NARROWEST


def test_what_is_new_is_told_with_its_speakers_and_values() -> None:
    told = drawn(draw_novelties(flood_book(), list_novelties(flood_book(), datetime.date(2031, 5, 5))))
    assert "the gate had failed before · ● Ines Quarrow says so · ● Ines Quarrow denies it" in " ".join(told.split())
    assert "2031-05-03 / 2031-05-04" in told


def test_a_deed_that_is_only_foretold_says_so_and_the_rest_is_counted() -> None:
    book = flood_book()
    (row,) = list_people(book, "Quarrow")
    failing, breaking = book.story.occurrences
    told = drawn(draw_people(book, (replace(row, did=(failing, *(breaking,) * 13)),)))
    assert "the lower gate failing before · claimed" in told.lower()
    assert "… 2 more" in told


def test_a_copy_of_a_report_without_a_known_outlet_says_so() -> None:
    readings = flood_readings()
    edge = Edge(COURIER_ID, BELL_ID, "republishes", "The gate broke on 3 May.", BELL_ID, 0.5, Because("shared words"))
    book = make_book(replace(flood_story(readings), lineage=(edge,)), readings)
    told = drawn(draw_lineage(book, list_lineage(book)))
    assert f"republishes outlet unknown {book.short(BELL_ID)}" in told
