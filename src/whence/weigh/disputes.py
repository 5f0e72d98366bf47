"""Numbers that two put on one thing which no happening counts: "52 men were on board. … The union put the number on board at 61"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from whence.lexicon.kin import content_stems
from whence.model.holdings import member_of, report_of
from whence.model.readings import Attribution, Reading
from whence.model.stories import Conflict
from whence.weigh.accounts import Account
from whence.weigh.figures import read_number

# What is counted is told with the word for it, and the number last.
_PUT = re.compile(
    r"\b(?:the|their|its) (?:number|figure|total|count|tally)(?: of)?(?P<of>(?: [\w’-]+){1,4}?)"
    r" (?:at|was|is|as) (?:about |some |at least )?(?P<number>[\w,]+)[.,;]?$",
    re.I,
)
_STATED = re.compile(r"(?<![\w.,:–-])(?P<number>\d[\d,]*|[a-z]+) (?P<of>[\w’-]+(?: [\w’-]+){0,6})", re.I)
_TELLS = frozenset({"die", "assault"})
_NEAR, _BLOCK = 800, 600


class _Dispute(NamedTuple):
    account: Account
    stems: frozenset[str]
    values: tuple[tuple[str, str], tuple[str, str]]


def find_disputed_numbers(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """Numbers that one source puts on what another has just counted in the same words, of the accident or attack that the report tells."""
    home = {member: account for account in accounts if account.occurrence.type in _TELLS for member, _ in account.told}
    found: dict[str, list[_Dispute]] = defaultdict(list)
    telling = sorted({report_of(member) for member in home})
    for reading in (accounts[0].holdings.readings[report] for report in telling):
        for one in _disputes_in(reading, home):
            found[one.account.occurrence.id].append(one)
    for disputes in found.values():
        kinds: list[tuple[frozenset[str], dict[str, list[str]]]] = []
        for one in disputes:
            sides = next((each for stems, each in kinds if stems & one.stems), None)
            if sides is None:
                sides = {}
                kinds.append((one.stems, sides))
            for value, member in one.values:
                sides.setdefault(value, []).append(member)
        account = disputes[0].account
        for stems, sides in kinds:
            about = f"how many {' '.join(sorted(stems))}: {account.occurrence.what}"
            yield account.conflict("count", about, sides, "the accounts give different numbers of the same")


def _disputes_in(reading: Reading, home: Mapping[str, Account]) -> Iterator[_Dispute]:
    said = sorted(reading.attributions, key=lambda one: one.content[0].start)
    for at, one in enumerate(said):
        put = _PUT.search(_words(one, reading))
        number = read_number(put["number"]) if put else None
        if put is None or number is None:
            continue
        stems = frozenset(content_stems(put["of"]))
        for other in reversed(said[:at]):
            stated = _stated(other, reading, stems) if one.content[0].start - other.content[-1].end <= _NEAR else None
            if stated is not None and other.source_entity != one.source_entity:
                account = _told_of(other, reading, home)
                if stated != number and account is not None:
                    values = (
                        (f"{stated:g}", member_of(reading.report.id, other.id)),
                        (f"{number:g}", member_of(reading.report.id, one.id)),
                    )
                    yield _Dispute(account, stems, values)
                break


def _stated(one: Attribution, reading: Reading, stems: frozenset[str]) -> float | None:
    """The number that a saying gives of what these words name."""
    for match in _STATED.finditer(_words(one, reading)):
        number = read_number(match["number"])
        if number is not None and stems <= frozenset(content_stems(match["of"])):
            return number
    return None


def _told_of(one: Attribution, reading: Reading, home: Mapping[str, Account]) -> Account | None:
    """The accident or attack told last before a saying, else the first that the report tells."""
    told = [(event, home[name]) for event in reading.events if (name := member_of(reading.report.id, event.id)) in home]
    told.sort(key=lambda pair: pair[0].trigger)
    before = [account for event, account in told if 0 <= one.content[0].start - event.trigger.end <= _BLOCK]
    return before[-1] if before else next((account for _, account in told), None)


def _words(one: Attribution, reading: Reading) -> str:
    return " ".join(" ".join(part.of(reading.text).split()) for part in one.content)
