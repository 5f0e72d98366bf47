"""What a person decided: rows are added, never changed; taking one back is a row of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from whence.errors import RecordUnknown
from whence.ledger.files import Ledger
from whence.model.codec import read_json, write_json
from whence.model.judgements import Judgement

_ALL = "SELECT number, body, at FROM judgement LEFT JOIN undoing ON undoing.judgement = number ORDER BY number"


def keep_judgement(ledger: Ledger, judgement: Judgement) -> Judgement:
    """Keep a judgement and give it the next id (J1, J2, …), which no later one ever takes."""
    with ledger.transaction():
        body = json.dumps(write_json(judgement), ensure_ascii=False)
        ((number,),) = ledger.rows("INSERT INTO judgement (body) VALUES (?) RETURNING number", (body,))
    return replace(judgement, id=f"J{number}")


def undo_judgement(ledger: Ledger, judgement: str, at: str) -> Judgement:
    """Take a judgement back; taking it back again changes nothing. Raises RecordUnknown where there is none."""
    found = [held for held in iter_judgements(ledger) if held.id == judgement]
    if not found:
        raise RecordUnknown(f"no judgement {judgement} in {ledger.path}: “whence judge {ledger.path} list” shows them")
    with ledger.transaction():
        ledger.write("INSERT OR IGNORE INTO undoing (judgement, at) VALUES (?, ?)", (int(judgement[1:]), at))
    return replace(found[0], undone=found[0].undone or at)


def iter_judgements(ledger: Ledger) -> Iterator[Judgement]:
    """All judgements, oldest first, with ``undone`` where they were taken back."""
    for number, body, undone in ledger.iter_rows(_ALL):
        yield replace(read_json(Judgement, json.loads(body)), id=f"J{number}", undone=undone)


def drop_judgements(ledger: Ledger, judgements: tuple[str, ...]) -> None:
    """Delete judgements for good: those about a report that was taken out."""
    with ledger.transaction():
        for judgement in judgements:
            ledger.write("DELETE FROM judgement WHERE number = ?", (int(judgement[1:]),))
