"""Polarity and modality by syntax alone."""

from __future__ import annotations

from tests.trees import build_tree
from whence.model.readings import Attribution, Modality, Polarity
from whence.model.spans import Span
from whence.resolve.modalities import resolve_modality
from whence.resolve.polarities import resolve_polarity


def meaning(row: str, word: str, *, nominal: bool = False, attribution: Attribution | None = None) -> tuple[Polarity, Modality]:
    tree = build_tree(row)
    token = tree.words.index(word)
    modality = resolve_modality(tree, token, nominal, attribution)
    return resolve_polarity(tree, token, modality, attribution), modality


def test_plain_past_is_a_fact() -> None:
    assert meaning("Rebels/NOUN/2/nsubj attacked/VERB/0/root Lissow/PROPN/2/obj", "attacked") == ("positive", "actual")


def test_not_denies() -> None:
    row = "Rebels/NOUN/4/nsubj did/AUX/4/aux not/PART/4/advmod attack/VERB/0/root Lissow/PROPN/4/obj"
    assert meaning(row, "attack") == ("negative", "actual")


def test_nobody_denies() -> None:
    assert meaning("nobody/PRON/2/nsubj answered/VERB/0/root", "answered") == ("negative", "actual")


def test_request_asks_and_refrain_denies() -> None:
    row = (
        "Kerr/PROPN/2/nsubj urged/VERB/0/root rebels/NOUN/2/obj to/PART/5/mark refrain/VERB/2/xcomp "
        "from/SCONJ/7/mark attacking/VERB/5/advcl"
    )
    assert meaning(row, "attacking") == ("negative", "asked")


def test_condition_is_hypothetical() -> None:
    row = "if/SCONJ/3/mark rebels/NOUN/3/nsubj attack/VERB/5/advcl Averna/PROPN/5/nsubj flees/VERB/0/root"
    assert meaning(row, "attack") == ("positive", "hypothetical")


def test_future_of_oneself_is_planned_and_of_others_foretold() -> None:
    said = Attribution("a1", (Span(0, 40),), None, None, None, "direct", "say", None, 1.0)
    assert meaning("we/PRON/3/nsubj will/AUX/3/aux leave/VERB/0/root", "leave", attribution=said)[1] == "planned"
    assert meaning("they/PRON/3/nsubj will/AUX/3/aux leave/VERB/0/root", "leave", attribution=said)[1] == "predicted"


def test_progressive_goes_on() -> None:
    assert meaning("divers/NOUN/3/nsubj are/AUX/3/aux searching/VERB/0/root", "searching") == ("positive", "ongoing")


def test_noun_called_for_is_asked_and_noun_condemned_is_a_fact() -> None:
    called = "Kerr/PROPN/2/nsubj called/VERB/0/root for/ADP/5/case an/DET/5/det arrest/NOUN/2/obl"
    assert meaning(called, "arrest", nominal=True) == ("positive", "asked")
    condemned = "Kerr/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det arrest/NOUN/2/obj"
    assert meaning(condemned, "arrest", nominal=True) == ("positive", "actual")


def test_denial_denies_what_heads_its_content() -> None:
    row = "Averna/PROPN/2/nsubj denied/VERB/0/root that/SCONJ/5/mark it/PRON/5/nsubj shelled/VERB/2/ccomp Lissow/PROPN/5/obj"
    tree = build_tree(row)
    denial = Attribution("a1", (Span(19, 36),), None, tree.spans[1], None, "indirect", "deny", None, 1.0)
    assert meaning(row, "shelled", attribution=denial)[0] == "negative"
