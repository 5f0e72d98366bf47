"""When a happening took place: the time expression that belongs to it, or the telling of it that has one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from whence.model.clauses import is_relative
from whence.model.dates import read_period, write_period
from whence.model.eventmarks import TriggerMark
from whence.model.parses import Tree
from whence.model.readings import Attribution, DateBasis, Event, Time
from whence.model.reports import Report
from whence.model.spans import Span
from whence.resolve.attributed import find_attribution
from whence.resolve.retellings import are_akin
from whence.resolve.times import read_time_period

_FARTHEST = 5
# What it costs, on the way from a trigger to a time, to pass from a clause into another; None: not to be passed.
_COSTS: Mapping[str, int | None] = {"ccomp": None, "parataxis": None, "csubj": 2, "root": None}
_OTHER_TIME = frozenset({"after", "before", "since", "until", "because", "despite", "following"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression with the days it means and its place in the sentence."""

    time: Time
    period: str
    word: int
    attribution: str | None


def resolve_event_dates(
    tree: Tree,
    marks: Sequence[TriggerMark],
    events: Sequence[Event],
    times: Sequence[Time],
    attributions: Mapping[str, Attribution],
    report: Report,
) -> tuple[Event, ...]:
    """Events with the date that the text gives them; unknown where nothing tells."""
    dated = _dated_times(tree, times, attributions, report.published)
    own = [_with_own_date(tree, mark, event, dated) for mark, event in zip(marks, events, strict=True)]
    return _shared(tree, marks, own)


def _dated_times(tree: Tree, times: Sequence[Time], attributions: Mapping[str, Attribution], published: str | None) -> list[Dated]:
    found = []
    for time in times:
        period = read_time_period(time, published) if time.type in ("date", "time") else None
        word = tree.head_of(time.span)
        if period is not None and word is not None:
            holder = find_attribution(time.span, tuple(attributions.values()))
            found.append(Dated(time, period, word, holder.id if holder is not None else None))
    return found


def _with_own_date(tree: Tree, mark: TriggerMark, event: Event, dated: Sequence[Dated]) -> Event:
    near = []
    for one in dated:
        if one.attribution == event.attribution and tree.sentences[one.word] == tree.sentences[mark.token]:
            distance = measure_path(tree, mark.token, one.word)
            if distance is not None and distance <= _FARTHEST:
                near.append((distance, abs(one.word - mark.token), one))
    if not near:
        return event
    best = min(near, key=lambda row: row[:2])[2]
    return replace(event, date=best.period, date_span=best.time.span, date_basis=_basis(best.time))


def _basis(time: Time) -> DateBasis:
    return time.basis


def measure_path(tree: Tree, start: int, end: int) -> int | None:
    """The cost of the way through the tree from a trigger to a time; None where it leads into another clause's time."""
    over_start, over_end = [start, *tree.above(start)], [end, *tree.above(end)]
    common = next((word for word in over_start if word in over_end), None)
    if common is None:
        return None
    cost = 0
    for path in (over_start[: over_start.index(common)], over_end[: over_end.index(common)]):
        for word in path:
            step = _step_cost(tree, word)
            if step is None:
                return None
            cost += step
    return cost


def _step_cost(tree: Tree, word: int) -> int | None:
    if is_relative(tree, word):
        return 2
    if tree.upos[word] == "VERB" and any(tree.folded[t] in _OTHER_TIME for t in tree.under(word, "mark", "case")):
        return None
    return _COSTS.get(tree.relation(word), 1)


def _shared(tree: Tree, marks: Sequence[TriggerMark], events: Sequence[Event]) -> tuple[Event, ...]:
    """Events without a date of their own take that of the tellings that are plainly of the same happening, if these agree."""
    found = []
    for mark, event in zip(marks, events, strict=True):
        if event.date is not None or event.modality != "actual":
            found.append(event)
            continue
        others = [e for m, e in zip(marks, events, strict=True) if e.date is not None and _same(tree, mark, event, m, e)]
        date = _agreed([e.date for e in others if e.date is not None])
        found.append(replace(event, date=date, date_span=others[0].date_span, date_basis="anchored") if date is not None else event)
    return tuple(found)


def _same(tree: Tree, mark: TriggerMark, event: Event, other_mark: TriggerMark, other: Event) -> bool:
    if event.type != other.type or other.modality != "actual" or event.polarity != other.polarity:
        return False
    shared = set(event.recipients) & set(other.recipients) or (not event.recipients or not other.recipients) and set(event.actors) & set(other.actors)
    bare = not (event.actors or event.recipients) or not (other.actors or other.recipients)
    return bool(shared) or bare and are_akin(tree, mark, other_mark)


def _agreed(dates: Sequence[str]) -> str | None:
    """The days that all dates allow, None where they do not meet."""
    periods = [period for date in dates if (period := read_period(date)) is not None]
    if not periods:
        return None
    first, last = max(p.first for p in periods), min(p.last for p in periods)
    return write_period(replace(periods[0], first=first, last=last)) if first <= last else None
