"""What somebody has been accused of just before he denies any part in it: "accused the port of arming them. The port denied any role"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from whence.model.holdings import member_of
from whence.model.readings import Attribution, Reading
from whence.weigh.accounts import Account

BLANK = re.compile(r"\n\s*\n")
SENTENCE = re.compile(r"[.!?][”’\"')]*\s+[A-Z“\"‘]|\n\s*\n")
NEAR = 300


class Charge(NamedTuple):
    """An accusation that a denial answers: of which occurrence it is, whom it names, the records that make it, and where it stands."""

    account: Account
    accused: str
    members: tuple[str, str]
    start: int


def find_charge(reading: Reading, denial: Attribution, home: Mapping[str, Account]) -> Charge | None:
    """The last accusation before a denial, in the same block of text and with little between, whose sentence tells a deed."""
    report, start = reading.report.id, denial.content[0].start
    for one in sorted(reading.attributions, key=lambda each: -each.content[0].start):
        if one.act != "accuse" or one.cue is None or not 0 < start - one.cue.end <= NEAR or BLANK.search(reading.text, one.cue.end, start):
            continue
        for event in sorted(reading.events, key=lambda each: each.trigger):
            account, accused = home.get(member_of(report, event.id)), next(iter(event.actors), one.target)
            told = one.cue.end <= event.trigger.start < start and not SENTENCE.search(reading.text, one.cue.end, event.trigger.start)
            if told and account is not None and accused is not None and not event.negated:
                return Charge(account, accused, (member_of(report, one.id), member_of(report, event.id)), one.cue.start)
    return None
