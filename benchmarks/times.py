"""Time expressions against TimeML: strict, relaxed and value F1, words a second, and what each family of rules earns.

    python -m benchmarks.times [CORPORA] [--kept-back] [--families]

Reads TempEval-3 and WikiWars of the corpora, the part for tuning unless --kept-back is given.
A found time is paired with the gold one that it shares most with; strict: the same extent; value: the same TIMEX3 value.
"""

from __future__ import annotations

import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import add_corpora, files_in, make_parser, read_splits

from whence.find.times import find_times
from whence.lexicon.times import load_time_patterns
from whence.model.pages import Page
from whence.model.readings import Time
from whence.model.timemarks import TimeMark
from whence.resolve.times import resolve_times
from whence.text.pages import cut_passage

MEASURES = ("strict", "relaxed", "value")


@dataclass(frozen=True, slots=True)
class Sample:
    """A report of a corpus and the times that people marked in it: start, end, value."""

    page: Page
    published: str | None
    gold: tuple[tuple[int, int, str], ...]


def read_sample(path: Path) -> Sample:
    root = ET.parse(path).getroot()
    created = next((timex.get("value", "") for timex in root.iter("TIMEX3") if timex.get("functionInDocument") == "CREATION_TIME"), "")
    pieces: list[str] = []
    gold: list[tuple[int, int, str]] = []
    body = root.find("TEXT")
    if body is not None:
        _walk(body, pieces, gold)
    return Sample(cut_passage("".join(pieces)), created[:10] or None, tuple(gold))


def _walk(element: ET.Element, pieces: list[str], gold: list[tuple[int, int, str]]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        gold.append((start, sum(map(len, pieces)), element.get("value", "")))


def iter_samples(corpora: Path, corpus: str, *, kept_back: bool) -> Iterator[Sample]:
    names = set(read_splits(corpora)[corpus]["kept_back"])
    return (read_sample(path) for path in files_in(corpora / corpus, "*.tml") if (path.stem in names) == kept_back)


def count_hits(gold: Sequence[tuple[int, int, str]], found: Sequence[Time]) -> Counter[str]:
    hits = Counter(found=len(found), gold=len(gold))
    free = set(range(len(gold)))
    for one in found:
        start, end = one.span
        shared = {at: min(end, gold[at][1]) - max(start, gold[at][0]) for at in sorted(free)}
        best = max(shared, key=lambda at: shared[at], default=None)
        if best is not None and shared[best] > 0:
            free.remove(best)
            hits.update(relaxed=1, strict=(start, end) == gold[best][:2], value=one.value == gold[best][2])
    return hits


def scores(hits: Counter[str]) -> dict[str, float]:
    total = hits["found"] + hits["gold"]
    return {name: 2 * hits[name] / total if total else 0.0 for name in MEASURES}


def measure(samples: Sequence[Sample], marks: Sequence[Sequence[TimeMark]], without: str | None = None) -> dict[str, float]:
    hits: Counter[str] = Counter()
    for sample, found in zip(samples, marks, strict=True):
        kept = [mark for mark in found if mark.family != without]
        hits.update(count_hits(sample.gold, resolve_times(kept, sample.page, sample.published)))
    return scores(hits)


def print_families(samples: Sequence[Sample], marks: Sequence[Sequence[TimeMark]], whole: dict[str, float]) -> None:
    rules = Counter(rule.family for rule in load_time_patterns())
    uses = Counter(mark.family for found in marks for mark in found)
    print("| family | patterns | found | strict | value |\n|---|---|---|---|---|")
    for family, number in sorted(rules.items(), key=lambda item: -uses[item[0]]):
        rest = measure(samples, marks, without=family)
        earned = " | ".join(f"{100 * (whole[name] - rest[name]):+.2f}" for name in ("strict", "value"))
        print(f"| {family} | {number} | {uses[family]} | {earned} |")


def main(words: Sequence[str] | None = None) -> None:
    parser = make_parser(__doc__)
    parser.add_argument("--kept-back", action="store_true", help="measure on what splits.json keeps back")
    parser.add_argument("--families", action="store_true", help="say what each family of rules earns")
    add_corpora(parser)
    args = parser.parse_args(words)
    for corpus in ("tempeval3", "wikiwars"):
        samples = list(iter_samples(args.corpora, corpus, kept_back=args.kept_back))
        began = time.process_time()
        marks = [find_times(sample.page) for sample in samples]
        for found, sample in zip(marks, samples, strict=True):
            resolve_times(found, sample.page, sample.published)
        took = time.process_time() - began
        whole = measure(samples, marks)
        words = sum(len(sample.page.text.split()) for sample in samples)
        shown = "  ".join(f"{name} {value:.4f}" for name, value in whole.items())
        print(
            f"{corpus}: {len(samples)} reports, {sum(len(sample.gold) for sample in samples)} times  {shown}  {words / took:,.0f} words/s"
        )
        if args.families:
            print_families(samples, marks, whole)


if __name__ == "__main__":
    main()
