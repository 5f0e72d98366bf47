"""A passage's syntax, read off its scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from whence.tagger.labels import Floats, LabelSet
from whence.tagger.scores import Scores
from whence.tagger.trees import find_heads
from whence.tagger.windows import Passage

_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "ADV", "NUM"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True)
class Syntax:
    """Words with their parts of speech, heads (-1 at a root) and relations, all parallel."""

    words: tuple[str, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]


def find_syntax(labels: LabelSet, scores: Scores, passage: Passage) -> Syntax:
    """A tree for every sentence of a passage; the relation of its root is ``root``, and no other word's is."""
    heads = [-1] * len(passage.words)
    for start, arcs in scores.arcs:
        for word, head in enumerate(find_heads(arcs), start):
            heads[word] = head + start if head >= 0 else -1
    names = labels.tags["deprels"]
    relations = scores.flat["deprels"].copy()
    relations[:, names.index("root")] = -1e9
    best = relations.argmax(1).tolist()
    deprels = tuple(names[relation] if head >= 0 else "root" for relation, head in zip(best, heads, strict=True))
    upos = tuple(labels.tags["upos"][part] for part in scores.flat["upos"].argmax(1).tolist())
    syntax = Syntax(passage.words, upos, tuple(heads), deprels)
    turned = {word: head for start, arcs in scores.arcs for word, head in _owners(syntax, start, arcs)}
    return replace(syntax, heads=tuple(turned.get(word, head) for word, head in enumerate(heads)))


def _owners(syntax: Syntax, start: int, arcs: Floats) -> Iterator[tuple[int, int]]:
    """Owners that the tree of a sentence hangs on a word before them, each with the best noun after it: in "troops stormed Skarn's
    oldest prison" Skarn owns no troops.
    """
    for mark in range(start + 1, start + len(arcs) - 1):
        owner = mark - 1
        owns = syntax.upos[mark] == "PART" and syntax.words[mark] in _POSSESSIVE and syntax.heads[mark] == owner
        if owns and syntax.deprels[owner] == "nmod" and syntax.heads[owner] < owner:
            phrase = takewhile(lambda word: syntax.upos[word] in _NOMINAL, range(mark + 1, start + len(arcs)))
            free = [word for word in phrase if syntax.upos[word] in ("NOUN", "PROPN") and owner not in _above(syntax, word)]
            if free:
                yield owner, max(free, key=lambda word: arcs[owner - start, word - start])


def _above(syntax: Syntax, word: int) -> Iterator[int]:
    while (word := syntax.heads[word]) >= 0:
        yield word
