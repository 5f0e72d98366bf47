"""Where it happened: accounts of one happening that put it in places of which neither is part of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from whence.lexicon.countries import load_country_names
from whence.lexicon.kin import content_stems
from whence.model.holdings import member_of, report_of
from whence.model.readings import Reading
from whence.model.stories import Conflict
from whence.weigh.accounts import Account
from whence.weigh.foretold import iter_sentences

_NOT_ONE_PLACE = frozenset({"travel", "protest", "mobilize", "consult"})


def find_place_conflicts(account: Account) -> Iterator[Conflict]:
    """Tellings of different reports that name different places, where no report names two of them in one sentence.

    Whoever knows both places would say so: a place that contains another, or lies beside it, is named with it somewhere.
    """
    if account.occurrence.type in _NOT_ONE_PLACE:
        return
    sides: dict[str, list[str]] = defaultdict(list)
    for member, event in account.told:
        place = member_of(report_of(member), event.place) if event.place else ""
        entity = account.holdings.entities.get(place)
        if entity is not None and entity.kind == "place" and entity.name[:1].isupper() and entity.name not in load_country_names():
            sides[account.names.get(account.entity_of.get(place, place), entity.name)].append(member)
    told = [member for members in sides.values() for member in members]
    if not all(_is_sure(account, *pair) for pair in combinations(told, 2)):
        return
    reports = [{report_of(member) for member in members} for members in sides.values()]
    if len(sides) < 2 or any(left & right for left, right in combinations(reports, 2)):
        return
    if any(_may_be_one(account, *pair) for pair in combinations(sides, 2)):
        return
    about = f"where it happened: {account.occurrence.what}"
    yield account.conflict("place", about, sides, "the accounts name different places", hard=False)


def _is_sure(account: Account, one: str, other: str) -> bool:
    """Whether two tellings are of one day, or of the same people."""
    left, right = account.holdings.events[one], account.holdings.events[other]
    if left.date is not None and left.date == right.date:
        return True
    return bool(account.those(one, left.recipients) & account.those(other, right.recipients))


def _may_be_one(account: Account, one: str, other: str) -> bool:
    """Whether two names share a word, or stand in one sentence anywhere in the story."""
    if set(content_stems(one)) & set(content_stems(other)):
        return True
    return any(_names_both(reading, one, other) for reading in account.holdings.readings.values())


def _names_both(reading: Reading, one: str, other: str) -> bool:
    text = reading.text
    if one not in text or other not in text:
        return False
    return any(one in words and other in words for words in (span.of(text) for span in iter_sentences(text)))
