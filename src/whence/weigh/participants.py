"""Accounts of one occurrence that name different doers, different victims, or call the deed by different names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from whence.lexicon.agents import find_agent
from whence.lexicon.countries import load_country_names
from whence.lexicon.kin import content_stems, find_words, stem
from whence.model.holdings import report_of
from whence.model.readings import Entity, Event
from whence.model.stories import Conflict
from whence.weigh.accounts import Account

# A post is told by the account whose event stands in the same sentence or the next.
_NEAR = 200
_VIOLENT = ("assault",)
_PEOPLE = ("person", "unnamed")
# Words that say not only what was done but what kind of deed it was: one reader's killing is another's murder.
_CHARACTER = {
    stem(word): word
    for word in """murder assassination assassinate execution execute massacre slaughter terrorism accident suicide genocide lynching
    martyrdom manslaughter self-defence crime aggression liberation invasion coup revolution uprising riot""".split()
} | {stem("assassinate"): "assassination", stem("execute"): "execution"}


def find_actor_conflicts(account: Account) -> Iterator[Conflict]:
    """Two accounts of an attack name different doers, or one names a state or a body that others leave out: that only where both name
    its victim. Who a man was may not have been known yet.
    """
    told = _on_one_victim([(member, event) for member, event in account.told if event.type in _VIOLENT], account)
    sides: dict[str, list[str]] = defaultdict(list)
    people = False
    for member, event in told:
        here = [f"{report_of(member)}:{one}" for one in event.actors]
        if here and not any(_can_answer(account.holdings.entities[one], account) for one in here):
            continue  # a description may stand for whom another account names
        if not here and not _names_one(member, event.recipients, account):
            continue  # those without a name may be the dead of another attack
        people = people or any(account.holdings.entities[one].kind == "person" for one in here)
        doers = sorted({account.entity_of.get(one, one) for one in here if _can_answer(account.holdings.entities[one], account)})
        sides[", ".join(sorted(account.names.get(one, one) for one in doers)) or "not named"].append(member)
    reports = {report_of(member) for members in sides.values() for member in members}
    named = [side for side in sides if side != "not named"]
    if people and len(named) == 1:
        return
    if len(reports) > 1 and named and len(sides) > 1 and not _nested([set(side.split(", ")) for side in named]):
        hard = len(named) > 1
        about = f"who did it: {account.occurrence.what}"
        yield account.conflict("actor", about, sides, "the accounts do not name the same doer", hard=hard)


def find_recipient_conflicts(account: Account) -> Iterator[Conflict]:
    """Accounts of an attack in different reports name different victims.

    A report's tellings name them together. One that describes a victim instead of naming it says neither who it was nor who it was not.
    """
    victims: dict[str, set[str]] = defaultdict(set)
    tellings: dict[str, list[str]] = defaultdict(list)
    vague: set[str] = set()
    for member, event in account.told:
        report = report_of(member)
        people = [f"{report}:{one}" for one in event.recipients if event.type in _VIOLENT]
        people = [one for one in people if account.holdings.entities[one].kind in _PEOPLE]
        vague |= {report} if any(not _is_named(account.holdings.entities[one]) for one in people) else set()
        victims[report] |= {account.entity_of.get(one, one) for one in people}
        tellings[report] += [member] if people else []
    sides: dict[str, list[str]] = defaultdict(list)
    for report in sorted(one for one in tellings if tellings[one] and one not in vague):
        sides[", ".join(sorted(account.names.get(one, one) for one in victims[report]))] += tellings[report]
    if len(sides) > 1:
        about = f"whom it befell: {account.occurrence.what}"
        yield account.conflict("recipient", about, sides, "the accounts do not name the same victims", hard=False)


def find_nature_conflicts(account: Account) -> Iterator[Conflict]:
    """Different reports call the deed by words that judge it differently."""
    sides: dict[str, list[str]] = defaultdict(list)
    for member, event in account.told:
        for one in content_stems(account.holdings.words(member, event.trigger)):
            if one in _CHARACTER:
                sides[_CHARACTER[one]].append(member)
    reports = {report_of(member) for members in sides.values() for member in members}
    if len(sides) > 1 and len(reports) > 1:
        about = f"what it was: {account.occurrence.what}"
        yield account.conflict("nature", about, sides, "the accounts call the deed by different names", hard=False)


def find_role_conflicts(account: Account) -> Iterator[Conflict]:
    """Accounts give one who took part the same post of different bodies; a body and a part of it, named together anywhere, are one."""
    posts: dict[tuple[str, str], dict[frozenset[str], tuple[str, list[str]]]] = defaultdict(lambda: defaultdict(lambda: ("", [])))
    for member, event in account.told:
        for one in (*event.actors, *event.recipients):
            entity = account.holdings.entities[f"{report_of(member)}:{one}"]
            for role in entity.roles if entity.kind == "person" else ():
                stems = content_stems(role.role)
                if len(stems) > 1 and _is_post(role.role) and abs(role.span.start - event.trigger.start) < _NEAR:
                    who = account.entity_of.get(f"{report_of(member)}:{one}", one)
                    told = posts[who, stems[-1]]
                    told[frozenset(stems[:-1])] = (role.role, [*told[frozenset(stems[:-1])][1], member])
    for (who, _), told in sorted(posts.items()):
        sides = dict(told.values())
        if len(told) > 1 and len(set().union(*sides.values())) > 1 and not any(left & right for left, right in combinations(told, 2)):
            about = f"the post of {account.names.get(who, who)}"
            yield account.conflict("role", about, sides, "the accounts give the post of different bodies", hard=False)


def _is_post(role: str) -> bool:
    """Whether it is a post or an office, which is of a body: "a Belmaran journalist" is of none."""
    agent = find_agent(find_words(role)[-3:])
    return agent is not None and agent.sort in ("office", "post")


def _on_one_victim(told: list[tuple[str, Event]], account: Account) -> list[tuple[str, Event]]:
    """Those of the tellings that agree on a victim: only they are sure to be of one deed."""
    victims = {member: {account.entity_of.get(f"{report_of(member)}:{one}", one) for one in event.recipients} for member, event in told}
    counted = Counter(one for ones in victims.values() for one in sorted(ones))
    usual = min(counted, key=lambda one: (-counted[one], one), default=None)
    return [(member, event) for member, event in told if usual in victims[member]]


def _names_one(member: str, parts: Iterable[str], account: Account) -> bool:
    return any(_is_named(account.holdings.entities[f"{report_of(member)}:{one}"]) for one in parts)


def _is_named(entity: Entity) -> bool:
    return any(mention.form == "named" for mention in entity.mentions)


def _can_answer(entity: Entity, account: Account) -> bool:
    """Whether it can be named as a doer: it has a name, and is no place but a state, in this report or, by its name, in another."""
    name = entity.name.removeprefix("the ")
    place = entity.kind == "place" or (entity.kind != "person" and name in account.places)
    return _is_named(entity) and (not place or name in load_country_names())


def _nested(sets: list[set[str]]) -> bool:
    """Whether one account only says more about the same doers than another."""
    words = [{part.casefold() for name in names for part in name.replace("-", " ").split()} for names in sets]
    return len(words) > 1 and all(left <= right or right <= left for left in words for right in words)
