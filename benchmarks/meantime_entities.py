"""Who is who across reports, on the kept-back topic of MEANTIME, from text.

    python -m benchmarks.meantime_entities [CORPORA]

The reports are read and joined as a story. A gold mention is found where one of whence's mentions has the same extent, or lies in it and
ends with it (MEANTIME marks whole noun phrases with their titles). CoNLL F1 is over all annotated mentions of entities of the corpus,
those not found standing alone; link F1 of named entities asks which pairs of reports that name an entity are joined, entity by entity.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.coreference_scores import conll_score
from benchmarks.corpora import add_corpora, files_in, make_parser
from benchmarks.events import ANNOTATED

from whence.model.readings import Reading
from whence.model.reports import Document, Report
from whence.model.spans import Span
from whence.pipeline import read_document, tell_story
from whence.tagger import load_tagger

Ref = tuple[str, Span]
KINDS = ("PER", "ORG", "LOC")  # indices and currencies are no entities of whence


def read_annotated(path: Path) -> tuple[str, dict[Span, tuple[str, bool]]]:
    """Text of the annotated sentences, and the entity of each mention with whether the mention is a name."""
    root = ElementTree.parse(path).getroot()
    text, spans, sentence = "", {}, "0"
    for token in root.iter("token"):
        if int(token.attrib["sentence"]) >= ANNOTATED:
            break
        text += "" if not text else " " if token.attrib["sentence"] == sentence else "\n\n"
        sentence, word = token.attrib["sentence"], token.text or ""
        spans[token.attrib["t_id"]] = Span(len(text), len(text) + len(word))
        text += word
    marked = {one.attrib["m_id"]: one for one in root.find("Markables") or ()}
    found = {}
    for relation in root.iter("REFERS_TO"):
        target = relation.find("target")
        entity = marked.get(target.attrib["m_id"]) if target is not None else None
        for source in relation.iter("source") if entity is not None and entity.tag == "ENTITY" else ():
            mention = marked[source.attrib["m_id"]]
            anchors = [spans[one.attrib["t_id"]] for one in mention.iter("token_anchor") if one.attrib["t_id"] in spans]
            if anchors and entity is not None:
                named = mention.attrib.get("syntactic_type") == "NAM"
                found[Span(anchors[0].start, anchors[-1].end)] = (entity.attrib["instance_id"], named)
    return text, found


def match(reading: Reading, spans: list[Span]) -> dict[Span, str]:
    """The entity of the reading whose mention each gold span is, where one is."""
    ends: dict[int, list[tuple[Span, str]]] = defaultdict(list)
    for entity in reading.entities:
        for mention in entity.mentions:
            ends[mention.end].append((mention.span, entity.id))
    found = {}
    for span in spans:
        inside = [(mention, entity) for mention, entity in ends[span.end] if span.holds(mention)]
        if inside:
            found[span] = f"{reading.report.id}:{min(inside)[1]}"
    return found



def main(words: Sequence[str] | None = None) -> None:
    parser = make_parser(__doc__)
    add_corpora(parser)
    corpora, tagger = parser.parse_args(words).corpora, load_tagger()
    readings: list[Reading] = []
    gold: dict[Ref, tuple[str, bool]] = {}
    member: dict[Ref, str] = {}
    for path in files_in(corpora / "meantime/intra_cross-doc_annotation/corpus_stock", "*.xml"):
        text, annotated = read_annotated(path)
        ident = hashlib.sha256(text.encode()).hexdigest()[:12]
        report = Report(id=ident, path=path.name, sha256=ident)
        reading = read_document(Document(report, text, text.encode()), tagger)
        readings.append(reading)
        gold |= {(ident, span): told for span, told in annotated.items()}
        member |= {(ident, span): one for span, one in match(reading, list(annotated)).items()}
    story = tell_story(readings)
    cluster_of = {one: entity.id for entity in story.entities for one in entity.members}
    home = {ref: cluster_of.get(one, one) for ref, one in member.items()}
    print(json.dumps(score(gold, home), indent=1))


def score(gold: dict[Ref, tuple[str, bool]], home: dict[Ref, str]) -> dict[str, object]:
    """CoNLL scores over all gold mentions and link scores of the named ones."""
    key: dict[str, set[Ref]] = defaultdict(set)
    response: dict[str, set[Ref]] = defaultdict(set)
    for ref, (instance, _) in gold.items():
        key[instance].add(ref)
        response[home.get(ref, f"alone {ref}")].add(ref)
    figures = conll_score([frozenset(one) for one in key.values()], [frozenset(one) for one in response.values()])
    named = {ref: instance for ref, (instance, is_name) in gold.items() if is_name}
    ours = {ref: instance for ref, instance in named.items() if instance[:3] in KINDS}
    rounded = {name: [round(value, 3) for value in values] for name, values in figures.items()}
    counts = {"mentions": len(gold), "found": len(home), "named": len(named), "named of our kinds": len(ours)}
    return {**counts, **rounded, "named links": link(named, home), "named links, our kinds": link(ours, home)}


def link(named: dict[Ref, str], home: dict[Ref, str]) -> dict[str, float]:
    """Links between named mentions of different reports."""
    pairs = [(a, b) for a, b in combinations(sorted(named), 2) if a[0] != b[0]]
    wanted = {(a, b) for a, b in pairs if named[a] == named[b]}
    given = {(a, b) for a, b in pairs if a in home and home[a] == home.get(b)}
    hit = len(wanted & given)
    precision, recall = hit / (len(given) or 1), hit / (len(wanted) or 1)
    return {"p": round(precision, 3), "r": round(recall, 3), "f1": round(2 * precision * recall / ((precision + recall) or 1), 3)}


if __name__ == "__main__":
    main()
