"""Where accounts of one occurrence differ: side by side, each side with the records it rests on.

What merely grows with time is an update, kept apart. A number that a report corrects itself stands as corrected.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence, Set

from whence.model.holdings import Holdings, member_of, report_of
from whence.model.spans import Span
from whence.model.stories import Claim, Conflict, Edge
from whence.weigh.accounts import Account, Accounts
from whence.weigh.causes import find_cause_conflicts
from whence.weigh.contrasts import find_contrasted_numbers
from whence.weigh.counts import Counts
from whence.weigh.dates import find_date_conflicts
from whence.weigh.denials import contrary_to, find_denials
from whence.weigh.disputes import find_disputed_numbers
from whence.weigh.extents import find_claimed_lengths, find_extent_conflicts
from whence.weigh.means import find_means_conflicts
from whence.weigh.motives import find_motive_conflicts
from whence.weigh.outcomes import find_fate_conflicts, find_outcome_conflicts
from whence.weigh.participants import find_actor_conflicts, find_nature_conflicts, find_recipient_conflicts, find_role_conflicts
from whence.weigh.places import find_place_conflicts
from whence.weigh.responsibilities import Disputed, find_responsibility_conflicts, is_of_who
from whence.weigh.reversals import find_changed_words, find_reversals
from whence.weigh.slips import find_slips

Finder = Callable[[Account], Iterator[Conflict]]


def weigh_conflicts(
    accounts: Accounts, claims: Sequence[Claim], lineage: Sequence[Edge] = ()
) -> tuple[tuple[Conflict, ...], tuple[Conflict, ...]]:
    """The conflicts within every occurrence, and the numbers that only grew."""
    counts = Counts(accounts.holdings)
    denied: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.denied_by and claim.occurrence:
            denied.setdefault(claim.occurrence, []).append(claim)
    contested = {one: claim for claim in claims if claim.denied_by for one in (*claim.attributions, *claim.denied_by)}
    disputed: dict[str, list[Disputed]] = {}
    conflicts: list[Conflict] = []
    updates: list[Conflict] = []
    every = list(accounts)
    for account in every:
        if len(account.occurrence.events) > 1:
            conflicts += [found for finder in _FINDERS for found in finder(account)]
            updates += counts.find_updates(account)
        conflicts += counts.find_count_conflicts(account)
        conflicts += find_denials(account, denied)
        conflicts += find_motive_conflicts(account, contested)
        of_who = [(claim, contrary_to(account, claim)) for claim in denied.get(account.occurrence.id, ()) if is_of_who(account, claim)]
        disputed[account.occurrence.id] = [(claim, denials) for claim, denials in of_who if denials]
    rejecting = {one: claim.denied_by for claim in claims for one in claim.attributions if claim.denied_by}
    charged = [
        *find_responsibility_conflicts(every, disputed, rejecting),
        *find_cause_conflicts(every, rejecting),
        *find_fate_conflicts(every),
    ]
    conflicts = [one for one in conflicts if (one.occurrence, one.field) not in {(other.occurrence, other.field) for other in charged}]
    reasons = [*charged, *(one for one in conflicts if one.field == "motive")]
    conflicts = [one for one in conflicts if not any(_is_of_another(one, other) for other in reasons)]
    conflicts += charged
    contrasted = list(find_contrasted_numbers(every))
    conflicts = [one for one in conflicts if one.field != "count" or not any(_holds(other, one) for other in contrasted)] + contrasted
    conflicts += [*find_disputed_numbers(every), *find_claimed_lengths(accounts, claims)]
    known = {member for one in conflicts if one.field == "said" for side in one.values for member in side.by}
    conflicts += [one for one in find_changed_words(accounts, claims) if not known & {member for side in one.values for member in side.by}]
    conflicts += find_slips(every, lineage, {(one.occurrence, one.field) for one in conflicts})
    deaths = {one.id for one in accounts.occurrences if one.type == "die"}
    return tuple(_drop_repeated(_drop_echoes(conflicts, accounts.holdings), accounts.holdings, deaths)), tuple(updates)


_FINDERS: tuple[Finder, ...] = (
    find_date_conflicts,
    find_actor_conflicts,
    find_recipient_conflicts,
    find_nature_conflicts,
    find_role_conflicts,
    find_means_conflicts,
    find_outcome_conflicts,
    find_place_conflicts,
    find_extent_conflicts,
    find_reversals,
)


def _drop_repeated(conflicts: Sequence[Conflict], holdings: Holdings, deaths: Set[str]) -> list[Conflict]:
    """One wrong day dates all that its sentence tells: the conflict is kept once, where most accounts meet, and of a deed and the
    deaths that it brought with the deed.
    """
    seen: dict[tuple[str, Span], set[str]] = defaultdict(set)
    repeated = set()
    dated = [one for one in conflicts if one.field == "date"]
    for conflict in sorted(dated, key=lambda one: (one.occurrence in deaths, -sum(len(side.by) for side in one.values), one.id)):
        words = frozenset(
            (report_of(member), span) for side in conflict.values for member in side.by if (span := holdings.events[member].date_span)
        )
        shared = Counter(other for word in words for other in seen[word])
        if any(count > 1 for count in shared.values()):
            repeated.add(conflict.id)
        for word in words:
            seen[word].add(conflict.id)
    return [conflict for conflict in conflicts if conflict.id not in repeated]


def _drop_echoes(conflicts: Sequence[Conflict], holdings: Holdings) -> list[Conflict]:
    """A denial that says itself what was not so makes a conflict there, and none of the other things told where that was claimed."""
    spelt = {side for one in conflicts if one.field == "happened" for side in _sayings_of(one, holdings)}
    return [
        one
        for one in conflicts
        if one.field != "happened" or not all(member in spelt for member in _denying(one)) or _sayings_of(one, holdings)
    ]


def _is_of_another(conflict: Conflict, other: Conflict) -> bool:
    """Whether those who say that it did not happen dispute why it happened, or who did it, and with whom."""
    if conflict.field != "happened" or not _denying(conflict):
        return False
    apart = [set(side.by) for side in other.values]
    return any(set(_denying(conflict)) <= side for side in apart)


def _holds(whole: Conflict, part: Conflict) -> bool:
    """Whether one conflict has two sides of another among its own."""
    records = [set(side.by) for side in whole.values]
    return sum(any(records_of & set(side.by) for records_of in records) for side in part.values) > 1


def _denying(conflict: Conflict) -> tuple[str, ...]:
    return next((side.by for side in conflict.values if side.value == "no"), ())


def _sayings_of(conflict: Conflict, holdings: Holdings) -> set[str]:
    """The sayings whose own negated events make a conflict."""
    events = [member for member in _denying(conflict) if member in holdings.events]
    return {member_of(report_of(one), said) for one in events if (said := holdings.events[one].attribution)}
