"""Whether a report of the story takes back what was told of an occurrence: its own words, or those that others have withdrawn."""

from __future__ import annotations

import re

from whence.weigh.accounts import Account

_WHOSE = r"(?:(?:both|her|his|its|our|that|the|their|these|this|those)\s+)?(?:[\w’'-]+\s+)?"
_REPORT = r"(?:account|article|claim|item|reports?|stor(?:y|ies)|statement)\b"
_TAKES_BACK = re.compile(
    r"\bwe (?:now |hereby )?(?:withdraw|retract)\b|\bshould (?:never|not) have (?:been published|appeared)\b"
    rf"|\b(?:withdr(?:aws?|ew|awn)|retract(?:s|ed)?|tak(?:e|en) down|took down|removed) {_WHOSE}{_REPORT}",
    re.I,
)


def is_taken_back(account: Account) -> bool:
    """Whether a telling stands in a paragraph that says that it, or another report of it, is withdrawn."""
    return any(_TAKES_BACK.search(_paragraph(account, member)) for member in account.occurrence.events)


def _paragraph(account: Account, member: str) -> str:
    text, trigger = account.holdings.reading(member).text, account.holdings.events[member].trigger
    start, end = text.rfind("\n", 0, trigger.start) + 1, text.find("\n", trigger.end)
    return text[start : end if end >= 0 else len(text)]
