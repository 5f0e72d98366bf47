"""Who took from whom: a stemma, days downward, and each edge in words with its reason."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.dossier.records import Filed, Records, Ref
from whence.dossier.voices import Sign, voice_of
from whence.dossier.wordings import clip
from whence.model.stories import Because, Edge

_LANES, _LEFT, _WIDE = 3, 62, 144
_BEADS, _WRAP = 4, 15
_KINDS = {"cites": "cites", "republishes": "copies", "retells": "retells", "version": "is a version of"}
_STYLES = {"cites": "e3", "republishes": "e4", "retells": "e3", "version": "e4"}
MOST = 15


@dataclass(frozen=True, slots=True)
class Bead:
    """A source that a report names, above it."""

    sign: Sign
    lines: tuple[str, ...]
    y: int


@dataclass(frozen=True, slots=True)
class Node:
    """A report in the drawing: place, letter, outlet in short lines, what it takes; ``origin`` unless it is a copy."""

    report: Filed
    x: int
    y: int
    lines: tuple[str, ...]
    takes: tuple[str, ...]
    beads: tuple[Bead, ...]
    origin: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day's rule across the drawing."""

    y: int
    number: str
    month: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A line from the report taken from to the one that takes."""

    path: str
    style: str


@dataclass(frozen=True, slots=True)
class Taking:
    """An edge in words; ``source`` is the reference where the report taken from is held."""

    edge: Edge
    report: Filed
    verb: str
    source: Filed | None
    evidence: str
    share: int | None
    because: Because


@dataclass(frozen=True, slots=True)
class Stemma:
    """The drawing, and its edges; no nodes where there are too many reports to draw."""

    nodes: tuple[Node, ...]
    days: tuple[Day, ...]
    ties: tuple[Tie, ...]
    height: int
    takings: tuple[Taking, ...]
    free: tuple[Filed, ...]


def draw_stemma(records: Records) -> Stemma:
    """The stemma of the story's reports; beyond ``MOST`` reports only the edges in words."""
    takings = tuple(_taking(records, edge) for edge in records.story.lineage)
    taking = {row.report.id for row in takings}
    free = tuple(report for report in records.filed.values() if report.id not in taking)
    if len(records.filed) > MOST:
        return Stemma((), (), (), 0, takings, free)
    nodes, days, bands, height = _layout(records, takings)
    return Stemma(nodes, days, tuple(_ties(takings, {node.report.id: node for node in nodes}, bands)), height, takings, free)


def _taking(records: Records, edge: Edge) -> Taking:
    source = records.filed.get(edge.from_doc) if edge.from_doc else None
    share = round(100 * edge.coverage) if edge.coverage is not None else None
    return Taking(edge, records.report(edge.doc), _KINDS[edge.kind], source, clip(edge.evidence, 140), share, edge.because)


def _layout(records: Records, takings: Sequence[Taking]) -> tuple[tuple[Node, ...], tuple[Day, ...], Mapping[str, int], int]:
    """Every report under its day, in the lane of what it takes from, else in the lane that is free soonest."""
    y, nodes, days, bands = 6, [], [], {}
    lanes: dict[str, int] = {}
    for _, group in itertools.groupby(records.filed.values(), key=lambda report: report.day):
        reports = list(group)
        days.append(_day(reports[0], y))
        bottoms = [y + 16] * _LANES
        for report in reports:
            lane = _lane(report, takings, lanes, bottoms)
            node, bottoms[lane] = _node(records, report, takings, _LEFT + lane * _WIDE, bottoms[lane])
            lanes[report.id] = lane
            nodes.append(node)
        y = max(bottoms) + 12
        bands.update({report.id: y - 8 for report in reports})
    return tuple(nodes), tuple(days), bands, y


def _day(report: Filed, y: int) -> Day:
    if report.published is None:
        return Day(y, "no", "date")
    day = report.published.last
    return Day(y, str(day.day), f"{day:%b} {day.year}")


def _lane(report: Filed, takings: Sequence[Taking], lanes: Mapping[str, int], bottoms: Sequence[int]) -> int:
    taken = next((lanes[row.source.id] for row in takings if row.report.id == report.id and row.source and row.source.id in lanes), None)
    if taken is not None and bottoms[taken] == min(bottoms):
        return taken
    crowd = [list(lanes.values()).count(lane) for lane in range(_LANES)]
    return min(range(_LANES), key=lambda lane: (bottoms[lane], crowd[lane], lane))


def _node(records: Records, report: Filed, takings: Sequence[Taking], x: int, top: int) -> tuple[Node, int]:
    """A report's beads, name and remarks below ``top``, and where the next may begin."""
    beads, y = [], top
    for sign, name in _sources(records, report):
        lines = tuple(textwrap.wrap(clip(name, 2 * _WRAP), _WRAP + 1)[:2])
        beads.append(Bead(sign, lines, y))
        y += 15 * len(lines) + 7
    lines = tuple(textwrap.wrap(clip(report.outlet, 34), _WRAP - 1)[:3])
    takes = tuple(_takes(takings, report))
    node = Node(report, x, y + 8, lines, takes, tuple(beads), not report.copies)
    return node, y + 20 + 16 * len(lines) + 15 * len(takes) + 8


def _sources(records: Records, report: Filed) -> list[tuple[Sign, str]]:
    """Whoever the report names or quotes, most often quoted first; the rest as a number."""
    if report.copies:
        return []
    found: dict[str, tuple[int, Sign, str]] = {}
    for attribution in sorted(report.reading.attributions, key=lambda attribution: report.numbers[attribution.id]):
        voice = voice_of(records, report, attribution)
        if voice.sign != "unk":
            found[voice.key] = (found.get(voice.key, (0,))[0] + 1, voice.sign, voice.name)
    rows = sorted(found.values(), key=lambda row: -row[0])
    shown = [(sign, name) for _, sign, name in rows[:_BEADS]]
    return shown + ([("unk", f"and {len(rows) - _BEADS} more")] if len(rows) > _BEADS else [])


def _takes(takings: Sequence[Taking], report: Filed) -> Iterator[str]:
    for row in takings:
        if row.report.id == report.id:
            yield from textwrap.wrap(f"{row.verb} {row.source.letter if row.source else clip(row.edge.source, 24)}", _WRAP + 4)


def _ties(takings: Sequence[Taking], nodes: Mapping[str, Node], bands: Mapping[str, int]) -> Iterator[Tie]:
    """Each line leaves its source on the left, runs below the source's day, and comes in at the left of the report."""
    held = [row for row in takings if row.source and row.source.id != row.report.id]
    for at, row in enumerate(held):
        start, end = nodes[row.source.id], nodes[row.report.id] if row.source else None
        if end is None:
            continue
        inset = 14 + 4 * (at % 3)
        if start.x == end.x:
            path = f"M{start.x - 8} {start.y}H{start.x - inset}V{end.y}H{end.x - 8}"
        else:
            path = f"M{start.x - 8} {start.y}H{start.x - inset}V{bands[start.report.id] - 3 * (at % 2)}H{end.x - inset}V{end.y}H{end.x - 8}"
        yield Tie(path, _STYLES[row.edge.kind])


def refs(records: Records, taking: Taking) -> tuple[Ref, ...]:
    """The passages on which an edge rests, at most three."""
    return tuple(records.passage_ref(passage) for passage in taking.because.spans[:3])
