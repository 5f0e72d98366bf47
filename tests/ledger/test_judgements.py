from __future__ import annotations

from pathlib import Path

import pytest

from whence.errors import RecordUnknown
from whence.ledger.files import Ledger, open_ledger
from whence.ledger.judgements import drop_judgements, iter_judgements, keep_judgement, undo_judgement
from whence.model.judgements import Judgement


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(tmp_path / "story", create=True)


def say_same(note: str) -> Judgement:
    return Judgement("", "same", ("aa:e1", "bb:e2"), None, None, note, None, "2031-05-01", ("one", "two"))


def test_judgements_are_listed_in_order_with_ids_of_their_own(ledger: Ledger) -> None:
    kept = [keep_judgement(ledger, say_same(note)) for note in ("first", "second")]
    assert [one.id for one in kept] == ["J1", "J2"]
    assert list(iter_judgements(ledger)) == kept


def test_one_taken_back_stays_listed_and_says_when(ledger: Ledger) -> None:
    keep_judgement(ledger, say_same("first"))
    undo_judgement(ledger, "J1", "2031-05-02")
    undo_judgement(ledger, "J1", "2031-05-03")
    assert [one.undone for one in iter_judgements(ledger)] == ["2031-05-02"]


def test_no_id_is_given_twice(ledger: Ledger) -> None:
    keep_judgement(ledger, say_same("first"))
    drop_judgements(ledger, ("J1",))
    assert keep_judgement(ledger, say_same("second")).id == "J2"


@pytest.mark.parametrize("unknown", ["J9", "9", "x", ""])
def test_a_judgement_that_is_not_there_is_told(ledger: Ledger, unknown: str) -> None:
    with pytest.raises(RecordUnknown):
        undo_judgement(ledger, unknown, "2031-05-02")
