"""Who did it and to whom: from the places around a trigger to the entities of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whence.lexicon.countries import load_country_names
from whence.lexicon.demonyms import called_after
from whence.lexicon.governors import load_governors
from whence.lexicon.lemmas import load_light_verbs
from whence.lexicon.triggers import Places, load_frames
from whence.model.clauses import Arguments, find_noun_arguments, find_possessors, find_verb_arguments
from whence.model.eventmarks import TriggerMark
from whence.model.parses import Tree
from whence.model.readings import Attribution, Entity, EntityKind
from whence.model.subjects import is_relative
from whence.resolve.spokesmen import find_first_person

_NAME_PARTS = ("flat", "appos", "compound")
# Nouns that only measure out the people who follow them.
_TITLE_REACH = 8
_MEASURES = frozenset("number group dozens hundreds thousands scores majority series handful couple some most one two member rest".split())
# Kinds of happening that are done in a place, never to it.
_WITHOUT_PLACES = frozenset({"consult", "travel", "appoint", "vote"})
# Kinds that a town or a depot does not do, though a parser may hang "which killed seven" on it.
_BY_PEOPLE = frozenset({"assault", "coerce"})
_PLACE_PREPOSITIONS = ("in", "at", "near", "off", "outside", "inside", "on", "over", "to", "into", "across", "around", "from", "aboard")


@dataclass(frozen=True, slots=True)
class Participants:
    """Entity ids, in the order of the text."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None


@dataclass(frozen=True, slots=True)
class EntityIndex:
    """Which entity a word of the page stands for: a country by its names, its adjectives and its people too, and so is a place whose
    people the page speaks of; ``regions`` are the places that have a name and are no country.
    """

    by_head: dict[int, str]
    by_word: dict[int, str]
    by_country: dict[str, str]
    kinds: dict[str, EntityKind]
    entities: dict[str, Entity]
    regions: frozenset[str]


def index_entities(tree: Tree, entities: Sequence[Entity]) -> EntityIndex:
    """The entities of a page by the words of their mentions; of mentions within each other the longer has the head."""
    mentions = sorted(((m.end - m.start, m, e) for e in entities for m in e.mentions), key=lambda row: (-row[0], row[1].start))
    by_head: dict[int, str] = {}
    by_word: dict[int, str] = {}
    for _, mention, entity in mentions:
        head = tree.head_of(mention.span)
        if mention.form == "pronoun" and head is not None and tree.upos[head] == "NOUN":  # a mine is nobody's
            continue
        if head is not None:
            by_head.setdefault(head, entity.id)
        for word in tree.inside(mention.span):
            by_word[word] = entity.id  # the shortest mention comes last and wins
    said = frozenset(tree.words)
    by_country = {word: e.id for e in entities for name in (e.name, *e.aliases) for word in _called(said, e, name)}
    named = (e.id for e in entities if e.kind == "place" and any(m.form == "named" for m in e.mentions))
    regions = frozenset(named) - set(by_country.values())
    return EntityIndex(by_head, by_word, by_country, {e.id: e.kind for e in entities}, {e.id: e for e in entities}, regions)


def _called(said: frozenset[str], entity: Entity, name: str) -> tuple[str, ...]:
    """The words that stand for the country of this name; for another place its adjectives and people among the words of the page."""
    if (country := load_country_names().get(name)) is not None:
        return (*country.names, *country.adjectives, *country.people)
    called = called_after(name, said) if entity.kind == "place" else frozenset()
    return (name, *called) if called else ()


def resolve_participants(tree: Tree, mark: TriggerMark, index: EntityIndex, attribution: Attribution | None) -> Participants:
    """Actors, recipients and place of a trigger by its frame."""
    arguments = find_noun_arguments(tree, mark.token, load_light_verbs()) if mark.nominal else find_verb_arguments(tree, mark.token)
    actor_places, recipient_places = load_frames()[mark.frame]
    index = _with_first_persons(tree, arguments, index, attribution)
    arguments = {place: tuple(t for t in tokens if t not in tree.inside(mark.span)) for place, tokens in arguments.items()}
    actors = _entities_at(tree, arguments, actor_places, index)
    recipients = [e for e in _entities_at(tree, arguments, recipient_places, index) if e not in actors]
    actors = actors or (_asked_of(tree, mark.token, index) if mark.nominal else [])
    if mark.type in _BY_PEOPLE and is_relative(tree, mark.token):
        actors = [e for e in actors if e not in index.regions]
    recipients = [e for e in recipients if e not in actors]
    place = _place(tree, mark.token, arguments, index)
    if mark.type == "assault":
        recipients = [e for e in recipients if e not in index.regions]
    if mark.nominal and mark.mode == "visit":  # "a visit to the island" is to a place, whatever else has its name
        recipients = [e for e in recipients if index.kinds[e] not in ("place", "organization")]
    if mark.type in _WITHOUT_PLACES:
        recipients = [e for e in recipients if index.kinds[e] != "place" or (e in index.by_country.values() and mark.mode != "visit")]
    return Participants(tuple(actors), tuple(recipients), place)


def _with_first_persons(tree: Tree, arguments: Arguments, index: EntityIndex, attribution: Attribution | None) -> EntityIndex:
    """The index with the arguments "I" and "we" tied to whoever speaks."""
    tied = {}
    for token in (t for tokens in arguments.values() for t in tokens if t not in index.by_head):
        entity = find_first_person(tree.folded[token], attribution, index.entities)
        if entity is not None:
            tied[token] = entity
    return replace(index, by_head={**index.by_head, **tied}) if tied else index


def _entities_at(tree: Tree, arguments: Arguments, groups: Places, index: EntityIndex) -> list[str]:
    """The entities in some places; of a group of places, those in the first that holds any."""
    found: list[str] = []
    for group in groups:
        for place in group:
            here = [e for token in arguments.get(place, ()) for e in _entities_of(tree, token, place, index)]
            found += [e for e in dict.fromkeys(here) if e not in found]
            if here:
                break
    return found


def _entities_of(tree: Tree, token: int, place: str, index: EntityIndex) -> list[str]:
    """The entity of an argument, or of whose it is; of a compound as "Dunmarra-Lemnara" both."""
    if any(tree.folded[t] in ("no", "neither") for t in tree.under(token, "det")):
        return []  # "no soldier opened fire"
    entity = find_entity(tree, token, index, adjective=place == "comp")
    if entity is None and place in ("subj", "obj"):
        entity = _owner(tree, token, index)
    if entity is not None:
        return [entity]
    parts = tree.words[token].split("-") if place == "comp" else []
    return [e for part in parts if (e := index.by_country.get(part)) is not None]


def _asked_of(tree: Tree, noun: int, index: EntityIndex) -> list[str]:
    """Who is asked to do (or not to do) what a noun tells: "advised the militia against attacks", "called on both sides for restraint"."""
    verb = tree.heads[noun]
    governor = load_governors().get((tree.folded[verb], "verb")) if verb >= 0 and tree.relation(noun) == "obl" else None
    if governor is None or governor.modality != "asked":
        return []
    return [e for token in tree.under(verb, "obj", "iobj") if (e := find_entity(tree, token, index)) is not None]


def find_entity(tree: Tree, token: int, index: EntityIndex, *, adjective: bool = False) -> str | None:
    """The entity that a word stands for: as head of a mention, by the name it brings in, or as a country's adjective."""
    if token in index.by_head:
        entity = index.by_head[token]
        mere_place = adjective and index.kinds[entity] == "place" and entity not in index.by_country.values()
        return None if mere_place else _titled(tree, token, entity, index)
    if adjective:
        return index.by_country.get(tree.words[token])
    if tree.folded[token] in _MEASURES:
        for child in tree.under(token, "nmod"):
            if any(tree.folded[t] == "of" for t in tree.under(child, "case")) and child in index.by_head:
                return index.by_head[child]
    for child in tree.under(token, *_NAME_PARTS):
        if child in index.by_head:
            return index.by_head[child]
    named = token + 1 < len(tree.words) and tree.upos[token] == "NOUN" and tree.upos[token + 1] == "PROPN"  # "the journalist Mira Solano"
    return index.by_word.get(token) or (index.by_word.get(token + 1) if named else None) or index.by_country.get(tree.words[token])


def _titled(tree: Tree, token: int, entity: str, index: EntityIndex) -> str:
    """The person whom a body before a title only describes: the name in "Port Authority chief Lena Aldous"."""
    if index.kinds[entity] == "person" or tree.upos[token] != "PROPN":
        return entity
    titled = False
    for word in range(token + 1, min(token + _TITLE_REACH, len(tree.words))):
        named = index.by_word.get(word)
        if titled and named is not None and tree.upos[word] == "PROPN" and index.kinds[named] == "person":
            return named
        titled = titled or tree.upos[word] == "NOUN"
        if tree.upos[word] not in ("NOUN", "ADJ", "PROPN") and tree.words[word] not in "()":
            break
    return entity


def _owner(tree: Tree, token: int, index: EntityIndex) -> str | None:
    """The entity whose thing takes part: the driver in "rejects the driver's account", the ship in "the ship's lock failed a test"."""
    for other in (*find_possessors(tree, token), *tree.under(token, "nmod")):
        cases = {tree.folded[t] for t in tree.under(other, "case")}
        if (not cases or cases & {"of", "'s", "'", "by"}) and other in index.by_head:
            return index.by_head[other]
    return None


def _place(tree: Tree, token: int, arguments: Arguments, index: EntityIndex) -> str | None:
    """The nearest place named in the clause."""
    candidates = [t for place in _PLACE_PREPOSITIONS for t in arguments.get(place, ())]
    head = tree.heads[token]
    if not candidates and head >= 0 and tree.upos[head] == "VERB":
        above = find_verb_arguments(tree, head)
        candidates = [t for place in _PLACE_PREPOSITIONS for t in above.get(place, ())]
    places = [(abs(t - token), e) for t in candidates if (e := find_entity(tree, t, index)) is not None and index.kinds[e] == "place"]
    return min(places)[1] if places else None
