"""Windows: runs of whole sentences that the encoder can read at once, with what is to be learned from them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from training.corpora.papers import Paper, Range
from training.labels import TAGS

Pieces = Callable[[str], list[int]]
_DOUBLE = frozenset('"“”')
_STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"))
_AGENCIES = ("reuters", "ap", "afp", "dpa", "upi", "xinhua", "tass", "staff", "news service")


@dataclass(slots=True)
class Window:
    """Words ready for the encoder; every label list runs parallel to ``words``, -1 is unknown.

    ``links`` holds, by cue, its source (or None) and the contents that hang on it.
    """

    corpus: str
    words: list[list[int]] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    opens: list[bool] = field(default_factory=list)
    labels: dict[str, list[int]] = field(default_factory=lambda: {name: [] for name in (*TAGS, "heads")})
    links: list[tuple[Range, Range | None, tuple[Range, ...]]] = field(default_factory=list)

    def size(self) -> int:
        """Pieces, the marks of paragraphs counted in."""
        return sum(map(len, self.words)) + sum(self.opens)


def iter_windows(papers: Sequence[Paper], pieces: Pieces, rng: random.Random, most: int, packed: bool) -> Iterator[Window]:
    """Windows over ``papers`` in their order, cut at random places; ``packed`` ones go on over the end of a paper."""
    window: Window | None = None
    limit = most
    for paper in papers:
        if window and not packed:
            yield window
            window = None
        labels = _labels_of(paper)
        quotes = _quotes(rng)
        for first, last in _bounded(paper, pieces, most):
            words = [pieces(w) for w in _requoted(paper.words[first:last], quotes)]
            size = sum(map(len, words)) + 1
            if window and window.size() + size > limit:
                yield window
                window = None
            if window is None:
                window, limit = Window(paper.corpus), _limit(rng, most)
                if first == 0 and paper.corpus == "polnear" and rng.random() < 0.12:
                    _add_dateline(window, pieces, rng)
            _add(window, paper, labels, first, last, words)
    if window:
        yield window


def _limit(rng: random.Random, most: int) -> int:
    return most if rng.random() < 0.75 else rng.randint(most // 8, most)


def _bounded(paper: Paper, pieces: Pieces, most: int) -> Iterator[Range]:
    """The sentences of a paper, those too long for a window cut where it is full."""
    for first, last in paper.sentences:
        size, begin = 0, first
        for index in range(first, last):
            size += len(pieces(paper.words[index]))
            if size > most - 2:
                yield begin, index
                size, begin = len(pieces(paper.words[index])), index
        if last > begin:
            yield begin, last


def _quotes(rng: random.Random) -> tuple[str, str] | None:
    draw = rng.random()
    return None if draw < 0.55 else _STYLES[0] if draw < 0.65 else _STYLES[1] if draw < 0.86 else _STYLES[2] if draw < 0.93 else _STYLES[3]


def _requoted(words: list[str], style: tuple[str, str] | None) -> list[str]:
    """The words with double quotation marks in another style; a straight mark opens where no other is open."""
    if style is None:
        return words
    told: list[str] = []
    is_open = False
    for word in words:
        if word in _DOUBLE or word in ("``", "''"):
            opening = word in ("“", "``") or (word == '"' and not is_open)
            is_open = opening
            word = style[0] if opening else style[1]
        told.append(word)
    return told


def _add_dateline(window: Window, pieces: Pieces, rng: random.Random) -> None:
    """A wire report's opening, which nothing is learned from but that it is no attribution."""
    city = "".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(rng.randint(2, 4)))
    words = [city, *([",", rng.choice(("march", "june", "july", "oct.")), str(rng.randint(1, 28))] if rng.random() < 0.4 else [])]
    words += ["(", *rng.choice(_AGENCIES).split(), ")"] if rng.random() < 0.7 else []
    words += [rng.choice(("—", "-", "–", "--"))]
    for word in words:
        _add_word(window, pieces(word), 0, False, dict.fromkeys(window.labels, -1) | {"roles": 0})


def _add_word(window: Window, word: list[int], sentence: int, opens: bool, labels: dict[str, int]) -> None:
    window.words.append(word)
    window.sentences.append(sentence)
    window.opens.append(opens)
    for name, values in window.labels.items():
        values.append(labels[name])


def _add(window: Window, paper: Paper, labels: dict[str, list[int]], first: int, last: int, words: list[list[int]]) -> None:
    base = len(window.words) - first
    sentence = window.sentences[-1] + 1 if window.sentences and window.labels["upos"] is not None else 0
    for index in range(first, last):
        here = {name: values[index] for name, values in labels.items()}
        here["heads"] = _moved_head(paper, index, first, last, base)
        _add_word(window, words[index - first], sentence, index in paper.breaks and bool(window.words), here)
    for attribution in paper.attributions or ():
        if attribution.cue and first <= attribution.cue[0] < last:
            _add_links(window, attribution.cue, attribution.source, attribution.contents, base)


def _moved_head(paper: Paper, index: int, first: int, last: int, base: int) -> int:
    """The head as a word of the window; the word itself stands for a root, -1 for unknown."""
    if paper.heads is None:
        return -1
    head = paper.heads[index]
    if head < 0:
        return base + index
    return base + head if first <= head < last else -1


def _add_links(window: Window, cue: Range, source: Range | None, contents: tuple[Range, ...], base: int) -> None:
    """Links in places of the window; what lies outside is found when the window is closed."""

    def move(at: Range) -> Range:
        return at[0] + base, at[1] + base

    window.links.append((move(cue), move(source) if source else None, tuple(map(move, contents))))


def _labels_of(paper: Paper) -> dict[str, list[int]]:
    """Every layer of a paper as numbers, -1 throughout where the corpus does not mark it."""
    size = len(paper.words)
    unknown = [-1] * size
    labels = {name: list(unknown) for name in TAGS}
    if paper.attributions is not None:
        ranges = {at: role for a in paper.attributions for role, spans in _roles(a) for at in spans}
        labels["roles"] = _numbered("roles", ranges, size)
    if paper.upos is not None and paper.deprels is not None:
        labels["upos"] = [_number("upos", u) for u in paper.upos]
        labels["deprels"] = [_number("deprels", d) for d in paper.deprels]
    for layer, marked in (("names", paper.names), ("phrases", paper.phrases)):
        if marked is not None:
            labels[layer] = _numbered(layer, marked, size)
    if paper.happenings is not None:
        labels["triggers"] = _numbered("triggers", {h.at: "trigger" for h in paper.happenings}, size)
        for happening in paper.happenings:
            for fact, value in happening.facts.items():
                if value is not None:
                    labels[fact][happening.at[0]] = _number(fact, value)
    return labels


def _roles(attribution: object) -> Iterator[tuple[str, tuple[Range, ...]]]:
    yield "content", attribution.contents  # type: ignore[attr-defined]
    yield "cue", (attribution.cue,) if attribution.cue else ()  # type: ignore[attr-defined]
    yield "source", (attribution.source,) if attribution.source else ()  # type: ignore[attr-defined]


def _number(layer: str, label: str) -> int:
    return TAGS[layer].index(label) if label in TAGS[layer] else -1


def _numbered(layer: str, ranges: dict[Range, str], size: int) -> list[int]:
    """Ranges as tags; the later of two that overlap has its words."""
    numbers = [0] * size
    for (first, last), kind in ranges.items():
        numbers[first:last] = [_number(layer, f"I-{kind}")] * (last - first)
        numbers[first] = _number(layer, f"B-{kind}")
    return numbers
