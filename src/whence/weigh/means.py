"""What it was done with: accounts of one attack that name weapons of which only one can be the one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from whence.lexicon.differences import find_kinds
from whence.model.holdings import report_of
from whence.model.spans import Span
from whence.model.stories import Conflict
from whence.weigh.accounts import Account
from whence.weigh.foretold import sentence_of
from whence.weigh.stated import Stated, lay_sides

# What one of them may carry, fire or be called as well as the other.
_BOTH = frozenset(
    frozenset(pair.split("/"))
    for pair in ("aircraft/bomb aircraft/missile aircraft/rocket artillery/rocket bomb/drone drone/missile missile/rocket".split())
)
_NOT = re.compile(r"\b(?:not|no|never|without)(?:\s+[\w’'-]+){0,2}\s*$", re.I)
_AROUND = 60


def find_means_conflicts(account: Account) -> Iterator[Conflict]:
    """Two voices that name different weapons, in reports of which each names only its own, or one that denies the other's."""
    if account.occurrence.type != "assault":
        return
    stated = [(one, report_of(member)) for member, _ in account.told for one in _named_by(account, member)]
    differing = [pair for pair in product(stated, stated) if _differ(account, *pair)]
    sides = [one for one in stated if any(one in pair for pair in differing)]
    if sides:
        about = f"what it was done with: {account.occurrence.what}"
        yield account.conflict("means", about, lay_sides([one for one, _ in sides]), "the accounts name different weapons", hard=False)


def _named_by(account: Account, member: str) -> list[Stated]:
    text, trigger = account.holdings.reading(member).text, account.holdings.events[member].trigger
    sentence = sentence_of(text, trigger)
    words = Span(max(sentence.start, trigger.start - _AROUND), min(sentence.end, trigger.end + _AROUND)).of(text)
    return [
        Stated(one.kind, one.words.casefold(), _NOT.search(words[: one.start]) is not None, account.voice(member), account.behind(member))
        for one in find_kinds("means", words)
    ]


def _differ(account: Account, one: tuple[Stated, str], other: tuple[Stated, str]) -> bool:
    (left, here), (right, there) = one, other
    if left.voice == right.voice:
        return False
    if left.kind == right.kind:
        return left.denied != right.denied
    if left.denied or right.denied or frozenset((left.kind, right.kind)) in _BOTH:
        return False
    return here == there or not (_names(account, here, right.kind) or _names(account, there, left.kind))


def _names(account: Account, report: str, kind: str) -> bool:
    return any(one.kind == kind for one in find_kinds("means", account.holdings.readings[report].text))
