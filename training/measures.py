"""What the shipped tagger scores on the dev part of the treebanks and of the event corpora, by gold words and sentences."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, groupby
from pathlib import Path

from training.calibrations import page_of as cut_page
from training.corpora.newsreader import iter_ecbplus, iter_meantime
from training.corpora.papers import Paper, Range
from training.corpora.treebanks import head_of, iter_raw, iter_treebank
from training.schedules import ECB_DEV
from whence.model.pages import Page, Sentence
from whence.model.spans import Span
from whence.model.tags import Tags
from whence.tagger import Settings, Tagger, load_tagger

Scores = dict[str, float]


def page_of(paper: Paper) -> Page:
    """A page that holds exactly the words and sentences of a paper."""
    tokens: list[Span] = []
    at = 0
    for word in paper.words:
        tokens.append(Span(at, at + len(word)))
        at += len(word) + 1
    sentences, paragraph = [], -1
    for first, last in paper.sentences:
        paragraph += first in paper.breaks or paragraph < 0
        sentences.append(Sentence(Span(tokens[first].start, tokens[last - 1].end), first, last, paragraph))
    blocks = [list(group) for _, group in groupby(sentences, key=lambda s: s.paragraph)]
    paragraphs = tuple(Span(block[0].span.start, block[-1].span.end) for block in blocks)
    return Page(" ".join(paper.words), paragraphs, tuple(sentences), tuple(tokens))


def measure_syntax(tagger: Tagger, papers: Iterable[Paper]) -> Scores:
    """Heads (UAS), heads with relations (LAS) and parts of speech, as shares of all words."""
    words = heads = both = upos = 0
    for paper in papers:
        tags = tagger.read_tags(page_of(paper))
        for index, head in enumerate(paper.heads or ()):
            words += 1
            right = tags.heads[index] == head
            heads += right
            both += right and tags.deprels[index] == (paper.deprels or [])[index]
            upos += tags.upos[index] == (paper.upos or [])[index]
    return {"uas": heads / words, "las": both / words, "upos": upos / words, "words": words}


def measure_raw_syntax(tagger: Tagger, path: Path) -> Scores:
    """Heads from plain text, our own words and sentences: F1 of words that are cut right and have the right head (UAS)."""
    hit = given = gold = 0
    for text, heads in iter_raw(path):
        page = cut_page(text)
        tags = tagger.read_tags(page)
        given += len(page.tokens)
        gold += len(heads)
        for token, head in zip(page.tokens, tags.heads, strict=True):
            hit += token in heads and heads[token] == (page.tokens[head] if head >= 0 else None)
    return {"uas": _f1(hit, given, gold), "words": gold}


def measure_mentions(tagger: Tagger, papers: Iterable[Paper]) -> Scores:
    """Outermost people, organizations and places that are no pronoun: exact span and kind; kind and head; exact span."""
    pairs: list[tuple[dict[Range, str], dict[Range, str], list[int]]] = []
    for paper in papers:
        page = page_of(paper)
        tags = tagger.read_tags(page)
        pairs.append(({at: _kind(kind) for at, kind in (paper.phrases or {}).items()}, _outermost(page, tags), paper.heads or []))

    def keyed(key: Callable[[Range, str, list[int]], object]) -> float:
        sets = [({key(a, k, h) for a, k in gold.items()}, {key(a, k, h) for a, k in found.items()}) for gold, found, h in pairs]
        return _f1(sum(len(g & f) for g, f in sets), sum(len(f) for _, f in sets), sum(len(g) for g, _ in sets))

    return {
        "exact": keyed(lambda at, kind, heads: (at, kind)),
        "head": keyed(lambda at, kind, heads: (head_of(heads, at), kind)),
        "exact_untyped": keyed(lambda at, kind, heads: at),
        "gold": sum(len(gold) for gold, _, _ in pairs),
    }


def _kind(kind: str) -> str:
    return "person" if kind == "group" else kind


def _outermost(page: Page, tags: Tags) -> dict[Range, str]:
    places = {token.start: index for index, token in enumerate(page.tokens)}
    kept = [m for m in tags.mentions if m.kind != "other"]
    found = [m for m in kept if not any(o.span != m.span and o.span.holds(m.span) for o in kept)]
    return {(places[m.span.start], places[m.span.start] + m.span.of(page.text).count(" ") + 1): _kind(m.kind) for m in found}


def measure_triggers(tagger: Tagger, papers: Iterable[Paper]) -> Scores:
    """Triggers that overlap, one to one; the facts of those that are found."""
    hit = given = gold = 0
    facts: dict[str, list[int]] = {name: [0, 0] for name in ("polarity", "certainty", "tense")}
    for paper in papers:
        page = page_of(paper)
        found = {(t.span.start, t.span.end): t for t in tagger.read_tags(page).triggers}
        given += len(found)
        for happening in paper.happenings or ():
            gold += 1
            start, end = page.tokens[happening.at[0]].start, page.tokens[happening.at[1] - 1].end
            match = next((at for at in found if at[0] < end and start < at[1]), None)
            if match is not None:
                hit += 1
                trigger = found.pop(match)
                for name, value in happening.facts.items():
                    if value is not None:
                        facts[name][0] += getattr(trigger, name) == value
                        facts[name][1] += 1
    shares = {name: right / of for name, (right, of) in facts.items() if of}
    return {"p": hit / given, "r": hit / gold, "f1": _f1(hit, given, gold), "gold": gold} | shares


def _f1(hit: int, given: int, gold: int) -> float:
    return 2 * hit / (given + gold) if given + gold else 0.0


def measure(tagger: Tagger, corpora: Path) -> dict[str, Scores]:
    """Every measure by name."""
    paths = sorted((corpora / "gum" / "dev").glob("*.conllu"))
    gum = list(chain.from_iterable(iter_treebank(path, "gum", with_entities=True) for path in paths))
    stock = iter_meantime(corpora / "meantime" / "intra_cross-doc_annotation" / "corpus_stock")
    measures: dict[str, Scores] = {
        "ewt_syntax": measure_syntax(tagger, iter_treebank(corpora / "ewt" / "dev.conllu", "ewt")),
        "ewt_raw_syntax": measure_raw_syntax(tagger, corpora / "ewt" / "dev.conllu"),
        "gum_syntax": measure_syntax(tagger, gum),
        "gum_mentions": measure_mentions(tagger, gum),
        "meantime_triggers": measure_triggers(tagger, stock),
        "ecbplus_triggers": measure_triggers(tagger, iter_ecbplus(corpora / "ecbplus", ECB_DEV)),
    }
    return {name: {key: round(value, 4) for key, value in scores.items()} for name, scores in measures.items()}


def main(argv: Sequence[str] | None = None) -> None:
    """Prints every measure as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    args = parser.parse_args(argv)
    print(json.dumps(measure(load_tagger(args.model, Settings(depth=0)), args.corpora), indent=1))


if __name__ == "__main__":
    main()
