"""Later tellings of what was foretold: the same kind of deed, by or to the same, at a time that fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.lexicon.kin import content_stems, families, says_little
from whence.model.dates import Period, read_period
from whence.model.holdings import Holdings, member_of, report_of
from whence.model.readings import Event
from whence.model.stories import Occurrence
from whence.weigh.foretold import Foretold, matter_of, sentence_of
from whence.weigh.wordings import mentioned_in, shares_matter

_BEGINS_IN = re.compile(r"\b(?:beg[aiu]n|start|open)", re.I)
_BEGINS = re.compile(r"\b(?:beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?)\s+(?:to\s+)?$", re.I)
_OPENS = families("begin")
# Who says these things says nothing of what has happened.
_UNSETTLED = frozenset({"deny", "decline", "threaten", "predict", "promise", "demand", "ask", "advise"})
_TO_COME = frozenset({"planned", "predicted", "asked"})
# Deeds that the same do to the same but once in a while.
_ONCE = frozenset({"retreat", "appoint", "agree", "vote"})
# What a vote decides, and how its count is told.
_VOTED = frozenset({"reject", "support", "agree", "vote", "appoint", "accuse"})
_VOTES = re.compile(r"\bvotes?\b|\b\d+ (?:to|against) \d+\b", re.I)
# What is put off is said to be moved, or not to be on its day.
_OFF = re.compile(r"\b(?:not on|instead of|rather than|put off|postponed|moved|delayed|pushed back|rescheduled)\b", re.I)
_TERM = re.compile(r"\b(?:before|until|till|by|within|this|next)\b", re.I)
_PRECISE = 3
_MONTH = 31
_SOON = 7
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Fulfilments:
    """Looks among later reports on the matter for tellings of what was foretold."""

    holdings: Holdings
    entity_of: Mapping[str, str]
    home: Mapping[str, Occurrence]

    def find_met(self, foretold: Foretold, near: Sequence[str]) -> list[str]:
        """Tellings that it happened; each agrees with the forecast in kind, in who took part, and in time."""
        return [
            member
            for member, event in self._later(foretold, near)
            if self._stands(member, event) and self._fits(event, foretold) and self._done(member, event, foretold)
            if self._is_same(member, event, foretold)
            or self._is_on_the_day(member, event, foretold)
            or self._opens(member, event, foretold)
        ]

    def find_on_the_day(self, foretold: Foretold, near: Sequence[str]) -> list[str]:
        """Those of the tellings that it happened which give the very day foretold."""
        due = foretold.due
        if due is None or due.days > _PRECISE:
            return []
        dated = ((member, read_period(self.holdings.events[member].date)) for member in self.find_met(foretold, near))
        return [member for member, day in dated if day is not None and day.days <= _PRECISE and day.meets(due)]

    def find_late(self, foretold: Foretold, near: Sequence[str]) -> list[str]:
        """Tellings that the same did, soon after its time, what is done but once: who leaves an office in June did not leave it by May."""
        due = foretold.due
        if due is None:
            return []
        found = []
        for member, event in self._later(foretold, near):
            day = read_period(event.date)
            late = day is not None and day.days <= _PRECISE and 0 < (day.first - due.last).days <= _MONTH
            done = late and event.type in _ONCE and self._stands(member, event) and self._done(member, event, foretold)
            if done and self._is_same(member, event, foretold):
                found.append(member)
        return found

    def find_broken(self, foretold: Foretold, near: Sequence[str]) -> list[str]:
        """Tellings, each with its day, that what was foretold not to be happened in the time of which that was said."""
        due = foretold.due
        if due is None:
            return []
        dated = ((member, read_period(self.holdings.events[member].date)) for member in self.find_met(foretold, near))
        whole = bool(_TERM.search(foretold.said))
        return [member for member, day in dated if day is not None and day.last <= due.last and (whole or day.meets(due))]

    def find_put_off(self, foretold: Foretold, near: Sequence[str]) -> list[str]:
        """Tellings that it has not happened or is to happen later: after its time, or where they name its day."""
        due = foretold.due
        if due is None:
            return []
        found = []
        for member, event in self._later(foretold, near):
            told, period = _published(member, self.holdings), read_period(event.date)
            put_off = event.modality in _TO_COME and event.polarity == "positive" and period is not None and period.first > due.last
            soon = told is not None and 0 < (told.first - due.last).days <= _MONTH
            after = told is not None and told.first > due.last and (put_off or (soon and event.negated))
            after = after and self._is_akin(member, event, foretold)
            if after or (put_off and self._is_off_the_day(member, event, foretold)):
                found.append(member)
        return found

    def _later(self, foretold: Foretold, near: Sequence[str]) -> Iterator[tuple[str, Event]]:
        for report in near:
            published = read_period(self.holdings.readings[report].report.published)
            if report != foretold.report and published and foretold.made and published.first > foretold.made.last:
                yield from ((member_of(report, event.id), event) for event in self.holdings.readings[report].events)

    def _stands(self, member: str, event: Event) -> bool:
        """Whether the report, or somebody in it, says that it happened."""
        behind = self.holdings.attributions.get(member_of(report_of(member), event.attribution or ""))
        said = behind is None or (behind.polarity == "positive" and behind.act not in _UNSETTLED)
        return said and event.polarity == "positive" and event.modality in ("actual", "ongoing")

    @staticmethod
    def _fits(event: Event, foretold: Foretold) -> bool:
        """Whether its date, where it has one, lies neither before the forecast nor after its term."""
        period = read_period(event.date)
        if period is None:
            return True
        early = foretold.made is not None and period.last < foretold.made.first
        return not early and not (foretold.due is not None and (period.first > foretold.due.last or _is_too_soon(period, foretold)))

    def _done(self, member: str, event: Event, foretold: Foretold) -> bool:
        """Whether it was done, and not only begun, unless no more than that was foretold."""
        text = self.holdings.reading(member).text
        before, words = text[max(0, event.trigger.start - 12) : event.trigger.start], event.trigger.of(text)
        begins = bool(_BEGINS.search(before) or (" " in words and _BEGINS_IN.match(words)))
        return begins <= bool(_BEGINS_IN.search(foretold.said))

    def _is_same(self, member: str, event: Event, foretold: Foretold) -> bool:
        """Whether one of the events foretold is of the same kind and has a doer, or one to whom it is done, in common with it."""
        alike = [one for one in foretold.events if self._same_kind(member, event, one)]
        return any(self._same_parts(member, event, one, foretold.due) and self._same_matter(member, event, one, foretold) for one in alike)

    def _same_matter(self, member: str, event: Event, one: str, foretold: Foretold) -> bool:
        """Whether a telling with no day speaks of the same: soon after the term, or, where there is no term, in words of the forecast."""
        told, due, told_on = self.holdings.events[one], foretold.due, _published(member, self.holdings)
        here, there = self._among(member, (event.place,) if event.place else ()), self._among(one, (told.place,) if told.place else ())
        if here and there and not here & there:
            return False
        if due is not None:
            return event.date is not None or (told_on is not None and (told_on.first - due.last).days <= _SOON)
        rest = foretold.words - set(content_stems(self.holdings.words(one, told.trigger)))
        return len(rest & self._around(member, event)) >= min(_LEAST, len(rest))

    def _same_kind(self, member: str, event: Event, one: str) -> bool:
        told = self.holdings.events[one]
        return told.type == event.type and bool(self._kin(member, event) & self._kin(one, told))

    def _same_parts(self, member: str, event: Event, one: str, due: Period | None) -> bool:
        told, period = self.holdings.events[one], read_period(event.date)
        doers = self._among(member, event.actors), self._among(one, told.actors)
        others = self._among(member, event.recipients), self._among(one, told.recipients)
        if (all(doers) and not doers[0] & doers[1]) or (all(others) and not others[0] & others[1]):
            return False
        in_time = due is not None and due.days <= _MONTH and period is not None and period.meets(due)
        return bool(doers[0] & doers[1]) or (bool(others[0] & others[1]) and (in_time or not doers[1]))

    def _is_on_the_day(self, member: str, event: Event, foretold: Foretold) -> bool:
        """Whether it is of the kind, on the very day foretold, and the sentences of both speak of the same."""
        period, due = read_period(event.date), foretold.due
        if due is None or period is None or max(due.days, period.days) > _PRECISE or not due.meets(period):
            return False
        trigger = event.trigger.of(self.holdings.reading(member).text)
        alike = any(self._same_kind(member, event, one) for one in foretold.events)
        vote = any(self.holdings.events[one].type == "vote" for one in foretold.events)
        if vote and not self._is_on_the_same(member, event, foretold):
            return False
        alike = alike or (vote and self._is_voted(member, event))
        if not alike and (foretold.events or not self._kin(member, event) & families(foretold.said)):
            return False
        sentence = sentence_of(self.holdings.reading(member).text, event.trigger)
        opening = content_stems(sentence.of(self.holdings.reading(member).text).split()[0])  # a capital there makes no name
        if {*self._around(member, event), *opening} & foretold.around - set(content_stems(trigger)):
            return True
        here = mentioned_in(report_of(member), sentence, self.holdings, self.entity_of)
        return bool(here & mentioned_in(foretold.report, foretold.sentence, self.holdings, self.entity_of))

    def _is_voted(self, member: str, event: Event) -> bool:
        """Whether it tells what was decided by a vote: its sentence speaks of votes, or counts them."""
        text = self.holdings.reading(member).text
        return event.type in _VOTED and _VOTES.search(sentence_of(text, event.trigger).of(text)) is not None

    def _is_on_the_same(self, member: str, event: Event, foretold: Foretold) -> bool:
        """Whether the sentence speaks of what is to be voted on, if the forecast says what that is."""
        text = self.holdings.reading(member).text
        on = frozenset(word for word in foretold.words if not (says_little(word) or _VOTES.match(word)))
        return not on or shares_matter(on, sentence_of(text, event.trigger).of(text))

    def _opens(self, member: str, event: Event, foretold: Foretold) -> bool:
        """Whether what was promised by name, such as an inquiry, is told as having begun."""
        if not self._kin(member, event) & _OPENS:
            return False
        for one in foretold.events:
            told = self.holdings.events[one]
            name = set(content_stems(self.holdings.words(one, told.trigger)))
            mine = [set(content_stems(self.holdings.entities[who].name)) for who in self._members(member, event.actors)]
            if len(name) > 1 and not told.actors and not told.recipients and any(name <= stems for stems in mine):
                return True
        return False

    def _is_off_the_day(self, member: str, event: Event, foretold: Foretold) -> bool:
        """Whether it is of the kind, and its sentence says that it is not to be on the day foretold."""
        reading = self.holdings.reading(member)
        sentence = sentence_of(reading.text, event.trigger)
        days = [read_period(time.period) for time in reading.times if sentence.holds(time.span)]
        named = foretold.due in days and _OFF.search(sentence.of(reading.text)) is not None
        return named and any(self._kin(member, event) & self._kin(one, self.holdings.events[one]) for one in foretold.events)

    def _is_akin(self, member: str, event: Event, foretold: Foretold) -> bool:
        """Whether it is of the same kind, and it, or another telling of that kind in its report, is tied to what was foretold."""
        for one in foretold.events:
            if self._same_kind(member, event, one):
                report = report_of(member)
                here = ((member_of(report, other.id), other) for other in self.holdings.readings[report].events)
                if any(self._same_kind(name, other, one) and self._is_tied(name, other, one, foretold) for name, other in here):
                    return True
        return False

    def _is_tied(self, member: str, event: Event, one: str, foretold: Foretold) -> bool:
        """Whether a telling is linked with what was foretold, has a part in common with it, or the words for what it befalls.

        Where neither tells any part, words of the sentence will do.
        """
        told = self.holdings.events[one]
        if one in self.home and member in self.home[one].events:
            return True
        subject = foretold.words - set(content_stems(self.holdings.words(one, told.trigger)))
        things = [self.holdings.entities[part] for part in self._members(member, event.recipients)]
        described = (part.name for part in things if not any(mention.form == "named" for mention in part.mentions))
        if any(set(content_stems(name)) & subject for name in described):
            return True
        bare = not (event.actors or event.recipients or told.actors or told.recipients)
        return bool(bare and self._around(member, event) & subject) or self._same_parts(member, event, one, None)

    def _kin(self, member: str, event: Event) -> frozenset[str]:
        return families(event.trigger.of(self.holdings.reading(member).text))

    def _around(self, member: str, event: Event) -> frozenset[str]:
        text = self.holdings.reading(member).text
        return matter_of(sentence_of(text, event.trigger).of(text))

    def _among(self, member: str, parts: tuple[str, ...]) -> set[str]:
        return {self.entity_of.get(one, one) for one in self._members(member, parts)}

    @staticmethod
    def _members(member: str, parts: tuple[str, ...]) -> list[str]:
        return [member_of(report_of(member), one) for one in parts]


def _is_too_soon(period: Period, foretold: Foretold) -> bool:
    """Whether it was days before the very day foretold: "on 12 May", not "by 12 May"."""
    due = foretold.due
    precise = due is not None and max(due.days, period.days) <= _PRECISE and not _TERM.search(foretold.said)
    return precise and due is not None and (due.first - period.last).days > 1


def _published(member: str, holdings: Holdings) -> Period | None:
    return read_period(holdings.reading(member).report.published)
