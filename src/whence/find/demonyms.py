"""Adjectives of places that no list knows: no names, though they have a capital ("Tarsenian police")."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from whence.lexicon.countries import load_adjectives, load_capitals, load_country_names, load_peoples
from whence.lexicon.demonyms import adjectives_after, peoples_of, tells_adjective
from whence.lexicon.name_parts import load_given_names, load_name_words, load_titles
from whence.model.parses import Tree

_MODIFIES = ("amod", "compound", "nmod")
_NOUNS = ("NOUN", "ADJ", "PROPN")


class Demonyms(NamedTuple):
    """Words of a page called after places: adjectives ("Tarsenian") and the plurals of peoples ("Tarsenians")."""

    adjectives: frozenset[str]
    peoples: frozenset[str]


@lru_cache(maxsize=1)
def find_demonyms(tree: Tree) -> Demonyms:
    """What the page calls after places that no list knows.

    A word is such an adjective where it stands before a noun in small letters and the page names a place that it may come from, or its
    ending tells it; not where it stands by itself as a name does.
    """
    where: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(tree.words):
        if word[0].isupper() and len(word) > 1 and not word.isupper() and word.isalpha():
            where[word].append(at)
    free = frozenset(word for word in where if not _is_known(word))
    called = frozenset(adjective for word in where if _may_be_place(word) for adjective in adjectives_after(word))
    adjectives = frozenset(
        word
        for word in free & called | set(filter(tells_adjective, free))
        if any(_modifies(tree, at) for at in where[word])
        and all(_modifies(tree, at) or _is_inside(tree, at) or (word in called and _is_one_of(tree, at)) for at in where[word])
    )
    return Demonyms(adjectives, peoples_of(called | adjectives) & free)


def is_people(tree: Tree, name: str) -> bool:
    """Whether a name is the plural of a people, a country's or one that the page knows ("Tarsenians")."""
    return name in load_peoples() or name in find_demonyms(tree).peoples


def _is_known(word: str) -> bool:
    """Whether a list tells what a word is."""
    return not _may_be_place(word) or word in load_country_names() or word in load_capitals() or word.casefold() in load_titles()


def _may_be_place(word: str) -> bool:
    return not any(word in known for known in (load_given_names(), load_name_words(), load_adjectives(), load_peoples()))


def _modifies(tree: Tree, at: int) -> bool:
    """Whether a word stands before a noun in small letters that it modifies, or is joined to what modifies it ("Tarsenian-backed")."""
    follows = at + 1
    if follows == len(tree.words) or tree.sentences[follows] != tree.sentences[at]:
        return False
    if tree.words[follows] == "-":
        return follows + 1 < len(tree.words) and tree.words[follows + 1][0].islower()
    noun = tree.upos[follows] in _NOUNS or (tree.upos[follows] == "X" and tree.words[follows].isalpha())
    return noun and tree.words[follows][0].islower() and (not tree.deprels[at] or (tree.is_in(at, *_MODIFIES) and tree.heads[at] > at))


def _is_inside(tree: Tree, at: int) -> bool:
    """Whether a word opens a longer name or is joined to one, so that it tells nothing by itself ("Tarsenian Railways")."""
    follows = tree.words[at + 1 : at + 2]
    return bool(follows) and (follows[0][0].isupper() or follows[0] in ("-", "and"))


def _is_one_of(tree: Tree, at: int) -> bool:
    """Whether an article before a word makes it one of a people ("an Orvanian")."""
    return at > 0 and tree.folded[at - 1] in ("a", "an", "the")
