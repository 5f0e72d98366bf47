from __future__ import annotations

from pathlib import Path

import pytest
from training.corpora.treebanks import iter_treebank, speech_units
from training.measures import page_of
from training.sanities import measure_recall, measure_yield

from whence.tagger import Settings, Tagger, load_tagger

ROWS = (
    ("Oru", "PROPN", 2, "nsubj", "Discourse=attribution-positive:1->2:0:x"),
    ("said", "VERB", 0, "root", "_"),
    ("the", "DET", 4, "det", "Discourse=ROOT:2:0"),
    ("quay", "NOUN", 5, "nsubj", "_"),
    ("leaked", "VERB", 2, "ccomp", "SpaceAfter=No"),
    (".", "PUNCT", 2, "punct", "_"),
)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "talk.conllu"
    rows = (f"{n}\t{word}\t_\t{upos}\t_\t_\t{head}\t{relation}\t_\t{misc}" for n, (word, upos, head, relation, misc) in enumerate(ROWS, 1))
    path.write_text("# newdoc id = talk\n" + "\n".join(rows) + "\n\n")
    return path


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger(settings=Settings(depth=0))


def test_units_that_tell_who_says_end_where_the_next_begins(document: Path) -> None:
    assert speech_units(document) == [(0, 2)]


def test_a_cue_in_its_unit_counts(document: Path, tagger: Tagger) -> None:
    told = measure_recall(tagger, [document])
    assert (told["recall_of_units"], told["units"]) == (1.0, 1)


def test_the_yield_counts_words_and_sources(document: Path, tagger: Tagger) -> None:
    (paper,) = iter_treebank(document, "gum")
    assert measure_yield(tagger, [page_of(paper)]) == {"in_1,000_words": 166.67, "with_source": 1.0, "words": 6}
    assert measure_yield(tagger, []) == {"in_1,000_words": 0.0, "with_source": 0.0, "words": 0}
