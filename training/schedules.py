"""Which windows are learned from, in which order."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from training.corpora.newsreader import iter_ecbplus, iter_meantime
from training.corpora.papers import Paper
from training.corpora.polnear import iter_polnear
from training.corpora.re3d import iter_re3d
from training.corpora.treebanks import iter_treebank
from training.windows import Pieces, Window, iter_windows

ECB_DEV = frozenset((2, 5, 12, 18, 21, 23, 34, 35))
SHARES = {"polnear": 0.54, "ewt": 0.15, "gum": 0.19, "ecbplus": 0.06, "meantime": 0.03, "re3d": 0.03}


def load_papers(corpora: Path) -> dict[str, list[Paper]]:
    """The train part of every corpus; what splits.json keeps back is never opened."""
    gum = [paper for path in sorted((corpora / "gum" / "train").glob("*.conllu")) for paper in iter_treebank(path, "gum", True)]
    meantime = corpora / "meantime" / "intra_cross-doc_annotation"
    return {
        "polnear": list(iter_polnear(corpora / "polnear" / "train")),
        "ewt": list(iter_treebank(corpora / "ewt" / "train.conllu", "ewt")),
        "gum": gum,
        "ecbplus": list(iter_ecbplus(corpora / "ecbplus", frozenset(range(1, 36)) - ECB_DEV)),
        "meantime": [paper for topic in ("corpus_airbus", "corpus_apple") for paper in iter_meantime(meantime / topic)],
        "re3d": list(iter_re3d(corpora / "re3d")),
    }


def iter_mixed(papers: dict[str, list[Paper]], pieces: Pieces, seed: int, rank: int, ranks: int, most: int) -> Iterator[Window]:
    """Windows without end, each corpus in its share; the ranks divide every epoch of a corpus among them."""
    rng = random.Random(f"{seed} {rank}")
    streams = {name: _endless(papers[name], pieces, f"{seed} {name}", rank, ranks, most) for name in SHARES if papers.get(name)}
    names, shares = list(streams), [SHARES[name] for name in streams]
    while True:
        yield next(streams[rng.choices(names, shares)[0]])


def _endless(papers: Sequence[Paper], pieces: Pieces, seed: str, rank: int, ranks: int, most: int) -> Iterator[Window]:
    variants = [list(group) for _, group in groupby(sorted(papers, key=lambda p: p.name), key=lambda p: p.name)]
    epoch = 0
    while True:
        rng = random.Random(f"{seed} {epoch}")
        chosen = [rng.choice(group) for group in variants]
        rng.shuffle(chosen)
        mine = chosen[rank::ranks] or chosen
        yield from iter_windows(mine, pieces, random.Random(f"{seed} {epoch} {rank}"), most, packed=papers[0].corpus != "polnear")
        epoch += 1
