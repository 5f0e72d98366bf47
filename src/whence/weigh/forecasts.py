"""What was foretold: met, missed or open on a day, with the tellings that settle it.

Open is the rule. A forecast is met only by a later telling of the same kind of deed, by or to the same, that its time allows; what
is vague stays open whatever is told. What hangs on a condition is met by what is told of its very day, and never missed. Of what is
foretold not to be, the same tellings say the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from whence.model.dates import read_period
from whence.model.holdings import Holdings, member_of
from whence.model.spans import Span
from whence.model.stories import Because, Conflict, ForecastOutcome, Occurrence, Passage
from whence.weigh.foretold import Foretold, is_conditional, read_forecast, why_unsettled
from whence.weigh.fulfilments import Fulfilments
from whence.weigh.growths import find_growth, find_shortfall, read_mark
from whence.weigh.kept import find_kept, find_overdue
from whence.weigh.neighbours import Neighbours
from whence.weigh.opposed import find_opposed
from whence.weigh.papers import find_paper
from whence.weigh.put_offs import find_called_off, find_run_out
from whence.weigh.recalled import find_recalled
from whence.weigh.spoken import find_spoken
from whence.weigh.twins import date_by_twins
from whence.weigh.unmet import find_unmet

_DENYING = re.compile(r"(?:\b(?:will|would|shall|to)|[’']ll) (?:[a-z]+ )?(?:deny|reject|dispute)\b", re.I)
_HAPPENED = "a later report tells it as having happened: the same kind of deed, of the same people or things, in its time"
_PUT_OFF = "a later report has it as put off from its day, as still to come after it, or as not so"
_KEPT = "a later report says in like words that it was done in its time"
_CALLED_OFF = "a later report has it as put off or called off"
_FAILED = "a later report recalls it, and says that it failed"
_INSTEAD = "a later report tells of its day what comes instead of it"
_SPOKEN = "a later report has the one who was to speak say something to those who were to hear it"
_TOO_LATE = "a later report tells it as done only after its time"
Outcome = Literal["met", "missed"]


def weigh_forecasts(
    holdings: Holdings,
    occurrences: Sequence[Occurrence],
    updates: Sequence[Conflict],
    entity_of: Mapping[str, str],
    as_of: str | None,
) -> tuple[ForecastOutcome, ...]:
    """The outcome of every forecast on the day asked for, or on the story's last day."""
    home = {member: occurrence for occurrence in occurrences for member in occurrence.events}
    asked = read_period(as_of)
    today = asked.last if asked else _last_day(holdings)
    neighbours = Neighbours(holdings, entity_of)
    fulfilments = Fulfilments(holdings, entity_of, home)
    told = date_by_twins([read_forecast(member, holdings) for member in holdings.forecasts], neighbours)
    return tuple(_settle(foretold, neighbours.of(foretold.report), fulfilments, today) for foretold in told)


def _last_day(holdings: Holdings) -> date | None:
    days = [period.last for one in holdings.readings.values() if (period := read_period(one.report.published))]
    return max(days, default=None)


def _settle(foretold: Foretold, near: Sequence[str], fulfilments: Fulfilments, today: date | None) -> ForecastOutcome:
    holdings = fulfilments.holdings
    own = holdings.passage(foretold.member, foretold.forecast.span)
    unsettled = why_unsettled(foretold, holdings)
    if unsettled:
        return ForecastOutcome(foretold.member, "open", (), Because(f"not settled by rule: {unsettled}", (own,)))
    past = today is not None and foretold.due is not None and foretold.due.last < today
    conditional = is_conditional(foretold, holdings)
    tellings = _conditional_tellings if conditional else _tellings
    wordings = _conditional_wordings if conditional else _wordings
    for outcome, evidence, rule in tellings(foretold, near, fulfilments, past=past):
        if evidence:
            spans = (own, *(_passage(one, holdings) for one in evidence))
            return ForecastOutcome(foretold.member, outcome, tuple(evidence), Because(rule, spans))
    for outcome, passages, rule in wordings(foretold, near, fulfilments, today):
        if passages:
            return ForecastOutcome(foretold.member, outcome, _records_in(passages, holdings), Because(rule, (own, *passages)))
    rule = "its time has passed, and no later report settles it" if past else "no later report settles it"
    rule = "not settled by rule: it hangs on a condition" if conditional else rule
    return ForecastOutcome(foretold.member, "open", (), Because(rule, (own,)))


def _conditional_tellings(
    foretold: Foretold, near: Sequence[str], fulfilments: Fulfilments, *, past: bool
) -> Iterator[tuple[Outcome, list[str], str]]:
    """What later tellings say of what hangs on a condition: only what is told of its very day settles that."""
    yield "met", [] if foretold.negative else fulfilments.find_on_the_day(foretold, near), _HAPPENED


def _conditional_wordings(
    foretold: Foretold, near: Sequence[str], fulfilments: Fulfilments, today: date | None
) -> Iterator[tuple[Outcome, tuple[Passage, ...], str]]:
    holdings, entity_of = fulfilments.holdings, fulfilments.entity_of
    yield "met", find_kept(foretold, near, holdings, entity_of, surely=True), _KEPT
    yield (
        "missed",
        () if foretold.negative else find_run_out(foretold, near, holdings, entity_of),
        "its term ran out, and nothing came of it",
    )


def _tellings(foretold: Foretold, near: Sequence[str], fulfilments: Fulfilments, *, past: bool) -> Iterator[tuple[Outcome, list[str], str]]:
    """What later tellings of events and denials say of a forecast, the surest first."""
    holdings = fulfilments.holdings
    if foretold.negative:
        yield "missed", fulfilments.find_broken(foretold, near), _HAPPENED
        yield "met", fulfilments.find_put_off(foretold, near), _PUT_OFF
        return
    homes = list({home.id: home for one in (*foretold.events, *foretold.within) if (home := fulfilments.home.get(one))}.values())
    yield "met", find_growth(foretold, homes, holdings), "later reports give larger numbers"
    if read_mark(foretold) is not None:  # that more were killed does not say that as many were
        short = find_shortfall(foretold, homes, holdings) if past else []
        yield "missed", short, "its time has passed, and later reports give smaller numbers"
        return
    yield "met", fulfilments.find_met(foretold, near), _HAPPENED
    yield "met", _denials(foretold, near, fulfilments), "the one who was to deny denies in a later report"
    yield "missed", fulfilments.find_put_off(foretold, near), _PUT_OFF
    yield "missed", fulfilments.find_late(foretold, near), _TOO_LATE


def _wordings(
    foretold: Foretold, near: Sequence[str], fulfilments: Fulfilments, today: date | None
) -> Iterator[tuple[Outcome, tuple[Passage, ...], str]]:
    """What sentences of later reports say of it in like words."""
    holdings, entity_of = fulfilments.holdings, fulfilments.entity_of
    yield "met", find_paper(foretold, near, holdings, entity_of, late=False), "a later report says that it was brought out in its time"
    yield "missed", find_called_off(foretold, near, holdings, entity_of), _CALLED_OFF
    unmet = find_unmet(foretold, near, today, holdings, entity_of)
    yield "met" if foretold.negative else "missed", unmet, "its time has passed, and a later report says in like words that it was not so"
    yield "missed", find_recalled(foretold, near, holdings, entity_of), _FAILED
    yield "missed", find_opposed(foretold, near, holdings, entity_of), _INSTEAD
    yield "met", find_spoken(foretold, near, holdings, entity_of), _SPOKEN
    kept = find_kept(foretold, near, holdings, entity_of)
    yield "met", kept, _KEPT
    yield "missed", find_overdue(foretold, near, holdings), _TOO_LATE
    yield "missed", find_paper(foretold, near, holdings, entity_of, late=True), "a later report has it brought out only after its time"


def _records_in(passages: Sequence[Passage], holdings: Holdings) -> tuple[str, ...]:
    """The attributions of the passages."""
    found = []
    for report, start, end in passages:
        for one in holdings.readings[report].attributions:
            found += [member_of(report, one.id)] if any(part.meets(Span(start, end)) for part in one.content) else []
    return tuple(found)


def _denials(foretold: Foretold, near: Sequence[str], fulfilments: Fulfilments) -> list[str]:
    """A forecast that somebody will deny, and that one's later denials."""
    holdings, entity_of, made = fulfilments.holdings, fulfilments.entity_of, foretold.made
    if made is None or not _DENYING.search(foretold.said):
        return []
    span = foretold.forecast.span
    here = [one for one in holdings.readings[foretold.report].entities if any(span.holds(mention.span) for mention in one.mentions)]
    meant = {entity_of.get(member_of(foretold.report, one.id)) for one in here} - {None}
    found = []
    for report in near:
        published = read_period(holdings.readings[report].report.published)
        if published and published.first > made.last:
            for one in holdings.readings[report].attributions:
                speaker = entity_of.get(member_of(report, one.source_entity or ""))
                found += [member_of(report, one.id)] if one.act == "deny" and speaker in meant else []
    return found


def _passage(member: str, holdings: Holdings) -> Passage:
    event = holdings.events.get(member)
    return holdings.passage(member, event.trigger if event else holdings.attributions[member].content[0])
