"""Event roots on the PLOVER gold sentences: of the events that whence finds, the first whose trigger meets the annotated words.

    python -m benchmarks.plover [CORPORA] [--errors]

Reads ``PLOVER_GSR_CAMEO.txt`` and ``splits.json`` of the shared corpora. A sentence without such an event is wrong. A planned act of
cooperation counts as ``agree`` where the annotators, as their manual has it, write AGREE for what is to come.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import add_corpora, files_in, make_parser, read_splits

from whence.find.triggers import find_triggers
from whence.model.parses import grow_tree
from whence.resolve.modalities import resolve_modality
from whence.tagger import Tagger, load_tagger
from whence.text.pages import cut_passage

TO_COME = frozenset({"consult", "support", "cooperate", "aid", "retreat", "concede"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """An annotated sentence: its words, the words of its event, the roots that count as right."""

    text: str
    event_words: frozenset[str]
    roots: tuple[str, ...]


def read_sentences(corpora: Path) -> list[Sentence]:
    """The annotated sentences, older labels mapped as ``splits.json`` says."""
    renamed = read_splits(corpora)["plover_labels"]
    (path,) = files_in(corpora / "plover", "PLOVER_GSR_CAMEO.txt")
    rows = json.loads(path.read_text(encoding="utf-8"))
    found = []
    for row in rows:
        label = renamed.get(row["event"], row["event"].lower())
        if row["event"] != "DOCUMENT" and label != "left out":
            words = frozenset(re.findall(r"\w+", row["eventText"].lower()))
            found.append(Sentence(row["text"].strip(" {}"), words, tuple(label.split(" or "))))
    return found


def predict_root(tagger: Tagger, sentence: Sentence) -> str | None:
    """The root of the first event whose trigger shares a word with the annotated event."""
    page = cut_passage(sentence.text)
    tags = tagger.read_tags(page)
    tree = grow_tree(page, tags)
    for mark in find_triggers(page, tags):
        if sentence.event_words & set(re.findall(r"\w+", mark.span.of(page.text).lower())):
            to_come = mark.type in TO_COME and resolve_modality(tree, mark.token, mark.nominal, None) in ("planned", "predicted")
            return "agree" if to_come else mark.type
    return None


def score_macro(gold: Sequence[tuple[str, ...]], predicted: Sequence[str | None]) -> dict[str, float]:
    """F1 of every root, and ``macro``, their mean; a root that stands for two ("concede or retreat") is met by either."""
    hits, given, wanted = Counter[str](), Counter[str](), Counter[str]()
    for roots, root in zip(gold, predicted, strict=True):
        right = root if root in roots else roots[0]
        wanted[right] += 1
        if root is not None:
            given[root] += 1
            hits[root] += root in roots
    scores = {root: 2 * hits[root] / (given[root] + wanted[root]) for root in sorted(wanted)}
    return {**scores, "macro": sum(scores.values()) / len(scores), "accuracy": sum(hits.values()) / len(gold)}


def main(words: Sequence[str] | None = None) -> None:
    """Print the scores as JSON, with ``--errors`` every sentence that went wrong before them."""
    parser = make_parser(__doc__)
    parser.add_argument("--errors", action="store_true", help="print every sentence that went wrong")
    add_corpora(parser)
    args = parser.parse_args(words)
    wants_errors = args.errors
    sentences, tagger = read_sentences(args.corpora), load_tagger()
    predicted = [predict_root(tagger, sentence) for sentence in sentences]
    for sentence, root in zip(sentences, predicted, strict=True):
        if wants_errors and root not in sentence.roots:
            print(f"{'/'.join(sentence.roots):9} {root or '-':9} {sorted(sentence.event_words)} {sentence.text}")
    print(json.dumps({name: round(value, 3) for name, value in score_macro([s.roots for s in sentences], predicted).items()}))


if __name__ == "__main__":
    main()
