"""What the tagger finds in texts of which nobody marked the attributions as whence does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from training.corpora.treebanks import iter_treebank, speech_units
from training.measures import page_of
from whence.model.pages import Page
from whence.tagger import Tagger

Scores = dict[str, float]


def measure_yield(tagger: Tagger, pages: Iterable[Page]) -> Scores:
    """Attributions in 1,000 words, and how many of them name a source."""
    words = found = sourced = 0
    for page in pages:
        attributions = tagger.find_attributions(page)
        words += len(page.tokens)
        found += len(attributions)
        sourced += sum(a.source is not None for a in attributions)
    return {"in_1,000_words": round(1000 * found / max(words, 1), 2), "with_source": round(sourced / max(found, 1), 4), "words": words}


def measure_recall(tagger: Tagger, paths: Sequence[Path]) -> Scores:
    """What ``measure_yield`` tells of GUM documents, and the share of their units of attribution in which a cue was found.

    A document is one CoNLL-U file. Nested attributions are units too, so that a pass without nesting cannot reach them all.
    """
    pages, hit, gold = [], 0, 0
    for path in paths:
        (paper,) = iter_treebank(path, "gum")
        pages.append(page_of(paper))
        cues = [a.cue for a in tagger.find_attributions(pages[-1])]
        units = speech_units(path)
        hit += sum(any(a < end and start < b for a, b in cues) for start, end in units)
        gold += len(units)
    return measure_yield(tagger, pages) | {"recall_of_units": round(hit / max(gold, 1), 4), "units": gold}
