"""Accounts of one occurrence that date it differently."""

from __future__ import annotations

from collections.abc import Iterator

from whence.model.dates import Period, read_period, write_period
from whence.model.stories import Conflict
from whence.weigh.accounts import Account

_PRECISE = 7
_YEAR = 366
_STATED = ("stated", "relative")
_SLIP = 2


def find_date_conflicts(account: Account) -> Iterator[Conflict]:
    """Two days for one happening, or a day and a year in which it does not lie: each side must give its date in words of its own."""
    groups: dict[Period, list[str]] = {}
    stated: set[Period] = set()
    # The dead of one disaster die on several days, and a toll is of the day on which it was told.
    told = [(member, event) for member, event in account.told if event.type != "die" or not event.quantities]
    dated = [(member, event, period) for member, event in told if (period := read_period(event.date)) and period.days <= _YEAR]
    days = [period for _, event, period in dated if period.days <= _PRECISE and event.date_basis in _STATED]
    for member, event, period in sorted(dated, key=lambda one: (one[2].days > _PRECISE, one[0])):
        if period.days > _PRECISE and (event.date_basis not in _STATED or any(period.meets(day) for day in days)):
            continue
        home = next((one for one in groups if one.meets(period)), period)
        groups.setdefault(home, []).append(member)
        if event.date_basis in _STATED and event.date_span is not None:
            stated.add(home)
    sides = {write_period(period): members for period, members in sorted(groups.items()) if period in stated}
    if len(sides) > 1:
        first, last = min(stated), max(stated)
        slip = abs((last.first - first.first).days) <= _SLIP or abs((last.first - first.first).days) in (365, 366)
        rule = "the accounts give different days" + (", as a slip of the pen would" if slip else "")
        about = f"when it happened: {account.occurrence.what}"
        yield account.conflict("date", about, sides, rule, kind="slip" if slip else "contradiction")
