"""Names as they are compared between reports: folded to plain letters, token by token, whatever the spelling.

The score follows the usual practice of record linkage: Jaro-Winkler between tokens (Winkler, 1990), the worst token weighing
more than the mean, since one foreign token is what tells two brothers apart. A consonant skeleton takes the place of the
letters where a name was written down by ear from another script.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA, JaroWinkler

# Words that stand in a name without naming anybody: articles, particles, titles of descent.
PARTICLES = frozenset(
    "al el as ash ad an ar at az ul the of and for de la le du des del della di da dos van von der den ten ter ibn bin ben bint".split()
)
HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady prof professor haji hajji sheikh shaikh sayyid sayed general judge".split())

_WORST, _MEAN = 0.7, 0.3
# What a missing middle name or an unmatched token costs, by how many tokens the longer name has too many.
_MISSING = 0.05
_REORDERED = 0.08
_SKELETON_EQUAL = 0.94
_INITIAL = 0.9

# Sounds that romanisations of one name exchange freely; longer spellings first.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tch|tsch|ch|sh|sch|zh|cz|sz", "s"), (r"kh|gh|ck|q|g|c|x", "k"), (r"dh|th|d", "t"), (r"ph|ff", "f"), (r"w|v", "b"),
        (r"j|dz", "z"), (r"ts|tz", "s"), (r"z", "s"),
    )
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouyh]+")
_DOUBLED = re.compile(r"(.)\1+")
_APART = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=200_000)
def fold_name(name: str) -> tuple[str, ...]:
    """The tokens of ``name`` in plain lower-case letters, particles left out unless nothing else is there."""
    plain = anyascii(name).casefold().replace("’", "'").replace("'s ", " ").removesuffix("'s").replace("'", "").replace(".", "")
    plain = re.sub(r"\b(?:al|el|as|ash|ad|an|ar|at|az|ul)-", "", plain.replace("&", " and "))
    tokens = [token for token in _APART.split(plain) if token]
    kept = [token for token in tokens if token not in PARTICLES and token not in HONORIFICS]
    return tuple(kept or tokens)


@lru_cache(maxsize=200_000)
def consonant_skeleton(token: str) -> str:
    """The consonants of a folded token with exchangeable sounds made one: Gaddafi and Kadhafi are both ``ktf``."""
    for pattern, sound in _SOUNDS:
        token = pattern.sub(sound, token)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", token[:1].replace("y", "")) + _VOWELS.sub("", token[1:]))


def compare_tokens(left: str, right: str) -> float:
    """How alike two folded tokens are, from 0 to 1."""
    if left == right:
        return 1.0
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) == 1:
        return _INITIAL if longer.startswith(shorter) else 0.0
    # Jaro-Winkler alone forgives any ending after a shared beginning, which is how surnames of one family of names differ.
    alike = (JaroWinkler.similarity(left, right) + OSA.normalized_similarity(left, right)) / 2
    return max(alike, _SKELETON_EQUAL) if _same_skeleton(left, right) else alike


def _same_skeleton(left: str, right: str) -> bool:
    skeleton, other = consonant_skeleton(left), consonant_skeleton(right)
    if skeleton != other and ("dh" in left) != ("dh" in right):  # an Arabic dh is heard as d or as z
        skeleton, other = (consonant_skeleton(token.replace("dh", "z")) for token in (left, right))
    return len(skeleton) > 1 and skeleton == other


def compare_names(left: str, right: str) -> float:
    """How likely two full names name one, from 0 to 1, by their letters alone."""
    return compare_folded(fold_name(left), fold_name(right))


def compare_folded(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The same for names already folded: each token of the shorter name finds its best partner in the longer one."""
    if not left or not right:
        return 0.0
    if left == right or "".join(left) == "".join(right):
        return 1.0
    shorter, longer = sorted((left, right), key=len)
    scores = _best_partners(shorter, longer)
    missing = len(longer) - len(shorter)
    base = _WORST * min(scores) + _MEAN * sum(scores) / len(scores)
    base -= _REORDERED if sorted(left) == sorted(right) else 0.0
    return max(0.0, base - _MISSING * missing - (0.1 if len(shorter) == 1 and missing else 0.0))


def _best_partners(shorter: tuple[str, ...], longer: tuple[str, ...]) -> list[float]:
    """Greedy one-to-one partners, best pair first."""
    pairs = sorted(((compare_tokens(a, b), -i, -j) for i, a in enumerate(shorter) for j, b in enumerate(longer)), reverse=True)
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    scores = []
    for score, i, j in pairs:
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            scores.append(score)
    return scores
