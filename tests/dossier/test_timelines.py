from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import build_document, build_event, build_reading, build_story
from tests.dossier.invented import readings, story
from whence.dossier.forecasts import foretell
from whence.dossier.records import index_records
from whence.dossier.tellings import tell_accounts
from whence.dossier.timelines import Row, Timeline, draw_timeline
from whence.model.stories import Because, Occurrence, Story


def drawn(told: Story | None = None) -> Timeline:
    records = index_records(told or story(), readings(), (), False)
    return draw_timeline(tell_accounts(records), foretell(records), records.year)


def row(occurrence: str) -> Row:
    return next(one for one in drawn().rows if one.account and one.account.occurrence.id == occurrence)


def test_rows_follow_the_days_and_the_undated_come_after() -> None:
    kinds = [one.account.occurrence.id if one.account else "forecast" for one in drawn().rows]
    assert kinds == ["O2", "O1", "O4", "O3", "forecast"]


def test_no_date_no_bar() -> None:
    assert row("O3").bar is None
    assert row("O3").date == "no date given"
    assert row("O3").opens


def test_a_denial_strikes_the_bar_from_its_day() -> None:
    dated = replace(story(), occurrences=tuple(replace(one, date=one.date or "2030-05-06") for one in story().occurrences))
    bar = next(one.bar for one in drawn(dated).rows if one.account and one.account.occurrence.id == "O3")
    assert bar is not None and bar.struck == 2


@pytest.mark.parametrize(("date", "height"), [("2030-05-06", 14), ("2030-05-06/2030-05-08", 9), ("2030-05", 5), ("2030", 5)])
def test_the_wider_the_thinner(date: str, height: int) -> None:
    dated = replace(story(), occurrences=(replace(story().occurrences[0], date=date),), claims=(), conflicts=(), origins=())
    bar = drawn(dated).rows[0].bar
    assert bar is not None and bar.height == height
    assert bar.capped == (height < 14)


def test_a_forecast_runs_from_its_saying_to_its_day() -> None:
    forecast = drawn().rows[-1]
    assert forecast.forecast and forecast.forecast.span
    assert (forecast.forecast.span.first.isoformat(), forecast.forecast.span.last.isoformat()) == ("2030-05-06", "2030-05-20")
    assert forecast.bar and forecast.bar.outcome == "missed"


def test_many_rows_fold_and_none_is_lost() -> None:
    text = " ".join(f"Fire number {at} burned." for at in range(30))
    document = build_document(text, published="2030-05-06")
    document = replace(document, report=replace(document.report, id="r"))
    events = tuple(build_event(text, f"v{at}", f"number {at} burned", "die", date="2030-05-06") for at in range(30))
    reading = build_reading(document, events=events)
    told = tuple(Occurrence(f"O{at}", f"fire {at}", "die", "2030-05-06", None, (f"r:v{at}",), Because("told once")) for at in range(30))
    records = index_records(build_story(reading, occurrences=told), (reading,), (), False)
    timeline = draw_timeline(tell_accounts(records), (), 2030)
    assert (len(timeline.rows), len(timeline.rest)) == (12, 18)
