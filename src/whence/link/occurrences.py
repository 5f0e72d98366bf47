"""Happenings: the same one told by several reports or several times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations

from whence.link.candidates import iter_pairs
from whence.link.clusters import Apart, Pair, cluster, pair_of
from whence.link.comparisons import compare_tellings, tell_reasons
from whence.link.contexts import Contexts
from whence.link.copies import Copy
from whence.link.decisions import UNDECIDED, Decisions
from whence.link.exclusions import bar, exclude, once_only, other_people
from whence.link.ids import name_record
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
    telling = lru_cache(maxsize=_HELD)(lambda member: tell(member, holdings, entity_of))

    companions = _companions(holdings, entity_of)

    def together(left: str, right: str) -> bool:
        return pair_of(left, right) in companions

    def compare(left: str, right: str) -> float:
        score = compare_tellings(telling(left), telling(right), contexts)
        return max(score, _SURE) if once_only(telling(left), telling(right), together) else score

    def excluded(left: str, right: str) -> bool:
        return exclude(telling(left), telling(right), together)

    def copied_apart(left: str, right: str) -> bool:
        """A day that a copy changes is a slip; the same words of another man, or a week later, are of the next of a series."""
        if decided.parts(left, right) or other_people(telling(left), telling(right), together):
            return True
        return excluded(left, right) and not _of_one_time(holdings, left, right)

    told = _copied_groups(holdings, copies, copied_apart)
    first = {member: leading for leading, group in told.items() for member in group}

    def barred(left: str, right: str) -> bool:
        return bar(telling(left), telling(right), together)

    def groups_apart(left: str, right: str, rule: Apart = excluded) -> bool:
        """A slip that a copy makes parts none of its tellings from others, nor does what it leaves out join them; a person's word
        parts all.
        """
        if any(decided.parts(one, other) for one in told[left] for other in told[right]):
            return True
        return all(rule(one, other) for one in best_known(left) for other in best_known(right))

    @lru_cache(maxsize=_HELD)
    def best_known(leader: str) -> list[str]:
        """Those of a copied group of which most is known: the day of what they tell, and the day they came out."""
        known = {one: bool(telling(one).period) + bool(telling(one).told_by) for one in told[leader]}
        return [one for one in told[leader] if known[one] == max(known.values())]

    # The order decides who meets whom under a key that very many share: those on one matter and of one time stand side by side.
    members = sorted(told, key=lambda one: (contexts.whereabouts(report_of(one)), holdings.events[one].date or "", one))
    pairs = (pair_of(members[left], members[right]) for left, right in iter_pairs(_keys(telling(member), contexts) for member in members))
    looked_at = {pair: score for pair in pairs if (score := compare(*pair)) > _NEAR}
    scores = {pair: score for pair, score in looked_at.items() if score > 0}
    forced = [pair_of(first[left], first[right]) for left, right in decided.same if {left, right} <= first.keys()]
    leading = cluster(members, scores, compare=compare, apart=groups_apart, forced=forced)
    leading = join_by_sums(leading, looked_at, telling, contexts, apart=lambda left, right: groups_apart(left, right, barred))
    groups = sorted(tuple(sorted(member for one in group for member in told[one])) for group in leading)

    def reasons(group: tuple[str, ...]) -> str:
        if len(group) == 1:
            return "told once"
        return tell_reasons(telling(group[0]), telling(group[1]), contexts) or "each is like the next"

    return tuple(_occurrence(group, reasons(group), holdings, entity_of, decided) for group in groups)


def _copied_groups(holdings: Holdings, copies: Sequence[Copy], apart: Callable[[str, str], bool]) -> dict[str, tuple[str, ...]]:
    """Events told by the same copied words, by that of the earliest report: a copy says nothing more of what happened, and must not
    sway it.
    """
    scores = dict.fromkeys(_in_copies(holdings, copies), 1.0)
    groups = cluster(holdings.events, scores, compare=lambda left, right: 1.0, apart=apart)
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
