"""When happenings were, by hand-built trees and times."""

from __future__ import annotations

from tests.trees import build_parse
from whence.find.triggers import find_triggers
from whence.model.readings import Event, Time
from whence.model.reports import Report
from whence.model.spans import Span
from whence.resolve.events import resolve_events


def read(*rows: str, times: dict[str, str], published: str | None = None) -> dict[str, str | None]:
    """Trigger to date; ``times`` gives the days that words of the text mean, a value beginning with P is a length of time."""
    page, tags = build_parse(*rows)
    found = []
    for words, value in times.items():
        start = page.text.index(words)
        length = value.startswith("P")
        found.append(Time(Span(start, start + len(words)), "duration" if length else "date", value, "stated", None if length else value))
    report = Report(id="a", path="a", sha256="", published=published)
    events: tuple[Event, ...] = resolve_events(page, tags, find_triggers(page, tags), (), (), (), found, report)
    return {event.trigger.of(page.text): event.date for event in events}


def test_time_of_the_clause() -> None:
    row = "Rebels/NOUN/2/nsubj shelled/VERB/0/root Lissow/PROPN/2/obj on/ADP/5/case Friday/PROPN/2/obl"
    assert read(row, times={"Friday": "2031-05-09"}) == {"shelled": "2031-05-09"}


def test_time_of_another_clause_is_not_taken() -> None:
    row = (
        "Rebels/NOUN/2/nsubj shelled/VERB/0/root Lissow/PROPN/2/obj after/SCONJ/6/mark Moss/PROPN/6/nsubj "
        "resigned/VERB/2/advcl on/ADP/8/case Friday/PROPN/6/obl"
    )
    assert read(row, times={"Friday": "2031-05-09"}) == {"shelled": None, "resigned": "2031-05-09"}


def test_distance_is_reckoned_from_the_other_happening() -> None:
    row = (
        "Rebels/NOUN/2/nsubj shelled/VERB/0/root Lissow/PROPN/2/obj on/ADP/5/case Friday/PROPN/2/obl two/NUM/7/nummod "
        "days/NOUN/10/obl after/SCONJ/10/mark Moss/PROPN/10/nsubj resigned/VERB/2/advcl"
    )
    assert read(row, times={"Friday": "2031-05-09", "two days": "P2D"}) == {"shelled": "2031-05-09", "resigned": "2031-05-07"}


def test_bare_noun_points_back() -> None:
    first = "Police/NOUN/2/nsubj arrested/VERB/0/root Lund/PROPN/2/obj on/ADP/5/case Friday/PROPN/2/obl"
    second = "The/DET/2/det arrest/NOUN/3/nsubj failed/VERB/0/root"
    assert read(first, second, times={"Friday": "2031-05-09"})["arrest"] == "2031-05-09"


def test_nothing_told_is_unknown_even_in_a_dated_report() -> None:
    row = "Rebels/NOUN/3/nsubj had/AUX/3/aux shelled/VERB/0/root Lissow/PROPN/3/obj"
    assert read(row, times={}, published="2031-05-12") == {"shelled": None}


def test_what_goes_on_is_of_the_day_of_publication() -> None:
    row = "Rebels/NOUN/3/nsubj are/AUX/3/aux shelling/VERB/0/root Lissow/PROPN/3/obj"
    assert read(row, times={}, published="2031-05-12") == {"shelling": "2031-05-12"}


def test_past_ends_with_publication() -> None:
    row = "Rebels/NOUN/2/nsubj shelled/VERB/0/root Lissow/PROPN/2/obj this/DET/5/det week/NOUN/2/obl"
    assert read(row, times={"this week": "2031-05-12/2031-05-18"}, published="2031-05-14") == {"shelled": "2031-05-12/2031-05-14"}
