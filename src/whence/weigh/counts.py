"""Accounts of one occurrence that give different numbers, numbers that grow, and numbers that a report takes back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from whence.lexicon.kin import families
from whence.model.dates import read_period
from whence.model.holdings import Holdings, member_of, report_of
from whence.model.readings import Event, Reading
from whence.model.spans import Span
from whence.model.stories import Conflict
from whence.weigh.accounts import Account
from whence.weigh.figures import Figure, figures_agree, iter_event_figures, iter_stated_figures, same_count

_NEVER = 3_652_059
_HELD = 2_000
_CLOSE = 60
_BREAK = re.compile(r"[.!?][”’\"')]*\s+[A-Z]|\n")
_CORRECTION = re.compile(
    r"^.*\b(?:corrections?|corrected|corrects|we correct|clarification|erratum|counted twice|editor[’']s note)\b.*$", re.I | re.M
)
_CHANGES = re.compile(r"\b(?:rose|risen|climbed|grew|grown|fell|fallen|to|not|up|down|instead)\b", re.I)
# What is counted again and again while a story runs, so that a later and larger number replaces an earlier one.
_TOLLS = frozenset({"die", "kill", "dead", "injure", "miss", "missing", "arrest", "displace", "rescue", "recover", "toll", "infect"})


class Counts:
    """Finds count conflicts; numbers stated by attributions of the same reports are weighed with those of the events."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._stated = lru_cache(maxsize=_HELD)(lambda report: tuple(iter_stated_figures(holdings.readings[report])))

    def find_count_conflicts(self, account: Account) -> Iterator[Conflict]:
        """Numbers of one thing that cannot all be true, but for those that grew."""
        for kind in (self._whole(part) for every in self._kinds(account) for part in self._rounds(every)):
            values = _by_value(kind)
            if len(values) < 2 or _all_agree(kind) or not self._told_by_two(kind):
                continue
            corrected = any(self._corrects(figure) for figure in kind)
            if _grows(kind, self._holdings) and not corrected:
                continue
            sides = {_say(figures[0]): [one for figure in figures for one in figure.members] for figures in values}
            if len({frozenset(by) for by in sides.values()}) < 2:
                continue  # one telling counts two things
            rule = "a report corrects the number" if corrected else "the accounts give different numbers of the same"
            counted = next((figure.of for figure in kind if figure.of), "")
            yield account.conflict(
                "count",
                f"how many {counted}".rstrip() + f": {account.occurrence.what}",
                sides,
                rule,
                kind="corrected" if corrected else "contradiction",
            )

    def find_updates(self, account: Account) -> Iterator[Conflict]:
        """Numbers that grew from report to report."""
        for kind in self._kinds(account):
            values = _by_value(kind)
            if len(values) > 1 and _grows(kind, self._holdings):
                sides = {_say(figures[0]): [one for figure in figures for one in figure.members] for figures in values}
                about = f"a number that grew: {account.occurrence.what}"
                yield account.conflict("count", about, sides, "later reports give larger numbers", kind="update", hard=False)

    def _kinds(self, account: Account) -> list[list[Figure]]:
        """The figures of an occurrence, those of the same thing together."""
        told = [figure for member, event in account.told for figure in iter_event_figures(self._holdings, member)]
        told += [figure for member, event in account.told for figure in self._beside(member, event)]
        reports = {figure.report for figure in told}
        held = {(figure.report, figure.span) for figure in told}
        beside = [
            figure
            for report in sorted(reports)
            for figure in self._stated(report)
            if not any(report == one and span.meets(figure.span) for one, span in held)
            and any(same_count(figure, one) for one in told)
            and self._is_of(account, figure)
        ]
        kinds: list[list[Figure]] = []
        for figure in [*told, *beside]:
            home = next((kind for kind in kinds if same_count(kind[0], figure)), None)
            if home is None:
                kinds.append([figure])
            else:
                home.append(figure)
        return kinds

    def _is_of(self, account: Account, figure: Figure) -> bool:
        """Whether a number that no event of the occurrence gives can count it: a telling of it stands by, or none of anything else, or it
        goes on from a number of the occurrence, or counts such deeds by their name ("three warnings").
        """
        if figure.counted_by is not None:
            return figure.counted_by in account.occurrence.events
        by = [one for one in self._holdings.readings[figure.report].events if _gap(one.trigger, figure.span) <= _CLOSE]
        if not by or any(member_of(figure.report, one.id) in account.occurrence.events for one in by):
            return True
        told = (event for member, event in account.told if report_of(member) == figure.report)
        reading = self._holdings.readings[figure.report]
        return any(figure.unit and figure.unit <= families(event.trigger.of(reading.text)) for event in told)

    def _whole(self, kind: list[Figure]) -> list[Figure]:
        """The figures without those of a telling that gives several, which are parts of a whole ("two women and one man died"), unless it
        says how a number rose or that it was wrong.
        """
        given: dict[str, list[Figure]] = defaultdict(list)
        for figure in kind:
            given[figure.members[0]].append(figure)
        parts = {member for member, told in given.items() if len({one.value for one in told}) > 1 and not self._changes(told)}
        return [one for one in kind if one.members[0] not in parts]

    def _changes(self, told: list[Figure]) -> bool:
        reading = self._holdings.readings[told[0].report]
        words = reading.text[min(one.span.start for one in told) : max(one.span.end for one in told)]
        return _CHANGES.search(words) is not None or any(self._corrects(one) for one in told)

    def _told_by_two(self, kind: list[Figure]) -> bool:
        """Whether reports differ, or within one those whom it quotes: nobody contradicts himself in a breath."""
        told: set[tuple[str, str | None]] = set()
        for figure in kind:
            said = [self._holdings.attributions[one] for one in figure.members if one in self._holdings.attributions]
            told.add((figure.report, said[0].source_entity or said[0].id if said else None))
        return len({figure.report for figure in kind}) > 1 or len(told) > 1

    def _rounds(self, kind: list[Figure]) -> list[list[Figure]]:
        """A toll that is disputed again each time it is told, in a conflict for each time; one number that is held to all the while
        makes one conflict of them, and so does a correction or a number that falls.
        """
        if not all(figure.unit & _TOLLS for figure in kind) or any(self._corrects(figure) for figure in kind):
            return [kind]
        days: dict[int, list[Figure]] = defaultdict(list)
        for figure in kind:
            days[_told_on(figure, self._holdings)].append(figure)
        disputed = [days[day] for day in sorted(days) if not _all_agree(days[day])]
        calm = [figure for day in sorted(days) if _all_agree(days[day]) for figure in days[day]]
        if not disputed or not _grows(calm, self._holdings):
            return [kind]
        rounds: list[list[Figure]] = []
        for one in disputed:
            values = {figure.value for figure in one}
            home = next((other for other in rounds if values & {figure.value for figure in other}), None)
            if home is None:
                rounds.append(list(one))
            else:
                home.extend(one)
        return rounds

    def _beside(self, member: str, event: Event) -> Iterator[Figure]:
        """Numbers stated in the sentence that tells an event, where no other event stands nearer to them."""
        reading = self._holdings.reading(member)
        for figure in self._stated(report_of(member)):
            near = min(reading.events, key=lambda one: (_gap(one.trigger, figure.span), one.id))
            between = reading.text[min(event.trigger.end, figure.span.end) : max(event.trigger.start, figure.span.start)]
            if near.id == event.id and not event.quantities and not _BREAK.search(between):
                yield replace(figure, members=(member, *figure.members))

    def _corrects(self, figure: Figure) -> bool:
        return any(span.meets(figure.span) for span in _corrections(self._holdings.readings[figure.report]))


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _corrections(reading: Reading) -> list[Span]:
    return [Span(*match.span()) for match in _CORRECTION.finditer(reading.text)]


def _by_value(figures: Sequence[Figure]) -> list[list[Figure]]:
    values: dict[float, list[Figure]] = {}
    for figure in figures:
        values.setdefault(figure.value, []).append(figure)
    return [sorted(values[key], key=lambda figure: figure.bound != "exact") for key in sorted(values)]


def _all_agree(figures: Sequence[Figure]) -> bool:
    return all(figures_agree(left, right) for at, left in enumerate(figures) for right in figures[at + 1 :])


def _grows(figures: Sequence[Figure], holdings: Holdings) -> bool:
    """Whether a toll never shrinks from one day of publication to the next, each report giving one number."""
    if not all(figure.unit & _TOLLS for figure in figures):
        return False
    days: dict[int, set[float]] = {}
    for figure in figures:
        days.setdefault(_told_on(figure, holdings), set()).add(figure.value)
    order = [days[day] for day in sorted(days)]
    return all(len(values) == 1 for values in order) and all(max(earlier) <= min(later) for earlier, later in pairwise(order))


def _told_on(figure: Figure, holdings: Holdings) -> int:
    period = read_period(holdings.readings[figure.report].report.published)
    return period.first.toordinal() if period else _NEVER


def _say(figure: Figure) -> str:
    number = f"{figure.value:g}" if figure.value < 1_000_000 else f"{figure.value:.0f}"
    return number if figure.bound == "exact" else f"{figure.bound.replace('_', ' ')} {number}"
