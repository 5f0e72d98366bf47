"""Where accounts of one occurrence differ: side by side, each side with the records it rests on.

What merely grows with time is an update, kept apart. A number that a report corrects itself stands as corrected.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from whence.model.dates import read_period
from whence.model.holdings import Holdings, member_of, report_of
from whence.model.spans import Span
from whence.model.stories import Claim, Conflict, Edge
from whence.weigh.accounts import Account, Accounts
from whence.weigh.causes import find_cause_conflicts
from whence.weigh.contrasts import find_contrasted_numbers
from whence.weigh.counts import Counts
from whence.weigh.dates import find_date_conflicts
from whence.weigh.disputes import find_disputed_numbers
from whence.weigh.extents import find_claimed_lengths, find_extent_conflicts
from whence.weigh.means import find_means_conflicts
from whence.weigh.motives import find_motive_conflicts
from whence.weigh.negations import is_plainly_denied
from whence.weigh.outcomes import find_fate_conflicts, find_outcome_conflicts
from whence.weigh.participants import find_actor_conflicts, find_nature_conflicts, find_recipient_conflicts, find_role_conflicts
from whence.weigh.places import find_place_conflicts
from whence.weigh.responsibilities import Disputed, find_responsibility_conflicts, is_of_who
from whence.weigh.retractions import is_taken_back
from whence.weigh.reversals import find_changed_words, find_reversals
from whence.weigh.slips import find_slips

_BREAK = re.compile(r"[.!?][”’\"')]*\s|\n")
_LESS = re.compile(
    r"(?:[\w’']+ ){0,3}(?:figures?|tolls?|numbers?|counts?|tally|tallies|estimates?)\b|any (?:hand|involvement|part|responsibility|role)\b",
    re.I,
)
_PART_IN = re.compile(r"\b(?:connection|hand|involvement|links?|part|role) (?:in|to|with) (?:[\w/’'-]+ ){0,3}$", re.I)
# Who says that he did not do it himself.
_OWN = re.compile(r"\b(?:I|we) (?:did(?: not|n[’']t)|have(?: not|n[’']t)|had(?: not|n[’']t)|never) (?:[\w’-]+ )?$", re.I)
_BEFORE, _ANSWER, _LED = 60, 150, 12
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
        of_who = [(claim, _contrary(account, claim)) for claim in denied.get(account.occurrence.id, ()) if is_of_who(account, claim)]
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


def find_denials(account: Account, denied: Mapping[str, Sequence[Claim]]) -> Iterator[Conflict]:
    """One account says that it happened, another that it did not, or denies what is claimed of it."""
    occurrence = account.occurrence
    told = [member for member, _ in account.told if not _is_denied(account, member)]
    breath = {account.behind(member)[-1] for member, event in account.told if event.attribution}
    against = [
        member
        for member, event in account.all
        if event.negated
        and is_plainly_denied(account, member)
        and not _is_declined(account, member)
        and account.behind(member)[-1] not in breath
    ]
    pairs = [(one, other) for one in told for other in against if _same_matter(account, one, other)]
    yes = [part for one in dict.fromkeys(one for one, _ in pairs) for part in account.behind(one)]
    no = [part for other in dict.fromkeys(other for _, other in pairs) for part in account.behind(other)]
    known = _is_known(account)
    for claim in denied.get(occurrence.id, ()):
        affirming, denying = _affirmed(account, claim, against)
        yes += affirming
        no += denying
        contrary = _contrary(account, claim)
        if contrary and (known or is_of_who(account, claim)):
            continue
        yes += [*(part for one in told for part in account.behind(one)), *claim.attributions] if contrary else []
        no += contrary
    yes = [one for one in yes if one not in no]
    if yes and no:
        about, back = f"whether it happened: {occurrence.what}", is_taken_back(account)
        rule = "told by one, denied by another" + ("; a report of it is withdrawn" if back else "")
        yield account.conflict("happened", about, {"yes": yes, "no": no}, rule, kind="corrected" if back else "contradiction")


def _is_known(account: Account) -> bool:
    """Whether several reports tell it in their own voice: who denies what somebody says of it denies something else than that."""
    return len({report_of(member) for member, event in account.told if event.attribution is None}) > 1


def _affirmed(account: Account, claim: Claim, against: Sequence[str]) -> tuple[list[str], list[str]]:
    """Those who answer a denial that it was so and tell nothing more ("she says it was"), and the denial."""
    bare = [one for one in claim.attributions if one not in {account.behind(member)[-1] for member in account.occurrence.events}]
    denying = [part for member in against for part in account.behind(member) if account.behind(member)[-1] in claim.denied_by]
    return (bare, denying) if bare and denying else ([], [])


def _contrary(account: Account, claim: Claim) -> list[str]:
    """Those who deny what a claim tells without saying themselves what happened and what did not."""
    wordless = [one for one in claim.denied_by if not _tells_of_its_own(account, one) and not _is_of_less(account, one)]
    return [one for one in wordless if not any(_overlap(account, one, other) for other in claim.attributions)]


def _is_denied(account: Account, member: str) -> bool:
    """Whether it stands in what somebody denies: then nobody there says that it was so."""
    found = account.holdings.attributions.get(member_of(report_of(member), account.holdings.events[member].attribution or ""))
    return found is not None and found.act == "deny" and found.polarity == "positive"


def _is_declined(account: Account, member: str) -> bool:
    """Whether it stands in what somebody will not say or do, or asks others not to do, or says that he had no part in: that denies not
    the deed.
    """
    event, text = account.holdings.events[member], account.holdings.reading(member).text
    found = account.holdings.attributions.get(member_of(report_of(member), event.attribution or ""))
    no_part = _PART_IN.search(text, max(0, event.trigger.start - _BEFORE), event.trigger.start)
    return bool(no_part) or (found is not None and found.act in ("decline", "demand", "ask", "advise"))


def _same_matter(account: Account, one: str, other: str) -> bool:
    """Whether two tellings agree in who took part or when, and stand in sentences of their own.

    Who says that these did not do it (``other``) does not say that nobody did.
    """
    left, right = account.holdings.events[one], account.holdings.events[other]
    if left.type != right.type:
        return False
    if report_of(one) == report_of(other) and (not _BREAK.search(_between(account, one, other)) or _said_again(account, one, other)):
        return False
    doers, others = (
        [account.those(member, parts) for member, parts in sides]
        for sides in (((one, left.actors), (other, right.actors)), ((one, left.recipients), (other, right.recipients)))
    )
    doers[1] = doers[1] or _speaker(account, other)
    when = read_period(left.date), read_period(right.date)
    one_day = when[0] is not None and when[1] is not None and when[0].meets(when[1])
    if _is_answered(account, one, other) and not doers[1] and not others[1] and when[1] is None:
        return True
    if doers[1] and not doers[0] & doers[1]:  # of an attack that is told it only says who did not do it
        return not doers[0] and right.type != "assault" and (one_day or bool(others[0] & others[1]))
    return one_day or bool((doers[0] | others[0]) & (doers[1] | others[1]))


def _speaker(account: Account, member: str) -> set[str]:
    """The one who says of what he denies that he did not do it himself; where nobody knows who that is, his saying stands for him."""
    event, text = account.holdings.events[member], account.holdings.reading(member).text
    said = account.holdings.attributions.get(member_of(report_of(member), event.attribution or ""))
    if said is None or not _OWN.search(text, max(0, event.trigger.start - _BEFORE), event.trigger.start):
        return set()
    return account.those(member, (said.source_entity or said.id,))


def _said_again(account: Account, one: str, other: str) -> bool:
    """Whether the words that lead to both are the same, as in a headline that quotes: then one is misread."""
    text = account.holdings.reading(one).text
    left, right = (account.holdings.events[member].trigger for member in (one, other))
    return text[max(0, left.start - _LED) : left.end].casefold() == text[max(0, right.start - _LED) : right.end].casefold()


def _is_answered(account: Account, one: str, other: str) -> bool:
    """Whether the second stands right after the first in one report: "was arrested, … knew of no arrest"."""
    left, right = account.holdings.events[one].trigger, account.holdings.events[other].trigger
    return report_of(one) == report_of(other) and 0 < right.start - left.end <= _ANSWER


def _between(account: Account, one: str, other: str) -> str:
    spans = sorted(account.holdings.events[member].trigger for member in (one, other))
    return account.holdings.reading(one).text[spans[0].end : spans[1].start]


def _tells_of_its_own(account: Account, attribution: str) -> bool:
    """Whether what hangs on an attribution says what happened and what did not: events told as true, or told of this occurrence."""
    report = report_of(attribution)
    reading, content = account.holdings.reading(attribution), account.holdings.attributions[attribution].content
    events = [one for one in reading.events if member_of(report, one.attribution or "") == attribution]
    first = _BREAK.search(reading.text, content[0].start, content[0].end)
    opening = first.start() if first else content[0].end
    if events and not any(one.trigger.start < opening for one in events):
        return False  # "That is a lie. They did it because …"
    return any(not one.negated or member_of(report, one.id) in account.occurrence.events for one in events)


def _is_of_less(account: Account, attribution: str) -> bool:
    """Whether it is a figure that is denied and not what it counts, or a part in the deed and not the deed."""
    return bool(_LESS.match(account.holdings.words(attribution, account.holdings.attributions[attribution].content[0])))


def _overlap(account: Account, one: str, other: str) -> bool:
    """Whether two attributions are of the same words of one report."""
    left, right = account.holdings.attributions[one].content, account.holdings.attributions[other].content
    return report_of(one) == report_of(other) and any(a.meets(b) for a in left for b in right)
