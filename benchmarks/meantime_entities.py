"""Who is who across reports, on the kept-back topic of MEANTIME, from text.

    python -m benchmarks.meantime_entities [CORPORA] [--topic corpus_stock]

The reports are read whole, their tokens set as print sets them, and joined as a story; what counts are the mentions of the sentences
that MEANTIME annotates. It marks whole noun phrases with titles, modifiers and appositions and names the head of each: a gold mention is
found where a mention of whence lies in it and holds the end of its head. CoNLL F1 is over all annotated mentions of entities of the
corpus, those not found standing alone; link F1 of named entities asks which pairs of reports that name an entity are joined, entity by
entity. "Nouns" leaves out the names that only modify a noun ("US stocks"): whence marks none there. "Given" are the same figures where
the names that whence did not mark are given to it, by their words alone: what is measured then is who is who, and not the marking.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.coreference_scores import conll_score
from benchmarks.corpora import add_corpora, files_in, make_parser
from benchmarks.events import ANNOTATED

from whence.find.name_kinds import name_kind, settled_kind
from whence.lexicon.countries import load_adjectives, load_country_names
from whence.model.parses import Tree, grow_tree
from whence.model.readings import Entity, Mention, Reading
from whence.model.reports import Document, Report
from whence.model.spans import Span
from whence.pipeline import read_document, tell_story
from whence.tagger import Tagger, load_tagger
from whence.text.pages import cut_page

Ref = tuple[str, Span]
KINDS = ("PER", "ORG", "LOC")  # indices and currencies are no entities of whence
KEPT_BACK = "corpus_stock"
_CLOSING = frozenset(", . ; : ? ! ) % ''".split()) | {"'s", "n't", "'", "’s", "’"}
_OPENING = frozenset("( ``".split())
_OWNING = tuple((mark,) for mark in ("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True)
class Marked:
    """A gold mention: its entity, the span of its head, whether it is a name, and whether that is a noun of its own."""

    entity: str
    head: Span
    name: bool
    noun: bool = True


def read_text(root: ElementTree.Element) -> tuple[str, dict[str, Span], frozenset[str]]:
    """The text of a report, the span of each token, and the tokens of the annotated sentences."""
    text, spans, annotated, sentence, before = "", {}, set(), "0", ""
    for token in root.iter("token"):
        word = (token.text or "").replace("``", '"').replace("''", '"')
        if token.attrib["sentence"] != sentence:
            text += "\n\n"
        elif text and (token.text or "") not in _CLOSING and before not in _OPENING:
            text += " "
        sentence, before = token.attrib["sentence"], token.text or ""
        spans[token.attrib["t_id"]] = Span(len(text), len(text) + len(word))
        if int(sentence) < ANNOTATED:
            annotated.add(token.attrib["t_id"])
        text += word
    return text, spans, frozenset(annotated)


def read_marked(path: Path) -> tuple[str, dict[Span, Marked]]:
    """The text of a report and the gold mentions of its annotated sentences."""
    root = ElementTree.parse(path).getroot()
    text, spans, annotated = read_text(root)
    marked = {one.attrib["m_id"]: one for one in root.find("Markables") or ()}
    found = {}
    for relation in root.iter("REFERS_TO"):
        target = relation.find("target")
        entity = marked.get(target.attrib["m_id"]) if target is not None else None
        if entity is None or entity.tag != "ENTITY" or "instance_id" not in entity.attrib:
            continue
        for source in relation.iter("source"):
            mention = marked[source.attrib["m_id"]]
            anchors = [spans[one.attrib["t_id"]] for one in mention.iter("token_anchor") if one.attrib["t_id"] in annotated]
            if anchors:
                head = find_head(text, anchors, mention.attrib.get("head", ""))
                named = mention.attrib.get("syntactic_type") == "NAM"
                found[Span(anchors[0].start, anchors[-1].end)] = Marked(entity.attrib["instance_id"], head, named)
    return text, found


def find_head(text: str, anchors: Sequence[Span], head: str) -> Span:
    """Where the head of a mention stands: its words, as MEANTIME gives them, else the whole mention."""
    wanted = head.split()
    words = [anchor.of(text) for anchor in anchors]
    at = next((at for at in range(len(words) - len(wanted), -1, -1) if wanted and words[at : at + len(wanted)] == wanted), None)
    return Span(anchors[0].start, anchors[-1].end) if at is None else Span(anchors[at].start, anchors[at + len(wanted) - 1].end)


def match(reading: Reading, marked: dict[Span, Marked]) -> dict[Span, str]:
    """The entity of the reading whose mention each gold span is, where one is: the one whose edges are nearest."""
    mentions = [(mention.span, entity.id) for entity in reading.entities for mention in entity.mentions]
    found = {}
    for span, gold in marked.items():
        last = gold.head.end - len(gold.head.of(reading.text).rstrip(".,\"'").split()[-1])
        inside = [(one.end - one.start, entity) for one, entity in mentions if _lies_in(one, span) and one.start <= last < one.end]
        if inside:
            found[span] = f"{reading.report.id}:{max(inside)[1]}"
    return found


def add_given(reading: Reading, marked: dict[Span, Marked], found: Mapping[Span, str]) -> Reading:
    """The reading with a mention for each gold name that it lacks: of the entity that the report calls so already, else of a new one.

    Only where a name stands is taken from the gold; its kind is told by its words, as the reader tells it.
    """
    known = {
        _called(mention.span.of(reading.text)): one.id for one in reading.entities for mention in one.mentions if mention.form == "named"
    }
    entities = {one.id: one for one in reading.entities}
    for span, gold in sorted(marked.items()):
        if gold.name and span not in found:
            name = gold.head.of(reading.text)
            mention = Mention(*gold.head, "named")
            local = known.setdefault(_called(name), f"given{len(known)}")
            words = name.split()
            kind = settled_kind(words, titled=False) or name_kind(words, seen=None, article=False) or "organization"
            held = entities.get(local) or Entity(local, kind, name, ())
            entities[local] = replace(held, mentions=(*held.mentions, mention))
    return replace(reading, entities=tuple(entities.values()))


def _called(name: str) -> str:
    """A name as it is compared inside a report: a land by whichever of its names or adjectives."""
    land = load_country_names().get(name) or load_adjectives().get(name)
    return land.names[0] if land else name.casefold()


def _lies_in(mention: Span, span: Span) -> bool:
    """Whether a mention lies in a gold span; a full stop or a bracket at its edge makes no odds."""
    return span.start <= mention.start and mention.end <= span.end + 1


def _modifies(span: Span, tree: Tree) -> bool:
    """Whether a name stands before a noun as an adjective does."""
    last = tree.inside(span).stop - 1
    return tree.heads[last] > last and tree.is_in(last, "compound", "amod", "nmod") and tree.words[last + 1 : last + 2] not in _OWNING


def main(words: Sequence[str] | None = None) -> None:
    parser = make_parser(__doc__)
    add_corpora(parser)
    parser.add_argument("--topic", default=KEPT_BACK)
    args = parser.parse_args(words)
    files = files_in(args.corpora / "meantime/intra_cross-doc_annotation" / args.topic, "*.xml")
    print(json.dumps(measure(files, load_tagger()), indent=1))


def measure(files: Sequence[Path], tagger: Tagger) -> dict[str, object]:
    """The figures of one topic, its reports read as one story, from text and with the names given."""
    readings: dict[bool, list[Reading]] = {False: [], True: []}
    gold: dict[Ref, Marked] = {}
    member: dict[bool, dict[Ref, str]] = {False: {}, True: {}}
    for path in files:
        text, marked = read_marked(path)
        ident = hashlib.sha256(text.encode()).hexdigest()[:12]
        document = Document(Report(id=ident, path=path.name, sha256=ident), text, text.encode())
        page = cut_page(document)
        tree = grow_tree(page, tagger.read_tags(page))
        gold |= {(ident, span): replace(one, noun=not _modifies(span, tree)) for span, one in marked.items()}
        reading = read_document(document, tagger)
        for given in (False, True):
            reading = add_given(reading, marked, match(reading, marked)) if given else reading
            readings[given].append(reading)
            member[given] |= {(ident, span): one for span, one in match(reading, marked).items()}
    told = {given: score(gold, _homes(readings[given], member[given])) for given in (False, True)}
    return told[False] | {"given": told[True]}


def _homes(readings: Sequence[Reading], member: Mapping[Ref, str]) -> dict[Ref, str]:
    """The story's entity that each mention found belongs to."""
    cluster_of = {one: entity.id for entity in tell_story(readings).entities for one in entity.members}
    return {ref: cluster_of.get(one, one) for ref, one in member.items()}


def score(gold: dict[Ref, Marked], home: dict[Ref, str]) -> dict[str, object]:
    """CoNLL scores over all gold mentions and link scores of the named ones."""
    key: dict[str, set[Ref]] = defaultdict(set)
    response: dict[str, set[Ref]] = defaultdict(set)
    for ref, one in gold.items():
        key[one.entity].add(ref)
        response[home.get(ref, f"alone {ref}")].add(ref)
    figures = conll_score([frozenset(one) for one in key.values()], [frozenset(one) for one in response.values()])
    named = {ref: one.entity for ref, one in gold.items() if one.name}
    ours = {ref: entity for ref, entity in named.items() if entity[:3] in KINDS}
    nouns = {ref: entity for ref, entity in ours.items() if gold[ref].noun}
    rounded = {name: [round(value, 3) for value in values] for name, values in figures.items()}
    counts = {"mentions": len(gold), "found": len(home), "named": len(named), "named of our kinds": len(ours)}
    links = {"named links": named, "named links, our kinds": ours, "named links, our kinds, nouns": nouns}
    return {**counts, **rounded, **{name: link(refs, home) for name, refs in links.items()}}


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
