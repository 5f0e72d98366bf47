"""Forecasts that a number will rise, and the later tellings of the same happening that give larger ones."""

from __future__ import annotations

from collections.abc import Sequence

from whence.lexicon.kin import families
from whence.model.dates import read_period
from whence.model.holdings import Holdings, report_of
from whence.model.stories import Occurrence
from whence.weigh.figures import iter_event_figures, same_count
from whence.weigh.foretold import Foretold

_RISE = frozenset({"increase"})


def find_growth(foretold: Foretold, homes: Sequence[Occurrence], holdings: Holdings) -> list[str]:
    """Tellings of later reports whose number is larger than any that the forecast's own report gives in its own voice or first,
    and is none of those that it gives besides.
    """
    if not families(foretold.said) & _RISE or foretold.made is None:
        return []
    found = []
    for home in homes:
        told = [member for member in home.events if report_of(member) == foretold.report]
        known = [figure for member in told for figure in iter_event_figures(holdings, member) if figure.bound != "at_most"]
        for member in home.events:
            published = read_period(holdings.reading(member).report.published)
            if published is None or published.first <= foretold.made.last or holdings.events[member].negated:
                continue
            larger = [
                figure
                for figure in iter_event_figures(holdings, member)
                if any(same_count(figure, one) for one in known)
                and figure.value > min(one.value for one in known if same_count(figure, one))
                and figure.value not in {one.value for one in known}
            ]
            found += [member] if larger else []
    return sorted(set(found))
