"""What speaks for two tellings being of one happening, and what against: a flat table, each row with its weight and reason.

The score is a sum of log odds, above zero where one happening is likelier than two.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from whence.link.contexts import Contexts, compare_vectors
from whence.link.tellings import Telling
from whence.model.dates import Period

# Where nothing is known of two tellings that share a kind of word, they are two happenings far more often than one.
PRIOR = -4.4
# A happening so many days old is no news: whoever tells of it says when it was.
_LONG = 200
# A count so much lower than an earlier one is no correction of it.
_FEWER = 0.8
# What kills is told by what was done, by how and by what came of it: a car is hit, and a man in it dies.
VIOLENT = frozenset({"assault", "die"})

# What one report calls a killing another calls a death, and who visits has travelled.
_NEAR_ROOTS = frozenset(
    frozenset(pair)
    for pair in (("die", "assault"), ("consult", "travel"), ("retreat", "travel"), ("request", "consult"), ("coerce", "assault"),
                 ("mobilize", "assault"), ("appoint", "vote"), ("cooperate", "agree"), ("consult", "agree"), ("support", "agree"))
)  # fmt: skip
_DAILY = frozenset({"consult", "request", "accuse", "support", "reject", "threaten", "travel", "agree", "cooperate", "concede"})
# Families of what a story is about and has one of, as a rule: the disasters, and the overthrow of a state.
ONE_OFF = frozenset("burn collapse crash erupt flood landslide leak mutiny outage quake sink storm".split())


class Comparison(NamedTuple):
    """A row: ``compare`` answers in [-1, 1], 0 where it cannot tell."""

    name: str
    weight: float
    reason: str
    compare: Callable[[Telling, Telling, Contexts], float]


def compare_tellings(left: Telling, right: Telling, contexts: Contexts) -> float:
    """The log odds that two tellings are of one happening."""
    return PRIOR + sum(row.weight * row.compare(left, right, contexts) for row in TABLE)


def tell_reasons(left: Telling, right: Telling, contexts: Contexts) -> str:
    """The reasons that spoke for joining two tellings, weightiest first."""
    weighed = sorted(((row.weight * row.compare(left, right, contexts), row.reason) for row in TABLE), reverse=True)
    return ", ".join(reason for weight, reason in weighed if weight > 0.4)


def dates_conflict(left: Period | None, right: Period | None) -> bool:
    """Whether both are dated and share no day."""
    return left is not None and right is not None and not left.meets(right)


def is_slip(left: Period | None, right: Period | None) -> bool:
    """Whether two dates differ as a slip of the pen does: by a day or two, or by just a year."""
    if left is None or right is None or left.days > 2 or right.days > 2:
        return False
    gap = abs((left.first - right.first).days)
    return 0 < gap <= 2 or (gap in (365, 366) and (left.first.month, left.first.day) == (right.first.month, right.first.day))


def roots_fit(left: Telling, right: Telling) -> bool:
    """Whether both are of one kind, or of kinds that one happening is told as."""
    return left.type == right.type or frozenset((left.type, right.type)) in _NEAR_ROOTS


def same_date(left: Telling, right: Telling) -> bool:
    """Whether both are told to the day, and it is the same."""
    return left.period is not None and right.period is not None and left.period.meets(right.period) and _precise(left) and _precise(right)


def of_one_disaster(left: Telling, right: Telling) -> bool:
    """Whether both go by a word for what a story seldom has two of; to fire a gun is no fire, nor is a storming a storm."""
    told = left.families & right.families & ONE_OFF
    return bool(told) and roots_fit(left, right) and "assault" not in (left.type, right.type)


def _precise(telling: Telling) -> bool:
    return telling.period is not None and telling.period.days <= 2


def _common_ground(left: Telling, right: Telling, _: Contexts) -> float:
    """How much two tellings name that could tell one happening from the next, if they share none of it."""
    one, other = left.actors | left.recipients, right.actors | right.recipients
    if one & other & (left.firm | right.firm) or left.counts & right.counts or (left.toll and right.toll) or of_one_disaster(left, right):
        return 0.0
    dated = same_date(left, right)
    if dated and (one & other or (left.place and left.place == right.place)):
        return 0.0
    return (0.0, 0.6, 1.0)[bool(one) + bool(other)] * (0.5 if dated or one & other else 1.0)


def _disaster(left: Telling, right: Telling, _: Contexts) -> float:
    return float(of_one_disaster(left, right) and not dates_conflict(left.period, right.period))


def _same_word(left: Telling, right: Telling, _: Contexts) -> float:
    return float(bool(set(left.stems) & set(right.stems)))


def _same_family(left: Telling, right: Telling, contexts: Contexts) -> float:
    if left.families & right.families:
        return 1.0
    if _takes_in(left, right):
        return 0.5
    alike = bool(left.recipients & right.recipients) and _same_mode(left, right, contexts) >= 0
    if alike and {left.type, right.type} <= VIOLENT:
        return 0.0
    if left.type != right.type:
        return -1.0
    if left.pointing != right.pointing:
        return 0.5 if left.report == right.report else 0.0
    if left.vague or right.vague:
        return 0.0
    return -0.6 if alike else -1.0


def _takes_in(left: Telling, right: Telling) -> bool:
    """Whether one goes by a word for happenings of many sorts, of which the other is one: an attack, a raid."""
    return bool(left.takes_in & right.families or right.takes_in & left.families)


def _told_apart(left: Telling, right: Telling, _: Contexts) -> float:
    """One sentence seldom tells a thing twice, least of all in other words."""
    alike = left.families & right.families or _takes_in(left, right)
    return float(left.report == right.report and left.sentence == right.sentence and not alike)


def _same_mode(left: Telling, right: Telling, _: Contexts) -> float:
    return 0.0 if left.mode is None or right.mode is None else 1.0 if left.mode == right.mode else -1.0


def _imagined(left: Telling, right: Telling, _: Contexts) -> float:
    return float(left.imagined != right.imagined)


def _same_root(left: Telling, right: Telling, _: Contexts) -> float:
    return float(left.type == right.type)


def _other_root(left: Telling, right: Telling, _: Contexts) -> float:
    return float(not roots_fit(left, right))


def _everyday(left: Telling, right: Telling, _: Contexts) -> float:
    """People meet, ask and accuse day by day: unless the same take part it is another time."""
    if left.type not in _DAILY or right.type not in _DAILY:
        return 0.0
    one, other = left.actors | left.recipients, right.actors | right.recipients
    if one & other and (left.report == right.report or one & other & (left.firm | right.firm)):
        return 0.0
    if same_date(left, right) and (one & other or called_alike(one, other, left, right)):
        return 0.0
    return 1.0 if one and other else 0.5


def _same_nation(left: Telling, right: Telling, _: Contexts) -> float:
    one, other = left.actors | left.recipients, right.actors | right.recipients
    return float(bool(left.nations & right.nations) and not one & other)


def _tolls(left: Telling, right: Telling, _: Contexts) -> float:
    """The dead of one disaster are counted again and again; one death among them is none of the counts."""
    if left.toll and right.toll:
        return -1.0 if counts_fewer(left, right) or counts_fewer(right, left) else 1.0
    for one, other in ((left, right), (right, left)):
        if one.toll and other.fatal and not other.toll:
            if other.recipients & other.single:
                return -1.0
            if not other.recipients and not other.counts:
                return -0.5
    return 0.0


def counts_fewer(early: Telling, late: Telling, share: float = _FEWER) -> bool:
    """Whether a later count is by far the lower: the dead of one disaster grow more, and are others where they are much fewer."""
    if not (early.counts and late.counts and early.told_on and late.told_on) or early.counts & late.counts:
        return False
    return early.told_on.last < late.told_on.first and max(late.counts) < share * max(early.counts)


def _same_story(left: Telling, right: Telling, contexts: Contexts) -> float:
    alike = contexts.reports_alike(left.report, right.report)
    return 1.0 if left.report == right.report else min(1.0, alike / 0.4) if alike > 0.08 else -1.0


def _same_surroundings(left: Telling, right: Telling, contexts: Contexts) -> float:
    one, other = (contexts.surroundings(telling.report, telling.sentence, telling.stems) for telling in (left, right))
    return compare_vectors(one, other)


def _same_day(left: Telling, right: Telling, _: Contexts) -> float:
    if left.period is None or right.period is None or not left.period.meets(right.period):
        return 0.0
    widest = max(left.period.days, right.period.days)
    return 1.0 if widest <= 2 else 0.6 if widest <= 31 else 0.2


def _other_day(left: Telling, right: Telling, _: Contexts) -> float:
    if not dates_conflict(left.period, right.period):
        return 0.0
    if left.future or right.future:  # what was to come may come later
        return 0.3
    return 0.4 if left.guessed or right.guessed or is_slip(left.period, right.period) else 1.0


def _long_before(left: Telling, right: Telling, _: Contexts) -> float:
    """What a report tells without a date is seldom what another, or it itself, dates long before the report came out."""
    for one, other in ((left, right), (right, left)):
        out = other.told_on or one.told_on
        if one.period and not other.period and out and (out.first - one.period.last).days > _LONG:
            return 1.0
    return 0.0


def _same_recipients(left: Telling, right: Telling, _: Contexts) -> float:
    return _shared(left.recipients, right.recipients, left, right)


def _other_recipients(left: Telling, right: Telling, _: Contexts) -> float:
    return _disjoint(left.recipients, right.recipients, left, right)


def _same_actors(left: Telling, right: Telling, _: Contexts) -> float:
    return _shared(left.actors, right.actors, left, right)


def _other_actors(left: Telling, right: Telling, _: Contexts) -> float:
    return _disjoint(left.actors, right.actors, left, right)


def _shared(one: frozenset[str], other: frozenset[str], left: Telling, right: Telling) -> float:
    return 1.0 if one & other else 0.35 if called_alike(one, other, left, right) else 0.0


def called_alike(one: frozenset[str], other: frozenset[str], left: Telling, right: Telling) -> bool:
    """Whether two of whom neither has a name go by one noun: their allies, the allies."""
    mine, yours = ({noun for entity, noun in telling.heads if entity in side} for side, telling in ((one, left), (other, right)))
    return bool(mine & yours)


def _disjoint(one: frozenset[str], other: frozenset[str], left: Telling, right: Telling) -> float:
    """Two crowds, or a name and a description, may be one under other words; two names or two people are not."""
    if not one or not other or one & other or called_alike(one, other, left, right):
        return 0.0
    if one & left.marked and other & right.marked:
        return 1.0
    return 0.7 if (one <= left.single) != (other <= right.single) else 0.3


def _same_place(left: Telling, right: Telling, _: Contexts) -> float:
    return float(left.place is not None and left.place == right.place)


def _other_place(left: Telling, right: Telling, _: Contexts) -> float:
    return float(left.place is not None and right.place is not None and left.place != right.place)


def _same_count(left: Telling, right: Telling, _: Contexts) -> float:
    return float(any(count > 1 for count in left.counts & right.counts))


TABLE = (
    Comparison("word", 1.0, "the same word tells it", _same_word),
    Comparison("family", 1.7, "words of one meaning tell it", _same_family),
    Comparison("root", 0.6, "the same kind of event", _same_root),
    Comparison("other root", -1.2, "another kind of event", _other_root),
    Comparison("disaster", 0.8, "a story has one such disaster", _disaster),
    Comparison("everyday", -1.5, "such things happen daily", _everyday),
    Comparison("tolls", 1.0, "both count the dead", _tolls),
    Comparison("mode", 0.5, "of the same sort", _same_mode),
    Comparison("imagined", -1.2, "only one is imagined", _imagined),
    Comparison("told apart", -1.2, "one sentence tells both", _told_apart),
    Comparison("story", 3.0, "reports on the same people and places", _same_story),
    Comparison("surroundings", 1.0, "told in like words", _same_surroundings),
    Comparison("day", 1.2, "at the same time", _same_day),
    Comparison("other day", -3.5, "at another time", _other_day),
    Comparison("long before", -1.5, "one is of long before", _long_before),
    Comparison("recipients", 1.6, "it befell the same", _same_recipients),
    Comparison("other recipients", -1.6, "it befell others", _other_recipients),
    Comparison("actors", 1.0, "the same acted", _same_actors),
    Comparison("other actors", -1.8, "others acted", _other_actors),
    Comparison("nation", 0.5, "people of the same country took part", _same_nation),
    Comparison("place", 0.6, "in the same place", _same_place),
    Comparison("other place", -1.1, "in another place", _other_place),
    Comparison("common ground", -0.8, "nothing tells the two from others like them", _common_ground),
    Comparison("count", 1.2, "with the same number", _same_count),
)
