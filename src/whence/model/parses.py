"""A page's words with their syntax, looked up both ways."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from whence.model.pages import Page
from whence.model.spans import Span
from whence.model.tags import Tags

_RELATIVES = frozenset("who whom whose which that where when".split())


@dataclass(frozen=True, slots=True, eq=False)  # a page has one tree
class Tree:
    """The words of a page, parallel: text, text in lower case, span, part of speech, head (-1 for none), relation to it, children,
    sentence.

    Where the tags hold no parse, every word is a root without children and its part of speech is ``X``.
    """

    words: tuple[str, ...]
    folded: tuple[str, ...]
    spans: tuple[Span, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    sentences: tuple[int, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _ends: tuple[int, ...] = field(init=False, repr=False)
    _relations: tuple[str, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(span.start for span in self.spans))
        object.__setattr__(self, "_ends", tuple(span.end for span in self.spans))
        object.__setattr__(self, "_relations", tuple(deprel.partition(":")[0] for deprel in self.deprels))

    def at(self, offset: int) -> int:
        """The index of the first word that ends after ``offset``; the number of words where none does."""
        return bisect_right(self._ends, offset)

    def inside(self, span: Span) -> range:
        """The words that begin inside ``span``."""
        first = self.at(span.start)
        return range(first, max(first, bisect_left(self._starts, span.end)))

    def head_of(self, span: Span) -> int | None:
        """The word of ``span`` whose head lies outside it; None for a span without a word."""
        words = self.inside(span)
        return next(
            (word for word in words if self.heads[word] not in words and self.upos[word] != "PUNCT"), words.start if words else None
        )

    def above(self, word: int) -> Iterator[int]:
        """The heads over a word, the nearest first."""
        seen = {word}
        while (word := self.heads[word]) >= 0 and word not in seen:
            seen.add(word)
            yield word

    def below(self, word: int) -> Iterator[int]:
        """The words under a word, itself first."""
        pending, seen = [word], {word}
        while pending:
            word = pending.pop()
            yield word
            fresh = [child for child in self.children[word] if child not in seen]
            seen.update(fresh)
            pending += fresh

    def child(self, word: int, *relations: str) -> int | None:
        """The first child of a word in one of these relations, or a subtype of one."""
        for child in self.children[word]:
            if self._relations[child] in relations or self.deprels[child] in relations:
                return child
        return None

    def under(self, word: int, *relations: str) -> tuple[int, ...]:
        """All children of a word in one of these relations, or a subtype of one."""
        return tuple([child for child in self.children[word] if self._relations[child] in relations or self.deprels[child] in relations])

    def relation(self, word: int) -> str:
        """The word's relation to its head without subtype: ``nsubj`` for ``nsubj:pass``."""
        return self._relations[word]

    def child_after(self, word: int, *relations: str) -> int | None:
        """The first child of a word in one of these relations that stands after it."""
        return next((child for child in self.children[word] if child > word and self.is_in(child, *relations)), None)

    def is_relative(self, word: int) -> bool:
        """Whether a word heads a relative clause: a finite clause on a noun that a relative pronoun or a subject opens."""
        if self.deprels[word] == "acl:relcl":
            return True
        if not self.is_in(word, "acl"):
            return False
        first = min(self.below(word))
        return self.words[first].casefold() in _RELATIVES or self.child(word, "nsubj") is not None

    def is_in(self, word: int, *relations: str) -> bool:
        """Whether the word's relation to its head is one of these, or a subtype of one (``nmod`` takes in ``nmod:poss``)."""
        return self._relations[word] in relations or self.deprels[word] in relations


@lru_cache(maxsize=1)
def grow_tree(page: Page, tags: Tags) -> Tree:
    """The words of ``page`` under the parse of ``tags``; the last one is kept, since every stage of a report asks for it."""
    count = len(page.tokens)
    parsed = len(tags.heads) == count
    heads = tags.heads if parsed else (-1,) * count
    children: list[list[int]] = [[] for _ in range(count)]
    for word, head in enumerate(heads):
        if head >= 0:
            children[head].append(word)
    sentences = [0] * count
    for index, sentence in enumerate(page.sentences):
        sentences[sentence.first : sentence.last] = [index] * (sentence.last - sentence.first)
    words = tuple(token.of(page.text) for token in page.tokens)
    return Tree(
        words=words,
        folded=tuple(word.casefold().replace("’", "'") for word in words),
        spans=page.tokens,
        upos=tags.upos if parsed else ("X",) * count,
        heads=heads,
        deprels=tags.deprels if parsed else ("",) * count,
        children=tuple(tuple(row) for row in children),
        sentences=tuple(sentences),
    )
