"""What a person decided. A judgement outranks every rule and survives every new reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different", "unsure", "rename", "reject", "add", "set", "grade"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision.

    ``about`` names the records (``report-id:local-id``, a report id, or an entity of the story); for ``add`` the fields of
    the attribution stand in ``value`` as JSON, for ``set`` ``field`` is outlet or published, for ``grade`` reliability or
    credibility. ``anchors`` keep the text each record stood on, so that a re-reading finds it again.
    ``undone`` is the id of nothing while it holds, else when it was taken back.
    """

    id: str
    verdict: Verdict
    about: tuple[str, ...]
    field: str | None
    value: str | None
    note: str | None
    by: str | None
    at: str
    anchors: tuple[str, ...] = ()
    undone: str | None = None
