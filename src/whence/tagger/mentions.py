"""Mentions and triggers out of tag scores."""

from __future__ import annotations

from collections.abc import Sequence

from whence.model.pages import Page
from whence.model.spans import Span
from whence.model.tags import TaggedMention, TaggedTrigger
from whence.tagger.labels import LabelSet
from whence.tagger.runs import Run, find_runs, legal_moves
from whence.tagger.scores import Scores
from whence.tagger.windows import Range

_FACTS = ("polarity", "certainty", "tense")


def find_mentions(
    page: Page, labels: LabelSet, scores: Scores, stretches: Sequence[Range], heads: Sequence[int]
) -> tuple[TaggedMention, ...]:
    """Names, and the longest phrases that stand for someone or something; a name may lie inside a phrase.

    A phrase is nominal unless the word it hangs on is part of a name.
    """
    names, phrases = (_layer(labels, scores, stretches, layer) for layer in ("names", "phrases"))
    named = {word for run in names for word in range(*run.at)}
    found = {_span(page, run.at): TaggedMention(_span(page, run.at), run.kind, False, _rounded(run)) for run in names}
    for run in phrases:
        head = next((word for word in range(*run.at) if not run.at[0] <= heads[word] < run.at[1]), run.at[0])
        span = _span(page, run.at)
        found.setdefault(span, TaggedMention(span, run.kind, head not in named, _rounded(run)))
    return tuple(found[span] for span in sorted(found))


def find_triggers(page: Page, labels: LabelSet, scores: Scores, stretches: Sequence[Range]) -> tuple[TaggedTrigger, ...]:
    """The words that tell happenings."""
    found = []
    for run in _layer(labels, scores, stretches, "triggers"):
        polarity, certainty, tense = (labels.tags[fact][int(scores.flat[fact][run.at[0]].argmax())] for fact in _FACTS)
        found.append(TaggedTrigger(_span(page, run.at), polarity, certainty, tense, _rounded(run)))
    return tuple(found)


def _layer(labels: LabelSet, scores: Scores, stretches: Sequence[Range], layer: str) -> list[Run]:
    return find_runs(scores.flat[layer], legal_moves(labels.tags[layer]), labels.tags[layer], stretches)


def _span(page: Page, at: Range) -> Span:
    return Span(page.tokens[at[0]].start, page.tokens[at[1] - 1].end)


def _rounded(run: Run) -> float:
    return round(run.surety, 4)
