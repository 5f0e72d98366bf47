"""Accounts of one occurrence that date it differently."""

from __future__ import annotations

from collections.abc import Iterator

from whence.model.dates import Period, read_period, write_period
from whence.model.stories import Conflict
from whence.weigh.accounts import Account

_PRECISE = 7
_STATED = ("stated", "relative")
_SLIP = 2


def find_date_conflicts(account: Account) -> Iterator[Conflict]:
    """Two days for one happening: each side must give its date in words of its own."""
    if all(event.type == "die" and event.quantities for _, event in account.told):
        return  # the dead of one disaster die on several days
    groups: dict[Period, list[str]] = {}
    stated: set[Period] = set()
    for member, event in account.told:
        period = read_period(event.date)
        if period is None or period.days > _PRECISE:
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
