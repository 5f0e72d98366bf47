"""Passages to be read: a page, or a content of it as a text of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from whence.model.pages import Page
from whence.model.spans import Span
from whence.tagger.windows import Passage, Range

_QUOTES = frozenset("\"'“”‘’«»")
_MARKS = _QUOTES | frozenset(",.;:—–-…()[]")
_ZONES = "GMT|BST|UTC|CET|CEST|EET|ET|EST|EDT|CT|CST|CDT|PT|PST|PDT|IST|AEDT|AEST|JST|local time"
# "14:05 GMT: ", "9.05am " before a capital or a quotation mark: what follows in small letters is a figure in a sentence.
_STAMP = re.compile(rf"\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: (?:{_ZONES}))?+(?: ?[:–—|-])?\s+(?=[\"“‘'«A-Z])")
_JOINTS = frozenset(("that", "whether", "if"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage and the page's token behind each of its words; ``stretches`` are decoded each by itself."""

    passage: Passage
    places: tuple[int, ...]
    stretches: tuple[Range, ...]


def whole_page(page: Page) -> Placed:
    """All of a page; its paragraphs are the stretches, without the times of day that open the entries of a live report."""
    words = tuple(token.of(page.text) for token in page.tokens)
    sentences = tuple((s.first, s.last) for s in page.sentences)
    bounds: dict[int, Range] = {}
    for sentence in page.sentences:
        first, _ = bounds.get(sentence.paragraph, (sentence.first, 0))
        bounds[sentence.paragraph] = (first, sentence.last)
    openers = frozenset(first for first, _ in bounds.values())
    stretches = tuple((_after_stamp(page, first, last), last) for first, last in bounds.values())
    return Placed(Passage(words, sentences, openers), tuple(range(len(words))), stretches)


def _after_stamp(page: Page, first: int, last: int) -> int:
    """The word at which a paragraph begins once the time of day that a live report puts before it is left out."""
    stamp = _STAMP.match(page.text, page.tokens[first].start, page.tokens[last - 1].end)
    return first if stamp is None else next(at for at in range(first, last) if page.tokens[at].start >= stamp.end())


def part_of(page: Page, contents: Sequence[Range]) -> Placed:
    """The words of a content as a text, without the conjunction that opens it, the marks at its edges, the quotation marks of its parts."""

    def word(index: int) -> str:
        return page.tokens[index].of(page.text)

    places = [index for part in sorted(contents) for index in _stripped(list(range(*part)), lambda i: word(i) in _QUOTES)]
    places = _stripped(places, lambda index: word(index) in _MARKS)
    if places and word(places[0]).casefold() in _JOINTS:
        places = places[1:]
    words = [word(index) for index in places]
    return Placed(Passage(tuple(words), tuple(_sentences(page, places))), tuple(places), tuple(_unbroken(places)))


def _stripped(places: list[int], is_edge: Callable[[int], bool]) -> list[int]:
    """The places without those at either end that are edges."""
    begin, end = 0, len(places)
    while begin < end and is_edge(places[begin]):
        begin += 1
    while end > begin and is_edge(places[end - 1]):
        end -= 1
    return places[begin:end]


def _sentences(page: Page, places: Sequence[int]) -> list[Range]:
    """The ranges of a part's words that stand in one sentence of the page."""
    found: list[Range] = []
    ends = sorted(s.last for s in page.sentences)
    number = 0
    for word, place in enumerate(places):
        before = number
        while number < len(ends) and ends[number] <= place:
            number += 1
        if not found or number != before:
            found.append((word, word + 1))
        else:
            found[-1] = (found[-1][0], word + 1)
    return found


def spans_of(page: Page, places: Sequence[int], at: Range) -> tuple[Span, ...]:
    """Where a run of a passage's words stands in the page: more than one span where the page has other words between."""
    return tuple(Span(page.tokens[first].start, page.tokens[last - 1].end) for first, last in tokens_of(places, at))


def tokens_of(places: Sequence[int], at: Range) -> list[Range]:
    """A run of a passage's words as ranges of the page's tokens."""
    held = places[slice(*at)]
    return [(held[first], held[last - 1] + 1) for first, last in _unbroken(held)]


def _unbroken(places: Sequence[int]) -> list[Range]:
    """The ranges of words between which the page has no others."""
    cuts = [i for i in range(1, len(places)) if places[i] != places[i - 1] + 1]
    return list(pairwise([0, *cuts, len(places)])) if places else []
