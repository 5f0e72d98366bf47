"""Attributions of stories marked by hand (one JSON file a report): what the tagger alone finds of them, nested ones too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from training.calibrations import page_of
from training.corpora.papers import Range
from training.intervals import interval
from training.matches import Count, Marked, Ruler, pair
from whence.model.spans import Span
from whence.model.tags import TaggedAttribution
from whence.tagger import Tagger

_COUNTED = re.compile(r"(?<!\\)#(\d+)$")


def locate(text: str, quoted: str, near: int = 0) -> Range:
    """Where a quoted string stands: its n-th occurrence where it ends in ``#n``, else the one that begins nearest to ``near``.

    Raises ValueError where the text does not hold it (so often).
    """
    counted = _COUNTED.search(quoted)
    string = _COUNTED.sub("", quoted).replace("\\#", "#")
    starts = [found.start() for found in re.finditer(re.escape(string), text)]
    if len(starts) < (int(counted[1]) if counted else 1):
        raise ValueError(f"the report does not hold {quoted[:80]!r}")
    start = starts[int(counted[1]) - 1] if counted else min(starts, key=lambda at: abs(at - near))
    return start, start + len(string)


def iter_story(gold: Path, texts: Path) -> Iterator[tuple[str, list[tuple[Marked, bool]]]]:
    """The text of each marked report, and its attributions with whether each lies inside another."""
    for path in sorted(gold.glob("[0-9]*.json")):
        (source,) = texts.glob(f"{path.stem}*.txt")
        text = source.read_text(encoding="utf-8")
        ruler = Ruler(text)
        rows = json.loads(path.read_text(encoding="utf-8"))["attributions"]
        yield text, [(_wanted(text, ruler, row), bool(row.get("parent"))) for row in rows]


def _wanted(text: str, ruler: Ruler, row: dict[str, str | list[str] | None]) -> Marked:
    contents = [locate(text, part) for part in row["content"] or ()]
    source, cue = ([locate(text, str(row[role]), contents[0][0])] if row.get(role) else [] for role in ("source", "cue"))
    return Marked(ruler.covered(contents), ruler.covered(source), ruler.covered(cue))


def measure_story(tagger: Tagger, gold: Path, texts: Path) -> dict[str, float]:
    """Precision, recall and F1 of all attributions by content and source and by content alone, and of the nested ones by content."""
    full, by_content, nested = [], [], Count()
    for text, wanted in iter_story(gold, texts):
        ruler = Ruler(text)
        found = [(_given(ruler, a), a.within is not None) for a in tagger.read_tags(page_of(text)).attributions]
        gold_marks, found_marks = [mark for mark, _ in wanted], [mark for mark, _ in found]
        full.append(Count(len(pair(gold_marks, found_marks)), len(found), len(wanted)))
        pairs = pair([_sourceless(mark) for mark in gold_marks], found_marks)
        by_content.append(Count(len(pairs), len(found), len(wanted)))
        deep = sum(wanted[i][1] and found[j][1] for i, j in pairs)
        nested += Count(deep, sum(inner for _, inner in found), sum(inner for _, inner in wanted))
    told = interval(full) | {"f1_by_content": round(sum(by_content, Count()).f1(), 4)}
    return told | {"nested_p": round(nested.right / max(nested.given, 1), 4), "nested_r": round(nested.right / max(nested.wanted, 1), 4)}


def _sourceless(mark: Marked) -> Marked:
    return Marked(mark.content, frozenset(), mark.cue)


def _given(ruler: Ruler, found: TaggedAttribution) -> Marked:
    def covered(*spans: Span | None) -> frozenset[int]:
        return ruler.covered((span.start, span.end) for span in spans if span)

    return Marked(covered(*found.content), covered(found.source), covered(found.cue))
