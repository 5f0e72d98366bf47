"""Confidence that means something: weights that turn an attribution's features into the probability that it is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training.dresses import Dress
from training.matches import Count, Marked, Ruler, iter_marked, pair
from whence.model.pages import Page
from whence.tagger import Tagger
from whence.tagger.attributions import Attributed
from whence.tagger.passages import spans_of, whole_page
from whence.text.paragraphs import find_paragraphs
from whence.text.sentences import find_sentences
from whence.text.tokens import find_tokens

_RIDGE = 1.0
Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """One report: what a person marked, what the tagger found, and which pairs of them are right."""

    name: str
    wanted: list[Marked]
    found: list[tuple[Attributed, Marked]]
    pairs: list[tuple[int, int]]
    strict: Count

    def count(self, threshold: float = 0.0) -> Count:
        """Right, given and wanted, counting only what is at least this sure."""
        sure = {j for j, (a, _) in enumerate(self.found) if a.confidence >= threshold}
        return Count(sum(j in sure for _, j in self.pairs), len(sure), len(self.wanted))


def page_of(text: str) -> Page:
    """A text cut up, without boilerplate taken out and without quotations."""
    paragraphs = find_paragraphs(text)
    tokens = find_tokens(text, paragraphs)
    return Page(text, paragraphs, find_sentences(text, paragraphs, tokens), tokens)


def iter_judged(tagger: Tagger, folder: Path, dress: Dress | None = None) -> Iterator[Judged]:
    """The reports of a PolNeAR split, read by ``tagger`` without nesting; ``dress`` may change them first."""
    for name, text, wanted in iter_marked(folder, dress):
        page, ruler = page_of(text), Ruler(text)
        places = whole_page(page).places
        found = []
        for attributed in tagger.find_attributions(page):
            content = ruler.covered(span for at in attributed.contents for span in spans_of(page, places, at))
            source, cue = (ruler.covered(spans_of(page, places, at) if at else ()) for at in (attributed.source, attributed.cue))
            found.append((attributed, Marked(content, source, cue)))
        given = [marked for _, marked in found]
        strict = Count(len(pair(wanted, given, strict=True)), len(given), len(wanted))
        yield Judged(name, wanted, found, pair(wanted, given), strict)


def fit_trust(judged: Sequence[Judged]) -> list[float]:
    """The weights of a logistic regression from features to right or wrong, by Newton's method with a ridge."""
    rows, right = _table(judged)
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        told = 1.0 / (1.0 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (right - told) - _RIDGE * weights
        curve = (rows * (told * (1 - told))[:, None]).T @ rows + _RIDGE * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights += step
        if float(np.abs(step).max()) < 1e-8:
            break
    return [round(float(weight), 5) for weight in weights]


def recall_by_cue(judged: Sequence[Judged], seen: dict[str, int]) -> dict[str, float]:
    """The share found of those whose cue the train part has often (20 times), at times, never; ``seen`` counts its cues."""
    tally: dict[str, list[int]] = {"often": [0, 0], "at_times": [0, 0], "never": [0, 0]}
    for report in judged:
        right = {wanted for wanted, _ in report.pairs}
        for number, marked in enumerate(report.wanted):
            times = seen.get(marked.said, 0)
            group = tally["often" if times >= 20 else "at_times" if times else "never"]
            group[0] += number in right
            group[1] += 1
    return {name: round(hit / of, 4) for name, (hit, of) in tally.items() if of}


def calibration_error(judged: Sequence[Judged], bins: int = 10) -> float:
    """The mean gap between confidence and share of right ones, over bins of equal mass."""
    pairs = sorted((a.confidence, j in {given for _, given in report.pairs}) for report in judged for j, (a, _) in enumerate(report.found))
    parts = np.array_split(np.asarray(pairs, dtype=np.float64), bins)
    return float(sum(len(part) * abs(part[:, 0].mean() - part[:, 1].mean()) for part in parts if len(part)) / len(pairs))


def _table(judged: Sequence[Judged]) -> tuple[Array, Array]:
    rows, right = [], []
    for report in judged:
        hit = {given for _, given in report.pairs}
        for number, (attributed, _) in enumerate(report.found):
            if not attributed.features:  # found by a rule, whose confidence is fixed
                continue
            rows.append(attributed.features)
            right.append(number in hit)
    return np.asarray(rows, dtype=np.float64), np.asarray(right, dtype=np.float64)
