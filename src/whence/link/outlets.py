"""Which entities are newsrooms and agencies, and what an outlet's name is when articles and spelling are put aside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from whence.lexicon.agents import find_agent
from whence.lexicon.kin import find_words
from whence.lexicon.outlets import find_agency, find_newsroom, load_media_words
from whence.link.names import fold_name
from whence.model.holdings import Holdings, member_of, report_of
from whence.model.readings import Entity, Mention, Reading

# Words that stand in the names of papers and stations and of hardly anything else.
_PLAIN = frozenset(
    """courier herald gazette tribune chronicle telegraph news newspaper radio tv television broadcasting newsroom tele newswire mercury
    times post echo observer""".split()
)
# Who denies, promises or demands is a party to the matter and no teller of it.
PARTISAN = frozenset({"deny", "decline", "promise", "threaten", "demand", "confirm", "agree", "claim_responsibility", "accuse"})
_TWO_WORDS = (["press", "agency"], ["news", "agency"])
_CALLED = re.compile(r"\bagency,? $")
_FEWEST_INITIALS = 3
# What no newsroom does.
_DEEDS = frozenset({"threaten", "protest", "sanction", "mobilize", "coerce", "assault"})
_REPORTS = re.compile(
    r"(?: \([A-Z]{2,6}\))?,? (?:\w+ ){0,2}?"
    r"(?:reported|reports|quoted|quotes|cited|cites|wrote|writes|published|aired|broadcast|revealed)\b"
)
# Where a description has told what it is of: "the editor | of a newspaper".
_AFTER_NOUN = re.compile(r" (?:at|by|for|from|in|of|on|that|which|who|with)\b")


def find_outlets(holdings: Holdings) -> Mapping[str, str]:
    """Every member that is a named outlet or agency, with its name: what looks or acts like one, what has published a report of the
    story or is credited with one, and what another report introduces as one.
    """
    named = [(one.report.id, entity, one) for one in holdings.readings.values() for entity in one.entities if _has_a_name(entity)]
    known = {outlet_key(one.report.outlet) for one in holdings.readings.values() if one.report.outlet}
    known |= {outlet_key(name) for one in holdings.readings.values() for name in one.report.credits}
    known |= {outlet_key(entity.name) for _, entity, reading in named if _tells(entity, reading)}
    known |= {initials for name in _agencies_of(holdings) if len(initials := _initials(name)) >= _FEWEST_INITIALS}
    parties = {outlet_key(entity.name) for _, entity, reading in named if _is_party(entity, reading)}
    return {
        member_of(report, entity.id): outlet_name(entity.name)
        for report, entity, reading in named
        if outlet_key(entity.name) in known
        or _is_outlet(entity, reading)
        or (outlet_key(entity.name) not in parties and _speaks_as_one(entity, reading))
    }


def _agencies_of(holdings: Holdings) -> set[str]:
    """The agencies that published a report of the story, which others call by their initials."""
    return {one.report.outlet for one in holdings.readings.values() if one.report.outlet and is_agency(one.report.outlet)}


@dataclass(frozen=True, slots=True)
class Newsrooms:
    """Who published each report and which members are outlets, each newsroom under one name wherever it is spelt otherwise."""

    reports: Mapping[str, str]
    members: Mapping[str, str]


def find_newsrooms(holdings: Holdings, outlets: Mapping[str, str]) -> Newsrooms:
    """The newsrooms of a story; a report whose outlet is unknown is in none."""
    published = {report: outlet_name(one.report.outlet) for report, one in holdings.readings.items() if one.report.outlet}
    credited = [outlet_name(name) for one in holdings.readings.values() for name in one.report.credits]
    usual = _one_name_each([*published.values(), *outlets.values(), *credited])
    members = {}
    for member, name in outlets.items():
        reading = holdings.reading(member)
        own = published.get(report_of(member))
        members[member] = usual[own] if own and own_outlet(name, reading) else usual[name]
    return Newsrooms({report: usual[name] for report, name in published.items()}, members)


def _one_name_each(names: Collection[str]) -> dict[str, str]:
    """Each name to the one under which its newsroom is kept: the fullest of those that are one; initials are those of the only full
    name that has them.
    """
    full: dict[str, set[str]] = defaultdict(set)
    for name in names:
        full[_initials(name)].add(outlet_key(name))
    homes: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        key = outlet_key(name)
        spelt = full[key] if len(key) > 1 and len(full.get(key, ())) == 1 else {key}
        homes[min(spelt)].append(name)
    return {name: group[0] for group in homes.values() for name in group}


def outlet_key(name: str) -> str:
    """What names of one outlet have in common: the listed name, else the folded letters."""
    listed = find_newsroom(name)
    return listed.name if listed else "".join(fold_name(name))


def outlet_name(name: str) -> str:
    """The name as it is cited: white space and an opening article put aside."""
    plain = " ".join(name.split())
    return plain[4:] if plain.casefold().startswith("the ") else plain


def same_outlet(left: str | None, right: str | None) -> bool:
    """Whether two names can be one outlet's: equal, initials of the other, or the short form of the other."""
    if not left or not right:
        return False
    one, other = fold_name(left), fold_name(right)
    if one == other or "".join(one) in (_initials(right), "".join(other)) or "".join(other) == _initials(left):
        return True
    known, asked = find_newsroom(left), find_newsroom(right)
    return known is not None and asked is not None and known.name == asked.name


def own_outlet(name: str, reading: Reading) -> bool:
    """Whether a report that names this outlet names its own: papers call themselves by the last word of their name."""
    own = reading.report.outlet
    if not own:
        return False
    return same_outlet(name, own) or set(fold_name(name)) <= set(fold_name(own))


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency, as listed or by its words."""
    words = {word.casefold() for word in find_words(name)}
    return "agency" in words or "newswire" in words or find_agency(name) is not None


def _has_a_name(entity: Entity) -> bool:
    named = any(mention.form == "named" for mention in entity.mentions) and any(word[:1].isupper() for word in entity.name.split())
    return named and entity.kind != "unnamed"


def _is_outlet(entity: Entity, reading: Reading) -> bool:
    if entity.kind == "place" or (entity.kind == "person" and not _introduced(entity, reading)):
        return _is_seen_to_report(entity, reading)
    return find_newsroom(entity.name) is not None or _sounds_like_one(entity, reading)


def _speaks_as_one(entity: Entity, reading: Reading) -> bool:
    """Whether only what it says, and how, makes it an outlet ("… writes")."""
    said = (one for one in reading.attributions if one.source_entity == entity.id)
    return entity.kind == "organization" and any(one.anonymity == "outlet" for one in said)


def _is_party(entity: Entity, reading: Reading) -> bool:
    """Whether it speaks or acts anywhere as one of those whom the matter concerns."""
    acts = any(entity.id in event.actors and event.type in _DEEDS for event in reading.events)
    return acts or any(one.act in PARTISAN for one in reading.attributions if one.source_entity == entity.id)


def _sounds_like_one(entity: Entity, reading: Reading) -> bool:
    """Whether the name is made of words that papers and stations have; words that others have too must be seen to report."""
    words = [word.casefold() for word in find_words(entity.name)]
    ends = {words[0], words[-1]} if len(words) > 1 else set()
    if ends & _PLAIN or words[-2:] in _TWO_WORDS or _introduced(entity, reading):
        return True
    return _is_seen_to_report(entity, reading)


def _is_seen_to_report(entity: Entity, reading: Reading) -> bool:
    words = [word.casefold() for word in find_words(entity.name)]
    named = [mention for mention in entity.mentions if mention.form == "named"]
    sounds = len(words) > 1 and (bool({words[0], words[-1]} & load_media_words()) or words[-2:] in _TWO_WORDS)
    return (sounds or _is_called_agency(named, reading)) and any(_REPORTS.match(reading.text, mention.end) for mention in named)


def _tells(entity: Entity, reading: Reading) -> bool:
    """Whether a report makes known that it is an outlet, so that other reports need not say so."""
    return (entity.kind != "place" and _introduced(entity, reading)) or _is_seen_to_report(entity, reading)


def _is_called_agency(named: Sequence[Mention], reading: Reading) -> bool:
    """Whether "the agency" stands before its name, which of what reports is said of newswires only."""
    return any(_CALLED.search(reading.text, max(0, mention.start - 10), mention.start) for mention in named)


def _introduced(entity: Entity, reading: Reading) -> bool:
    """Whether a word for a paper or a station stands for it, or right before its name."""
    for mention in entity.mentions:
        told = _AFTER_NOUN.split(mention.span.of(reading.text), maxsplit=1)[0]
        words = told if mention.form == "nominal" else reading.text[max(0, mention.start - 40) : mention.start]
        words = words.rsplit("\n", 1)[-1].rstrip(" ,")
        agent = find_agent(find_words(words)[-3:]) if mention.form != "pronoun" and words[-1:].isalnum() else None
        if agent is not None and agent.sort == "media":
            return True
    return False


def _initials(name: str) -> str:
    return "".join(word[0] for word in find_words(outlet_name(name)) if word[:1].isupper()).casefold()
