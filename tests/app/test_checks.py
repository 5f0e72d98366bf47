from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.floods import flood_book, flood_readings
from whence.app.checks import count_checked, iter_faults
from whence.app.judgements.decisions import judge_name
from whence.ledger.files import Ledger, open_ledger
from whence.ledger.judgements import keep_judgement
from whence.ledger.reports import keep_report
from whence.model.reports import Document


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "story", create=True) as opened:
        for reading in flood_readings():
            keep_report(opened, Document(reading.report, reading.text, reading.text.encode()), reading, "now")
        keep_judgement(opened, judge_name(flood_book(), "E1", "Somebody"))
        yield opened


def test_a_ledger_as_it_was_kept_has_no_faults(ledger: Ledger) -> None:
    assert list(iter_faults(ledger)) == []
    reports, spans = count_checked(ledger)
    assert (reports, spans > 20) == (3, True)


@pytest.mark.parametrize(
    ("order", "fault"),
    [
        ("UPDATE report SET original = x'00' WHERE number = 1", "the kept bytes no longer have the hash"),
        ("UPDATE report SET text = replace(text, 'twice', 'once!') WHERE number = 1", "the text no longer has the hash"),
        ("UPDATE report SET text = replace(text, 'twice', 'once!') WHERE number = 1", "no longer holds the words that were read"),
        ("UPDATE report SET text = substr(text, 1, 40)", "is not in the text"),
        ("UPDATE report SET text = 'x' || text", "J1: the words it stands on"),
        ("UPDATE reading SET body = replace(body, 'deny', 'say')", "the reading is not the one that was kept"),
        ("UPDATE reading SET body = replace(body, '[[36,67]]', '[[37,68]]')", "no longer holds the words that were read"),
    ],
)
def test_whatever_was_changed_is_found(ledger: Ledger, order: str, fault: str) -> None:
    assert ledger.write(order) > 0
    assert any(fault in line for line in iter_faults(ledger))
