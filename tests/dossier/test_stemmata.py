from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tests.builders import build_document, build_reading, build_story
from tests.dossier.invented import readings, story
from whence.dossier.records import Records, index_records
from whence.dossier.stemmata import Stemma, draw_stemma
from whence.model.readings import Reading
from whence.model.stories import Because, Edge


def stemma() -> Stemma:
    return draw_stemma(index_records(story(), readings(), (), False))


def many(number: int) -> Records:
    made: list[Reading] = []
    for at in range(number):
        document = build_document(f"Report {at} of the flood.", outlet=f"The Paper Number {at:02d}", published=f"2030-05-{1 + at // 3:02d}")
        made.append(build_reading(replace(document, report=replace(document.report, id=f"r{at}"))))
    edges = tuple(Edge(f"r{at}", "The Paper Number 00", "cites", "", "r0", None, Because("cites")) for at in range(1, number, 4))
    return index_records(build_story(*made, lineage=edges), made, (), False)


def test_days_run_downward() -> None:
    heights = [day.y for day in stemma().days]
    assert heights == sorted(set(heights))
    assert [day.number for day in stemma().days] == ["6", "7", "21", "–"]


def test_every_held_edge_is_drawn_and_every_edge_told() -> None:
    assert [tie.copies for tie in stemma().ties] == [True, False]
    assert [taking.verb for taking in stemma().takings] == ["copies", "cites"]


def test_reports_that_take_nothing_are_named() -> None:
    assert [report.letter for report in stemma().free] == ["A", "D"]


def test_no_report_covers_another() -> None:
    nodes = draw_stemma(many(15)).nodes
    assert len(nodes) == 15
    for lane in range(3):
        column = sorted((node for node in nodes if node.lane == lane), key=lambda node: node.y)
        assert all(upper.bottom < lower.top for upper, lower in pairwise(column))


def test_every_report_stands_under_its_day() -> None:
    drawn = draw_stemma(many(15))
    for node in drawn.nodes:
        rule = next(day for day in drawn.days if node.report.published and int(day.number) == node.report.published.last.day)
        assert node.y > rule.y


def test_many_reports_are_told_and_not_drawn() -> None:
    drawn = draw_stemma(many(16))
    assert drawn.nodes == ()
    assert [family.relays for family in drawn.families] == ["cited by B, F, J, N"]
