"""re3d: reports on Syria and Iraq with entities by character offsets, one JSON object a line."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.corpora.papers import Paper, Range
from training.corpora.polnear import paper_of, words_of
from whence.model.spans import Span

_KINDS = {"Person": "person", "Organisation": "organization", "Location": "place"}


def iter_re3d(folder: Path) -> Iterator[Paper]:
    """The reports of every source of the corpus, with their people, organizations and places."""
    for documents in sorted(folder.glob("*/documents.json")):
        marked: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for row in _rows(documents.with_name("entities.json")):
            if row["type"] in _KINDS:
                marked[str(row["documentId"])].append((Span(int(str(row["begin"])), int(str(row["end"]))), _KINDS[str(row["type"])]))
        for row in _rows(documents):
            yield _paper(str(row["_id"]), str(row["text"]), marked[str(row["_id"])])


def _rows(path: Path) -> Iterator[dict[str, object]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _paper(name: str, text: str, marked: list[tuple[Span, str]]) -> Paper:
    paper, tokens = paper_of("re3d", name, text)
    kept: dict[Range, str] = {}
    for span, kind in sorted(marked, key=lambda m: (m[0].start, -m[0].end)):
        at = words_of(span, tokens)
        if at and not any(a < at[1] and at[0] < b for a, b in kept):
            kept[at] = kind
    paper.phrases = kept
    return paper
