"""Who is who: names and spellings, offices with their time, what they say and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.dossier.days import read_days, say_period
from whence.dossier.records import Records, Ref
from whence.dossier.tellings import Account
from whence.dossier.voices import Voice, entity_voice
from whence.dossier.wordings import clip
from whence.model.stories import Because, StoryEntity, StoryRole

_REFS = 10


@dataclass(frozen=True, slots=True)
class Office:
    """A role with its time in words; ``held_on`` where only the days of the reports that give it are known."""

    role: str
    time: str


@dataclass(frozen=True, slots=True)
class SaidOf:
    """An occurrence in which somebody takes part."""

    account: Account
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One row of the register. ``more`` counts the references that are not shown."""

    entity: StoryEntity
    voice: Voice
    spellings: tuple[str, ...]
    offices: tuple[Office, ...]
    says: tuple[Ref, ...]
    more: int
    said_of: tuple[SaidOf, ...]
    reports: tuple[Ref, ...]
    ties: tuple[str, ...]
    because: Because


def register_people(records: Records, accounts: Sequence[Account]) -> tuple[Person, ...]:
    """Everybody who speaks or takes part, those with most to say first; a place only where it speaks."""
    says, acts = _says(records), _acts(accounts)
    roles: dict[str, list[StoryRole]] = {}
    for role in records.story.roles:
        roles.setdefault(role.entity, []).append(role)
    names = {entity.id: entity.name for entity in records.story.entities}
    found = []
    for entity in records.story.entities:
        spoken = [ref for member in entity.members for ref in says.get(member, ())]
        told = _said_of(entity, acts)
        if spoken or (told and entity.kind != "place"):
            found.append((-2 * len(spoken) - len(told), _person(records, entity, spoken, told, roles.get(entity.id, ()), names)))
    found.sort(key=lambda row: (row[0], row[1].entity.name))
    return tuple(person for _, person in found)


def _says(records: Records) -> dict[str, list[Ref]]:
    found: dict[str, list[Ref]] = {}
    for key, attribution in records.attributions.items():
        report = records.report(key)
        for source in {attribution.source_entity, *attribution.co_sources} - {None}:
            if not report.copies:
                found.setdefault(f"{report.id}:{source}", []).append(records.ref(key))
    return found


def _acts(accounts: Sequence[Account]) -> dict[str, list[tuple[Account, Ref]]]:
    found: dict[str, list[tuple[Account, Ref]]] = {}
    for account in accounts:
        for telling in account.tellings:
            for entity in {*telling.event.actors, *telling.event.recipients}:
                found.setdefault(f"{telling.report.id}:{entity}", []).append((account, telling.ref))
    return found


def _said_of(entity: StoryEntity, acts: Mapping[str, list[tuple[Account, Ref]]]) -> tuple[SaidOf, ...]:
    found: dict[str, tuple[Account, dict[str, Ref]]] = {}
    for member in entity.members:
        for account, ref in acts.get(member, ()):
            found.setdefault(account.anchor, (account, {}))[1][ref.text] = ref
    rows = [SaidOf(account, tuple(sorted(refs.values(), key=lambda ref: (ref.day, ref.text)))[:3]) for account, refs in found.values()]
    return tuple(sorted(rows, key=lambda row: row.account.weight, reverse=True))


def _person(
    records: Records, entity: StoryEntity, spoken: list[Ref], told: tuple[SaidOf, ...], roles: Sequence[StoryRole], names: Mapping[str, str]
) -> Person:
    spoken.sort(key=lambda ref: (ref.day, len(ref.text), ref.text))
    first = entity.members[0]
    voice = entity_voice(records, records.report(first), first.partition(":")[2])
    return Person(
        entity=entity,
        voice=Voice(entity.id, voice.sign, entity.name),
        spellings=tuple(_spellings(entity)),
        offices=tuple(_offices(records, entity, roles)),
        says=tuple(spoken[:_REFS]),
        more=max(0, len(spoken) - _REFS),
        said_of=told,
        reports=_reports(records, entity),
        ties=tuple(_ties(records, entity, names)),
        because=entity.because,
    )


def _spellings(entity: StoryEntity) -> Iterator[str]:
    """The other names, each once whatever its article and capitals."""
    seen = {_bare(entity.name)}
    for name in sorted(entity.variants, key=lambda name: (-len(name), name)):
        if _bare(name) not in seen:
            seen.add(_bare(name))
            yield clip(name, 60)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").removeprefix("a ").removeprefix("an ")


def _offices(records: Records, entity: StoryEntity, roles: Sequence[StoryRole]) -> list[Office]:
    if roles:
        return [Office(clip(role.role, 80), _time(records, role)) for role in roles]
    told: dict[str, str] = {}
    for member in entity.members:
        for role in records.entities[member].roles if member in records.entities else ():
            told.setdefault(role.role.casefold(), role.role)
    return [Office(clip(role, 80), "") for role in list(told.values())[:4]]


def _time(records: Records, role: StoryRole) -> str:
    since, until = read_days(role.since), read_days(role.until)
    if since and until:
        return f"from {say_period(since, records.year)} to {say_period(until, records.year)}"
    if since:
        return f"from {say_period(since, records.year)}"
    if until:
        return f"until {say_period(until, records.year)}"
    days = [period for member in role.evidence if (period := records.report(member).published)]
    return f"held on {say_period(max(days, key=lambda period: period.last), records.year)}" if days else ""


def _reports(records: Records, entity: StoryEntity) -> tuple[Ref, ...]:
    found = {(ref := records.mention_ref(member)).text: ref for member in entity.members}
    return tuple(found[key] for key in sorted(found, key=lambda key: (len(key), key)))


def _ties(records: Records, entity: StoryEntity, names: Mapping[str, str]) -> list[str]:
    own = [relation for relation in records.story.relations if relation.subject == entity.id and relation.object in names]
    return list(dict.fromkeys(f"{relation.relation.replace('_', ' ')} {names[relation.object]}" for relation in own))
