"""Words by which the parts of a page are told."""

from __future__ import annotations

from functools import cache

from whence.lexicon.tables import load_table


def load_page_words(name: str) -> tuple[str, ...]:
    """The words of the class ``name``, in the order of the list; KeyError for a class that it does not have."""
    return _classes()[name]


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words.split()) for name, words in load_table("page_words", ("class", "words"))}
