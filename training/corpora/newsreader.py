"""MEANTIME and ECB+, which share one XML: tokens, mentions anchored on tokens, and what is said of them."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from training.corpora.papers import Happening, Paper, Range

_ECB_KINDS = {
    "HUMAN_PART_PER": "person",
    "HUMAN_PART_ORG": "organization",
    "HUMAN_PART_GPE": "place",
    "HUMAN_PART_MET": "organization",
    "LOC_GEO": "place",
    "LOC_FAC": "place",
    "LOC_OTHER": "place",
}
_PAST, _PRESENT = frozenset(("PAST", "PASTPART")), frozenset(("PRESENT", "PRESPART"))


def iter_meantime(folder: Path) -> Iterator[Paper]:
    """The reports of one topic, as far as they are annotated: their first six sentences (the title and date line among them)."""
    for path in sorted(folder.glob("*.xml")):
        root = ElementTree.parse(path).getroot()
        paper, places = _cut(root, "meantime", path.stem, lambda sentence: sentence < 6)
        paper.happenings = [
            Happening(at, _facts(mark)) for mark in root.iter("EVENT_MENTION") if (at := _anchor(mark, places)) and at[1] - at[0] <= 6
        ]
        yield paper


def iter_ecbplus(folder: Path, topics: frozenset[int]) -> Iterator[Paper]:
    """The checked sentences of the reports of ``topics``."""
    checked: dict[str, set[int]] = defaultdict(set)
    with (folder / "coreference_sentences.csv").open(encoding="utf-8") as rows:
        for topic, file, sentence in list(csv.reader(rows))[1:]:
            checked[f"{topic}_{file}"].add(int(sentence))
    for name, wanted in sorted(checked.items()):
        if int(name.partition("_")[0]) in topics:
            root = ElementTree.parse(folder / name.partition("_")[0] / f"{name}.xml").getroot()
            paper, places = _cut(root, "ecbplus", name, wanted.__contains__)
            marks = [mark for mark in root.find("Markables") or () if _anchor(mark, places)]
            paper.happenings = [Happening(_anchor(m, places) or (0, 0), _denied(m)) for m in marks if "ACTION" in m.tag]
            paper.phrases = {_anchor(m, places) or (0, 0): _ECB_KINDS[m.tag] for m in marks if m.tag in _ECB_KINDS}
            yield paper


def _cut(root: ElementTree.Element, corpus: str, name: str, wanted: object) -> tuple[Paper, dict[str, int]]:
    """The wanted sentences as a paper, and where each token stands in it."""
    words: list[str] = []
    places: dict[str, int] = {}
    sentences: list[Range] = []
    current = None
    for token in root.iter("token"):
        if not wanted(int(token.attrib["sentence"])) or not (token.text or "").strip():  # type: ignore[operator]
            continue
        if token.attrib["sentence"] != current:
            current = token.attrib["sentence"]
            sentences.append((len(words), len(words)))
        places[token.attrib["t_id"]] = len(words)
        words.append((token.text or "").strip())
        sentences[-1] = (sentences[-1][0], len(words))
    return Paper(corpus, name, words, sentences, frozenset((0, sentences[1][0])) if len(sentences) > 1 else frozenset((0,))), places


def _anchor(mark: ElementTree.Element, places: dict[str, int]) -> Range | None:
    """The run from a mention's first token to its last; None where it has none in the kept sentences."""
    at = sorted(places[t.attrib["t_id"]] for t in mark.iter("token_anchor") if t.attrib["t_id"] in places)
    return (at[0], at[-1] + 1) if at else None


def _facts(mark: ElementTree.Element) -> dict[str, str | None]:
    told = mark.attrib
    tense = "future" if told.get("time") == "FUTURE" or told.get("tense") == "FUTURE" else None
    if not tense and told.get("tense"):
        is_past = told["tense"] in _PAST or told.get("aspect", "").startswith("PERF")
        tense = "past" if is_past else "present" if told["tense"] in _PRESENT else "none"
    return {
        "polarity": {"POS": "positive", "NEG": "negative"}.get(told.get("polarity", "")),
        "certainty": {"CERTAIN": "certain", "POSSIBLE": "uncertain", "PROBABLE": "uncertain"}.get(told.get("certainty", "")),
        "tense": tense,
    }


def _denied(mark: ElementTree.Element) -> dict[str, str | None]:
    return {"polarity": "negative" if mark.tag.startswith("NEG") else "positive", "certainty": None, "tense": None}
