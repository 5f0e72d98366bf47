"""Numbers that one sets against those that others gave: "eleven shells fell, not 14 or nine".

Whoever says so tells which number is at odds with which, so that it does not matter whether the tellings were joined.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from whence.model.holdings import Holdings, report_of
from whence.model.readings import Reading
from whence.model.spans import Span
from whence.model.stories import Conflict
from whence.weigh.accounts import Account
from whence.weigh.figures import Figure, iter_event_figures, iter_stated_figures, read_number, same_count
from whence.weigh.foretold import sentence_of

_NUMBER = r"(?:the )?(\d[\d,]*|[a-z]+)"
_NOT = re.compile(rf"(?:,|–|—| -)? (?:and )?(?:not|rather than|instead of) {_NUMBER}(?:,? (?:or|nor|and) {_NUMBER})?\b", re.I)


def find_contrasted_numbers(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """A number that its teller sets against those of others, beside all who give one of these of the same thing."""
    home = {member: account for account in accounts for member, _ in account.told}
    figures: list[Figure] | None = None
    for member, account in home.items():
        for figure in iter_event_figures(account.holdings, member):
            refused = _refused(account.holdings.reading(member), figure)
            if not refused or not figure.unit:
                continue
            figures = figures if figures is not None else _all_figures(account.holdings, home)
            alike = [one for one in figures if one.value in {figure.value, *refused} and same_count(figure, one)]
            sides: dict[str, list[str]] = defaultdict(list)
            for one in (figure, *alike):
                sides[f"{one.value:g}"] += one.members
            if len(sides) > 1:
                yield _lay(account, figure, sides, home)


def _lay(account: Account, figure: Figure, sides: dict[str, list[str]], home: dict[str, Account]) -> Conflict:
    """The conflict, of the occurrence that most tell of those whose number is in question."""
    homes = [account, *(home[one] for by in sides.values() for one in by if one in home)]
    told = max(homes, key=lambda one: (len(one.occurrence.events), one.occurrence.id))
    about = f"how many {figure.of}".rstrip() + f": {told.occurrence.what}"
    return told.conflict("count", about, sides, "one sets a number against those of others")


def _refused(reading: Reading, figure: Figure) -> set[float]:
    """The numbers that the sentence of a figure says after it are not right."""
    end = sentence_of(reading.text, figure.span).end
    match = _NOT.search(reading.text, figure.span.end, end)
    found = (read_number(one) for one in match.groups() if one) if match else ()
    return {value for value in found if value is not None and value != figure.value}


def _all_figures(holdings: Holdings, home: dict[str, Account]) -> list[Figure]:
    told = [figure for member in home for figure in iter_event_figures(holdings, member)]
    held: dict[str, list[Span]] = defaultdict(list)
    for one in told:
        held[one.report].append(one.span)
    stated = (
        figure for report in sorted({report_of(member) for member in home}) for figure in iter_stated_figures(holdings.readings[report])
    )
    return [*told, *(one for one in stated if not any(span.meets(one.span) for span in held[one.report]))]
