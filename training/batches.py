"""Windows put side by side as tensors."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from training.corpora.papers import Range
from training.windows import Window
from whence.tagger.labels import Marks


@dataclass(slots=True)
class Batch:
    """Tensors of a batch; ``words`` is the mask of words, ``mask`` that of pieces."""

    corpora: list[str]
    ids: Tensor
    mask: Tensor
    first: Tensor
    words: Tensor
    sentences: Tensor
    labels: dict[str, Tensor]
    links: list[list[tuple[Range, Range | None, tuple[Range, ...]]]]

    def to(self, device: str) -> Batch:
        """The batch on another device."""
        moved = {name: getattr(self, name).to(device) for name in ("ids", "mask", "first", "words", "sentences")}
        return replace(self, labels={name: value.to(device) for name, value in self.labels.items()}, **moved)


def batch_of(windows: list[Window], marks: Marks) -> Batch:
    """The windows padded to the longest; ``marks`` open and close them."""
    rows = [_pieces(window, marks) for window in windows]
    wide, many = max(len(ids) for ids, _ in rows), max(len(w.words) for w in windows)
    first = _padded([places for _, places in rows], many, 0)
    words = _padded([[1] * len(w.words) for w in windows], many, 0).bool()
    labels = {name: _padded([w.labels[name] for w in windows], many, -1) for name in windows[0].labels}
    return Batch(
        [w.corpus for w in windows],
        _padded([ids for ids, _ in rows], wide, 0),
        _padded([[1] * len(ids) for ids, _ in rows], wide, 0),
        first,
        words,
        _padded([w.sentences for w in windows], many, -1),
        labels,
        [_inside(w) for w in windows],
    )


def _pieces(window: Window, marks: Marks) -> tuple[list[int], list[int]]:
    ids, places = [marks.opening], []
    for pieces, opens in zip(window.words, window.opens, strict=True):
        if opens:
            ids.append(marks.paragraph)
        places.append(len(ids))
        ids += pieces or [marks.unknown]
    return [*ids, marks.closing], places


def _inside(window: Window) -> list[tuple[Range, Range | None, tuple[Range, ...]]]:
    """The links without what lies outside the window."""
    size = len(window.words)

    def fits(at: Range) -> bool:
        return at[0] >= 0 and at[1] <= size

    return [(cue, s if s and fits(s) else None, tuple(c for c in held if fits(c))) for cue, s, held in window.links if fits(cue)]


def _padded(rows: list[list[int]], wide: int, fill: int) -> Tensor:
    return torch.tensor([row + [fill] * (wide - len(row)) for row in rows])
