"""Who took from whom: a stemma, days downward, and each edge in words with its reason."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whence.dossier.filings import Filed, plain_outlet
from whence.dossier.records import Records
from whence.dossier.voices import Sign, voice_of
from whence.dossier.wordings import clip, show_evidence
from whence.model.stories import Because, Edge

_LANES, _LEFT, _WIDE = 3, 90, 144
_BEADS, _WRAP, _MOST = 4, 14, 15
MOST_EVIDENCE = 140
_PASSIVE = {"cites": "cited by", "republishes": "copied by", "retells": "retold by", "version": "another version in"}
_KINDS = {"cites": "cites", "republishes": "copies", "retells": "retells", "version": "is a version of"}


@dataclass(frozen=True, slots=True)
class Bead:
    """A source that a report names, above it; without a sign it only says how many more there are."""

    sign: Sign | None
    lines: tuple[str, ...]
    y: int


@dataclass(frozen=True, slots=True)
class Node:
    """A report in the drawing: place, outlet in short lines, what it takes; ``bottom`` is where its words end."""

    report: Filed
    lane: int
    x: int
    y: int
    lines: tuple[str, ...]
    takes: tuple[str, ...]
    beads: tuple[Bead, ...]

    @property
    def top(self) -> int:
        """Where its beads begin."""
        return self.beads[0].y if self.beads else self.y - 8

    @property
    def bottom(self) -> int:
        """Where its words end."""
        return self.y - 6 + 16 * len(self.lines) + 15 * len(self.takes)


@dataclass(frozen=True, slots=True)
class Day:
    """A day's rule across the drawing."""

    y: int
    number: str
    month: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A line from the report taken from to the one that takes; double where it copies."""

    path: str
    copies: bool


@dataclass(frozen=True, slots=True)
class Taking:
    """An edge in words; ``source`` is the report taken from where it is known, else ``named`` are those of the same outlet."""

    edge: Edge
    report: Filed
    verb: str
    source: Filed | None
    named: tuple[Filed, ...]
    evidence: str
    because: Because


@dataclass(frozen=True, slots=True)
class Family:
    """All that is taken from one report or outlet; ``relays`` says it in a line."""

    source: Filed | None
    name: str
    relays: str
    takings: tuple[Taking, ...]


@dataclass(frozen=True, slots=True)
class Stemma:
    """The drawing, and its edges; no nodes where there are too many reports to draw, but ``families`` in their place.

    ``free`` are the reports that take nothing.
    """

    nodes: tuple[Node, ...]
    days: tuple[Day, ...]
    ties: tuple[Tie, ...]
    height: int
    takings: tuple[Taking, ...]
    families: tuple[Family, ...]
    free: tuple[Filed, ...]


def draw_stemma(records: Records) -> Stemma:
    """The stemma of the story's reports; beyond fifteen reports the edges in words, under whatever they lead to."""
    takings = tuple(_taking(records, edge) for edge in records.story.lineage)
    taking = {row.report.id for row in takings}
    free = tuple(report for report in records.filed.values() if report.id not in taking)
    if len(records.filed) > _MOST:
        return Stemma((), (), (), 0, takings, _families(takings), free)
    nodes, days = _layout(records, takings)
    height = max((node.bottom for node in nodes), default=0) + 12
    return Stemma(nodes, days, tuple(_ties(takings, nodes)), height, takings, (), free)


def _taking(records: Records, edge: Edge) -> Taking:
    source = records.filed.get(edge.from_doc) if edge.from_doc else None
    verb = "carries" if edge.kind == "republishes" and source is None else _KINDS[edge.kind]
    named = tuple(report for report in records.filed.values() if not source and plain_outlet(report.outlet) == plain_outlet(edge.source))
    return Taking(edge, records.report(edge.doc), verb, source, named, _evidence(records, edge), edge.because)


def _evidence(records: Records, edge: Edge) -> str:
    passage = next((one for one in edge.because.spans if one.report == edge.doc), None)
    if passage is None:
        return clip(edge.evidence, MOST_EVIDENCE)
    return show_evidence(edge.evidence, records.filed[edge.doc].reading.text, passage.start, passage.end, MOST_EVIDENCE)


def _families(takings: Sequence[Taking]) -> tuple[Family, ...]:
    """The edges by what is taken from, the most relayed first."""
    groups: dict[str, list[Taking]] = {}
    for row in takings:
        groups.setdefault(row.source.id if row.source else plain_outlet(row.edge.source), []).append(row)
    ordered = sorted(groups.values(), key=lambda rows: (-len(rows), rows[0].edge.source))
    return tuple(Family(rows[0].source, rows[0].edge.source, _relays(rows), tuple(rows)) for rows in ordered)


def _relays(takings: Sequence[Taking]) -> str:
    letters: dict[str, list[str]] = {}
    for row in takings:
        letters.setdefault(_PASSIVE[row.edge.kind], []).append(row.report.letter)
    return "; ".join(f"{verb} {', '.join(sorted(set(found), key=lambda one: (len(one), one)))}" for verb, found in letters.items())


def _layout(records: Records, takings: Sequence[Taking]) -> tuple[tuple[Node, ...], tuple[Day, ...]]:
    """Every report under its day, in the lane where it comes highest; its beads rise above it, past the day's rule."""
    nodes: list[Node] = []
    days: list[Day] = []
    bottoms, y, year = [0] * _LANES, 0, None
    for _, group in itertools.groupby(records.filed.values(), key=lambda report: report.day):
        reports = list(group)
        heads = [_head(records, report, takings) for report in reports]
        y = y or max(head.y for head in heads) - 20
        days.append(_day(reports[0], y, year))
        year = reports[0].published.last.year if reports[0].published else None
        for head in heads:
            node = _settle(head, y, bottoms, nodes, takings)
            bottoms[node.lane] = node.bottom + 10
            nodes.append(node)
        y = max(y + 46, *(node.bottom + 8 for node in nodes[-len(reports) :]))
    return tuple(nodes), tuple(days)


def _head(records: Records, report: Filed, takings: Sequence[Taking]) -> Node:
    """A report with its beads as if it stood at the very top."""
    beads, y = [], 8
    for sign, name in _sources(records, report):
        lines = tuple(textwrap.wrap(clip(name, 2 * _WRAP), _WRAP + 1)[:2])
        beads.append(Bead(sign, lines, y))
        y += 15 * len(lines) + 7
    lines = tuple(textwrap.wrap(clip(report.outlet, 34), _WRAP - 2)[:3])
    return Node(report, 0, 0, y + 8, lines, tuple(_takes(takings, report)), tuple(beads))


def _settle(head: Node, rule: int, bottoms: Sequence[int], nodes: Sequence[Node], takings: Sequence[Taking]) -> Node:
    taken = {row.source.id for row in takings if row.report.id == head.report.id and row.source}
    before = [node.lane for node in nodes if node.report.id in taken]
    crowd = [sum(node.lane == lane for node in nodes) for lane in range(_LANES)]

    def down(lane: int) -> int:
        return max(0, rule + 20 - head.y, bottoms[lane])

    lane = min(range(_LANES), key=lambda lane: (down(lane) - 40 * (lane in before), crowd[lane], lane))
    shift = down(lane)
    beads = tuple(Bead(bead.sign, bead.lines, bead.y + shift) for bead in head.beads)
    return Node(head.report, lane, _LEFT + lane * _WIDE, head.y + shift, head.lines, head.takes, beads)


def _day(report: Filed, y: int, year: int | None) -> Day:
    if report.published is None:
        return Day(y, "–", "no date")
    day = report.published.last
    return Day(y, str(day.day), f"{day:%b}" if day.year == year else f"{day:%b} {day.year}")


def _sources(records: Records, report: Filed) -> list[tuple[Sign | None, str]]:
    """Outlets first, then whoever is quoted most; the rest as a number."""
    if report.copies:
        return []
    found: dict[str, tuple[int, Sign, str]] = {}
    for attribution in sorted(report.reading.attributions, key=lambda attribution: report.numbers[attribution.id]):
        voice = voice_of(records, report, attribution)
        if voice.sign != "unk":
            found[voice.key] = (found.get(voice.key, (0,))[0] + 1, voice.sign, voice.name)
    rows = sorted(found.values(), key=lambda row: (row[1] != "out", -row[0]))
    shown: list[tuple[Sign | None, str]] = [(sign, name) for _, sign, name in rows[:_BEADS]]
    return shown + ([(None, f"and {len(rows) - _BEADS} more")] if len(rows) > _BEADS else [])


def _takes(takings: Sequence[Taking], report: Filed) -> Iterator[str]:
    for row in takings:
        if row.report.id == report.id:
            yield from textwrap.wrap(f"{row.verb} {row.source.letter if row.source else clip(row.edge.source, 24)}", _WRAP + 2)


def _ties(takings: Sequence[Taking], nodes: Sequence[Node]) -> Iterator[Tie]:
    """Each line leaves its source on the left, crosses below it where least is in the way, and comes in at the left."""
    places = {node.report.id: node for node in nodes}
    for at, row in enumerate(row for row in takings if row.source and row.source.id != row.report.id):
        if row.source is None:
            continue
        start, end = places[row.source.id], places[row.report.id]
        out, into = start.x - 14 - 4 * (at % 3), end.x - 14 - 4 * (at % 3)
        cross = f"V{_free(start, end, nodes)}H{into}" if start.lane != end.lane else ""
        yield Tie(f"M{start.x - 8} {start.y}H{out}{cross}V{end.y}H{end.x - 8}", row.edge.kind in ("republishes", "version"))


def _free(start: Node, end: Node, nodes: Sequence[Node]) -> int:
    """The height at which a line from lane to lane meets the fewest words, the highest such."""
    low, high = sorted((start.lane, end.lane))
    crossed = [node for node in nodes if low <= node.lane < high]
    first, last = start.bottom + 6, max(start.bottom + 6, end.y - 14)
    return min(range(first, last + 1), key=lambda y: (sum(node.top - 3 <= y <= node.bottom + 3 for node in crossed), y))
