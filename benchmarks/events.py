"""Events on the kept-back topic of MEANTIME: triggers, their polarity, certainty and tense, and who takes part.

    python -m benchmarks.events [CORPORA]

MEANTIME marks every happening in the text, sayings and states too; whence's events are those that belong on a timeline. So the
tagger's triggers are held against all of MEANTIME's, the attributes and participants only where an event of whence meets one of them.
Participants are right where a mention of the entity meets the annotated one (Arg0 an actor, Arg1 a recipient).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.corpora import add_corpora, files_in, make_parser, read_splits

from whence.find.mentions import find_mentions
from whence.find.quantities import find_quantities
from whence.find.triggers import find_triggers
from whence.model.readings import Event
from whence.model.reports import Report
from whence.model.spans import Span
from whence.resolve.attributions import resolve_attributions
from whence.resolve.entities import resolve_entities
from whence.resolve.events import resolve_events
from whence.tagger import Tagger, load_tagger
from whence.text.pages import cut_passage

ROLES = {"Arg0": "actors", "Arg1": "recipients"}
ANNOTATED = 6  # sentences of a report that MEANTIME annotates, title and date line among them
NOBODY = Report(id="meantime", path="meantime", sha256="")


@dataclass(frozen=True, slots=True)
class Telling:
    """An annotated event: its span, attributes by name, spans of its participants by role."""

    span: Span
    attributes: dict[str, str]
    participants: dict[str, tuple[Span, ...]]


def read_report(path: Path) -> tuple[str, list[Telling]]:
    """Text and events of the annotated part of a report; sentences stand on lines of their own."""
    root = ElementTree.parse(path).getroot()
    text, spans, sentence = "", {}, "0"
    for token in root.iter("token"):
        if int(token.attrib["sentence"]) >= ANNOTATED:
            break
        text += "" if not text else " " if token.attrib["sentence"] == sentence else "\n\n"
        sentence, word = token.attrib["sentence"], token.text or ""
        spans[token.attrib["t_id"]] = Span(len(text), len(text) + len(word))
        text += word
    places = {}
    for markable in root.find("Markables") or ():
        anchors = [spans[anchor.attrib["t_id"]] for anchor in markable.iter("token_anchor") if anchor.attrib["t_id"] in spans]
        if anchors:
            places[markable.attrib["m_id"]] = Span(anchors[0].start, anchors[-1].end)
    people: dict[str, dict[str, list[Span]]] = {}
    for relation in root.iter("HAS_PARTICIPANT"):
        source, target, role = relation.find("source"), relation.find("target"), ROLES.get(relation.attrib["sem_role"])
        if source is not None and target is not None and role and target.attrib["m_id"] in places:
            people.setdefault(source.attrib["m_id"], {}).setdefault(role, []).append(places[target.attrib["m_id"]])
    tellings = [
        Telling(places[e.attrib["m_id"]], dict(e.attrib), {r: tuple(s) for r, s in people.get(e.attrib["m_id"], {}).items()})
        for e in root.iter("EVENT_MENTION")
        if e.attrib["m_id"] in places
    ]
    return text, tellings


def score_report(tagger: Tagger, text: str, tellings: list[Telling], counts: Counter[str]) -> None:
    """Add what is right and wrong in one report to the counts."""
    page = cut_passage(text)
    tags = tagger.read_tags(page)
    marks = find_triggers(page, tags)
    entities = resolve_entities(page, tags, find_mentions(page, tags), NOBODY)
    entities, attributions = resolve_attributions(page, tags, entities, NOBODY)
    events = resolve_events(page, tags, marks, find_quantities(page), entities, attributions, (), NOBODY)
    mentions = {entity.id: [mention.span for mention in entity.mentions] for entity in entities}
    counts["trigger gold"] += len(tellings)
    counts["trigger given"] += len(tags.triggers)
    counts["trigger hit"] += sum(any(t.span.meets(tag.span) for tag in tags.triggers) for t in tellings)
    for tag in tags.triggers:
        for telling in [t for t in tellings if t.span.meets(tag.span)][:1]:
            _add(counts, "tagged polarity", tag.polarity[:3].upper(), telling.attributes.get("polarity", ""))
            _add(counts, "tagged certainty", tag.certainty.upper(), telling.attributes.get("certainty", ""))
            _add(counts, "tagged tense", tag.tense.upper(), telling.attributes.get("tense", ""))
    for event in events:
        counts["event given"] += 1
        for telling in [t for t in tellings if t.span.meets(event.trigger)][:1]:
            counts["event hit"] += 1
            _add(counts, "event polarity", event.polarity[:3].upper(), telling.attributes.get("polarity", ""))
            _add_participants(counts, event, telling, mentions)


def _add(counts: Counter[str], name: str, given: str, wanted: str) -> None:
    if wanted and wanted != "NONE":
        counts[f"{name} of"] += 1
        counts[f"{name} right"] += given == wanted


def _add_participants(counts: Counter[str], event: Event, telling: Telling, mentions: dict[str, list[Span]]) -> None:
    for role in ROLES.values():
        given, wanted = getattr(event, role), telling.participants.get(role, ())
        counts[f"{role} given"] += len(given)
        counts[f"{role} gold"] += len(wanted)
        counts[f"{role} hit"] += sum(any(span.meets(mention) for entity in given for mention in mentions[entity]) for span in wanted)


def summarise(counts: Counter[str]) -> dict[str, float]:
    """F1 of triggers and participants, precision of events, accuracy of attributes."""
    scores = {
        name: 2 * counts[f"{name} hit"] / ((counts[f"{name} given"] + counts[f"{name} gold"]) or 1) for name in ("trigger", *ROLES.values())
    }
    scores["events that MEANTIME marks"] = counts["event hit"] / (counts["event given"] or 1)
    for name in ("tagged polarity", "tagged certainty", "tagged tense", "event polarity"):
        scores[name] = counts[f"{name} right"] / (counts[f"{name} of"] or 1)
    return {name: round(value, 3) for name, value in scores.items()}


def main(words: Sequence[str] | None = None) -> None:
    """Print the scores as JSON."""
    parser = make_parser(__doc__)
    add_corpora(parser)
    corpora = parser.parse_args(words).corpora
    topics = read_splits(corpora)["meantime"]["kept_back"]
    tagger, counts = load_tagger(), Counter[str]()
    for topic in topics:
        for path in files_in(corpora / "meantime" / "intra-doc_annotation" / topic, "*.xml"):
            score_report(tagger, *read_report(path), counts)
    print(json.dumps({**summarise(counts), "reports' events": counts["event given"]}))


if __name__ == "__main__":
    main()
