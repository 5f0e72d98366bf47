"""Forecasts that a number will rise, and the later tellings of the same happening that give larger ones, or too small ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whence.lexicon.kin import families
from whence.lexicon.numbers import load_numbers
from whence.model.dates import read_period
from whence.model.holdings import Holdings, report_of
from whence.model.stories import Occurrence
from whence.weigh.figures import Figure, iter_event_figures, same_count
from whence.weigh.foretold import Foretold

_RISE = frozenset({"increase"})
# How far the number is to rise: "to 40", "past 40", "exceed forty".
_MARK = re.compile(
    r"\b(?:to(?! pass| reach| exceed| top| surpass| hit)|above|over|past|beyond|exceed|pass|reach|top|surpass|hit) "
    r"(?:at least |more than |about |some )?"
    r"(\d{1,3}(?:,\d{3})+|\d+|[a-z]+)\b",
    re.I,
)
_PASSING = re.compile(r"\b(?:exceed|pass|reach|top|surpass|hit)\b", re.I)


def find_growth(foretold: Foretold, homes: Sequence[Occurrence], holdings: Holdings) -> list[str]:
    """Tellings of later reports whose number is larger than any that the forecast's own report gives in its own voice or first,
    is none of those that it gives besides, and is as large as foretold where that was said.
    """
    mark = read_mark(foretold)
    found = []
    for member, figure, known in _later_figures(foretold, homes, holdings):
        least = min(one.value for one in known)
        if figure.value > least and figure.value not in {one.value for one in known} and (mark is None or figure.value >= mark):
            found.append(member)
    return sorted(set(found))


def find_shortfall(foretold: Foretold, homes: Sequence[Occurrence], holdings: Holdings) -> list[str]:
    """Tellings, in reports of after its time, whose number is smaller than foretold; none where any telling reached it."""
    mark, due = read_mark(foretold), foretold.due
    if mark is None or due is None:
        return []
    told = list(_later_figures(foretold, homes, holdings))
    if any(figure.value >= mark for _, figure, _ in told):
        return []
    after = [member for member, _, _ in told if (day := read_period(holdings.reading(member).report.published)) and day.first > due.last]
    return sorted(set(after))


def _later_figures(foretold: Foretold, homes: Sequence[Occurrence], holdings: Holdings) -> Iterator[tuple[str, Figure, list[Figure]]]:
    """The numbers that later reports give of the happening, each with those of the forecast's own report that count the same."""
    if foretold.made is None or not _is_growth(foretold):
        return
    for home in homes:
        told = [member for member in home.events if report_of(member) == foretold.report]
        known = [figure for member in told for figure in iter_event_figures(holdings, member) if figure.bound != "at_most"]
        for member in home.events:
            published = read_period(holdings.reading(member).report.published)
            if published is None or published.first <= foretold.made.last or holdings.events[member].negated:
                continue
            for figure in iter_event_figures(holdings, member):
                alike = [one for one in known if same_count(figure, one)]
                if alike:
                    yield member, figure, alike


def _is_growth(foretold: Foretold) -> bool:
    return bool(families(foretold.said) & _RISE) or _PASSING.search(foretold.said) is not None


def read_mark(foretold: Foretold) -> float | None:
    """The number that is to be reached."""
    given = _MARK.finditer(foretold.said) if _is_growth(foretold) else ()
    return next((value for match in given if (value := _read_number(match[1])) is not None), None)


def _read_number(words: str) -> float | None:
    plain = words.replace(",", "").casefold()
    if plain.isdecimal():
        return float(plain)
    value, kind = load_numbers().get(plain, (0, "vague"))
    return float(value) if kind == "small" else None
