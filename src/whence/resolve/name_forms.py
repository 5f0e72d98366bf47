"""Forms of one name: whether two people's names, as they are written, may be one person's."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

_LEFT_OUT = frozenset("the - al el ul ad as ash ’s 's . & and of for".split())
_VOWELS = frozenset("aeiouyw'’")
_LEAST_SKELETON = 3
_LEAST_CLIPPED = 3
_DOUBLED = re.compile(r"(.)\1+")
# Letters that stand for one sound where names come out of another script.
_SOUNDS = tuple(pair.split(":") for pair in "gh:k kh:k q:k g:k c:k ph:f h: z:s v:f d:t j:".split())


@lru_cache(maxsize=10_000)
def fold_name(words: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a name that tell, in small letters, without articles and dots."""
    return tuple(folded for word in words if (folded := word.casefold().strip(".")) and folded not in _LEFT_OUT)


def are_spellings(one: str, other: str) -> bool:
    """Whether two folded parts may be one name in other letters: the same consonants in the same order, vowels between the same ones."""
    if one == other:
        return True
    bones = "".join(letter for letter in one if letter not in _VOWELS)
    return len(bones) >= _LEAST_SKELETON and one[0] == other[0] and _syllables(one) == _syllables(other)


@lru_cache(maxsize=4096)
def _syllables(name: str) -> str:
    """The consonants of a name and where vowels stand between them; doubled letters and what it ends on do not tell."""
    groups = ["a" if is_vowel else "".join(letters) for is_vowel, letters in groupby(name, key=_VOWELS.__contains__)]
    return _DOUBLED.sub(r"\1", "".join(groups)).rstrip("a")


def is_short_name(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether ``short`` is a surname, a given name, or a name with fewer parts of the same person (both folded)."""
    if len(short) == 1:
        return are_spellings(long[-1], short[0]) or (len(long) > 1 and short[0] in long)
    if not are_spellings(long[-1], short[-1]):
        return False
    return all(any((len(part) == 1 and whole.startswith(part)) or _sounds_alike(part, whole) for whole in long) for part in short[:-1])


@lru_cache(maxsize=4096)  # the names of a report are held against one another many times
def are_one_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names may be one person's: every given name of the shorter is in the longer, spelt or clipped otherwise."""
    long, short = sorted((fold_name(one), fold_name(other)), key=len, reverse=True)
    if len(short) < 2:
        return True
    return all(any(_may_be(part, whole) for whole in long) for part in short[:-1])


def _may_be(one: str, other: str) -> bool:
    clipped, whole = sorted((one, other), key=len)
    if whole.startswith(clipped) and (len(clipped) == 1 or len(whole) - len(clipped) >= _LEAST_CLIPPED):
        return True
    return _sounds_alike(one, other)


def _sounds_alike(one: str, other: str) -> bool:
    """Whether two given names are one out of another script: a vowel alone tells two short ones apart ("Tamar", "Timor")."""
    if one == other:
        return True
    bones = ["".join(letter for letter in name if letter not in _VOWELS) for name in (one, other)]
    if bones[0] == bones[1]:
        return len(bones[0]) > _LEAST_SKELETON
    return _sound(one) == _sound(other) and len(_sound(one)) >= _LEAST_SKELETON


@lru_cache(maxsize=4096)
def _sound(name: str) -> str:
    for letters, sound in _SOUNDS:
        name = name.replace(letters, sound)
    bones = [letter for letter in name if letter not in _VOWELS]
    return "".join(letter for at, letter in enumerate(bones) if at == 0 or letter != bones[at - 1])
