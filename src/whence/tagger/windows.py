"""Words cut into windows of whole sentences, as many as the encoder reads at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from whence.errors import ModelMissing
from whence.tagger.labels import Marks

MOST = 252
_REMEMBERED = 100_000
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to be read as one text: sentences as ranges of them, and those that open a paragraph."""

    words: tuple[str, ...]
    sentences: tuple[Range, ...]
    openers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Window:
    """A range of a passage's words in the form that the network takes."""

    at: Range
    pieces: list[int]
    first: list[int]
    sentences: list[int]


class Pieces:
    """Words in the pieces of the encoder's vocabulary; frequent words are remembered."""

    def __init__(self, path: Path, marks: Marks) -> None:
        """Loads the vocabulary in ``path``, whose pieces that are no word are ``marks``. Raises ModelMissing where there is none."""
        if not path.exists():
            raise ModelMissing(f"no vocabulary at {path}; reinstall whence, or rebuild the model with `make model`")
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.marks = marks
        self._known: dict[str, list[int]] = {}

    def of(self, words: Sequence[str]) -> list[list[int]]:
        """The pieces of each word, never none."""
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if len(self._known) + len(new) > _REMEMBERED:
            self._known.clear()
            new = list(dict.fromkeys(words))
        for word, encoding in zip(new, self._tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
            self._known[word] = encoding.ids[: MOST - 2] or [self.marks.unknown]
        return [self._known[word] for word in words]


def iter_windows(passage: Passage, pieces: Sequence[list[int]], marks: Marks, overlap: int) -> Iterator[Window]:
    """Windows that hold every sentence, each beginning with up to ``overlap`` pieces of the one before.

    A sentence that no window can hold is cut where a window is full.
    """
    parts = list(_parts(passage, pieces))
    sizes = [sum(len(pieces[i]) for i in range(*part)) + 1 for part in parts]
    first = last = 0
    while last < len(parts):
        begin, size = _back(first, last, sizes, overlap)
        while last < len(parts) and size + sizes[last] <= MOST:
            size += sizes[last]
            last += 1
        yield _window(passage, pieces, marks, parts[begin:last])
        first = begin


def _back(first: int, last: int, sizes: Sequence[int], overlap: int) -> tuple[int, int]:
    """How far back a window that must hold sentence ``last`` may begin, and the pieces that takes."""
    begin, size = last, 0
    room = min(overlap, MOST - sizes[last])
    while begin - 1 > first and size + sizes[begin - 1] <= room:
        begin -= 1
        size += sizes[begin]
    return begin, size


def _parts(passage: Passage, pieces: Sequence[list[int]]) -> Iterator[Range]:
    for first, last in passage.sentences:
        size, begin = 0, first
        for index in range(first, last):
            size += len(pieces[index])
            if size > MOST - 1:
                yield begin, index
                size, begin = len(pieces[index]), index
        if last > begin:
            yield begin, last


def _window(passage: Passage, pieces: Sequence[list[int]], marks: Marks, parts: Sequence[Range]) -> Window:
    ids, first, sentences = [marks.opening], [], []
    for number, part in enumerate(parts):
        for index in range(*part):
            if index in passage.openers and index > parts[0][0]:
                ids.append(marks.paragraph)
            first.append(len(ids))
            sentences.append(number)
            ids += pieces[index]
    return Window((parts[0][0], parts[-1][1]), [*ids, marks.closing], first, sentences)
