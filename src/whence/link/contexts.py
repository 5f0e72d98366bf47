"""What a report is about: the names it holds, and how alike two reports or two sentences are by their words.

Cosine of weighted words (Salton and Buckley, 1988). Reports are compared by the names in them alone: reports of one story share
its people and places whatever each dwells on, and the names tell one quake from the next.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

from whence.lexicon.kin import content_stems, stem
from whence.model.readings import Reading
from whence.model.spans import Span

_KEPT = 40
_HELD = 5_000
_PROPER = 2.0
# A story of seven reports says nothing about how rare a word is in the world: so many reports on other matters are supposed.
_WORLD = 200
_BREAK = re.compile(r"[.!?][”’\"')\]]*\s+(?=[“‘\"'(]?[A-Z0-9])|\n")
_NAME = re.compile(r"(?<![.!?“\"‘\n•:] )(?<![\n“\"‘])\b[A-Z]\w\w+")
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december one two three four five six seven eight nine ten""".split()
)

Vector = Mapping[str, float]


class Contexts:
    """The weighted names of all reports; asks for likeness are answered from it, in [0, 1]."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._world = len(readings) + _WORLD
        self._words: Counter[str] = Counter()
        self._names: Counter[str] = Counter()
        for reading in readings.values():
            body = _body(reading)
            self._words.update(set(content_stems(body)))
            self._names.update(set(_names_in(body)))
        # A word of one report is as rare as one of none, and most words of many reports are in one: they need no room.
        self._words, self._names = _repeated(self._words), _repeated(self._names)
        self._vectors: dict[str, Vector] = {}
        self.surroundings = lru_cache(maxsize=_HELD)(self._surroundings)

    def reports_alike(self, left: str, right: str) -> float:
        """How alike two reports are; 1 for a report and itself."""
        return 1.0 if left == right else compare_vectors(self._vector(left), self._vector(right))

    def telling_names(self, report: str, count: int) -> tuple[str, ...]:
        """The names that say most about a report."""
        vector = self._vector(report)
        return tuple(sorted(vector, key=lambda word: (-vector[word], word))[:count])

    def weigh_words(self, text: str, left_out: frozenset[str] = frozenset()) -> Vector:
        """The weighted words of a passage, names double, at unit length."""
        counted, names = Counter(content_stems(text)), set(_names_in(text))
        return _unit(
            {
                word: (1 + math.log(count)) * self._rarity(self._words, word) * (_PROPER if word in names else 1.0)
                for word, count in counted.items()
                if word not in left_out
            }
        )

    def whereabouts(self, report: str) -> tuple[int, ...]:
        """A place in an order in which reports that share most of their names stand together (min-wise hashing, Broder, 1997)."""
        return tuple(sorted(crc32(name.encode()) for name in self._vector(report))[:2])

    def _surroundings(self, report: str, sentence: Span, left_out: tuple[str, ...]) -> Vector:
        """The weighted words of a sentence of a report, those apart that its event is told by."""
        return self.weigh_words(sentence.of(self._readings[report].text), frozenset(left_out))

    def _vector(self, report: str) -> Vector:
        if report not in self._vectors:
            self._vectors[report] = self._weigh_report(report)
        return self._vectors[report]

    def _weigh_report(self, report: str) -> Vector:
        names = _names_in(_body(self._readings[report]))
        weighed = {name: (1 + math.log(count)) * self._rarity(self._names, name) for name, count in names.items()}
        kept = sorted(weighed, key=lambda word: (-weighed[word], word))[:_KEPT]
        return _unit({word: weighed[word] for word in kept})

    def _rarity(self, found: Counter[str], word: str) -> float:
        return math.log(1 + self._world / (found[word] or 1))


def compare_vectors(left: Vector, right: Vector) -> float:
    """The cosine of two vectors of unit length."""
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right[word] for word, weight in left.items() if word in right)


def sentence_around(text: str, span: Span) -> Span:
    """The sentence that holds a span, by its full stops and line ends."""
    start = None
    for match in _BREAK.finditer(text, max(0, span.start - 600), span.start):
        start = match.end()
    after = _BREAK.search(text, span.end, span.end + 600)
    end = after.start() + 1 if after else min(len(text), span.end + 600)
    return Span(max(0, span.start - 600) if start is None else start, end)


def _body(reading: Reading) -> str:
    text, at, parts = reading.text, 0, []
    for span in sorted((*reading.report.boilerplate, *reading.report.masthead)):
        parts.append(text[at : span.start])
        at = max(at, span.end)
    return " ".join((*parts, text[at:]))


def _repeated(found: Counter[str]) -> Counter[str]:
    return Counter({word: count for word, count in found.items() if count > 1})


def _names_in(text: str) -> Counter[str]:
    """Stems of capitalised words inside a sentence, days, months and numbers left out."""
    return Counter(stem(word) for word in _NAME.findall(text) if word.casefold() not in _CALENDAR)


def _unit(vector: Mapping[str, float]) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}
