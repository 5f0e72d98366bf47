"""How fast a report is read, stage by stage, on one thread.

    python -m benchmarks.reading [FOLDER]

Prints words a CPU second of each stage and of the whole, beside the bare network in the same run, and the share of the whole in it.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

from benchmarks.corpora import add_folder, files_in, make_parser
from benchmarks.tagger import bare_rate

from whence.find.mentions import find_mentions
from whence.find.quantities import find_quantities
from whence.find.times import find_times
from whence.find.triggers import find_triggers
from whence.intake.paths import iter_documents
from whence.model.pages import Page
from whence.model.reports import Document
from whence.resolve.attributions import resolve_attributions
from whence.resolve.entities import resolve_entities
from whence.resolve.events import resolve_events
from whence.resolve.forecasts import resolve_forecasts
from whence.resolve.times import resolve_times
from whence.tagger import Tagger, load_tagger
from whence.tagger.labels import load_labels
from whence.tagger.taggers import HOME
from whence.text.pages import cut_page

T = TypeVar("T")


class Clock:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """What ``work`` gives, its seconds added to the stage's."""
        began = time.process_time()
        result = work()
        self.spent[stage] += time.process_time() - began
        return result


def read(document: Document, tagger: Tagger, clock: Clock) -> Page:
    """The stages of `whence.pipeline.read_document`, each timed."""
    report = document.report
    page = clock.time("text", lambda: cut_page(document))
    tags = clock.time("tagger", lambda: tagger.read_tags(page))
    mentions = clock.time("mentions", lambda: find_mentions(page, tags))
    times = clock.time("times", lambda: resolve_times(find_times(page), page, report.published))
    entities = clock.time("entities", lambda: resolve_entities(page, tags, mentions, report))
    entities, attributions = clock.time("attributions", lambda: resolve_attributions(page, tags, entities, report))
    found = clock.time("triggers", lambda: (find_triggers(page, tags), find_quantities(page)))
    events = clock.time("events", lambda: resolve_events(page, tags, *found, entities, attributions, times, report))
    clock.time("forecasts", lambda: resolve_forecasts(page, tags, attributions, events, times, report))
    return page


def main(words: Sequence[str] | None = None) -> None:
    parser = make_parser(__doc__)
    add_folder(parser, "polnear/dev", "reports, .txt, at any depth")
    parser.add_argument("--most", type=int, default=30, help="reports to read")
    args = parser.parse_args(words)
    tagger, clock = load_tagger(), Clock()
    began = time.process_time()
    documents = [one for one in iter_documents(files_in(args.folder, "*.txt")[: args.most]) if isinstance(one, Document)]
    clock.spent["intake"] = time.process_time() - began
    for document in documents[:2]:
        read(document, tagger, Clock())
    pages = [read(document, tagger, clock) for document in documents]
    words = sum(len(page.tokens) for page in pages)
    bare = bare_rate(HOME / "tagger.onnx", load_labels(HOME / "labels.json").digest, pages)
    whole = words / sum(clock.spent.values())
    rates = {stage: round(words / seconds) for stage, seconds in sorted(clock.spent.items(), key=lambda row: -row[1])}
    told = {"reports": len(pages), "words": words, "words_per_s": rates, "bare": bare, "whole": round(whole)}
    told["share"] = round(whole / bare, 3)
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
