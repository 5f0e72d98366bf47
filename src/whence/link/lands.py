"""Lands that no list knows: places of a story that it calls people and bodies after ("Tarsenia", by "Tarsenian officers")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from whence.lexicon.countries import load_country_names, load_peoples
from whence.lexicon.demonyms import called_after
from whence.model.readings import Entity


@dataclass(frozen=True, slots=True, eq=False)
class Lands:
    """``names`` maps the names of lands, ``called`` their adjectives and peoples to the land that they stand for."""

    names: Mapping[str, str]
    called: Mapping[str, str]


NO_LANDS = Lands(MappingProxyType({}), MappingProxyType({}))


def find_lands(entities: Iterable[Entity]) -> Lands:
    """The lands that the names, descriptions and offices of all reports tell; two places with one adjective are one land."""
    words: set[str] = set()
    places: set[str] = set()
    for entity in entities:
        if entity.kind == "place" and " " not in entity.name and entity.name not in load_country_names():
            places.add(entity.name)
        for phrase in (entity.name, *(role.role for role in entity.roles)):
            words.update(word.strip(",.()[]") for word in phrase.split() if word[0].isupper())
    words -= load_peoples().keys()
    names: dict[str, str] = {}
    called: dict[str, str] = {}
    for place in sorted(places):
        if found := called_after(place, words):
            land = next((called[word] for word in sorted(found) if word in called), place)
            names[place] = land
            called.update(dict.fromkeys(found, land))
    return Lands(MappingProxyType(names), MappingProxyType(called))
