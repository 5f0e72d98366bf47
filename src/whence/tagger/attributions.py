"""Attributions: sources, cues and contents put together."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from whence.tagger.labels import LabelSet
from whence.tagger.links import find_links
from whence.tagger.runs import Run, find_runs
from whence.tagger.scores import Scores
from whence.tagger.windows import Range


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution in words of a passage.

    ``confidence`` is the probability that its content and source are right, weighed from ``features``.
    """

    contents: tuple[Range, ...]
    source: Range | None
    cue: Range
    features: tuple[float, ...]
    confidence: float


def find_attributions(labels: LabelSet, passages: Sequence[tuple[Scores, Sequence[Range]]]) -> list[list[Attributed]]:
    """The attributions of each passage, given as its scores and the stretches that are decoded by themselves, in the order of their cues.

    A content that no cue claims is left out, a cue without one too. Passages are decoded side by side, which for short ones is many
    times as fast as one by one.
    """
    if not passages:
        return []
    roles = [scores.flat["roles"] for scores, _ in passages]
    begins = [0, *accumulate(len(one) for one in roles)]
    stretches = [(begin + a, begin + b) for begin, (_, held) in zip(begins, passages, strict=False) for a, b in held]
    runs = find_runs(np.concatenate(roles), labels.moves, labels.tags["roles"], stretches, in_context=True)
    marked: list[list[Run]] = [[] for _ in passages]
    for run in runs:
        number = bisect_right(begins, run.at[0]) - 1
        marked[number].append(Run((run.at[0] - begins[number], run.at[1] - begins[number]), run.kind, run.surety))
    return [_put_together(labels, scores, mine) for (scores, _), mine in zip(passages, marked, strict=True)]


def _put_together(labels: LabelSet, scores: Scores, runs: Sequence[Run]) -> list[Attributed]:
    """The attributions that a passage's runs make up."""
    sources, cues, contents = ([run for run in runs if run.kind == kind] for kind in ("source", "cue", "content"))
    links = find_links(labels, scores.ends, *([run.at for run in kind] for kind in (cues, sources, contents)))
    found = []
    for number, cue in enumerate(cues):
        mine = [i for i, (claimed, _) in enumerate(links.cues) if claimed == number]
        if mine:
            chosen, share = links.sources[number]
            source = sources[chosen] if chosen is not None else None
            held = [contents[i] for i in mine]
            linked = min(links.cues[i][1] for i in mine)
            features = _features(held, source, cue, share, linked)
            parts = tuple(run.at for run in held)
            found.append(Attributed(parts, source.at if source else None, cue.at, features, _confidence(labels, features)))
    return found


def _features(contents: Sequence[Run], source: Run | None, cue: Run, source_share: float, content_share: float) -> tuple[float, ...]:
    """What the confidence in an attribution is weighed from; ``LabelSet.trust`` holds a weight for each."""
    words = sum(b - a for a, b in (run.at for run in contents))
    sure = sum(run.surety * (run.at[1] - run.at[0]) for run in contents) / words
    return (
        1.0,
        _log_odds(sure),
        _log_odds(min(run.surety for run in contents)),
        _log_odds(cue.surety),
        _log_odds(source.surety) if source else 0.0,
        _log_odds(source_share),
        _log_odds(content_share),
        0.0 if source else 1.0,
        math.log(words),
    )


def _log_odds(share: float) -> float:
    bounded = min(max(share, 0.001), 0.999)
    return math.log(bounded / (1.0 - bounded))


def _confidence(labels: LabelSet, features: Sequence[float]) -> float:
    total = sum(weight * feature for weight, feature in zip(labels.trust.tolist(), features, strict=True))
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 4)
