"""What names are made of: titles that run into them, given names, words that tell a body from a place."""

from __future__ import annotations

from functools import cache

from whence.lexicon.tables import load_table


@cache
def load_titles() -> dict[str, str]:
    """Titles, folded, with their kind: honorific, rank or office."""
    return {title.casefold(): kind for title, kind, _ in load_table("titles", ("title", "kind", "gender"))}


@cache
def load_genders() -> dict[str, str]:
    """Titles and given names, folded, with the gender of the pronoun they take (male, female), where it is one."""
    titles = load_table("titles", ("title", "kind", "gender"))
    names = load_table("given_names", ("name", "gender"))
    known = [(title, gender) for title, _, gender in titles] + list(names)
    return {word.casefold(): gender for word, gender in known if gender != "-"}


@cache
def load_given_names() -> frozenset[str]:
    """Given names, as they are written."""
    return frozenset(name for name, _ in load_table("given_names", ("name", "gender")))


@cache
def load_name_words() -> dict[str, str]:
    """Words that end names, as they are written, with what such a name is: organization, place or event."""
    return {word: kind for word, kind in load_table("name_words", ("word", "kind"))}  # noqa: C416 -- rows are of any length to the checker
