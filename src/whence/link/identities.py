"""What speaks for two entities of different reports being one, and what against: a flat table, each row with its reason.

A name alone may propose; kind, country, role and story must not contradict.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from whence.link.contexts import Contexts
from whence.link.names import compare_folded, compare_tokens
from whence.link.profiles import Profile

PRIOR = -1.5
_ALIKE, _NEARLY = 0.92, 0.86


class Identity(NamedTuple):
    """A row: ``compare`` answers in [-1, 1], 0 where it cannot tell."""

    name: str
    weight: float
    reason: str
    compare: Callable[[Profile, Profile, Contexts], float]


def compare_profiles(left: Profile, right: Profile, contexts: Contexts) -> float:
    """The log odds that two entities of different reports are one."""
    return PRIOR + sum(row.weight * row.compare(left, right, contexts) for row in TABLE)


def tell_identity(left: Profile, right: Profile, contexts: Contexts) -> str:
    """The reasons that spoke for taking two for one, weightiest first."""
    weighed = sorted(((row.weight * row.compare(left, right, contexts), row.reason) for row in TABLE), reverse=True)
    return ", ".join(reason for weight, reason in weighed if weight > 0.4)


def kinds_fit(left: Profile, right: Profile) -> bool:
    """Whether one thing can be both. Bodies, groups and places are told apart loosely; a name that one report takes for a person's
    may be a ship's or a firm's in another where nothing else makes a person of it.
    """
    if (left.kind == "person") == (right.kind == "person"):
        return True
    one = left if left.kind == "person" else right
    return not one.personal and left.named and right.named and left.names[0] == right.names[0]


def one_within(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether every token of the shorter name stands in the longer one."""
    shorter, longer = sorted((left, right), key=len)
    return bool(shorter) and all(any(compare_tokens(one, other) >= 0.93 for other in longer) for one in shorter)


def _country(left: Profile, right: Profile, _: Contexts) -> float:
    if left.country is None and right.country is None:
        return 0.0
    return 1.0 if left.country == right.country else -1.0


def _other_country(left: Profile, right: Profile, _: Contexts) -> float:
    if left.kind == "person" or left.country or right.country:
        return 0.0
    return float(bool(left.countries and right.countries and not left.countries & right.countries))


def _full_name(left: Profile, right: Profile, _: Contexts) -> float:
    if not left.named or not right.named or left.country or right.country:
        return 0.0
    shared = [name for name in left.names if name in right.names]
    if shared:
        surname = left.kind == "person" and max(map(len, left.names)) == 1
        nickname = left.names[0] != right.names[0] and max(map(len, shared)) == 1
        return 0.4 if surname or nickname else 1.0
    alike = max(compare_folded(one, other) for one in left.names for other in right.names)
    full = min(len(left.names[0]), len(right.names[0])) > 1
    return 0.8 if alike >= _ALIKE and full else 0.35 if alike >= _NEARLY and full else 0.0


def _other_name(left: Profile, right: Profile, contexts: Contexts) -> float:
    if not left.named or not right.named or left.country or right.country or _full_name(left, right, contexts):
        return 0.0
    return 0.0 if _short_form(left, right, contexts) or _acronym(left, right, contexts) else 1.0


def _short_form(left: Profile, right: Profile, _: Contexts) -> float:
    """One body's name within the other's; for people a surname alone is not enough here."""
    if not left.named or not right.named or left.country or right.country or left.kind == "person":
        return 0.0
    one, other = left.names[0], right.names[0]
    return float(one != other and min(len(one), len(other)) > 1 and one_within(one, other))


def _acronym(left: Profile, right: Profile, _: Contexts) -> float:
    if not left.named or not right.named or left.kind == "person":
        return 0.0
    return float(any(len(one) > 2 for one in left.initials & right.initials) and left.names[0] != right.names[0])


def _same_description(left: Profile, right: Profile, contexts: Contexts) -> float:
    if left.named or right.named or "unnamed" in (left.kind, right.kind) or left.anybody or right.anybody:
        return 0.0
    same_story = contexts.reports_alike(left.report, right.report) > 0.1
    if not same_story or left.head != right.head or not left.described:
        return 0.0
    if left.described == right.described:
        return 1.0
    return 0.7 if left.described < right.described or right.described < left.described else 0.0


def _named_against_described(left: Profile, right: Profile, _: Contexts) -> float:
    """Described ones find their name later, where only one body of the story can be meant."""
    return float(left.named != right.named)


def _roles(left: Profile, right: Profile, _: Contexts) -> float:
    if not left.roles or not right.roles or left.kind != "person":
        return 0.0
    return 1.0 if left.roles & right.roles else -1.0


def _story(left: Profile, right: Profile, contexts: Contexts) -> float:
    alike = contexts.reports_alike(left.report, right.report)
    return 1.0 if alike > 0.15 else 0.0 if alike > 0.05 else -1.0


TABLE = (
    Identity("country", 6.0, "one country", _country),
    Identity("other country", -5.0, "of different countries", _other_country),
    Identity("name", 4.0, "one full name", _full_name),
    Identity("other name", -6.0, "different names", _other_name),
    Identity("short form", 2.0, "one name within the other", _short_form),
    Identity("acronym", 3.0, "one is the other's initials", _acronym),
    Identity("description", 2.4, "described alike in reports on one story", _same_description),
    Identity("one unnamed", -6.0, "only one has a name", _named_against_described),
    Identity("roles", 0.8, "in the same office", _roles),
    Identity("story", 0.8, "reports on the same people and places", _story),
)
