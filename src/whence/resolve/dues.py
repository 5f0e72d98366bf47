"""By when something foretold is to happen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from whence.model.dates import Period, read_period, write_period
from whence.model.parses import Tree
from whence.model.readings import Attribution, Time
from whence.model.spans import Span

_DEADLINES = frozenset({"by", "before", "until", "within", "till"})
_PRESENT = "PRESENT_REF"
# What stands under a verb in these relations has a time of its own.
_APART = ("ccomp", "csubj", "parataxis", "nummod", "compound", "amod")
_BETWEEN = frozenset({"ADP", "DET", "PUNCT", "ADV"})
_OWN = frozenset({"his", "her", "its", "their", "first", "of"})
_LENGTH = re.compile(r"P(?:(\d+)D|(\d+)W|T(\d+)H)$")
_ENDING = frozenset({"is", "was", "ends", "ended"})
_OVER = _ENDING | frozenset({"out", "over", "up"})
_REACH = 3
_CONDITIONS = frozenset({"if", "unless"})


@dataclass(frozen=True, slots=True)
class Due:
    """The day or days, as an ISO date, and where in the text they stand."""

    day: str
    span: Span


def find_due(tree: Tree, word: int, clause: Span, attribution: Attribution, times: Sequence[Time], published: str | None) -> Due | None:
    """When what the clause of ``word`` foretells is to be: a deadline first; no day before the report, unless the saying is older too.

    What has no day of its own is due when its condition runs out: "unless they are freed by Friday, we will close the road".
    """
    said = [time for time in times if _is_said(tree, word, attribution, time.span)]
    own = [time for time in said if _is_its_own(tree, word, clause, time.span)]
    terms = [time for time in said if _is_of_condition(tree, word, time.span)]
    return _choose(tree, own, attribution, times, published) or _choose(tree, terms, attribution, times, published)


def _choose(tree: Tree, choice: Sequence[Time], attribution: Attribution, times: Sequence[Time], published: str | None) -> Due | None:
    made = read_period(published)
    found = []
    for time in choice:
        limit = _has_deadline(tree, time.span)
        plain = time.period if time.type in ("date", "time") and time.value != _PRESENT else None
        day = _limit(time, made, owned=_is_owned(tree, time.span)) if limit else plain
        period = read_period(day)
        if day and period and (made is None or period.last >= made.first or _was_said_before(tree, attribution, times, period)):
            last = limit and not (time.value is None and made is not None and made.days > 1)  # one Friday or another stays both
            end = period.first if _is_before(tree, time.span) else period.last
            found.append((not limit, Due(end.isoformat() if last else day, time.span)))
    return min(found, key=lambda one: (one[0], one[1].span), default=(True, None))[1]


def _is_said(tree: Tree, word: int, attribution: Attribution, time: Span) -> bool:
    """Whether a time is of what is said: within it, or right behind it where it is a deadline or the day of an infinitive."""
    if any(part.holds(time) for part in attribution.content):
        return True
    at = tree.at(time.start)
    behind = any(0 < at - tree.at(part.end) <= _REACH and _is_link(tree, tree.at(part.end), at) for part in attribution.content)
    return behind and (_is_infinitive(tree, word) or _has_deadline(tree, time))


def _is_link(tree: Tree, first: int, end: int) -> bool:
    return all(tree.upos[t] in ("ADP", "DET") for t in range(first, end))


def _is_of_condition(tree: Tree, word: int, time: Span) -> bool:
    """Whether a time stands in an if or unless of the sentence."""
    head = tree.head_of(time)
    if head is None or tree.sentences[head] != tree.sentences[word]:
        return False
    return any(tree.folded[t] in _CONDITIONS for over in (head, *tree.above(head)) for t in tree.under(over, "mark"))


def _is_before(tree: Tree, time: Span) -> bool:
    """Whether a deadline is the beginning of a longer time: "before June", but "before the end of May", "before the summer is out"."""
    words = tree.inside(time)
    goes_on = not _ENDING.isdisjoint(tree.folded[words.stop : words.stop + 1])
    return (
        "before" in tree.folded[max(0, words.start - 2) : words.start]
        and "end" not in tree.folded[words.start : words.stop]
        and not goes_on
    )


def _is_its_own(tree: Tree, word: int, clause: Span, time: Span) -> bool:
    """Whether a time is told of a verb's own deed; one right after the clause is, whatever the parser hung it on."""
    head = tree.head_of(time)
    if head is None or tree.sentences[head] != tree.sentences[word]:
        return False
    path = [head, *tree.above(head)]
    if word in path:
        below = path[: path.index(word)]
        aside = any(_is_aside(tree, t) and not _runs_out(tree, t, head) for t in below)
        return not (aside or any(_is_apart(tree, t) or tree.is_relative(t) for t in below))
    if clause.holds(time):  # a promised thing whose day hangs on the promise, or is set off at the end
        first = min(tree.under(head, "case"), default=head)
        over = [t for t in path[1:] if clause.holds(tree.spans[t])]
        return tree.words[first - 1] == "," or not any(t == word or tree.upos[t] == "VERB" for t in over)
    between = range(tree.at(clause.end), tree.at(time.start))
    return time.start >= clause.end and len(between) <= _REACH and all(tree.upos[t] in _BETWEEN for t in between)


def _is_apart(tree: Tree, word: int) -> bool:
    """Whether a word under the verb has a time of its own; "is due to rule" does not, wherever the parser hung the infinitive."""
    return tree.is_in(word, *_APART) and not (tree.is_in(word, "parataxis") and _is_infinitive(tree, word))


def _is_infinitive(tree: Tree, word: int) -> bool:
    return any(tree.folded[t] == "to" for t in tree.under(word, "mark"))


def _is_aside(tree: Tree, word: int) -> bool:
    """Whether a clause under the verb is no more than its circumstance, and not what is done with it ("will come to sign")."""
    return tree.is_in(word, "advcl", "acl") and not _is_infinitive(tree, word)


def _runs_out(tree: Tree, word: int, time: int) -> bool:
    """Whether a clause only has a time run out: "before the week is over"."""
    before = any(tree.folded[t] in _DEADLINES for t in tree.under(word, "mark"))
    return before and tree.folded[word] in _OVER and time in tree.under(word, "nsubj")


def _has_deadline(tree: Tree, time: Span) -> bool:
    at = tree.at(time.start)
    return not _DEADLINES.isdisjoint(tree.folded[max(0, at - 3) : at + 1])


def _limit(time: Time, made: Period | None, *, owned: bool) -> str | None:
    """The days up to a deadline; "within 60 days" runs from the report, "within her first 60 days" from what nobody knows."""
    match = _LENGTH.match(time.value or "") if time.type == "duration" and not owned else None
    if match is None or made is None:
        return time.period if time.value != _PRESENT else None
    days, weeks, hours = (int(number or 0) for number in match.groups())
    length = timedelta(days=days + 7 * weeks + -(-hours // 24))
    return write_period(Period(made.first + length, made.last + length))


def _is_owned(tree: Tree, time: Span) -> bool:
    """Whether a length of time is somebody's own: "his first 100 days"."""
    at = tree.at(time.start)
    return not _OWN.isdisjoint(tree.folded[max(0, at - 2) : at + 2])


def _was_said_before(tree: Tree, attribution: Attribution, times: Sequence[Time], due: Period) -> bool:
    """Whether the saying itself is told as gone by: "had promised a report by March", "said in January that"."""
    if attribution.cue is None:
        return False
    cue = tree.inside(attribution.cue)
    if any(tree.folded[t] in ("had", "'d") for word in cue for t in (word, *tree.under(word, "aux"))):
        return True
    beside = (read_period(time.period) for time in times if _is_beside(tree, time.span, attribution))
    return any(period is not None and period.last < due.last for period in beside)


def _is_beside(tree: Tree, time: Span, attribution: Attribution) -> bool:
    """Whether a time stands in the sentence of the cue, outside what is said."""
    at = tree.at(time.start)
    inside = any(part.meets(time) for part in attribution.content)
    return not inside and attribution.cue is not None and tree.sentences[at] == tree.sentences[tree.at(attribution.cue.start)]
