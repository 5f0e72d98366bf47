"""Newspapers, broadcasters, news sites and news agencies: their names, the words such names are made of, their hosts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from whence.lexicon.tables import load_table

Trade = Literal["outlet", "agency"]


@dataclass(frozen=True, slots=True)
class Newsroom:
    """An outlet or agency: its usual name, its trade, the listed spelling it was asked for by."""

    name: str
    trade: Trade
    spelling: str


def fold_name(name: str) -> str:
    """``name`` as it is compared: case, article, punctuation and white space do not count.

    >>> fold_name("THE  Brovik-Mercury.")
    'brovik mercury'
    """
    words = re.sub(r"[^\w&+]+", " ", name.casefold().replace("'s", "s").replace("’s", "s")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def find_newsroom(name: str) -> Newsroom | None:
    """The newsroom of the world that goes by ``name`` or one of its aliases; an agency before an outlet of the same name."""
    return _newsrooms().get(fold_name(name))


def find_agency(name: str) -> str | None:
    """The usual name of the agency that ``name`` stands for, None where the list holds no such agency."""
    found = find_newsroom(name)
    return found.name if found and found.trade == "agency" else None


def find_outlet_of_host(host: str) -> str | None:
    """The outlet whose site is at ``host`` or at the domain above it, None where the list does not hold it."""
    labels = host.casefold().split(".")
    domains = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((_hosts()[domain] for domain in domains if domain in _hosts()), None)


@cache
def load_media_words() -> frozenset[str]:
    """Words that names of newsrooms end or begin with (Courier, Gazette, Radio), folded."""
    return frozenset(word.casefold() for (word,) in load_table("media_words", ("word",)))


@cache
def load_sections() -> frozenset[str]:
    """Names of a site's sections and menu items, folded."""
    return frozenset(fold_name(section) for (section,) in load_table("sections", ("section",)))


@cache
def _newsrooms() -> dict[str, Newsroom]:
    found: dict[str, Newsroom] = {}
    for name, aliases, _ in load_table("outlets", ("name", "aliases", "hosts")):
        for form in (name, *_split(aliases)):
            found.setdefault(fold_name(form), Newsroom(name, "outlet", form))
    for name, aliases in load_table("agencies", ("name", "aliases")):
        for form in (name, *_split(aliases)):
            found[fold_name(form)] = Newsroom(name, "agency", form)
    return found


@cache
def _hosts() -> dict[str, str]:
    rows = load_table("outlets", ("name", "aliases", "hosts"))
    return {host: name for name, _, hosts in rows for host in _split(hosts)}


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]
