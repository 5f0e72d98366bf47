"""What is called after a place that no list knows: "Tarsenian" and "the Tarsenians" after Tarsenia."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from whence.lexicon.countries import load_adjectives

# What a place's name may lose before an ending ("Tarsen-ia", "Nor-land"), and the endings that make an adjective of the rest.
_CUTS = ("ia", "a", "e", "o", "y", "i", "os", "as", "us", "en", "ey", "land", "stan", "istan")
_ENDINGS = ("i", "an", "ian", "ean", "ese", "ish")
# Endings that hardly any noun has; names of people and towns end in the others as often.
_TELLING = ("ian", "ean", "ese", "ish")
_LEAST_LETTERS = 4
_LEAST_STEM = 3


@lru_cache(maxsize=10_000)
def adjectives_after(place: str) -> frozenset[str]:
    """The adjectives that a place's name may give, by its last word, but for those of the list; none for a name too short to tell."""
    word = place.rpartition(" ")[2]
    if len(word) < _LEAST_LETTERS or not word.isalpha():
        return frozenset()
    stems = {word, *(word.removesuffix(cut) for cut in _CUTS)}
    made = {stem + ending for stem in stems if len(stem) >= _LEAST_STEM for ending in _ENDINGS}
    made |= {word + "n"} if word[-1] in "aeiou" else {word + "ic", word + "er"} if word.endswith("land") else set()
    return frozenset(made - {word} - load_adjectives().keys())


def peoples_of(adjectives: Iterable[str]) -> frozenset[str]:
    """The plurals of the peoples that adjectives make ("Tarsenians"); some make none ("the Chinese")."""
    return frozenset(f"{adjective}s" for adjective in adjectives if adjective.endswith(("n", "i", "er")))


def called_after(place: str, words: AbstractSet[str]) -> AbstractSet[str]:
    """Those of ``words`` that are an adjective of a place or its people."""
    adjectives = adjectives_after(place)
    return (adjectives | peoples_of(adjectives)) & words


def tells_adjective(word: str) -> bool:
    """Whether a capitalised word ends as adjectives of places do and hardly a name."""
    return word.endswith(_TELLING)
