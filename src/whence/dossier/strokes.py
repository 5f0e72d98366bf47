"""Origins as strokes: a tall one for each independent origin, beside it a short one for each report that only passes it on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from whence.dossier.filings import Filed
from whence.dossier.records import Records
from whence.dossier.wordings import tally
from whence.model.stories import Origin, Origins

_MOST = 5
_TALL, _SHORT, _GAP, _STEP = 4.0, 1.5, 2.0, 3.5


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke: origin or relay, where it stands, from which day its report is known, whether its independence is shown."""

    kind: Literal["origin", "relay"]
    x: float
    day: int
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Strokes:
    """The strokes of one occurrence, and the same in words.

    ``recounts`` tells that the count as of an earlier day follows from the strokes alone; where it does not, the words are
    those of the last day.
    """

    strokes: tuple[Stroke, ...]
    words: str
    relays: str
    doubt: str | None
    lone: bool
    recounts: bool

    @property
    def width(self) -> float:
        """How wide the drawing is, in pixels."""
        last = self.strokes[-1] if self.strokes else None
        return 0 if last is None else last.x + (_TALL if last.kind == "origin" else _SHORT) + 1


NOT_WEIGHED = Strokes((), "origins not weighed", "", None, False, False)


def weigh_strokes(records: Records, origins: Origins | None, since: int) -> Strokes:
    """The strokes for what stands behind an occurrence that is known from day ``since``."""
    if origins is None:
        return NOT_WEIGHED
    relays = [records.report(report) for report in origins.adds_nothing]
    rows = _rows(records, origins, relays, since)
    known = origins.independent
    least, most = (known.least, known.most) if known else (0, len(rows))
    established = known is not None and least == most
    return Strokes(
        strokes=_place(rows[:_MOST], least),
        words=_words(least, most, known is not None),
        relays=f", {tally(len(relays), 'relay')}" if relays else "",
        doubt=None if established or most < 2 else "independence not established",
        lone=most == 1 and known is not None,
        recounts=established and most == len(rows) <= _MOST and len(relays) == sum(len(days) for _, days in rows),
    )


def account_strokes(records: Records, reports: Sequence[Filed]) -> tuple[Stroke, ...]:
    """The strokes of the reports that give one account: each report that copies none of the others is an origin."""
    rows: dict[str, tuple[int, list[int]]] = {}
    for report in sorted({report.id for report in reports}, key=list(records.filed).index):
        root = records.root(records.filed[report])
        if root.id in rows:
            rows[root.id][1].append(records.filed[report].day)
        else:
            rows[root.id] = (records.filed[report].day, [])
    return _place([*rows.values()][:_MOST], len(rows))


def _rows(records: Records, origins: Origins, relays: Sequence[Filed], since: int) -> list[tuple[int, list[int]]]:
    """The day of each origin with the days of its relays; a relay whose origin cannot be told stands with the last."""
    rows = [(min((records.report(report).day for report in origin.reports), default=since), origin) for origin in origins.origins]
    rows.sort(key=lambda row: (row[0], row[1].by))
    beside: list[list[int]] = [[] for _ in rows]
    for relay in relays if rows else ():
        beside[_origin_of(records, relay, [origin for _, origin in rows])].append(relay.day)
    most = origins.independent.most if origins.independent else len(rows)
    days = [(day, sorted(near)) for (day, _), near in zip(rows, beside, strict=True)]
    return days + [(since, [])] * (most - len(days))


def _origin_of(records: Records, relay: Filed, origins: Sequence[Origin]) -> int:
    taken = {edge.from_doc or edge.source for edge in records.story.lineage if edge.doc == relay.id} | {records.root(relay).id}
    return next((at for at, origin in enumerate(origins) if taken & {origin.by, *origin.reports}), len(origins) - 1)


def _place(rows: Sequence[tuple[int, list[int]]], least: int) -> tuple[Stroke, ...]:
    strokes, x = [], 0.0
    for at, (day, relays) in enumerate(rows):
        strokes.append(Stroke("origin", x, day, at < least))
        x += _TALL + 1.5
        for relay in relays[: _MOST + 1]:
            strokes.append(Stroke("relay", x, relay))
            x += _SHORT + 1.5
        x += _GAP
    return tuple(strokes)


def _words(least: int, most: int, established: bool) -> str:
    if not established:
        return "origins not told" if most == 0 else f"up to {tally(most, 'origin')}" if most > 1 else tally(most, "origin")
    return tally(most, "origin") if least == most else f"{least} to {tally(most, 'origin')}"
