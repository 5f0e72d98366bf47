"""Attributions held against a person's, by the rule that whence is measured with.

Two sets of tokens agree where their Dice is at least 0.5, or where one holds the other and is no longer than twice it and three
tokens. An attribution is right where the Dice of its content is at least 0.5 (strictly: 0.9) and its source agrees (strictly: Dice 0.9).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpora.polnear import Spans, attributions_of
from training.dresses import Dress, Report

_TOKEN = re.compile(r"\w+|[^\w\s]")
Set = frozenset[int]


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as sets of a text's tokens, and its cue in small letters."""

    content: Set
    source: Set
    cue: Set
    said: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """Right, given and wanted attributions."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 where there is nothing."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 0.0


class Ruler:
    """Cuts one text into the tokens that are counted."""

    def __init__(self, text: str) -> None:
        self._tokens = [found.span() for found in _TOKEN.finditer(text)]

    def covered(self, spans: Iterable[tuple[int, int]]) -> Set:
        """The tokens that lie in any of the spans."""
        held = list(spans)
        return frozenset(i for i, (start, end) in enumerate(self._tokens) if any(a <= start and end <= b for a, b in held))


def dice(one: Set, other: Set) -> float:
    """How much two sets share, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def agree(one: Set, other: Set) -> bool:
    """Whether two phrases are the same but for their edges."""
    small, large = sorted((one, other), key=len)
    return dice(one, other) >= 0.5 or (bool(small) and small <= large and len(large) <= 2 * len(small) + 3)


def likeness(wanted: Marked, given: Marked, strict: bool) -> float:
    """The Dice of the contents where the sources are right, else 0."""
    if strict:
        fits = dice(wanted.source, given.source) >= 0.9 if wanted.source else not given.source
    else:
        fits = not wanted.source or agree(wanted.source, given.source)
    return dice(wanted.content, given.content) if fits else 0.0


def pair(wanted: Sequence[Marked], given: Sequence[Marked], strict: bool = False) -> list[tuple[int, int]]:
    """One-to-one pairs that are right, the most alike first."""
    least = 0.9 if strict else 0.5
    alike = [(likeness(w, g, strict), i, j) for i, w in enumerate(wanted) for j, g in enumerate(given) if w.content & g.content]
    pairs: list[tuple[int, int]] = []
    for value, i, j in sorted(alike, key=lambda row: (-row[0], row[1], row[2])):
        if value >= least and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def iter_marked(folder: Path, dress: Dress | None = None) -> Iterator[tuple[str, str, list[Marked]]]:
    """Name, text and attributions of every report of a PolNeAR split; of several annotators the first counts.

    ``dress`` may put the reports into another form first.
    """
    chosen: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann"), reverse=True):
        chosen[re.sub(r"(_[0-9a-f]{4})?$", "", path.stem)] = path
    for name, path in sorted(chosen.items()):
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        report = Report(text, tuple(attributions_of(path.read_text(encoding="utf-8"))))
        report = dress(report) if dress else report
        ruler = Ruler(report.text)
        yield name, report.text, [_marked(report.text, ruler, spans) for spans in report.attributions]


def _marked(text: str, ruler: Ruler, spans: Spans) -> Marked:
    content, source, cue = (ruler.covered(spans[role]) for role in ("content", "source", "cue"))
    return Marked(content, source, cue, " ".join(text[a:b] for a, b in spans["cue"]).casefold())
