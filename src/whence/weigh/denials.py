"""Whether it happened: what one account tells as done and another denies, and what is denied of a deed without denying the deed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from whence.lexicon.kin import families
from whence.model.dates import read_period
from whence.model.holdings import member_of, report_of
from whence.model.stories import Claim, Conflict
from whence.weigh.accounts import Account
from whence.weigh.foretold import sentence_of
from whence.weigh.negations import is_plainly_denied
from whence.weigh.responsibilities import is_of_who
from whence.weigh.retractions import is_taken_back

_BREAK = re.compile(r"[.!?][”’\"')]*\s|\n")
_LESS = re.compile(
    r"(?:[\w’']+ ){0,3}(?:figures?|tolls?|numbers?|counts?|tally|tallies|estimates?)\b|any (?:hand|involvement|part|responsibility|role)\b",
    re.I,
)
_PART_IN = re.compile(r"\b(?:connection|hand|involvement|links?|part|role) (?:in|to|with) (?:[\w/’'-]+ ){0,3}$", re.I)
# Who says that he did not do it himself.
_OWN = re.compile(r"\b(?:I|we) (?:did(?: not|n[’']t)|have(?: not|n[’']t)|had(?: not|n[’']t)|never) (?:[\w’-]+ )?$", re.I)
_NONE = re.compile(r"\bno (?:such )?$", re.I)
_BEFORE, _ANSWER, _LED = 60, 150, 12


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
        contrary = contrary_to(account, claim)
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


def contrary_to(account: Account, claim: Claim) -> list[str]:
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
    if (_in_its_words(account, one, other) or _is_answered(account, one, other)) and not doers[1] and not others[1] and when[1] is None:
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


def _in_its_words(account: Account, one: str, other: str) -> bool:
    """Whether somebody says that there was no such thing ("no shelling"), and another report tells it in a sentence with that word."""
    trigger, said = account.holdings.events[other].trigger, account.holdings.reading(other).text
    if report_of(one) == report_of(other) or not _NONE.search(said, max(0, trigger.start - _BEFORE), trigger.start):
        return False
    denied, text = trigger.of(said), account.holdings.reading(one).text
    return bool(families(denied) & families(sentence_of(text, account.holdings.events[one].trigger).of(text)))


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
