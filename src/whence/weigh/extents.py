"""How much or how long: accounts of one happening that give it different lengths, or destroyed what another calls damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from whence.lexicon.differences import find_kinds
from whence.lexicon.numbers import load_numbers
from whence.model.holdings import report_of
from whence.model.spans import Span
from whence.model.stories import Claim, Conflict
from whence.weigh.accounts import Account, Accounts, lay_conflict
from whence.weigh.foretold import sentence_of
from whence.weigh.stated import Stated, differ, lay_sides

_MINUTES = {"minute": 1, "hour": 60, "day": 1_440, "week": 10_080, "month": 43_200, "year": 525_600}
_FOR = re.compile(
    r"\bfor (?:(?P<about>about|around|nearly|almost|some|roughly|at least|more than|over|up to|less than|under) )?"
    r"(?P<number>an?|\d+|[a-z]+)(?P<half> and a half)? (?P<unit>minute|hour|day|week|month|year)s?\b"
    r"(?: and (?P<more>an?|\d+|[a-z]+) (?P<smaller>minute|hour|day)s?\b)?",
    re.I,
)
_REACH, _AROUND, _ALIKE = 80, 60, 0.15


class _Length(NamedTuple):
    words: str
    minutes: float
    member: str


def find_extent_conflicts(account: Account) -> Iterator[Conflict]:
    """Lengths of time that cannot both be so; what goes on still grows. A thing that one calls destroyed and another little damaged."""
    lengths = [found for member, event in account.told if event.modality == "actual" for found in _lengths(account, member)]
    if any(_apart(*pair) for pair in combinations(lengths, 2)):
        sides: dict[str, list[str]] = {}
        for one in sorted(lengths, key=lambda one: one.member):
            name = next((words for words in sides if _is_called(words, one, lengths)), one.words)
            sides.setdefault(name, []).extend(account.behind(one.member))
        yield account.conflict("extent", f"how long: {account.occurrence.what}", sides, "the accounts give different lengths of time")
    stated = [one for member, _ in account.told for one in _harm(account, member)]
    if differ(stated) and len({report_of(one.members[0]) for one in stated}) > 1:
        about = f"how much: {account.occurrence.what}"
        yield account.conflict("extent", about, lay_sides(stated), "the accounts give different harm", hard=False)


def find_claimed_lengths(accounts: Accounts, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Lengths of time that two reports give in sayings of nearly the same words."""
    for claim in claims:
        said = [found for member in (*claim.attributions, *claim.denied_by) for found in _lengths_said(accounts, member)]
        if any(_apart(*pair) for pair in combinations(said, 2)):
            sides: dict[str, list[str]] = {}
            for one in sorted(said, key=lambda one: one.member):
                name = next((words for words in sides if _is_called(words, one, said)), one.words)
                sides.setdefault(name, []).append(one.member)
            about = f"how long: {claim.says}"
            yield lay_conflict(accounts.holdings, claim.occurrence, "extent", about, sides, "the accounts give different lengths of time")


def _lengths_said(accounts: Accounts, member: str) -> Iterator[_Length]:
    words = " ".join(accounts.holdings.words(member, part) for part in accounts.holdings.attributions[member].content)
    yield from _read_length(words, member)


def _lengths(account: Account, member: str) -> Iterator[_Length]:
    """How long a telling says that it took, in its own clause and plainly."""
    reading, trigger = account.holdings.reading(member), account.holdings.events[member].trigger
    end = min(sentence_of(reading.text, trigger).end, trigger.end + _REACH)
    others = [one.trigger.start for one in reading.events if trigger.end <= one.trigger.start < end]
    yield from _read_length(reading.text[trigger.end : min([end, *others])], member)


def _read_length(words: str, member: str) -> Iterator[_Length]:
    match = _FOR.search(words)
    number = _number(match["number"]) if match else None
    if match is not None and match["about"] is None and number is not None:
        minutes = (number + (0.5 if match["half"] else 0)) * _MINUTES[match["unit"].casefold()]
        more = (_number(match["more"]) or 0) * _MINUTES[match["smaller"].casefold()] if match["more"] else 0
        yield _Length(match[0][4:], minutes + more, member)


def _number(words: str) -> float | None:
    if words.isdecimal():
        return float(words)
    if words.casefold() in ("a", "an"):
        return 1.0
    value, kind = load_numbers().get(words.casefold(), (0, "vague"))
    return float(value) if kind == "small" else None


def _apart(one: _Length, other: _Length) -> bool:
    low, high = sorted((one.minutes, other.minutes))
    return report_of(one.member) != report_of(other.member) and high - low > _ALIKE * high


def _is_called(words: str, one: _Length, lengths: Sequence[_Length]) -> bool:
    return any(other.words == words and other.minutes == one.minutes for other in lengths)


def _harm(account: Account, member: str) -> list[Stated]:
    text, trigger = account.holdings.reading(member).text, account.holdings.events[member].trigger
    sentence = sentence_of(text, trigger)
    words = Span(max(sentence.start, trigger.start - _AROUND), min(sentence.end, trigger.end + _AROUND)).of(text)
    voice, members = account.voice(member), account.behind(member)
    return [Stated(one.kind, one.words.casefold(), False, voice, members) for one in find_kinds("extent", words)]
