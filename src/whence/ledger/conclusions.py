"""Stories that were concluded, kept until what they were concluded from changes."""

from __future__ import annotations

import hashlib
import json

from whence.ledger.files import Ledger
from whence.model.codec import read_json, write_json
from whence.model.stories import Story

_INPUTS = (
    "SELECT report, body_sha256 FROM reading ORDER BY report",
    "SELECT report, place, url, outlet FROM sighting ORDER BY report, number",
    "SELECT number, body FROM judgement WHERE number NOT IN (SELECT judgement FROM undoing) ORDER BY number",
)


def digest_inputs(ledger: Ledger, version: str) -> str:
    """A digest of all that a story is concluded from, and of the version that concludes."""
    digest = hashlib.sha256(version.encode())
    for question in _INPUTS:
        for row in ledger.iter_rows(question):
            digest.update(json.dumps(row).encode())
    return digest.hexdigest()


def load_conclusion(ledger: Ledger, as_of: str | None, inputs: str) -> Story | None:
    """The story as of a day (None: of all), where it was concluded from these inputs."""
    rows = ledger.rows("SELECT body FROM conclusion WHERE as_of = ? AND inputs = ?", (as_of or "", inputs))
    return read_json(Story, json.loads(rows[0][0])) if rows else None


def keep_conclusion(ledger: Ledger, as_of: str | None, inputs: str, story: Story) -> None:
    """Keep a story; those concluded from anything else go."""
    body = json.dumps(write_json(story), ensure_ascii=False, separators=(",", ":"))
    with ledger.transaction():
        ledger.write("DELETE FROM conclusion WHERE inputs <> ?", (inputs,))
        ledger.write("INSERT OR REPLACE INTO conclusion (as_of, inputs, body) VALUES (?, ?, ?)", (as_of or "", inputs, body))
