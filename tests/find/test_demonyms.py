from __future__ import annotations

import pytest

from tests.trees import build_tree
from whence.find.demonyms import find_demonyms
from whence.find.names import find_names
from whence.model.parses import Tree

KELMARI = "the/DET/3/det Kelmari/PROPN/3/compound envoy/NOUN/4/nsubj left/VERB/0/root"


def names(tree: Tree) -> list[str]:
    return [" ".join(tree.words[at] for at in tree.inside(mark.span)) for mark in find_names(tree, ())]


def test_an_adjective_of_a_place_that_the_page_names_is_no_name() -> None:
    tree = build_tree(KELMARI, "then/ADV/2/advmod Kelmar/PROPN/3/nsubj agreed/VERB/0/root")
    assert find_demonyms(tree).adjectives == {"Kelmari"}
    assert names(tree) == ["Kelmar"]


def test_an_ending_that_few_names_have_tells_it_too() -> None:
    rows = "the/DET/3/det Tarsenian/PROPN/3/compound envoy/NOUN/4/nsubj left/VERB/0/root"
    assert find_demonyms(build_tree(rows)).adjectives == {"Tarsenian"}
    assert not find_demonyms(build_tree(KELMARI)).adjectives  # it may be a firm's


@pytest.mark.parametrize(
    "also",
    [
        "so/ADV/3/advmod Kelmari/PROPN/3/nsubj agreed/VERB/0/root",
        "with/ADP/3/case Ilo/PROPN/3/compound Kelmari/PROPN/4/obl gone/VERB/0/root",
    ],
)
def test_what_stands_by_itself_as_a_name_is_one(also: str) -> None:
    tree = build_tree(KELMARI, also, "then/ADV/2/advmod Kelmar/PROPN/3/nsubj agreed/VERB/0/root")
    assert not find_demonyms(tree).adjectives


def test_a_people_is_no_name() -> None:
    tree = build_tree("the/DET/2/det Kelmaris/PROPN/3/nsubj left/VERB/0/root Kelmar/PROPN/3/obj")
    assert find_demonyms(tree).peoples == {"Kelmaris"}
    assert names(tree) == ["Kelmar"]


def test_a_name_goes_on_after_the_adjective_of_its_land() -> None:
    rows = (
        "saw/VERB/0/root Tarsenian/PROPN/4/amod Sayel/PROPN/1/obj Orrik/PROPN/3/flat",
        "a/DET/3/det Tarsenian/ADJ/3/amod ship/NOUN/0/root",
    )
    tree = build_tree(*rows)
    assert names(tree) == ["Sayel Orrik"]
