"""Dates on a live page: what its entries tell as news is of the day of the page, or of the evening before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from whence.model.dates import Period, write_period
from whence.model.eventmarks import TriggerMark
from whence.model.parses import Tree
from whence.model.readings import Event
from whence.model.spans import Span
from whence.model.subjects import is_relative
from whence.resolve.clause_dates import Dated, is_deed_judged
from whence.resolve.tenses import find_tense

_STAMP = re.compile(r"^[ \t]*(?P<hour>[012]?\d)[:.h](?P<minute>[0-5]\d)\b(?!\d)", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]*[012]?\d[:.h][0-5]\d\b[^\n]*[^\n.!?…\]”\"’]$", re.MULTILINE)
_LIVE = re.compile(r"\blive\b", re.IGNORECASE)
_FEWEST = 3
_DAY = timedelta(days=1)
_OTHER_TIME = frozenset({"after", "since", "before", "until", "when", "as", "if", "unless"})


def is_live(text: str, title: str) -> bool:
    """Whether lines open with the time of day, the latest first; a page that calls itself live may put the earliest first.

    A chronicle of some other day runs from early to late.
    """
    clocks = [60 * int(match["hour"]) + int(match["minute"]) for match in _STAMP.finditer(text)]
    falling = all(one >= two for one, two in pairwise(clocks))
    return len(clocks) >= _FEWEST and (falling or bool(_LIVE.search(title)))


def find_headings(text: str) -> tuple[Span, ...]:
    """The headings of a live page's entries: lines that open with the time of day and end as no sentence does."""
    return tuple(Span(*match.span()) for match in _HEADING.finditer(text))


def date_by_entry(
    tree: Tree,
    marks: Sequence[TriggerMark],
    events: Sequence[Event],
    times: Sequence[Dated],
    published: Period | None,
    headings: Sequence[Span],
) -> tuple[Event, ...]:
    """Events of a live page without a date that are told in the perfect, in the page's own voice in the past, or in a heading."""
    if published is None or published.days > 1:
        return tuple(events)
    date = write_period(Period(published.first - _DAY, published.last))
    return tuple(
        replace(event, date=date, date_basis="anchored")
        if event.date is None and (_is_news(tree, mark, event, times) or _is_headline(headings, event))
        else event
        for mark, event in zip(marks, events, strict=True)
    )


def _is_headline(headings: Sequence[Span], event: Event) -> bool:
    told = event.modality == "actual" and event.polarity == "positive"
    return told and any(heading.holds(event.trigger) for heading in headings)


def _is_news(tree: Tree, mark: TriggerMark, event: Event, times: Sequence[Dated]) -> bool:
    if _is_noun(tree, mark) or event.modality != "actual" or is_relative(tree, mark.token) or is_deed_judged(tree, mark.token):
        return False
    timed = any(one.time.period is not None and tree.sentences[one.word] == tree.sentences[mark.token] for one in times)
    hangs = any(tree.folded[t] in _OTHER_TIME for t in tree.under(mark.token, "mark"))
    tense = find_tense(tree, tree.heads[mark.token] if mark.nominal else mark.token)
    return not hangs and (tense == "perfect" or (tense == "past" and event.attribution is None and not timed))


def _is_noun(tree: Tree, mark: TriggerMark) -> bool:
    """Whether a trigger is a noun, and no adjective that a verb carries ("have been found dead")."""
    over = tree.heads[mark.token]
    return mark.nominal and not (over >= 0 and tree.relation(mark.token) == "xcomp" and tree.upos[over] == "VERB")
