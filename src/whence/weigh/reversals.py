"""What somebody says that he will do, and says elsewhere that he will not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from whence.model.holdings import member_of, report_of
from whence.model.stories import Claim, Conflict
from whence.weigh.accounts import Account, Accounts, lay_conflict

_WILL = re.compile(r"^\W*(?:I|we|he|she|it|they)\s+(?:will|would|shall|[’']ll)(?:\s+(?:also|now|still))?(\s+(?:not|never)\b)?", re.I)


def find_reversals(account: Account) -> Iterator[Conflict]:
    """One who speaks of his own part in what is to come, for it in one report and against it in another."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for member, event in account.all:
        speaker = _speaker(account, member)
        if speaker is not None and event.modality == "planned" and speaker in account.those(member, event.actors):
            said[speaker]["will not" if event.polarity == "negative" else "will"] += account.behind(member)
    for speaker, sides in sorted(said.items()):
        if len(sides) > 1 and len({report_of(member) for by in sides.values() for member in by}) > 1:
            about = f"what {account.names.get(speaker, speaker)} said: {account.occurrence.what}"
            yield account.conflict("said", about, sides, "one speaker says yes and says no", hard=False)


def find_changed_words(accounts: Accounts, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """One who is quoted in one report that he will, and in another, in the same words, that he will not."""
    for claim in claims:
        said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for member in (*claim.attributions, *claim.denied_by):
            attribution = accounts.holdings.attributions[member]
            will = _WILL.search(accounts.holdings.words(member, attribution.content[0]))
            if will is not None and attribution.source_entity is not None:
                source = member_of(report_of(member), attribution.source_entity)
                said[accounts.entity_of.get(source, source)]["will not" if will[1] else "will"].append(member)
        for speaker, sides in sorted(said.items()):
            if len(sides) > 1 and len({report_of(member) for by in sides.values() for member in by}) > 1:
                about = f"what {accounts.names.get(speaker, speaker)} said: {claim.says}"
                yield lay_conflict(
                    accounts.holdings, claim.occurrence, "said", about, sides, "one speaker says yes and says no", hard=False
                )


def _speaker(account: Account, member: str) -> str | None:
    event = account.holdings.events[member]
    said = account.holdings.attributions.get(member_of(report_of(member), event.attribution or ""))
    if said is None or said.source_entity is None:
        return None
    source = member_of(report_of(member), said.source_entity)
    return account.entity_of.get(source, source)
