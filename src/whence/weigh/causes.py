"""Why it happened: accounts of one accident or death that name causes of different kinds, or deny the one that another names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from whence.lexicon.differences import Named, find_kinds
from whence.model.dates import read_period
from whence.model.holdings import member_of, report_of
from whence.model.readings import Attribution, Event, Reading
from whence.model.spans import Span
from whence.model.stories import Conflict
from whence.weigh.accounts import Account
from whence.weigh.charges import BLANK, NEAR
from whence.weigh.foretold import sentence_of
from whence.weigh.stated import Stated, differ, lay_sides

_OF_DEATHS = frozenset({"illness", "violence", "suicide", "fall"})
_SAYS = frozenset({"say", "accuse", "announce", "believe", "confirm", "deny"})
_BECAUSE = re.compile(
    r"\b(?:because(?: of)?|owing to|due to|(?:caused|ignited|sparked|started|triggered|touched off|set off|brought on|brought about) by"
    r"|(?:began|started|broke out) (?:after|when|with)|(?:as )?(?:a|the) result of"
    r"|resulting from|blamed on|died (?:of|from))\b",
    re.I,
)
_NOT = re.compile(r"\b(?:no|not|never|any|nor|without|ruled? out|rul(?:es|ing) out)(?:\s+[\w’'-]+){0,3}\s*$", re.I)
_UNSURE = re.compile(r"\b(?:if|whether|could|might|may|perhaps|possib\w+|or)\b", re.I)
# What is named as a cause and nothing else ("an earth tremor"), or as what went before or brought it about.
_BARE = re.compile(r"\W*(?:(?:an?|the|its|their|his|her)\s+)?(?:[\w-]+\s+){0,3}$", re.I)
_BROUGHT = re.compile(r"(?:\s+[\w.,-]+){0,4}?\s+(?:preceded|caused|triggered|set off|brought about|brought down|led to)\b", re.I)
_OPENING, _LONGEST, _AT_ONCE, _NEXT, _DAY = 800, 160, 120, 400, 10


class _Told(NamedTuple):
    event: Event
    account: Account
    mishap: bool


def find_cause_conflicts(accounts: Sequence[Account], rejecting: Mapping[str, Sequence[str]]) -> Iterator[Conflict]:
    """Accidents and deaths of which two voices name causes of different kinds; ``rejecting`` holds who denies what a saying says."""
    fitting = ((account, _is_mishap(account)) for account in accounts)
    home = {
        member: (account, mishap) for account, mishap in fitting if mishap or account.occurrence.type == "die" for member, _ in account.told
    }
    stated: dict[str, list[Stated]] = defaultdict(list)
    for reading in accounts[0].holdings.readings.values() if home else ():
        for account, one in _stated_in(reading, home, rejecting):
            stated[account.occurrence.id].append(one)
    for account, deed in _rivals(accounts, stated):
        stated[deed.occurrence.id] += [*stated.pop(account.occurrence.id), *_told_as_done(deed, account)]
    for account in accounts:
        found = stated.get(account.occurrence.id, [])
        if differ(found):
            about = f"why it happened: {account.occurrence.what}"
            hard = any(one.denied for one in found)
            yield account.conflict("cause", about, lay_sides(found), "the accounts give different causes", hard=hard)


def _is_mishap(account: Account) -> bool:
    return any(find_kinds("mishap", account.holdings.words(member, event.trigger)) for member, event in account.told)


def _rivals(accounts: Sequence[Account], stated: Mapping[str, Sequence[Stated]]) -> Iterator[tuple[Account, Account]]:
    """An accident whose cause is told, and the attack that the same thing is said to have met: right after it in one report and that
    day, or by its name.
    """
    deeds: dict[str, list[tuple[str, Account]]] = defaultdict(list)
    for account in accounts:
        for member in account.occurrence.events if account.occurrence.type == "assault" else ():
            if _is_of_attack(account, member):
                for key in (report_of(member), *account.those(member, account.holdings.events[member].recipients)):
                    deeds[key].append((member, account))
    for account in accounts:
        if stated.get(account.occurrence.id) and account.occurrence.type != "assault":
            met = (deed for member, event in account.told for deed in _met_by(account, member, event, deeds))
            yield from ((account, deed) for deed in islice(met, 1))


def _met_by(account: Account, member: str, event: Event, deeds: Mapping[str, Sequence[tuple[str, Account]]]) -> Iterator[Account]:
    holdings, named = account.holdings, account.those(member, event.recipients)
    for other, deed in deeds.get(report_of(member), ()):
        if _same_thing(event, holdings.events[other]):
            yield deed
    for other, deed in (pair for one in sorted(named) for pair in deeds.get(one, ()) if account.names.get(one, one)[:1].isupper()):
        when = read_period(account.occurrence.date), read_period(holdings.events[other].date)
        if when[0] is None or when[1] is None or when[0].meets(when[1]):
            yield deed


def _same_thing(event: Event, other: Event) -> bool:
    one_day = event.date is not None and event.date == other.date and len(event.date) == _DAY
    return 0 <= other.trigger.start - event.trigger.end <= _NEXT and (one_day or bool(set(event.recipients) & set(other.recipients)))


def _is_of_attack(deed: Account, member: str) -> bool:
    named = find_kinds("cause", deed.holdings.words(member, deed.holdings.events[member].trigger))
    return any(one.kind == "attack" for one in named)


def _told_as_done(deed: Account, accident: Account) -> Iterator[Stated]:
    """The attack, as other reports than those of the accident tell it."""
    denying = {report_of(member) for member, _ in accident.told}
    for member, event in deed.told:
        if report_of(member) not in denying and _is_of_attack(deed, member):
            yield Stated("attack", deed.holdings.words(member, event.trigger), False, deed.voice(member), deed.behind(member))


def _stated_in(
    reading: Reading, home: Mapping[str, tuple[Account, bool]], rejecting: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Account, Stated]]:
    """The causes that a report names, in the sentence that tells the accident or in a saying after it."""
    report = reading.report.id
    ordered = sorted(reading.events, key=lambda one: one.trigger)
    events = [_Told(one, *home[name]) for one in ordered if (name := member_of(report, one.id)) in home]
    if not events:
        return
    for event, account, mishap in events:
        member = member_of(report, event.id)
        for named in _named_with(event, reading):
            if (named.kind in _OF_DEATHS) is not mishap:
                yield account, Stated(named.kind, named.words, False, account.voice(member), account.behind(member))
    said = sorted(
        (one for one in reading.attributions if one.act in _SAYS and one.polarity == "positive"), key=lambda one: one.content[0].start
    )
    for at, one in enumerate(said):
        cause, denied = _named_in(one, reading)
        home_of = _told_before(one.content[0].start, events, reading, cause) if cause else None
        if cause is None or home_of is None:
            continue
        member = member_of(report, one.id)
        yield home_of, Stated(cause.kind, cause.words, denied, home_of.voice(member), (member,))
        for denial in (other for other in said[at + 1 :] if member_of(report, other.id) in rejecting.get(member, ())):
            names = tuple(member_of(report, each.id) for each in (denial, *_instead(denial, said)))
            yield home_of, Stated(cause.kind, cause.words, not denied, home_of.voice(names[0]), names)


def _named_with(event: Event, reading: Reading) -> list[Named]:
    """The cause that the sentence of an event names after it: "crashed owing to engine failure"."""
    sentence = sentence_of(reading.text, event.trigger)
    because = _BECAUSE.search(reading.text, event.trigger.start, sentence.end)
    if because is None or _NOT.search(reading.text, event.trigger.end, because.start()) or _UNSURE.search(sentence.of(reading.text)):
        return []
    return find_kinds("cause", reading.text[because.end() : sentence.end])[:1]


def _named_in(one: Attribution, reading: Reading) -> tuple[Named | None, bool]:
    """The cause that a saying names, and whether it says that it was none."""
    words = " ".join(" ".join(part.of(reading.text).split()) for part in one.content)
    named = next(iter(find_kinds("cause", words)), None)
    if named is None or len(words) > _LONGEST or _UNSURE.search(words):
        return None, False
    before, after = words[: named.start], words[named.start + len(named.words) :]
    denied = _NOT.search(before) is not None
    bare = _BARE.fullmatch(before) is not None and not re.search(r"\w", after)
    brought = _BROUGHT.match(after) is not None or _BECAUSE.search(before) is not None
    exists = re.match(r"\W*there (?:was|were|had been)\b", before, re.I) is not None
    if bare or brought or exists or named.kind in _OF_DEATHS:
        return named, denied or (bare and one.act == "deny")
    return None, False


def _told_before(start: int, events: Sequence[_Told], reading: Reading, named: Named) -> Account | None:
    """The accident or death told just before; of an accident else the one that the report opens with."""
    fitting = [one for one in events if (named.kind in _OF_DEATHS) is not one.mishap]
    before = [one for one in fitting if 0 <= start - one.event.trigger.end <= NEAR]
    if before and not BLANK.search(reading.text, before[-1].event.trigger.end, start):
        return before[-1].account
    opening = [one.account for one in fitting if one.event.trigger.start <= _OPENING and named.kind not in _OF_DEATHS]
    return max(opening, key=lambda account: len(account.occurrence.events), default=None)


def _instead(denial: Attribution, said: Sequence[Attribution]) -> list[Attribution]:
    """What who denies says next, in the same breath: "rejected that. 'They have been cutting corners for a year,' she said"."""
    after = [one for one in said if one.content[0].start >= denial.content[-1].end]
    return [one for one in after[:1] if one.source_entity == denial.source_entity and _gap(denial.content[-1], one.content[0]) <= _AT_ONCE]


def _gap(one: Span, other: Span) -> int:
    return other.start - one.end
