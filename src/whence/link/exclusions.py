"""What forbids that two tellings are of one happening, whatever else speaks for it."""

from __future__ import annotations

from collections.abc import Callable

from whence.link.comparisons import called_alike, counts_fewer, dates_conflict, is_slip, same_date
from whence.link.tellings import Telling
from whence.model.dates import Period

# Whether some telling names two entities side by side in one role.
Together = Callable[[str, str], bool]
# What was put off comes within so many days.
_DELAY = 70
# What is asked for, or is to come, so many days later is another demand or plan.
_LONG_AGO = 180
# Whoever corrects a count of the dead, or disputes it, seldom leaves less than this share of them.
_FEW = 0.2


def exclude(left: Telling, right: Telling, together: Together) -> bool:
    """Whether two tellings can never be of one happening."""
    return bar(left, right, together) or (still_to_come(left, right) and not once_only(left, right, together))


def bar(left: Telling, right: Telling, together: Together) -> bool:
    """Whether two tellings can never be of one happening, though what one has still to come the other may tell as done."""
    if once_only(left, right, together):
        return False
    if other_people(left, right, together) or another_plan(left, right) or _is_answer(left, right) or _other_dead(left, right):
        return True
    if left.unspecific or right.unspecific:
        return True
    if left.future or right.future:
        return False
    return told_too_early(left, right) or _dated_apart(left, right)


def _dated_apart(left: Telling, right: Telling) -> bool:
    """Whether the dates part two tellings; those taken from another event are often some weeks out."""
    if is_slip(left.period, right.period):
        return False
    return _gap(left.period, right.period) > (_LONG_AGO if left.guessed or right.guessed else 0)


def told_too_early(left: Telling, right: Telling) -> bool:
    """Whether one was told before the other took place."""
    for one, other in ((left, right), (right, left)):
        dated = other.period if not other.guessed else None
        if one.told_by and dated and not one.future and not other.future and one.told_by < dated.first:
            return True
    return False


def once_only(left: Telling, right: Telling, together: Together) -> bool:
    """Whether both tell the death of one named person, or of two who fell together: it comes but once, whatever the day given."""
    if not (left.fatal and right.fatal) or left.future or right.future:
        return False
    one, other = (telling.recipients & telling.marked & telling.single for telling in (left, right))
    return bool(one & other) or any(together(a, b) for a in one for b in other)


def other_people(left: Telling, right: Telling, together: Together) -> bool:
    """Whether two tellings name different people, different bodies, or one and a number, as doing it or as those whom it befell.

    ``together`` tells of two whether some telling names both in one role: then either may be left out elsewhere.
    """
    for one, other in ((left.actors, right.actors), (left.recipients, right.recipients)):
        if not (left.fatal or right.fatal) and (_one_and_many(one, other, left, right) or _one_and_many(other, one, right, left)):
            return True
        if not one or not other or one & other or not one <= left.marked & left.at_hand or not other <= right.marked & right.at_hand:
            continue
        here, there = dict(left.kinds), dict(right.kinds)
        known = [(a, b) for a in sorted(one) for b in sorted(other)]
        if all(here[a] == there[b] and a in left.firm and b in right.firm and not together(a, b) for a, b in known):
            return True
    return False


def _is_answer(left: Telling, right: Telling) -> bool:
    """Whether one is done back to who did the other: to write, and to write back."""
    return left.back != right.back and bool(set(left.stems) & set(right.stems))


def _other_dead(left: Telling, right: Telling) -> bool:
    """Whether both count the dead, and the later count is a small part of the earlier."""
    return left.toll and right.toll and (counts_fewer(left, right, _FEW) or counts_fewer(right, left, _FEW))


def _one_and_many(one: frozenset[str], other: frozenset[str], left: Telling, right: Telling) -> bool:
    return bool(one) and one <= left.single | left.firm and bool(other & right.many)


def another_plan(left: Telling, right: Telling) -> bool:
    """Whether both have still to come, of no one day, and were told half a year apart."""
    still = left.future and right.future and not (left.toll and right.toll)
    return still and not same_date(left, right) and _gap(left.told_on, right.told_on) > _LONG_AGO


def still_to_come(left: Telling, right: Telling) -> bool:
    """Whether one is not told as done, and who and when do not both agree with the other's. A toll that will rise is the toll."""
    if not (left.future or right.future) or (left.toll and right.toll):
        return False
    one, other = left.actors | left.recipients, right.actors | right.recipients
    sides = ((one, other), (left.recipients, right.recipients))
    if any(mine and yours and not mine & yours and not called_alike(mine, yours, left, right) for mine, yours in sides):
        return True
    if left.future and right.future:
        return another_plan(left, right)
    if one & other or called_alike(one, other, left, right):
        return dates_conflict(left.period, right.period) and _gap(left.period, right.period) > _DELAY
    return not same_date(left, right)


def _gap(left: Period | None, right: Period | None) -> int:
    """The days between two periods."""
    return max((left.first - right.last).days, (right.first - left.last).days, 0) if left and right else 0
