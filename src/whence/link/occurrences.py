"""Happenings: the same one told by several reports or several times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations

from whence.link.candidates import iter_pairs
from whence.link.clusters import Apart, Pair, cluster, pair_of
from whence.link.comparisons import ONE_OFF, VIOLENT, compare_tellings, tell_reasons
from whence.link.contexts import Contexts
from whence.link.copies import Copy
from whence.link.decisions import UNDECIDED, Decisions
from whence.link.exclusions import bar, exclude, once_only, other_people
from whence.link.ids import name_record
from whence.link.shares import keep
from whence.link.sums import join_by_sums, narrowest
from whence.link.tellings import Telling, tell
from whence.model.dates import Period, read_period, write_period
from whence.model.holdings import Holdings, report_of
from whence.model.stories import Because, Occurrence

_NAMES = 10
_HELD = 20_000
_SURE = 2.0
# A pair below this is not worth another look.
_NEAR = -1.5
_WEEK, _TWO_MONTHS = 7, 62


def link_occurrences(
    holdings: Holdings,
    contexts: Contexts,
    entity_of: Mapping[str, str],
    copies: Sequence[Copy],
    decided: Decisions = UNDECIDED,
) -> tuple[Occurrence, ...]:
    """Every happening with all its tellings; what a person decided outranks every rule."""
    # By the time that the many records are made, the tellings that told what is one are gone.
    groups = _group(holdings, contexts, entity_of, copies, decided)
    return tuple(_occurrence(group, reason, holdings, entity_of, decided) for group, reason in groups)


def _group(
    holdings: Holdings, contexts: Contexts, entity_of: Mapping[str, str], copies: Sequence[Copy], decided: Decisions
) -> list[tuple[tuple[str, ...], str]]:
    """The members that are one happening, with why."""
    rules = _Rules(holdings, contexts, entity_of, decided)
    copied = _Copied(_copied_groups(holdings, copies, rules.copied_apart), rules)
    # The order decides who meets whom under a key that very many share: those on one matter and of one time stand side by side.
    members = sorted(copied.groups, key=lambda one: (contexts.whereabouts(report_of(one)), holdings.events[one].date or "", one))
    met = iter_pairs(_keys(rules.telling(member), contexts) for member in members)
    pairs = (pair_of(members[left], members[right]) for left, right in met)
    looked_at = {pair: score for pair in pairs if (score := rules.compare(*pair)) > _NEAR}
    leading = cluster(members, looked_at.items(), compare=rules.compare, apart=copied.excluded, forced=copied.leaders(decided.same))
    leading = join_by_sums(leading, looked_at, rules.telling, contexts, apart=copied.barred)
    groups = sorted(tuple(sorted(member for one in group for member in copied.groups[one])) for group in leading)
    return [(group, rules.reasons(group)) for group in groups]


class _Rules:
    """What speaks for and against two tellings being of one happening; tellings are made when asked for."""

    def __init__(self, holdings: Holdings, contexts: Contexts, entity_of: Mapping[str, str], decided: Decisions) -> None:
        self._holdings, self._contexts, self.decided = holdings, contexts, decided
        self._companions = _companions(holdings, entity_of)
        self.telling: Callable[[str], Telling] = keep(lambda member: tell(member, holdings, entity_of))

    def compare(self, left: str, right: str) -> float:
        """The log odds that two are one."""
        one, other = self.telling(left), self.telling(right)
        score = compare_tellings(one, other, self._contexts)
        return max(score, _SURE) if once_only(one, other, self._together) else score

    def excluded(self, left: str, right: str) -> bool:
        """Whether two are told apart, whatever their score."""
        return exclude(self.telling(left), self.telling(right), self._together)

    def barred(self, left: str, right: str) -> bool:
        """Whether two are told apart even where all that their groups say fits."""
        return bar(self.telling(left), self.telling(right), self._together)

    def copied_apart(self, left: str, right: str) -> bool:
        """A day that a copy changes is a slip; the same words of another man, or a week later, are of the next of a series."""
        if self.decided.parts(left, right) or other_people(self.telling(left), self.telling(right), self._together):
            return True
        return self.excluded(left, right) and not _of_one_time(self._holdings, left, right)

    def reasons(self, group: tuple[str, ...]) -> str:
        """Why a group is one happening, in words."""
        if len(group) == 1:
            return "told once"
        return tell_reasons(self.telling(group[0]), self.telling(group[1]), self._contexts) or "each is like the next"

    def _together(self, left: str, right: str) -> bool:
        return pair_of(left, right) in self._companions


class _Copied:
    """Tellings in the same copied words, by the one that leads them. A slip that a copy makes parts none of its tellings from others, nor
    does what it leaves out join them; a person's word parts all.
    """

    def __init__(self, groups: Mapping[str, tuple[str, ...]], rules: _Rules) -> None:
        self.groups, self._rules = groups, rules
        self._best_known = lru_cache(maxsize=_HELD)(self._find_best_known)

    def excluded(self, left: str, right: str) -> bool:
        """Whether two groups are told apart, whatever their score."""
        return self._apart(left, right, self._rules.excluded)

    def barred(self, left: str, right: str) -> bool:
        """Whether two groups are told apart even where all that is said with them fits."""
        return self._apart(left, right, self._rules.barred)

    def leaders(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Pairs of tellings as pairs of those that lead them."""
        leader = {member: leading for leading, group in self.groups.items() for member in group}
        return [pair_of(leader[left], leader[right]) for left, right in pairs if {left, right} <= leader.keys()]

    def _apart(self, left: str, right: str, rule: Apart) -> bool:
        if any(self._rules.decided.parts(one, other) for one in self.groups[left] for other in self.groups[right]):
            return True
        return all(rule(one, other) for one in self._best_known(left) for other in self._best_known(right))

    def _find_best_known(self, leader: str) -> list[str]:
        """Those of a group of which most is known: the day of what they tell, and the day they came out."""
        tellings = {one: self._rules.telling(one) for one in self.groups[leader]}
        known = {one: bool(telling.period) + bool(telling.told_by) for one, telling in tellings.items()}
        return [one for one in known if known[one] == max(known.values())]


def _copied_groups(holdings: Holdings, copies: Sequence[Copy], apart: Callable[[str, str], bool]) -> dict[str, tuple[str, ...]]:
    """Events told by the same copied words, by that of the earliest report: a copy says nothing more of what happened, and must not
    sway it.
    """
    scored = ((pair, 1.0) for pair in _in_copies(holdings, copies))
    groups = cluster(holdings.events, scored, compare=lambda left, right: 1.0, apart=apart)
    return {min(group, key=lambda member: (_came_out(holdings, member), member)): group for group in groups}


def _of_one_time(holdings: Holdings, left: str, right: str) -> bool:
    """Whether two reports came out in one week, as far as is known, and date what they tell within two months."""
    out = [read_period(holdings.reading(member).report.published) for member in (left, right)]
    events = [event for member in (left, right) if (event := holdings.events[member]).date_basis in ("stated", "relative")]
    told = [period for event in events if (period := read_period(event.date))]
    near = len(told) < 2 or abs((told[0].first - told[1].first).days) <= _TWO_MONTHS
    return near and (None in out or abs((_came_out(holdings, left) - _came_out(holdings, right)).days) <= _WEEK)


def _came_out(holdings: Holdings, member: str) -> date:
    published = read_period(holdings.reading(member).report.published)
    return published.last if published else date.max


def _keys(telling: Telling, contexts: Contexts) -> list[Hashable]:
    around = contexts.telling_names(telling.report, _NAMES)
    kinds: list[str] = [*sorted(telling.families | telling.takes_in), telling.type]
    keys: list[Hashable] = [*sorted(telling.families | telling.takes_in), *((telling.report, kind) for kind in kinds)]
    keys += [(family, name) for family in sorted(telling.families | telling.takes_in) for name in around]
    keys += [(kind, one) for kind in kinds for one in sorted(telling.recipients | telling.actors)]
    # What one report calls an accident and another an attack stay two happenings, and a conflict of causes.
    if telling.type in VIOLENT and not telling.families & ONE_OFF:
        keys += [("violence", one) for one in sorted(telling.recipients)]
    return keys


def _companions(holdings: Holdings, entity_of: Mapping[str, str]) -> frozenset[Pair]:
    """Entities that one telling names side by side, as doing a thing or as those whom it befell."""
    found: set[Pair] = set()
    for member, event in holdings.events.items():
        for side in (event.actors, event.recipients):
            if 1 < len(side) <= _NAMES:
                names = sorted({entity_of.get(f"{report_of(member)}:{one}", f"{report_of(member)}:{one}") for one in side})
                found.update(combinations(names, 2))
    return frozenset(found)


def _in_copies(holdings: Holdings, copies: Sequence[Copy]) -> list[Pair]:
    """Events told by the same words of a passage that two reports share."""
    pairs = []
    for copy in copies:
        left = {event.trigger: event.id for event in holdings.readings[copy.left].events}
        right = {event.trigger: event.id for event in holdings.readings[copy.right].events}
        for trigger, one in left.items():
            for passage in copy.passages:
                if passage.left.holds(trigger):
                    shift = passage.right.start - passage.left.start
                    moved = [other for span, other in right.items() if abs(span.start - trigger.start - shift) <= 3]
                    pairs += [pair_of(f"{copy.left}:{one}", f"{copy.right}:{other}") for other in moved[:1]]
    return pairs


def _occurrence(group: tuple[str, ...], rule: str, holdings: Holdings, entity_of: Mapping[str, str], decided: Decisions) -> Occurrence:
    told = [(member, holdings.events[member]) for member in group]
    places = Counter(entity_of.get(f"{report_of(member)}:{event.place}", "") for member, event in told if event.place)
    roots = Counter(event.type for _, event in told)
    spans = tuple(holdings.passage(member, event.trigger) for member, event in told)
    return Occurrence(
        id=name_record("O", group[0]),
        what=decided.name_of(group) or _describe(group, holdings),
        type=min(roots, key=lambda root: (-roots[root], root)),
        date=_date([period for _, event in told if (period := read_period(event.date))]),
        place=(min(places, key=lambda place: (-places[place], place)) or None) if places else None,
        events=group,
        because=Because(rule, spans, decided.behind(group)),
    )


def _describe(group: tuple[str, ...], holdings: Holdings) -> str:
    words = Counter(" ".join(holdings.words(member, holdings.events[member].trigger).split()) for member in group)
    return min(words, key=lambda word: (-words[word], word))


def _date(periods: list[Period]) -> str | None:
    best = narrowest(periods)
    return write_period(best) if best else None
