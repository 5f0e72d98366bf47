"""PolNeAR: attributions in brat's standoff format beside plain text."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.corpora.papers import ROLES, Attributed, Paper, Range
from whence.model.spans import Span
from whence.text.paragraphs import find_paragraphs
from whence.text.sentences import find_sentences
from whence.text.tokens import find_tokens

_ANNOTATOR = re.compile(r"(_[0-9a-f]{4})?$")
Spans = dict[str, list[Range]]


def iter_polnear(folder: Path) -> Iterator[Paper]:
    """A paper per annotator of each report in ``folder`` (one split of the corpus); papers of one report share their name."""
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = _ANNOTATOR.sub("", path.stem)
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        paper, tokens = paper_of("polnear", name, text)
        marked = attributions_of(path.read_text(encoding="utf-8"))
        paper.attributions = [found for roles in marked if (found := _attributed(roles, tokens))]
        yield paper


def paper_of(corpus: str, name: str, text: str) -> tuple[Paper, tuple[Span, ...]]:
    """A text cut as whence cuts it, and where its words stand."""
    paragraphs = find_paragraphs(text)
    tokens = find_tokens(text, paragraphs)
    sentences = find_sentences(text, paragraphs, tokens)
    openers = {s.paragraph: s.first for s in reversed(sentences)}
    words = [token.of(text) for token in tokens]
    return Paper(corpus, name, words, [(s.first, s.last) for s in sentences], frozenset(openers.values())), tokens


def attributions_of(annotation: str) -> Iterator[Spans]:
    """The character spans of each attribution of a brat file, by role; those without content are left out."""
    marks: dict[str, list[Range]] = {}
    for line in annotation.splitlines():
        if found := re.match(r"(T\d+)\t\S+ ([\d ;]+)", line):
            marks[found[1]] = [(int(a), int(b)) for a, b in (piece.split() for piece in found[2].split(";"))]
    for line in annotation.splitlines():
        if re.match(r"E\d+\t", line):
            roles: Spans = {role: [] for role in ROLES}
            for argument in line.split("\t")[1].split():
                label, _, key = argument.partition(":")
                if (role := label.rstrip("0123456789").lower()) in roles:
                    roles[role] += marks.get(key, [])
            if roles["content"]:
                yield roles


def _attributed(roles: Spans, tokens: Sequence[Span]) -> Attributed | None:
    moved = {role: [run for span in sorted(spans) if (run := words_of(span, tokens))] for role, spans in roles.items()}
    if not moved["content"]:
        return None
    return Attributed(tuple(moved["content"]), *(moved[role][0] if moved[role] else None for role in ("source", "cue")))


def words_of(span: Range, tokens: Sequence[Span]) -> Range | None:
    """The words that a span of characters touches."""
    first = bisect.bisect_right(tokens, span[0], key=lambda token: token.end)
    last = bisect.bisect_left(tokens, span[1], key=lambda token: token.start)
    return (first, last) if first < last else None
