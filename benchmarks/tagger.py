"""How fast and how large the tagger is, on one thread.

    python -m benchmarks.tagger [FOLDER]

Prints words a second of the bare network (every window once, no overlap), of the pass over whole pages, of the pass with nesting;
of the unquantised network where one is given; peak memory after 1 and after 100 reports; the CPU seconds of a cold start.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

from benchmarks.corpora import add_folder, files_in, make_parser
from benchmarks.reports import page_of

from whence.model.pages import Page
from whence.tagger import Settings, load_tagger
from whence.tagger.labels import load_labels
from whence.tagger.passages import whole_page
from whence.tagger.sessions import Session
from whence.tagger.taggers import HOME
from whence.tagger.windows import Pieces, iter_windows


def bare_network(network: Path = HOME / "tagger.onnx", digest: str | None = None) -> Callable[[Page], None]:
    """What runs a network on a page and nothing more: every window once, no overlap. The shipped one where none is given."""
    labels = load_labels(HOME / "labels.json")
    session, pieces = Session(network, digest or labels.digest), Pieces(HOME / "tokenizer.json", labels.marks)

    def run(page: Page) -> None:
        passage = whole_page(page).passage
        for window in iter_windows(passage, pieces.of(passage.words), labels.marks, 0):
            session.run(window.pieces, window.first, window.sentences)

    return run


def bare_rate(pages: list[Page], run: Callable[[Page], None]) -> float:
    return _rate(lambda: [run(page) for page in pages], pages)


def pass_rate(pages: list[Page], depth: int) -> float:
    tagger = load_tagger(settings=Settings(depth=depth))
    return _rate(lambda: [tagger.read_tags(page) for page in pages], pages)


def _rate(work: Callable[[], object], pages: list[Page]) -> float:
    """Words a CPU second of the faster of two runs, after one to warm up."""
    work()
    took = []
    for _ in range(2):
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return round(sum(len(page.tokens) for page in pages) / min(took))


def read_many(folder: Path, count: int) -> None:
    """Reads ``count`` reports in this process and prints its CPU seconds after the first and its peak memory in MiB."""
    tagger = load_tagger()
    first = None
    for path in islice(cycle(files_in(folder, "*.txt")), count):
        tagger.read_tags(page_of(path.read_text(encoding="utf-8")))
        first = first or time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cold_start_cpu_s": round(first or 0.0, 3), "peak_mib": round(peak)}))


def in_a_process(folder: Path, count: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.tagger", str(folder), "--count", str(count)]
    told: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return told


def main(words: Sequence[str] | None = None) -> None:
    parser = make_parser(__doc__)
    add_folder(parser, "polnear/dev", "reports, .txt, at any depth")
    parser.add_argument("--most", type=int, default=30, help="reports that the rates are measured on")
    parser.add_argument("--full", type=Path, help="the unquantised network, to compare")
    parser.add_argument("--count", type=int, help="only read this many reports and tell the memory")
    args = parser.parse_args(words)
    if args.count:
        read_many(args.folder, args.count)
        return
    paths = files_in(args.folder, "*.txt")[: args.most]
    # Memory first: a child's peak starts from what its parent holds.
    told: dict[str, object] = {f"after_{count}": in_a_process(args.folder, count) for count in (1, 100)}
    pages = [page_of(path.read_text(encoding="utf-8")) for path in paths]
    bare = bare_rate(pages, bare_network())
    first = pass_rate(pages, 0)
    told |= {"bare_words_s": bare, "pass_words_s": first, "share_of_bare": round(first / bare, 3)}
    told["nested_words_s"] = pass_rate(pages, Settings().depth)
    if args.full:
        import hashlib

        told["full_words_s"] = bare_rate(pages, bare_network(args.full, hashlib.sha256(args.full.read_bytes()).hexdigest()))
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
