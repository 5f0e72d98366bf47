"""A passage's syntax, read off its scores."""

from __future__ import annotations

from dataclasses import dataclass

from whence.tagger.labels import LabelSet
from whence.tagger.scores import Scores
from whence.tagger.trees import find_heads
from whence.tagger.windows import Passage


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
    return Syntax(passage.words, upos, tuple(heads), deprels)
