"""How it ended: whether somebody is dead or alive, a vote was won or lost, an attack beaten off or not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whence.lexicon.differences import find_kinds
from whence.lexicon.kin import stem
from whence.model.dates import read_period
from whence.model.holdings import member_of, report_of
from whence.model.readings import Attribution, Reading
from whence.model.stories import Conflict
from whence.weigh.accounts import Account
from whence.weigh.stated import Stated, differ, lay_sides

_DEADLY = frozenset(stem(word) for word in "kill murder assassinate assassination execute die dead death perish slain lynch".split())
_ALIVE = re.compile(r"\b(?:am|is|are|was|were|remains?|still)\s+(?:still\s+|very much\s+)?(?:alive|living)\b", re.I)
_UNSURE = re.compile(r"\b(?:if|whether|unless|until|when|hop\w+|believ\w+|not)\b", re.I)
# Two of these, in this order, cannot both be how one thing ended.
_OPPOSED = (
    ("passed", "voted down"),
    ("repelled", "took"),
    ("intercepted", "hit"),
    ("acquitted", "convicted"),
    ("upheld", "overturned"),
    ("won", "lost"),
)


class _Alive(NamedTuple):
    """A saying that somebody, an entity of the story, lives."""

    who: str
    member: str


def find_fate_conflicts(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """Deaths of somebody of whom another says afterwards that he lives."""
    if not accounts:
        return
    living: dict[str, list[str]] = defaultdict(list)
    for reading in accounts[0].holdings.readings.values():
        for one in _said_alive(reading, accounts[0]):
            living[one.who].append(one.member)
    for account in accounts if living else ():
        dead = [member for member, _ in account.told if _is_deadly(account, member)]
        alive = [one for who in sorted(_victims(account, dead)) for one in living.get(who, ()) if _is_later(account, one)]
        voices = {account.voice(one) for one in alive}
        sure = [member for member in dead if account.voice(member) not in voices]
        if sure and alive:
            sides = {"dead": [part for member in sure for part in account.behind(member)], "alive": alive}
            yield account.conflict(
                "outcome", f"dead or alive: {account.occurrence.what}", sides, "one tells of a death, another says he lives"
            )


def find_outcome_conflicts(account: Account) -> Iterator[Conflict]:
    """Tellings whose own words say that it ended in opposite ways."""
    told = [
        (named.kind, Stated(named.kind, named.words, False, account.voice(member), account.behind(member)))
        for member, event in account.told
        for named in find_kinds("outcome", account.holdings.words(member, event.trigger))
    ]
    for pair in _OPPOSED:
        stated = [one for kind, one in told if kind in pair]
        if differ(stated) and len({report_of(one.members[0]) for one in stated}) > 1:
            yield account.conflict(
                "outcome", f"how it ended: {account.occurrence.what}", lay_sides(stated), "the accounts end it differently"
            )


def _said_alive(reading: Reading, account: Account) -> Iterator[_Alive]:
    for one in reading.attributions:
        for part in one.content:
            words = part.of(reading.text)
            found = _ALIVE.search(words)
            if found is None or one.polarity == "negative" or one.act == "deny" or _UNSURE.search(words[: found.start()]):
                continue
            who = _subject(reading, one, part.start, part.start + found.start())
            if who is not None:
                member = member_of(reading.report.id, who)
                yield _Alive(account.entity_of.get(member, member), member_of(reading.report.id, one.id))


def _subject(reading: Reading, one: Attribution, start: int, end: int) -> str | None:
    """Who is mentioned last before the verb."""
    mentions = [
        (mention.span, entity.id)
        for entity in reading.entities
        for mention in entity.mentions
        if entity.kind == "person" and start <= mention.span.start and mention.span.end <= end
    ]
    if re.search(r"\bI\s*$", reading.text[start:end]):
        return one.source_entity
    return max(mentions)[1] if mentions else None


def _is_deadly(account: Account, member: str) -> bool:
    event = account.holdings.events[member]
    words = (stem(word) for word in account.holdings.words(member, event.trigger).split())
    return event.type in ("die", "assault") and any(word in _DEADLY for word in words)


def _victims(account: Account, dead: Sequence[str]) -> set[str]:
    events = ((member, account.holdings.events[member]) for member in dead)
    return {who for member, event in events for who in account.those(member, event.recipients)}


def _is_later(account: Account, saying: str) -> bool:
    """Whether it was said no earlier than the death is told to have come."""
    said, died = read_period(account.holdings.reading(saying).report.published), read_period(account.occurrence.date)
    return said is None or died is None or said.last >= died.first
