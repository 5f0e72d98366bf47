"""Passages that one report has word for word from another, and how much of it they cover.

Candidates come from winnowing (Schleimer, Wilkerson and Aiken, 2003): the least hash of every window of shingles is kept, so
that two texts sharing a passage longer than the window share a kept hash. Candidates are then aligned exactly, passage by
passage, whatever their order. Words between quotation marks are told apart: two reports that quote one speech have not copied.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from whence.link.candidates import iter_pairs
from whence.link.outlets import same_outlet
from whence.model.readings import Reading
from whence.model.spans import Span

_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 5
_WINDOW = 6
# A hash found in more reports than this is a stock phrase of the trade and proposes nothing.
_COMMON = 60
_KEPT_SHARED = 2
_HELD = 2000
_BLOCK = 8
# Beside a block so few equal words count too, where no more than this many on either side are others.
_SHORT, _OTHERS = 4, 3
_GAPS = [(i, j) for i in range(1, _OTHERS + 1) for j in range(1, _OTHERS + 1)]
_QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"")
# Below these a report has taken a phrase, not a passage.
_LEAST_WORDS = 25
_LEAST_COVERAGE = 0.25
# Two reports on one matter may well share as many words running, outside quotation marks, without knowing of each other.
_PASSAGE = 14
# So many are taken over where another newsroom has them, however little of either report they are; within one newsroom they may be
# its standing notice.
_TAKEN_OVER = 30
_DRIFT = 2


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that stands in both reports of a pair."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports that share passages; the coverages are shares of each report's own words outside quotation marks."""

    left: str
    right: str
    passages: tuple[Shared, ...]
    left_coverage: float
    right_coverage: float


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a report outside boilerplate, where each stands, and whether it is quoted."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    quoted: tuple[bool, ...]


def link_copies(readings: Mapping[str, Reading]) -> tuple[Copy, ...]:
    """Every pair of reports that share enough of their own words, by id."""
    words = lru_cache(maxsize=_HELD)(lambda name: _words_of(readings[name]))
    found = []
    for left, right in _candidates(readings):
        copy = _align(left, words(left), right, words(right), strangers=_are_strangers(readings[left], readings[right]))
        if copy is not None:
            found.append(copy)
    return tuple(found)


def _are_strangers(left: Reading, right: Reading) -> bool:
    """Whether two newsrooms that are known printed the reports."""
    one, other = left.report.outlet, right.report.outlet
    return one is not None and other is not None and not same_outlet(one, other)


def _candidates(readings: Mapping[str, Reading]) -> Iterator[tuple[str, str]]:
    names = sorted(readings)
    kept = (_fingerprints(_words_of(readings[name]).words) for name in names)
    return ((names[left], names[right]) for left, right in iter_pairs(kept, least=_KEPT_SHARED, common=_COMMON))


def _fingerprints(words: Sequence[str]) -> set[int]:
    hashes = [crc32(" ".join(words[at : at + _SHINGLE]).encode()) for at in range(len(words) - _SHINGLE + 1)]
    return {min(hashes[at : at + _WINDOW]) for at in range(max(1, len(hashes) - _WINDOW + 1))} if hashes else set()


def _words_of(reading: Reading) -> _Words:
    text, words, spans, quoted = reading.text, [], [], []
    quotations = [match.span() for match in _QUOTED.finditer(text)]
    out = [*reading.report.boilerplate, *reading.report.masthead]
    inside, skipped = _Marker(quotations), _Marker(out)
    for match in _WORD.finditer(text):
        if not skipped(match.start()):
            words.append(match.group().casefold())
            spans.append(Span(*match.span()))
            quoted.append(inside(match.start()))
    return _Words(tuple(words), tuple(spans), tuple(quoted))


class _Marker:
    """Answers, for places asked in rising order, whether they lie in one of some ranges."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._ranges = sorted(ranges)
        self._at = 0

    def __call__(self, place: int) -> bool:
        while self._at < len(self._ranges) and self._ranges[self._at][1] <= place:
            self._at += 1
        return self._at < len(self._ranges) and self._ranges[self._at][0] <= place


def _align(one: str, left: _Words, other: str, right: _Words, *, strangers: bool) -> Copy | None:
    passages: list[Shared] = []
    longest = 0
    covered_left: set[int] = set()
    covered_right: set[int] = set()
    for at, start, length in _bridge(left.words, right.words, _blocks(left.words, right.words)):
        longest = max(longest, left.quoted[at : at + length].count(False))
        passages += _in_step(left, at, right, start, length)
        covered_left.update(place for place in range(at, at + length) if not left.quoted[place])
        covered_right.update(place for place in range(start, start + length) if not right.quoted[place])
    own_left, own_right = left.quoted.count(False), right.quoted.count(False)
    if longest < _PASSAGE or min(len(covered_left), len(covered_right)) < min(_LEAST_WORDS, own_left, own_right) or not covered_left:
        return None
    shares = len(covered_left) / own_left, len(covered_right) / own_right
    if max(shares) < _LEAST_COVERAGE and not (strangers and longest >= _TAKEN_OVER):
        return None
    return Copy(one, other, tuple(passages), round(shares[0], 3), round(shares[1], 3))


def _in_step(left: _Words, at: int, right: _Words, start: int, length: int) -> Iterator[Shared]:
    """A run of equal words in pieces within which both texts go on at one distance, as they do not where one has a dateline or a
    gap of its own: so that any word of a piece is found in the other text by that distance.
    """
    begun = 0
    for step in range(1, length + 1):
        drift = right.spans[start + begun].start - left.spans[at + begun].start
        if step == length or abs(right.spans[start + step].start - left.spans[at + step].start - drift) > _DRIFT:
            yield Shared(_stretch(left, at + begun, step - begun), _stretch(right, start + begun, step - begun))
            begun = step


def _stretch(words: _Words, at: int, length: int) -> Span:
    return Span(words.spans[at].start, words.spans[at + length - 1].end)


def _blocks(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int, int]]:
    """Maximal runs of equal words, longest first where they overlap: (place in left, place in right, length)."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(len(right) - _SHINGLE + 1):
        places[tuple(right[start : start + _SHINGLE])].append(start)
    runs, at = [], 0
    while at <= len(left) - _SHINGLE:
        starts = places.get(tuple(left[at : at + _SHINGLE]), ())
        length, start = max(((_run(left, right, at, start), -start) for start in starts), default=(0, 0))
        if length >= _BLOCK:
            runs.append((at, -start, length))
            at += length
        else:
            at += 1
    return runs


def _bridge(left: Sequence[str], right: Sequence[str], blocks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The blocks and the short runs beside them, with no more than a few other words between: a copy that changes a number or a name
    goes on.
    """
    taken = {place for at, _, length in blocks for place in range(at, at + length)}
    found = list(blocks)
    for at, start, length in found:  # grows as it is gone through: what is bridged to may be bridged from
        after = [(at + length + i, start + length + j) for i, j in _GAPS]
        before = [(at - i, start - j) for i, j in _GAPS]
        runs = [(place, other, _run(left, right, place, other)) for place, other in after]
        runs += [(place - size, other - size, size) for place, other in before if (size := _run_back(left, right, place, other))]
        for place, other, size in runs:
            if size >= _SHORT and not taken & set(range(place, place + size)):
                taken |= set(range(place, place + size))
                found.append((place, other, size))
    return sorted(found)


def _run_back(left: Sequence[str], right: Sequence[str], at: int, start: int) -> int:
    """How many words before these places are the same."""
    length = 0
    while min(at, start) > length and left[at - length - 1] == right[start - length - 1]:
        length += 1
    return length


def _run(left: Sequence[str], right: Sequence[str], at: int, start: int) -> int:
    length = 0
    while at + length < len(left) and start + length < len(right) and left[at + length] == right[start + length]:
        length += 1
    return length
