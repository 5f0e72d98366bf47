"""Which tellings say that a thing happened, and whether two origins say the same, so that one may confirm the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from whence.lexicon.kin import content_stems, families
from whence.model.dates import read_period
from whence.model.holdings import Holdings, member_of, report_of
from whence.model.readings import Attribution, Event
from whence.model.stories import Claim, Conflict, Occurrence

_AGAINST = frozenset({"deny", "decline"})
# Who says these things states nothing that another could bear out.
_UNSTATED = frozenset({"ask", "demand", "advise", "threaten", "promise", "predict", "warn"})
_DAYS = 31
_ALIKE = 0.5
# What very many tell is judged by the first of them: each would have to be compared with each.
_COMPARED = 64


@dataclass(frozen=True, slots=True)
class Confirmations:
    """Answers for the members of occurrences and claims; ``disputed`` names those on which accounts differ."""

    holdings: Holdings
    entity_of: Mapping[str, str]
    disputed: frozenset[str]

    def stands(self, member: str) -> bool:
        """Whether an event is told as having happened, and not as asked for, planned, foretold, imagined or denied."""
        event = self.holdings.events[member]
        return event.modality in ("actual", "ongoing") and event.polarity == "positive" and not self._is_against(self._behind(member))

    def may_confirm(self, occurrence: Occurrence) -> bool:
        """Whether nothing stands against an occurrence, and its tellings agree."""
        return occurrence.id not in self.disputed and self.agree(occurrence.events)

    def may_confirm_claim(self, claim: Claim) -> bool:
        """Whether nothing stands against a claim, and those who make it state the same in like words."""
        if claim.denied_by or self.disputed & {claim.id, claim.occurrence, *claim.attributions}:
            return False
        stated = [self.holdings.attributions[one] for one in claim.attributions]
        # What one outlet has from another may come back to it: a circle need not show in the reports at hand.
        if any(one.act in _UNSTATED or one.anonymity == "outlet" or self._is_against(one) for one in stated):
            return False
        words = [self._words(member) for member in claim.attributions[:_COMPARED]]
        alike = all(len(one & other) >= _ALIKE * min(len(one), len(other)) for one, other in combinations(words, 2))
        within = [one for member in claim.attributions[:_COMPARED] for one in self._within(member)]
        return alike and all(self._compatible(one, other) for one, other in combinations(within, 2))

    def agree(self, members: Iterable[str]) -> bool:
        """Whether the tellings of different reports name no different people or days, and two of them surely tell the same."""
        told = [member for member in members if self.stands(member)][:_COMPARED]
        pairs = [(one, other) for one, other in combinations(told, 2) if report_of(one) != report_of(other)]
        return all(self._compatible(one, other) for one, other in pairs) and any(self._meet(one, other) for one, other in pairs)

    def _compatible(self, one: str, other: str) -> bool:
        left, right = self.holdings.events[one], self.holdings.events[other]
        when = read_period(left.date), read_period(right.date)
        apart = when[0] is not None and when[1] is not None and not when[0].meets(when[1])
        sides = ((self._named(one, left.actors), self._named(other, right.actors)),
                 (self._named(one, left.recipients), self._named(other, right.recipients)))  # fmt: skip
        return not apart and all(not (mine and yours) or mine & yours for mine, yours in sides)

    def _meet(self, one: str, other: str) -> bool:
        """Whether two tellings are in like words, and befell the same, or share a day and who, where or how many."""
        left, right = self.holdings.events[one], self.holdings.events[other]
        if not self._kin(one, left) & self._kin(other, right):
            return False
        when = read_period(left.date), read_period(right.date)
        near = when[0] is not None and when[1] is not None and max(when[0].days, when[1].days) <= _DAYS and when[0].meets(when[1])
        befell = self._named(one, left.recipients) & self._named(other, right.recipients)
        doers = self._named(one, left.actors) & self._named(other, right.actors)
        counted = {quantity.value for quantity in left.quantities} & {quantity.value for quantity in right.quantities}
        return bool(befell) or bool(near and (doers or counted or self._place(one, left) & self._place(other, right)))

    def _kin(self, member: str, event: Event) -> frozenset[str]:
        return families(self.holdings.words(member, event.trigger))

    def _place(self, member: str, event: Event) -> set[str]:
        return self._named(member, (event.place,) if event.place else ())

    def _named(self, member: str, parts: Sequence[str]) -> set[str]:
        """The story's entities for those who have a name: a description may stand for whom another names."""
        members = [member_of(report_of(member), one) for one in parts]
        held = [one for one in members if any(mention.form == "named" for mention in self.holdings.entities[one].mentions)]
        return {self.entity_of.get(one, one) for one in held}

    def _behind(self, member: str) -> Attribution | None:
        return self.holdings.attributions.get(member_of(report_of(member), self.holdings.events[member].attribution or ""))

    @staticmethod
    def _is_against(found: Attribution | None) -> bool:
        return found is not None and (found.polarity == "negative" or found.act in _AGAINST)

    def _words(self, attribution: str) -> frozenset[str]:
        content = self.holdings.attributions[attribution].content
        return frozenset(stem for part in content for stem in content_stems(self.holdings.words(attribution, part)))

    def _within(self, attribution: str) -> list[str]:
        report = report_of(attribution)
        events = ((member_of(report, event.id), event) for event in self.holdings.readings[report].events)
        return [member for member, event in events if event.attribution and member_of(report, event.attribution) == attribution]


def name_disputed(conflicts: Iterable[Conflict]) -> frozenset[str]:
    """The occurrences on which accounts differ, and the records that give the accounts; what a report corrected itself is among them."""
    standing = [conflict for conflict in conflicts if conflict.kind != "update"]
    records = {record for conflict in standing for side in conflict.values for record in side.by}
    return frozenset({conflict.occurrence for conflict in standing if conflict.occurrence} | records)
