"""How fast a report is read, stage by stage, on one thread.

    python -m benchmarks.reading [FOLDER]

Prints words a CPU second of each stage and of the whole, the bare network's, and the share of the whole in that. The network runs on
each report as soon as it is read, so that a busy machine slows both alike.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks.corpora import add_folder, files_in, make_parser
from benchmarks.tagger import bare_network

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


def read_file(path: Path, tagger: Tagger, clock: Clock) -> Iterator[Page]:
    """The pages of the documents in a file, each read."""
    for document in clock.time("intake", lambda: [one for one in iter_documents([path]) if isinstance(one, Document)]):
        yield read(document, tagger, clock)


def main(words: Sequence[str] | None = None) -> None:
    parser = make_parser(__doc__)
    add_folder(parser, "polnear/dev", "reports, .txt, at any depth")
    parser.add_argument("--most", type=int, default=30, help="reports to read")
    args = parser.parse_args(words)
    paths = files_in(args.folder, "*.txt")[: args.most]
    tagger, run_bare, clock, bare = load_tagger(), bare_network(), Clock(), Clock()
    for path in paths[:2]:
        list(read_file(path, tagger, Clock()))
    words_read = 0
    for path in paths:
        for page in read_file(path, tagger, clock):
            bare.time("bare", lambda page=page: run_bare(page))
            words_read += len(page.tokens)
    rates = {stage: round(words_read / seconds) for stage, seconds in sorted(clock.spent.items(), key=lambda row: -row[1])}
    whole, alone = (words_read / sum(one.spent.values()) for one in (clock, bare))
    told = {"reports": len(paths), "words": words_read, "words_per_s": rates, "bare": round(alone), "whole": round(whole)}
    print(json.dumps(told | {"share": round(whole / alone, 3)}, indent=1))


if __name__ == "__main__":
    main()
