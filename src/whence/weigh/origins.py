"""Independent origins: how many newsrooms and agencies tell a thing without relaying one another.

A copy adds none. Who relays is followed to whom it relays, as far as the story's reports show; where that leads round in a
circle nobody stands behind it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from whence.lexicon.outlets import find_agency
from whence.model.dates import read_period
from whence.model.holdings import Holdings
from whence.model.stories import Because, Claim, Conflict, Independent, Occurrence, Origin, Origins
from whence.weigh.confirmations import Confirmations, name_disputed
from whence.weigh.relays import Relay, Relays

_NEVER = 3_652_059
_UNNAMED = frozenset({"unnamed_individual", "unnamed_group"})
_AGENCY = frozenset({"agency", "newswire"})


@dataclass(frozen=True, slots=True)
class _Root:
    """Where tellings come from in the end: a newsroom's name, or a report whose outlet is unknown; ``circle`` names those who cite
    each other round and nobody else.
    """

    by: str
    known: bool
    relays: tuple[Relay, ...]
    circle: tuple[str, ...] = ()


def weigh_origins(
    holdings: Holdings,
    occurrences: Sequence[Occurrence],
    claims: Sequence[Claim],
    relays: Relays,
    entity_of: Mapping[str, str],
    conflicts: Sequence[Conflict] = (),
) -> tuple[Origins, ...]:
    """What stands behind every occurrence and every claim.

    Behind what is told as having happened stand only those who tell it so: who asks for it, plans, foretells or denies it is no origin.
    """
    checks = Confirmations(holdings, entity_of, name_disputed(conflicts))
    found = []
    for occurrence in occurrences:
        standing = [member for member in occurrence.events if checks.stands(member)]
        told = [relays.of_event(member) for member in standing or occurrence.events]
        idle = len(occurrence.events) - len(standing)
        row = _weigh(holdings, told, relays, entity_of, _Matter(occurrence, bool(standing), idle if standing else 0))
        found.append(row if row.suggested is None or checks.may_confirm(occurrence) else replace(row, suggested=None))
    for claim in claims:
        told = [relays.of_attribution(member) for member in claim.attributions]
        row = _weigh(holdings, told, relays, entity_of, _Matter(claim, True, 0))
        found.append(row if row.suggested is None or checks.may_confirm_claim(claim) else replace(row, suggested=None))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Matter:
    """What is weighed: whether it is told as having happened, and how many tellings were left out since they do not tell it so."""

    of: Occurrence | Claim
    happened: bool
    idle: int


def _weigh(holdings: Holdings, told: Sequence[Relay], relays: Relays, entity_of: Mapping[str, str], matter: _Matter) -> Origins:
    behind = {relay.member for relay in told}
    told = _without_restated(told)
    roots = _roots(told, relays)
    origins = tuple(_origin(root) for root in roots)
    adding = {_first(root, holdings) for root in roots}
    adds_nothing = tuple(sorted({relay.report for relay in told} - adding))
    of = matter.of
    spans = of.because.spans if not matter.idle else tuple(holdings.passage(one, holdings.events[one].trigger) for one in sorted(behind))
    because = Because(_rule(roots, adds_nothing, holdings) + _say_idle(matter), spans)
    count = _count(roots, entity_of)
    suggested = suggest_credibility(count, origins) if matter.happened else None
    occurrence, claim = (of.id, None) if isinstance(of, Occurrence) else (None, of.id)
    return Origins(occurrence, claim, count, origins, adds_nothing, because, suggested)


def _say_idle(matter: _Matter) -> str:
    if not matter.happened:
        return "; none tells it as having happened"
    tellings = "telling" if matter.idle == 1 else "tellings"
    return f"; {matter.idle} {tellings} left out that ask for it, plan, foretell, imagine or deny it" if matter.idle else ""


def suggest_credibility(count: Independent | None, origins: Sequence[Origin]) -> Literal["1"] | None:
    """Confirmed, which is "1", where two origins agree that are surely apart and do not rest on sources without a name alone."""
    sound = [origin for origin in origins if origin.rests_on != ("unnamed",)]
    return "1" if count is not None and count.least > 1 and len(sound) > 1 else None


def _without_restated(told: Sequence[Relay]) -> list[Relay]:
    """The tellings without those in which a report that copies says again, in its headline or an edited line, what it copies,
    and those through an outlet that only passed on what another had.
    """
    copying, reports = {relay.report for relay in told if relay.copied}, {relay.report for relay in told}
    passing = {(relay.report, newsroom) for relay in told for newsroom in relay.through}

    def adds(relay: Relay) -> bool:
        again = (relay.own and relay.report in copying) or relay.rewrites in reports
        return not again and (relay.report, relay.newsroom) not in passing

    return [relay for relay in told if adds(relay)]


def _roots(told: Sequence[Relay], relays: Relays) -> list[_Root]:
    """The tellings by where they lead."""
    leads = _leads(told, relays)
    groups: dict[tuple[str, bool, tuple[str, ...]], list[Relay]] = defaultdict(list)
    for relay in sorted(told, key=lambda relay: relay.member):
        if relay.newsroom is None or relays.is_report(relay.newsroom):
            groups[relay.newsroom or relay.report, False, ()].append(relay)
        else:
            by, circle = _follow(relay.newsroom, leads)
            groups[by, True, circle].append(relay)
    return [_Root(by, known, tuple(group), circle) for (by, known, circle), group in sorted(groups.items())]


def _leads(told: Iterable[Relay], relays: Relays) -> Mapping[str, str]:
    """Each newsroom that tells the thing only after others, to the first of those in the alphabet."""
    own: set[str] = set()
    after: dict[str, set[str]] = defaultdict(set)
    for relay in told:
        publisher = relays.newsroom(relay.report)
        if publisher is None or relay.newsroom is None or relays.is_report(relay.newsroom):
            continue
        if relay.newsroom == publisher:
            own.add(publisher)
        else:
            after[publisher].add(relay.newsroom)
    return {publisher: min(names) for publisher, names in after.items() if publisher not in own}


def _follow(newsroom: str, leads: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """The newsroom at the end of a line of relays; a line that bites its tail is a circle, known by its first name."""
    path = [newsroom]
    while path[-1] in leads:
        following = leads[path[-1]]
        if following in path:
            circle = tuple(sorted(path[path.index(following) :]))
            return circle[0], circle
        path.append(following)
    return path[-1], ()


def _count(roots: Sequence[_Root], entity_of: Mapping[str, str]) -> Independent | None:
    """``most`` takes every root for independent, ``least`` puts together those that may be one."""
    standing = [root for root in roots if not root.circle]
    circles = len(roots) - len(standing)
    if not standing:
        return Independent(0, circles) if circles else None
    known = [root for root in standing if root.known]
    pools = {_pool(root, entity_of) or f"newsroom {root.by}" for root in known}
    least = max(1, len(pools))
    least -= _restated(known, least)
    return Independent(max(1, least), len(standing) + circles)


def _pool(root: _Root, entity_of: Mapping[str, str]) -> str | None:
    """What two roots have in common that may be one source: they rest on nobody named, or all on one and the same."""
    if any(not relay.chain for relay in root.relays):
        return None
    if all(relay.anonymity in _UNNAMED for relay in root.relays):
        return "nobody named"
    last = {entity_of.get(relay.chain[-1], relay.chain[-1]) for relay in root.relays}
    return f"source {min(last)}" if len(last) == 1 else None


def _restated(known: Sequence[_Root], least: int) -> int:
    """Newsrooms that tell the thing in their own voice beside citing another for it may only say again what they cite."""
    citing = {relay.report for root in known for relay in root.relays if not relay.own and not relay.copied}
    plain = [root for root in known if all(relay.own and not relay.chain and relay.report in citing for relay in root.relays)]
    return min(len(plain), least - 1)


def _origin(root: _Root) -> Origin:
    rests = {"unnamed" if relay.anonymity in _UNNAMED else "named" for relay in root.relays if relay.chain}
    chains = sorted({relay.chain for relay in root.relays if relay.chain})
    reports = sorted({relay.report for relay in root.relays})
    words = set(root.by.casefold().split())
    kind = "agency" if root.known and (words & _AGENCY or find_agency(root.by)) else "outlet"
    return Origin(root.by, kind, tuple(sorted(rests)), tuple(chains), tuple(reports))  # type: ignore[arg-type]


def _first(root: _Root, holdings: Holdings) -> str:
    """The report that brings an origin into the story: its own newsroom's, else the one that was published first."""

    def order(relay: Relay) -> tuple[bool, bool, int, str]:
        period = read_period(holdings.readings[relay.report].report.published)
        return (not relay.own, relay.again, period.first.toordinal() if period else _NEVER, relay.report)

    return min(root.relays, key=order).report


def _rule(roots: Sequence[_Root], adds_nothing: Sequence[str], holdings: Holdings) -> str:
    parts = [_say(root) for root in roots]
    idle = f"; adds nothing: {', '.join(_named(report, holdings) for report in adds_nothing)}" if adds_nothing else ""
    return "; ".join(parts) + idle


def _say(root: _Root) -> str:
    if root.circle:
        return f"{' and '.join(root.circle)} cite each other in a circle"
    if not root.known:
        return "a report whose outlet is unknown, independence not established"
    relayed = [relay for relay in root.relays if not relay.own]
    return f"{root.by}, relayed" if len(relayed) == len(root.relays) else root.by


def _named(report: str, holdings: Holdings) -> str:
    return holdings.readings[report].report.outlet or report
