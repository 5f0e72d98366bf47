"""Who is who: one person, body, group or place across reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import chain
from sys import intern
from typing import NamedTuple

from whence.link.candidates import iter_pairs
from whence.link.clusters import Pair, cluster, join_groups, pair_of
from whence.link.contexts import Contexts
from whence.link.copies import Copy
from whence.link.decisions import UNDECIDED, Decisions
from whence.link.identities import compare_profiles, kinds_fit, tell_identity
from whence.link.ids import name_record
from whence.link.lands import find_lands
from whence.link.names import consonant_skeleton, fold_name
from whence.link.profiles import Profile, is_anybody, profile
from whence.link.shares import keep
from whence.model.holdings import Holdings, report_of
from whence.model.readings import Entity, EntityKind
from whence.model.spans import Span
from whence.model.stories import Because, StoryEntity

_NAMES = 12
_CERTAIN = 9.0
_ONE_STORY = 0.1
_TERM = 200
_SEEN = 8
# A given name and a surname.
_PERSONAL = 2


class _Face(NamedTuple):
    """What is asked of every entity again once the pairs are compared: profiles are many times as large, and are not kept.

    Whether it has a name, what it may be called for short, and the short form that it goes by, if it does.
    """

    named: bool
    keys: tuple[str, ...]
    short: str


class _Group(NamedTuple):
    """Members that are one, those of them that have a name, and why."""

    members: tuple[str, ...]
    named: frozenset[str]
    reason: str


def link_entities(
    holdings: Holdings,
    contexts: Contexts,
    copies: Sequence[Copy],
    decided: Decisions = UNDECIDED,
) -> tuple[StoryEntity, ...]:
    """Every entity of the story; what a person decided outranks every rule."""
    # By the time that the many records are made, the profiles that told who is who are gone.
    return tuple(_entity(group, holdings, decided) for group in _group(holdings, contexts, copies, decided))


def _group(holdings: Holdings, contexts: Contexts, copies: Sequence[Copy], decided: Decisions) -> list[_Group]:
    lands = find_lands(holdings.entities.values())
    profile_of = keep(lambda member: profile(member, holdings, lands))

    def apart(left: str, right: str) -> bool:
        return decided.parts(left, right) or _exclude(profile_of(left), profile_of(right))

    def compare(left: str, right: str) -> float:
        return compare_profiles(profile_of(left), profile_of(right), contexts)

    members = sorted(holdings.entities, key=lambda member: (fold_name(holdings.entities[member].name), member))
    faces: dict[str, _Face] = {}

    def keys_of(member: str) -> list[Hashable]:
        one = profile_of(member)
        faces[member] = _Face(one.named, tuple(map(intern, _short_keys(one))), intern(_short_of(one)))
        return _keys(one, contexts)

    pairs = iter_pairs(keys_of(member) for member in members)
    named = (pair_of(members[left], members[right]) for left, right in pairs)
    scored = ((pair, compare(*pair)) for pair in named if not apart(*pair))
    certain = ((pair, _CERTAIN) for pair in _in_copies(holdings, copies) if not apart(*pair))
    groups = cluster(members, chain(scored, certain), compare=compare, apart=apart, forced=decided.same)
    groups = join_groups(groups, _attached(groups, faces, profile_of, contexts, apart))
    return [_Group(group, frozenset(one for one in group if faces[one].named), _reason(group, profile_of, contexts)) for group in groups]


def _reason(group: tuple[str, ...], profile_of: Callable[[str], Profile], contexts: Contexts) -> str:
    """Why a group is one, in words."""
    if len(group) == 1:
        return "one report"
    return tell_identity(profile_of(group[0]), profile_of(group[1]), contexts) or "each is like the next"


def _keys(one: Profile, contexts: Contexts) -> list[Hashable]:
    if one.country:
        return [("country", one.country)]
    keys: list[Hashable] = [(consonant_skeleton(token) or token) for name in one.names for token in name]
    keys += [("initials", initials) for initials in sorted(one.initials) if len(initials) > 2]
    if not one.named and not one.anybody and one.kind != "unnamed":
        keys += [(one.head, name) for name in contexts.telling_names(one.report, _NAMES)]
    return keys


def _exclude(left: Profile, right: Profile) -> bool:
    """Two that one report tells apart stay apart, unless it calls them by the same name."""
    if not kinds_fit(left, right):
        return True
    if left.report != right.report or (left.country is not None and left.country == right.country):
        return False
    return not (set(left.names) & set(right.names) and left.countries == right.countries)


def _in_copies(holdings: Holdings, copies: Sequence[Copy]) -> list[Pair]:
    """Entities mentioned by the same words of a passage that two reports share."""
    pairs = []
    for copy in copies:
        left, right = holdings.readings[copy.left], holdings.readings[copy.right]
        places = {Span(*mention[:2]): one.id for one in right.entities for mention in one.mentions}
        for one in left.entities:
            pairs += [pair_of(f"{copy.left}:{one.id}", f"{copy.right}:{other}") for other in _met(one, copy, places)]
    return pairs


def _met(entity: Entity, copy: Copy, places: Mapping[Span, str]) -> list[str]:
    votes: Counter[str] = Counter()
    for start, end, form in entity.mentions:
        for passage in copy.passages:
            shift = passage.right.start - passage.left.start
            other = places.get(Span(start + shift, end + shift)) if passage.left.holds(Span(start, end)) else None
            if other and form != "pronoun":
                votes[other] += 1
    return [other for other, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:1]]


def _attached(
    groups: Sequence[tuple[str, ...]],
    faces: Mapping[str, _Face],
    profile_of: Callable[[str], Profile],
    contexts: Contexts,
    apart: Callable[[str, str], bool],
) -> list[Pair]:
    """Surnames alone and bare descriptions, each with the one body or person of its story that it can mean."""
    named: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    called_short: list[tuple[tuple[str, ...], str]] = []
    for group in groups:
        keys = {key for member in group for key in faces[member].keys}
        for around in _around(group, contexts) if keys else ():
            for key in keys:
                named[key, around].append(group)
        shorts = {faces[member].short for member in group}
        if len(shorts) == 1 and (short := shorts.pop()):
            called_short.append((group, short))
    pairs = []
    for group, short in called_short:
        others = {other for around in _around(group, contexts) for other in named.get((short, around), ())}
        meant = [other for other in sorted(others) if other != group and _near(group, other, profile_of, contexts)]
        meant = [other for other in meant if _of_one_land(group, other, profile_of)] or meant
        if len(meant) == 1 and not any(apart(one, other) for one in group for other in meant[0]):
            pairs.append(pair_of(group[0], meant[0][0]))
    return pairs


def _around(group: tuple[str, ...], contexts: Contexts) -> set[str]:
    """The names that say most about the reports of a group's first members."""
    return {name for member in group[:_SEEN] for name in contexts.telling_names(report_of(member), 2 * _NAMES)}


def _short_keys(one: Profile) -> list[str]:
    """What a named one may be called for short: a person by surname, a body by the noun in its name."""
    if not one.named or one.country:
        return []
    if one.kind == "person":
        offices = [f"office {head}" for head in sorted(one.offices)]
        return [f"person {one.names[0][-1]}", *offices] if len(one.names[0]) > 1 else offices
    return [f"body {one.head}"] if len(one.described) > 1 and not is_anybody(one.head) else []


def _short_of(one: Profile) -> str:
    """The short form that it goes by, empty where it has none."""
    if one.kind == "person":
        short = f"person {one.names[0][0]}" if one.named and len(one.names[0]) == 1 else ""
        return short if one.named else f"office {one.head}"
    return f"body {one.head}" if not one.named and one.kind == "organization" and not is_anybody(one.head) else ""


def _near(group: tuple[str, ...], other: tuple[str, ...], profile_of: Callable[[str], Profile], contexts: Contexts) -> bool:
    left, right = [profile_of(member) for member in group[:_SEEN]], [profile_of(member) for member in other[:_SEEN]]
    if not left[0].named and not left[0].described <= frozenset().union(*(one.described | one.roles for one in right)):
        return False
    if left[0].kind == "person" and not left[0].named and not _one_time(left, right):
        return False
    return any(contexts.reports_alike(one.report, two.report) > _ONE_STORY for one in left for two in right)


def _of_one_land(group: tuple[str, ...], other: tuple[str, ...], profile_of: Callable[[str], Profile]) -> bool:
    """Whether a land that the one is told to be of is the other's too ("Norway's president" and a President of Norway)."""
    left, right = [profile_of(member) for member in group[:_SEEN]], [profile_of(member) for member in other[:_SEEN]]
    return any(one.countries & (two.countries | two.served) for one in left for two in right)


def _one_time(left: Sequence[Profile], right: Sequence[Profile]) -> bool:
    """An office is held in turn: who is called by it alone is whoever held it in those months."""
    days = [[one.published.last.toordinal() for one in side if one.published] for side in (left, right)]
    return all(days) and max(days[0]) - min(days[1]) <= _TERM and max(days[1]) - min(days[0]) <= _TERM


def _entity(group: _Group, holdings: Holdings, decided: Decisions) -> StoryEntity:
    members = group.members
    names = Counter(" ".join(holdings.entities[member].name.split()) for member in members)
    named = [] if len(members) == 1 else [" ".join(holdings.entities[member].name.split()) for member in members if member in group.named]
    named = named or list(names)
    kind = _usual_kind([holdings.entities[member] for member in members])
    best = min(named, key=lambda name: (_shortness(name, kind), -names[name], -len(name.split()), name))
    variants = {" ".join(Span(*mention[:2]).of(holdings.reading(member).text).split()) for member in members
                for mention in holdings.entities[member].mentions if mention.form != "pronoun"}  # fmt: skip
    mentioned = [member for member in members if holdings.entities[member].mentions]
    spans = tuple(holdings.passage(member, holdings.entities[member].mentions[0].span) for member in mentioned)
    because = Because(group.reason, spans, decided.behind(members))
    name = decided.name_of(members) or best
    return StoryEntity(name_record("E", members[0]), name, kind, members, tuple(sorted(variants)), because)


def _shortness(name: str, kind: EntityKind) -> int:
    """How far a name is from a full one. A body is best told by its longest name; a person by the two names most reports give:
    what is longer holds nicknames, titles and the words of headlines as often as middle names.
    """
    words = len(name.split())
    return -min(words, _PERSONAL) if kind == "person" else -words


def _usual_kind(told: Sequence[Entity]) -> EntityKind:
    kinds = Counter(one.kind for one in told)
    return min(kinds, key=lambda kind: (-kinds[kind], kind))
