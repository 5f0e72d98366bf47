from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import build_document, build_reading
from whence.app.additions import Addition, add_reports, read_again
from whence.app.checks import iter_faults
from whence.errors import EmptyReport
from whence.ledger.files import Ledger, open_ledger
from whence.ledger.judgements import keep_judgement
from whence.ledger.reports import iter_kept, iter_readings, iter_sightings
from whence.model.judgements import Judgement
from whence.model.readings import Reading
from whence.model.reports import Document, Unread

NOW = "2031-05-01T10:00:00+00:00"


def read_by_hand(document: Document) -> Reading:
    if "nothing" in document.text:
        raise EmptyReport("there is nothing in it")
    if "bug" in document.text:
        raise KeyError("a bug")
    return build_reading(document)


def stop_at_seven(document: Document) -> Reading:
    if document.text == "Report 7.":
        print("seven", flush=True)
        signal.pause()
    return build_reading(document)


def ten_documents() -> list[Document]:
    return [build_document(f"Report {number}.", path=f"{number}.txt") for number in range(10)]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "story", create=True) as opened:
        yield opened


def add(ledger: Ledger, *given: Document | Unread, workers: int = 1) -> list[Addition]:
    return list(add_reports(ledger, given, NOW, read=read_by_hand, workers=workers))


def test_each_report_is_told_in_its_order_and_a_bad_one_stops_none(ledger: Ledger) -> None:
    read = [build_document(text) for text in ("First.", "nothing", "bug", "Last.")]
    told = add(ledger, *read[:2], Unread("x.pdf", "unknown-format", "a PDF"), *read[2:])
    assert [one.kind for one in told] == ["read", "unread", "unread", "unread", "read"]
    assert [one.unread.code for one in told if one.unread] == ["empty-report", "unknown-format", "task-failed"]
    assert len(list(iter_readings(ledger))) == 2


def test_what_could_not_be_read_is_tried_again_by_the_next_run(ledger: Ledger) -> None:
    add(ledger, build_document("bug"))
    assert list(iter_kept(ledger)) == []


def test_a_second_run_changes_no_row(ledger: Ledger) -> None:
    documents = ten_documents()
    add(ledger, *documents)
    before = ledger.rows("SELECT total_changes()")
    assert {one.kind for one in add(ledger, *documents)} == {"held"}
    assert ledger.rows("SELECT total_changes()") == before


def test_equal_bytes_in_one_batch_are_read_once_and_seen_twice(ledger: Ledger) -> None:
    document = build_document("First.", path="one.txt")
    copy = replace(document, report=replace(document.report, path="two.txt", outlet="Upland Echo"))
    assert [one.kind for one in add(ledger, document, copy, copy)] == ["read", "found_again", "held"]
    assert [seen.path for seen in iter_sightings(ledger)] == ["two.txt"]


def test_equal_bytes_that_cannot_be_read_are_both_told(ledger: Ledger) -> None:
    document = build_document("bug", path="one.txt")
    copy = replace(document, report=replace(document.report, path="two.txt"))
    assert [(one.kind, one.path) for one in add(ledger, document, copy)] == [("unread", "one.txt"), ("unread", "two.txt")]


def test_two_that_add_the_same_at_once_keep_it_once(ledger: Ledger) -> None:
    document = build_document("First.")

    def read_while_another_adds(given: Document) -> Reading:
        with open_ledger(ledger.path) as other:
            assert [one.kind for one in add(other, given)] == ["read"]
        return build_reading(given)

    assert [one.kind for one in add_reports(ledger, [document], NOW, read=read_while_another_adds)] == ["held"]
    assert len(list(iter_kept(ledger))) == 1
    assert list(iter_faults(ledger)) == []


def test_another_language_is_kept_once_and_named_each_time(ledger: Ledger) -> None:
    document = build_document("Nikt nie ucierpiał.", language="pl")
    unread = Unread(document.report.path, "other-language", "in Polish", document)
    assert [one.kind for one in (*add(ledger, unread), *add(ledger, unread))] == ["unread", "unread"]
    assert [kept.unread for kept in iter_kept(ledger)] == ["other-language"]


def test_many_processes_keep_what_one_keeps(tmp_path: Path) -> None:
    kept = []
    for workers in (1, 2):
        with open_ledger(tmp_path / str(workers), create=True) as ledger:
            add(ledger, *ten_documents(), build_document("bug"), workers=workers)
            kept.append([one.report.id for one in iter_kept(ledger)])
    assert kept[0] == kept[1]
    assert len(kept[0]) == 10


def test_a_report_is_read_again_with_what_a_person_set(ledger: Ledger) -> None:
    document = build_document("First.")
    add(ledger, document)
    keep_judgement(ledger, Judgement("", "set", (document.report.id,), "outlet", "Fen Bell", None, None, NOW, ("",)))
    assert [one.kind for one in read_again(ledger, read=read_by_hand)] == ["read"]
    assert [reading.report.outlet for reading in iter_readings(ledger)] == ["Fen Bell"]
    assert [kept.report.outlet for kept in iter_kept(ledger)] == [None]


STOPPED = """
from pathlib import Path
from tests.app.test_additions import NOW, stop_at_seven, ten_documents
from whence.app.additions import add_reports
from whence.ledger.files import open_ledger
if __name__ == "__main__":
    with open_ledger(Path({path!r}), create=True) as ledger:
        for _ in add_reports(ledger, ten_documents(), NOW, read=stop_at_seven):
            pass
"""


def test_a_killed_run_loses_no_finished_report_and_the_next_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "story"
    script = STOPPED.format(path=str(path))
    child = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    assert child.stdout is not None
    assert child.stdout.readline() == "seven\n"
    with open_ledger(path) as beside:
        assert len(list(iter_readings(beside))) == 7
    child.kill()
    child.communicate()
    with open_ledger(path) as ledger:
        assert [one.kind for one in add(ledger, *ten_documents())] == ["held"] * 7 + ["read"] * 3
        assert list(iter_faults(ledger)) == []
