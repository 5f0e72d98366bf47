"""Countries, their people and capitals."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from whence.lexicon.tables import load_table

_COLUMNS = ("names", "adjectives", "people", "capitals")


class Country(NamedTuple):
    """A country: its names (the first is the usual one), adjectives, the plural of its people, its capital's names."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]


@cache
def load_countries() -> tuple[Country, ...]:
    """All countries of the list."""
    return tuple(Country(*(_cells(cell) for cell in row)) for row in load_table("demonyms", _COLUMNS))


@cache
def load_country_names() -> dict[str, Country]:
    """Countries by each of their names, as written."""
    return {name: country for country in load_countries() for name in country.names}


@cache
def load_capitals() -> dict[str, Country]:
    """Countries by their capital, which stands for the government where it acts ("Oslo said")."""
    return {name: country for country in load_countries() for name in country.capitals}


@cache
def load_adjectives() -> dict[str, Country]:
    """Countries by their adjective ("Norwegian")."""
    return {word: country for country in load_countries() for word in country.adjectives}


@cache
def load_peoples() -> dict[str, Country]:
    """Countries by the plural of their people ("Norwegians")."""
    return {word: country for country in load_countries() for word in country.people}


def _cells(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split(","))
