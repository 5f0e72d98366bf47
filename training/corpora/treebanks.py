"""Universal Dependencies in CoNLL-U: EWT, and GUM with its entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.corpora.papers import Paper, Range

_KINDS = {"person": "person", "organization": "organization", "place": "place"}
_BRACKET = re.compile(r"\((?P<open>[^()]+)(?P<alone>\))?|(?P<close>\d+)(?:\[\d+/\d+\])?\)")
_LINKS = frozenset(("of", "the", "for", "and", "de", "al", "-", "&", "on", "in"))


@dataclass(frozen=True, slots=True)
class _Row:
    word: str
    upos: str
    xpos: str
    head: int
    deprel: str
    misc: str


@dataclass(frozen=True, slots=True)
class _Mention:
    at: Range
    kind: str


def iter_raw(path: Path) -> Iterator[tuple[str, dict[Range, Range | None]]]:
    """Each document of a CoNLL-U file as plain text, and by the characters of every word those of its head (None at a root).

    Sentences stand a space apart, paragraphs a blank line. A word that its sentence's text does not hold is passed over.
    """
    parts: list[str] = []
    heads: dict[Range, Range | None] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        told = re.search(r"^# text = (.+)$", block, re.MULTILINE)
        if told is None:
            continue
        if re.search(r"^# newdoc id", block, re.MULTILINE) and parts:
            yield "".join(parts), heads
            parts, heads = [], {}
        parts.append("" if not parts else "\n\n" if re.search(r"^# newpar\b", block, re.MULTILINE) else " ")
        heads |= _placed(list(_rows(block, 0)), told[1], sum(map(len, parts)))
        parts.append(told[1])
    if parts:
        yield "".join(parts), heads


def _placed(rows: list[_Row], text: str, base: int) -> dict[Range, Range | None]:
    spans: list[Range | None] = []
    at = 0
    for row in rows:
        start = text.find(row.word, at)
        spans.append((base + start, base + start + len(row.word)) if start >= 0 else None)
        at = start + len(row.word) if start >= 0 else at
    return {span: spans[row.head] if row.head >= 0 else None for span, row in zip(spans, rows, strict=True) if span}


def iter_treebank(path: Path, corpus: str, with_entities: bool = False) -> Iterator[Paper]:
    """A paper per document of a CoNLL-U file; multiword ranges and empty nodes are passed over."""
    rows: list[_Row] = []
    sentences: list[Range] = []
    breaks: set[int] = set()
    name = path.stem
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        new = re.search(r"^# newdoc id = (.+)$", block, re.MULTILINE)
        if new and rows:
            yield _paper(corpus, name, rows, sentences, breaks, with_entities)
            rows, sentences, breaks = [], [], set()
        name = new[1] if new else name
        if new or re.search(r"^# newpar\b", block, re.MULTILINE):
            breaks.add(len(rows))
        found = list(_rows(block, len(rows)))
        if found:
            sentences.append((len(rows), len(rows) + len(found)))
            rows += found
    if rows:
        yield _paper(corpus, name, rows, sentences, breaks, with_entities)


def speech_units(path: Path) -> list[Range]:
    """The discourse units of a GUM document that tell who says or thinks what another unit holds, as ranges of its words."""
    rows = [row for block in path.read_text(encoding="utf-8").split("\n\n") for row in _rows(block, 0)]
    units = [(at, row.misc) for at, row in enumerate(rows) if "Discourse=" in row.misc]
    ends = [*(at for at, _ in units[1:]), len(rows)]
    return [(at, end) for (at, misc), end in zip(units, ends, strict=True) if "Discourse=attribution" in misc]


def _rows(block: str, base: int) -> Iterator[_Row]:
    for line in block.splitlines():
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            head = int(cells[6]) - 1 + base if cells[6] != "0" else -1
            yield _Row(cells[1], cells[3], cells[4], head, cells[7].partition(":")[0] if ":" in cells[7] else cells[7], cells[9])


def _paper(corpus: str, name: str, rows: list[_Row], sentences: list[Range], breaks: set[int], with_entities: bool) -> Paper:
    paper = Paper(corpus, name, [r.word for r in rows], sentences, frozenset(breaks))
    paper.upos, paper.heads, paper.deprels = [r.upos for r in rows], [r.head for r in rows], [r.deprel for r in rows]
    if with_entities:
        mentions = list(_mentions(rows))
        paper.phrases = _outermost(rows, mentions)
        paper.names = _names(rows, mentions)
    return paper


def _mentions(rows: list[_Row]) -> Iterator[_Mention]:
    """Every entity bracket of GUM's MISC column; a mention in several parts counts as one per part."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for index, row in enumerate(rows):
        entity = next((part[7:] for part in row.misc.split("|") if part.startswith("Entity=")), "")
        for mark in _BRACKET.finditer(entity):
            if mark["open"]:
                key, _, rest = mark["open"].partition("-")
                key, kind = key.partition("[")[0], rest.partition("-")[0]
                if mark["alone"]:
                    yield _Mention((index, index + 1), kind)
                else:
                    opened.setdefault(key, []).append((index, kind))
            elif opened.get(mark["close"]):
                start, kind = opened[mark["close"]].pop()
                yield _Mention((start, index + 1), kind)


def head_of(heads: list[int], at: Range) -> int:
    """The word of a range whose head lies outside it: the first such."""
    return next((i for i in range(*at) if not at[0] <= heads[i] < at[1]), at[0])


def _outermost(rows: list[_Row], mentions: list[_Mention]) -> dict[Range, str]:
    """People, organizations and places that stand in no other of these; pronouns are left out, plural people are groups."""
    heads = [r.head for r in rows]
    kept: dict[Range, str] = {}
    for mention in sorted(mentions, key=lambda m: (m.at[0], -m.at[1])):
        if mention.kind not in _KINDS or any(a <= mention.at[0] and mention.at[1] <= b for a, b in kept):
            continue
        head = rows[head_of(heads, mention.at)]
        if head.upos != "PRON":
            kept[mention.at] = "group" if mention.kind == "person" and head.xpos == "NNS" else _KINDS[mention.kind]
    return kept


def _names(rows: list[_Row], mentions: list[_Mention]) -> dict[Range, str]:
    """The proper name inside each mention that is headed by one."""
    heads = [r.head for r in rows]
    kept: dict[Range, str] = {}
    for mention in sorted(mentions, key=lambda m: m.at[1] - m.at[0]):
        head = _name_head(rows, mention.at, head_of(heads, mention.at))
        if mention.kind != "time" and head is not None:
            name = _name_around(rows, mention.at, head)
            if not any(a < name[1] and name[0] < b for a, b in kept):
                kept[name] = _KINDS.get(mention.kind, "other")
    return kept


def _name_head(rows: list[_Row], at: Range, head: int) -> int | None:
    """The proper noun that heads a mention, or is set flat against its head, as a name after an office is."""
    if rows[head].xpos.startswith("NNP"):
        return head
    flat = (i for i in range(*at) if rows[i].head == head and rows[i].deprel == "flat" and rows[i].xpos.startswith("NNP"))
    return next(flat, None)


def _name_around(rows: list[_Row], at: Range, head: int) -> Range:
    """The run of proper nouns around ``head``, over short words that join two of them."""
    first = last = head
    for step, edge in ((-1, at[0] - 1), (1, at[1])):
        here = head
        while here + step != edge:
            here += step
            if rows[here].xpos.startswith("NNP"):
                first, last = min(first, here), max(last, here)
            elif rows[here].word.casefold() not in _LINKS:
                break
    return first, last + 1
