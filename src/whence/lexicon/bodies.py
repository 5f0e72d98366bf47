"""Bodies known by several names, and the nouns by which groups are called one for another."""

from __future__ import annotations

from functools import cache

from whence.lexicon.kin import find_words, stem
from whence.lexicon.tables import load_table


@cache
def load_body_names() -> dict[str, str]:
    """Each name of a well-known body, in lower case, to its usual one."""
    rows = load_table("aliases", ("name", "aliases"))
    return {alias.casefold(): name for name, aliases in rows for alias in (name, *aliases.split(","))}


def leading_stems(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase's words, a group's noun replaced by the leading one of its kind."""
    stems = [stem(word) for word in find_words(phrase)]
    kinds, found, at = _kinds(), [], 0
    while at < len(stems):
        length = next((size for size in (3, 2, 1) if " ".join(stems[at : at + size]) in kinds), 0)
        found.append(kinds[" ".join(stems[at : at + length])] if length else stems[at])
        at += length or 1
    return tuple(found)


@cache
def _kinds() -> dict[str, str]:
    rows = load_table("collectives", ("noun", "others"))
    return {" ".join(stem(word) for word in other.split()): stem(noun) for noun, others in rows for other in (noun, *others.split(","))}
