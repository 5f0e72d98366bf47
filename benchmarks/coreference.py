"""Coreference inside a report, on the news and interviews of GUM's dev part.

    python -m benchmarks.coreference [FOLDER]

FOLDER holds GUM's files. People, bodies and places count; a mention that whence found is GUM's where it
holds that one's head and lies in it, since the two draw the edges of phrases differently. Single mentions are left out, as in
the shared tasks. Prints the CoNLL score and its three measures, for named and described mentions and with third-person
pronouns too (whence does not resolve "I" and "you" before it knows who is quoted).
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.coreference_scores import conll_score
from benchmarks.corpora import add_folder, files_in, make_parser

from whence.find.mentions import find_mentions
from whence.model.readings import Entity
from whence.model.reports import Report
from whence.model.spans import Span
from whence.resolve.entities import resolve_entities
from whence.tagger.taggers import Tagger, load_tagger
from whence.text.pages import cut_passage

KINDS = frozenset({"person", "organization", "place"})
GENRES = ("news", "interview")
SETTINGS = ("names and descriptions", "with pronouns")
SPEECH = frozenset("i me my mine myself you your yours yourself we us our ours ourselves".split())
THIRD = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves who whom whose which that this".split()
)
_MARK = re.compile(r"\(([^()]+)\)?|([^()]+)\)")


@dataclass(frozen=True)
class Marked:
    """A mention of GUM: its span, the start of its head, its entity and whether it is a pronoun."""

    span: Span
    head: int
    entity: str
    pronoun: bool


def read_gum(path: Path) -> tuple[str, list[Marked]]:
    """The text of a document, a paragraph a block, and its mentions of people, bodies and places."""
    words: list[tuple[int, int, str]] = []
    text = ""
    open_: dict[str, list[tuple[int, str, str]]] = {}
    found: list[tuple[int, int, str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar"):
            text = text.rstrip() + "\n\n" if text else ""
        cells = line.split("\t")
        if len(cells) != 10 or not cells[0].isdigit():
            continue
        start = len(text)
        text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
        words.append((start, start + len(cells[1]), cells[3]))
        entity = re.search(r"Entity=([^|]+)", cells[9])
        for opening, closing in _MARK.findall(entity[1]) if entity else ():
            _turn(opening, closing, len(words) - 1, entity[1] if entity else "", open_, found)
    return text, [mark for first, last, name, minimum in found if (mark := _marked(first, last, name, minimum, words))]


def _turn(
    opening: str, closing: str, at: int, cell: str, open_: dict[str, list[tuple[int, str, str]]], found: list[tuple[int, int, str, str]]
) -> None:
    """Opens or closes a mention at a word."""
    if opening:
        fields = opening.split("-")
        kind, minimum = (fields[1], fields[5] if len(fields) > 5 else "1") if len(fields) > 1 else ("", "1")
        if f"({opening})" in cell:
            found.append((at, at, f"{fields[0]}:{kind}", minimum))
        else:
            open_.setdefault(fields[0], []).append((at, kind, minimum))
    elif open_.get(closing):
        first, kind, minimum = open_[closing].pop()
        found.append((first, at, f"{closing}:{kind}", minimum))


def _marked(first: int, last: int, name: str, minimum: str, words: list[tuple[int, int, str]]) -> Marked | None:
    entity, kind = name.split(":")
    if kind not in KINDS:
        return None
    head = first + int(minimum.split(",")[0]) - 1
    return Marked(Span(words[first][0], words[last][1]), words[min(head, last)][0], entity, first == last and words[first][2] == "PRON")


def compare(
    text: str, gold: list[Marked], entities: tuple[Entity, ...], *, pronouns: bool
) -> tuple[list[frozenset[Hashable]], list[frozenset[Hashable]]]:
    """The clusters of both, over one set of keys."""
    wanted = [mark for mark in gold if text[mark.span.start : mark.span.end].casefold() not in SPEECH and (pronouns or not mark.pronoun)]
    clusters = defaultdict(set)
    for number, mark in enumerate(wanted):
        clusters[mark.entity].add(number)
    taken: set[int] = set()
    found = []
    for entity in entities:
        keys: set[Hashable] = set()
        for mention in entity.mentions:
            if mention.form == "pronoun" and (not pronouns or text[mention.start : mention.end].casefold() not in THIRD):
                continue
            keys.add(_key(mention.span, wanted, taken))
        found.append(frozenset(keys))
    return _several(frozenset(cluster) for cluster in clusters.values()), _several(found)


def _key(span: Span, wanted: list[Marked], taken: set[int]) -> Hashable:
    """The number of the mention of GUM that a span stands for, or the span itself."""
    fitting = [
        n
        for n, mark in enumerate(wanted)
        if n not in taken and span.start <= mark.head < span.end and (mark.span.holds(span) or span.holds(mark.span))
    ]
    if not fitting:
        return span
    best = min(fitting, key=lambda n: abs(wanted[n].span.start - span.start) + abs(wanted[n].span.end - span.end))
    taken.add(best)
    return best


def _several(clusters: Iterator[frozenset[Hashable]] | list[frozenset[Hashable]]) -> list[frozenset[Hashable]]:
    return [cluster for cluster in clusters if len(cluster) > 1]


def measure(folder: Path, tagger: Tagger) -> dict[str, dict[str, tuple[float, ...]]]:
    """Scores over all documents, each document's mentions kept apart."""
    report = Report("gum", "gum.txt", "")
    totals: dict[str, tuple[list[frozenset[Hashable]], list[frozenset[Hashable]]]] = {name: ([], []) for name in SETTINGS}
    for path in sorted(path for path in files_in(folder, "GUM_*.conllu") if path.name.split("_")[1] in GENRES):
        text, gold = read_gum(path)
        page = cut_passage(text)
        tags = tagger.read_tags(page)
        entities = resolve_entities(page, tags, find_mentions(page, tags), report)
        for name, (wanted, found) in totals.items():
            for total, clusters in zip((wanted, found), compare(text, gold, entities, pronouns=name == "with pronouns"), strict=True):
                total += [frozenset((path.name, key) for key in cluster) for cluster in clusters]
    return {
        name: {measure: tuple(round(value, 3) for value in row) for measure, row in conll_score(*pair).items()}
        for name, pair in totals.items()
    }


def main(words: Sequence[str] | None = None) -> None:
    """Print the scores as JSON."""
    parser = make_parser(__doc__)
    add_folder(parser, "gum/dev", "GUM's .conllu files")
    print(json.dumps(measure(parser.parse_args(words).folder, load_tagger()), indent=1))


if __name__ == "__main__":
    main()
