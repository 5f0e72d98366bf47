"""How well happenings are joined across reports, on a folder in ECB+'s layout, topics not given.

    python -m benchmarks.occurrences [FOLDER] [--topics 2,5,12] [--from-text]

FOLDER holds numbered topics of XML files and coreference_sentences.csv. Prints the CoNLL score of whence and of the usual
baseline, which joins every two mentions whose head words have one lemma. The event mentions are given; with --from-text whence
reads the reports itself, and an annotated mention that none of its triggers meets stands alone.
"""

from __future__ import annotations

import csv
import json
import time
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.coreference_scores import conll_score
from benchmarks.corpora import add_folder, files_in, make_parser

from whence.lexicon.kin import stem
from whence.link.contexts import Contexts
from whence.link.occurrences import link_occurrences
from whence.model.holdings import lay_out
from whence.model.readings import Event, EventType, MadeBy, Reading
from whence.model.reports import Document, Report
from whence.model.spans import Span
from whence.pipeline import read_document, tell_story
from whence.tagger import load_tagger

DEV = "2,5,12,18,21,23,34,35"
NOBODY = MadeBy(whence="given", reader="people", reader_sha256="")


def main(words: Sequence[str] | None = None) -> None:
    parser = make_parser(__doc__)
    add_folder(parser, "ecbplus", "numbered topics in the layout of ECB+")
    parser.add_argument("--topics", default=DEV)
    parser.add_argument("--from-text", action="store_true", help="read the reports instead of taking the mentions as given")
    args = parser.parse_args(words)
    (sentences,) = files_in(args.folder, "coreference_sentences.csv")
    checked = _checked_sentences(sentences)
    readings, gold, heads = [], defaultdict(set), defaultdict(set)
    for path in _files(args.folder, args.topics.split(",")):
        reading, chains, lemmas = read_annotated(path, checked)
        readings.append(reading)
        for member, chain in chains.items():
            gold[chain].add(member)
            heads[lemmas[member]].add(member)
    begun = time.perf_counter()
    groups = from_text(readings) if args.from_text else from_mentions(readings)
    report = {
        "documents": len(readings),
        "mentions": sum(map(len, gold.values())),
        "found": sum(map(len, groups)),
        "seconds": round(time.perf_counter() - begun, 1),
        "same_head_lemma": _rounded(conll_score(_frozen(gold), _frozen(heads))),
        "whence": _rounded(conll_score(_frozen(gold), _with_lone(groups, gold))),
    }
    print(json.dumps(report, indent=1))


def from_mentions(readings: list[Reading]) -> list[frozenset[str]]:
    """The annotated mentions as whence joins them."""
    holdings = lay_out(readings)
    return [frozenset(one.events) for one in link_occurrences(holdings, Contexts(holdings.readings), {}, ())]


def from_text(annotated: list[Reading]) -> list[frozenset[str]]:
    """The annotated mentions that a trigger of whence's own readings meets, each under the first such, as whence joins those."""
    tagger = load_tagger()
    own = [read_document(Document(one.report, one.text, one.text.encode()), tagger) for one in annotated]
    told: dict[str, set[str]] = defaultdict(set)
    for given, read in zip(annotated, own, strict=True):
        for event in given.events:
            met = next((one for one in read.events if one.trigger.meets(event.trigger)), None)
            if met is not None:
                told[f"{read.report.id}:{met.id}"].add(f"{given.report.id}:{event.id}")
    return [frozenset().union(*(told.get(member, set()) for member in one.events)) for one in tell_story(own).occurrences]


def _with_lone(groups: list[frozenset[str]], gold: dict[str, set[str]]) -> list[frozenset[str]]:
    """The groups, and each annotated mention in none of them by itself."""
    found = frozenset().union(*groups)
    return [*filter(None, groups), *(frozenset({member}) for chain in gold.values() for member in chain - found)]


def _frozen(groups: dict[str, set[str]]) -> list[frozenset[str]]:
    return [frozenset(group) for group in groups.values()]


def _rounded(scores: dict[str, tuple[float, float, float]]) -> dict[str, list[float]]:
    return {name: [round(100 * value, 1) for value in score] for name, score in scores.items()}


def _files(folder: Path, topics: list[str]) -> Iterator[Path]:
    for topic in topics:
        yield from files_in(folder / topic, "*.xml")


def _checked_sentences(path: Path) -> dict[str, set[int]]:
    checked: dict[str, set[int]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            checked[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    return checked


def read_annotated(path: Path, checked: dict[str, set[int]]) -> tuple[Reading, dict[str, str], dict[str, str]]:
    """A file as a reading that holds only its event mentions; the chain and the head's stem of each."""
    root = ElementTree.parse(path).getroot()
    text, spans, sentences = _text(root)
    name = path.stem.replace("_", "x")
    chains = _chains(root, name)
    events, of_gold, lemmas = [], {}, {}
    for mention in root.find("Markables") or ():
        anchors = [anchor.get("t_id", "") for anchor in mention.findall("token_anchor")]
        if not anchors or not mention.tag.startswith(("ACTION", "NEG_ACTION")) or sentences[anchors[0]] not in checked[path.stem]:
            continue
        local = f"v{mention.get('m_id')}"
        trigger = Span(spans[anchors[0]].start, spans[anchors[-1]].end)
        events.append(_event(local, trigger))
        member = f"{name}:{local}"
        of_gold[member] = chains.get(mention.get("m_id", ""), f"alone {member}")
        lemmas[member] = stem(spans[anchors[-1]].of(text))
    report = Report(id=name, path=path.name, sha256="")
    return Reading(report, text, (), (), tuple(events), (), (), (), NOBODY), of_gold, lemmas


def _text(root: ElementTree.Element) -> tuple[str, dict[str, Span], dict[str, int]]:
    parts, spans, sentences, place, last = [], {}, {}, 0, None
    for token in root.findall("token"):
        sentence, word = int(token.get("sentence", "0")), token.text or ""
        gap = "" if last is None else " " if sentence == last else "\n"
        parts.append(gap + word)
        place += len(gap)
        spans[token.get("t_id", "")], sentences[token.get("t_id", "")] = Span(place, place + len(word)), sentence
        place, last = place + len(word), sentence
    return "".join(parts), spans, sentences


def _chains(root: ElementTree.Element, name: str) -> dict[str, str]:
    """Mention id to the name of its chain: across files where one is given, else within this one."""
    chains = {}
    for relation in root.find("Relations") or ():
        across = relation.tag == "CROSS_DOC_COREF"
        chain = relation.get("note") if across else f"{name} {relation.get('r_id')}"
        for source in relation.findall("source"):
            chains[source.get("m_id", "")] = chain or f"{name} {relation.get('r_id')}"
    return chains


def _event(local: str, trigger: Span) -> Event:
    kind: EventType = "protest"  # one for all: the corpus gives no PLOVER roots, so the root tells nothing apart
    return Event(local, trigger, kind, None, (), (), None, None, None, "unknown", (), "positive", "actual", None, 1.0)


if __name__ == "__main__":
    main()
