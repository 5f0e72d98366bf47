"""Numbers and days that a copy changes: where the words before and after are the same, the two tellings are of one happening."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from whence.lexicon.kin import families
from whence.model.dates import read_period
from whence.model.holdings import Holdings, member_of
from whence.model.readings import Event
from whence.model.spans import Span
from whence.model.stories import Conflict, ConflictField, Edge
from whence.weigh.accounts import Account
from whence.weigh.charges import SENTENCE

# Longer than this, what stands between two shared passages is a sentence of the copy's own, and no word changed.
_WIDEST = 40
_WEEK = 7
_ABOUT: Mapping[ConflictField, str] = {"date": "when it happened", "count": "how many"}


def find_slips(accounts: Sequence[Account], lineage: Sequence[Edge], known: Set[tuple[str | None, ConflictField]]) -> Iterator[Conflict]:
    """Two values of one happening where a copy has another number or another day than what it copies.

    One change makes one conflict, of the event nearest to it, where most tell of it; none where a conflict of that field is ``known``
    of what it tells.
    """
    home = {member: account for account in accounts for member in account.occurrence.events}
    found: dict[tuple[str, ConflictField], dict[str, list[str]]] = {}
    for edge in lineage if home else ():
        for here, there in _changed(edge, accounts[0].holdings):
            for field in _ABOUT:
                told = sorted(_told_in(home, edge, field, here, there))
                if not told or any((home[part].occurrence.id, field) in known for _, *pair in told for part in pair):
                    continue
                _, one, other = told[0]
                sides = found.setdefault((one, field), {})
                for member, span in ((one, here), (other, there)):
                    sides.setdefault(_value(home[member].holdings.events[member], field, span), []).append(member)
    for (member, field), sides in found.items():
        homes = [home[member], *(home[one] for by in sides.values() for one in by)]
        account = max(homes, key=lambda each: len(each.occurrence.events))
        yield account.conflict(field, f"{_ABOUT[field]}: {account.occurrence.what}", sides, "a copy changes what it copies", kind="slip")


def _changed(edge: Edge, holdings: Holdings) -> Iterator[tuple[Span, Span]]:
    """The few words, in the copy and in what it copies, between two shared passages that follow each other in both; where more stands
    between, what leads in one sentence to the second passage.
    """
    here, there = ([Span(*part[1:]) for part in edge.because.spans if part.report == name] for name in (edge.doc, edge.from_doc))
    if edge.from_doc in (None, edge.doc) or len(here) != len(there):
        return
    for (one, other), (further, beyond) in pairwise(sorted(zip(here, there, strict=True))):
        gaps = further.start - one.end, beyond.start - other.end
        if min(gaps) > 0 and max(gaps) <= _WIDEST:
            yield Span(one.end, further.start), Span(other.end, beyond.start)
        elif min(gaps) > _WIDEST:
            texts = holdings.readings[edge.doc].text, holdings.readings[edge.from_doc].text
            yield _leading(texts[0], further.start), _leading(texts[1], beyond.start)


def _leading(text: str, at: int) -> Span:
    """The last words of the same sentence before a place."""
    start = max(at - _WIDEST, 0)
    breaks = [match.end() for match in SENTENCE.finditer(text, start, at)]
    return Span(max([start, *breaks]), at)


def _told_in(home: Mapping[str, Account], edge: Edge, field: ConflictField, here: Span, there: Span) -> Iterator[tuple[int, str, str]]:
    """Two tellings of one happening of which the changed words give the number or the day, and not the same; and how far off they are."""
    for one, mine in _events(home, edge.doc):
        for other, yours in _events(home, edge.from_doc or edge.doc):
            values = _value(mine, field, here), _value(yours, field, there)
            one_deed = home[one] is home[other] or _is_mirrored(home, one, other)
            if one_deed and all(values) and not _agree(field, *values):
                yield max(mine.trigger.start - here.end, here.start - mine.trigger.end), one, other


def _is_mirrored(home: Mapping[str, Account], one: str, other: str) -> bool:
    """Whether two tellings are of one kind and in the same word, of the same week's news: by another day that a copy gives they may not
    have been joined.
    """
    holdings = home[one].holdings
    mine, yours = holdings.events[one], holdings.events[other]
    out = [read_period(holdings.reading(member).report.published) for member in (one, other)]
    if mine.type != yours.type or out[0] is None or out[1] is None or abs((out[0].first - out[1].first).days) > _WEEK:
        return False
    return bool(families(holdings.words(one, mine.trigger)) & families(holdings.words(other, yours.trigger)))


def _events(home: Mapping[str, Account], report: str) -> Iterator[tuple[str, Event]]:
    holdings = next(iter(home.values())).holdings
    return ((member, event) for event in holdings.readings[report].events if (member := member_of(report, event.id)) in home)


def _value(event: Event, field: ConflictField, words: Span) -> str:
    """What an event gives in these words: its day, or its number; empty where it gives none there."""
    if field == "date":
        told = event.date_span is not None and event.date_span.meets(words) and event.date_basis in ("stated", "relative")
        return event.date or "" if told else ""
    return next((f"{one.value:g}" for one in event.quantities if one.span.meets(words) and one.value is not None), "")


def _agree(field: ConflictField, one: str, other: str) -> bool:
    if field == "date":
        left, right = read_period(one), read_period(other)
        return left is None or right is None or left.meets(right)
    return one == other
