"""Which words can tell the same happening: a word's stem, its family, and the families a phrase belongs to."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import snowballstemmer

from whence.lexicon.tables import load_table

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_EMPTY = frozenset(
    """a an the this that these those of to in on at by for from with as and or but if than then so is are was were be been being am
    has have had having do does did will would shall should may might can could must not no nor it its he him his she her they
    them their we us our you your i my who whom whose which what when where why how there here all any some such own same very
    too also just more most other another into over under about after before during between against up down out off again further
    once only""".split()
)
# Words that say no more than that something is done, goes on or comes about.
_LITTLE = frozenset(
    """ahead be become begin bring carry come continue do get give go happen have hold keep make occur open part place proceed put set
    spend stand start stay take turn""".split()
)
_PARTICLES = frozenset("up down out off over under into from again".split())

# Words that stand within a phrase without changing it: to check oneself into, to take one's own life.
_CLAUSE = re.compile(r"[^.,;:!?()“”\"\n]*")
_ARTICLES = frozenset(("a", "an", "the"))
_BETWEEN = frozenset("himself herself itself themselves myself ourselves his her its their my our".split())


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a word (Porter's second algorithm), irregular verbs by their lemma."""
    plain = word.casefold().replace("’", "'").removesuffix("'s")
    plain = plain.removesuffix("es") if plain in ("goes", "does", "undergoes", "vetoes") else plain
    stemmed: str = _stemmer().stemWord(_lemmas().get(plain, plain))
    return stemmed


def find_words(text: str) -> list[str]:
    """The words of a text as they stand."""
    return _WORD.findall(text)


def weighty_words(text: str) -> list[str]:
    """The words of a text that carry meaning, as they stand."""
    return [word for word in _WORD.findall(text) if word.casefold() not in _EMPTY]


def content_stems(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, in order."""
    return tuple(stem(word) for word in weighty_words(text))


@lru_cache(maxsize=100_000)
def families(phrase: str) -> frozenset[str]:
    """The families that a phrase can belong to; a word that is in none is a family of its own stem."""
    words = [word for word in _WORD.findall(phrase) if word.casefold() not in _BETWEEN]
    stems = [stem(word) for word in words]
    kin = _families()
    found: set[str] = set()
    covered: set[int] = set()
    for length in (4, 3, 2):
        for start in range(len(stems) - length + 1):
            heads = kin.get(" ".join(stems[start : start + length]), ())
            found.update(heads)
            covered.update(range(start, start + length) if heads else ())
    for place, (one, word) in enumerate(zip(stems, words, strict=True)):
        if place not in covered and word.casefold() not in _EMPTY:
            found.update(kin.get(one, (one,)))
    return frozenset(found)


def families_at(phrase: str, after: str) -> frozenset[str]:
    """The families of a phrase in its place: it may be the first part of a fixed one, as in "lost" their lives. What ends in "to" is
    none: who falls to his death does not fall to an enemy.
    """
    words, rest = find_words(phrase), find_words(_CLAUSE.match(after)[0])  # type: ignore[index]
    stems = [stem(word) for word in (*words, *(one for one in rest if one.casefold() not in _BETWEEN | _ARTICLES))]
    longer = (stems[start : start + length] for length in (4, 3, 2) for start in range(len(words)) if start + length > len(words))
    found = frozenset(family for one in longer if one[-1] != "to" for family in _families().get(" ".join(one), ()))
    return found | families(phrase)


@lru_cache(maxsize=100_000)
def says_little(phrase: str) -> bool:
    """Whether a phrase tells that something came about, and not what: "took place", "did so"; "took over" tells what."""
    words = {word.casefold() for word in find_words(phrase)}
    return not words & _PARTICLES and all(word in _EMPTY or stem(word) in _little_stems() for word in words)


@lru_cache(maxsize=100_000)
def takes_in(phrase: str) -> frozenset[str]:
    """The families that a phrase for happenings of many sorts takes in; none where it says what sort it is."""
    return frozenset(family for word in find_words(phrase) for family in _generals().get(stem(word), ()))


@cache
def _generals() -> dict[str, tuple[str, ...]]:
    rows = load_table("generals", ("words", "families"))
    return {stem(word): tuple(families.split(",")) for words, families in rows for word in words.split(",")}


@cache
def _little_stems() -> frozenset[str]:
    return frozenset(map(stem, _LITTLE))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@cache
def _lemmas() -> dict[str, str]:
    rows = load_table("irregular", ("lemma", "past", "participle"))
    return {form: lemma for lemma, past, participle in rows for form in (*past.split(), *participle.split())}


@cache
def _families() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for family, words in load_table("kin", ("family", "words")):
        for phrase in words.split(","):
            key = " ".join(stem(word) for word in phrase.split())
            found[key] = (*found.get(key, ()), family)
    return found
