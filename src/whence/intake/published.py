"""When a report was published, as narrow as page and text tell, and how that is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whence.intake.copyrights import find_copyrights
from whence.intake.datelines import Dateline
from whence.intake.headers import Masthead, Piece
from whence.intake.inferred import infer_published
from whence.intake.layouts import Layout
from whence.intake.todays import find_today
from whence.lexicon.page_words import load_page_words
from whence.model.dates import read_period
from whence.model.reports import PublishedBasis
from whence.model.spans import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FILED = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>[01]\d|" + "|".join(_MONTHS) + r")(?:[/-]?(?P<day>[0-3]\d))?(?=[/_-]|$)", re.IGNORECASE
)
_LABELS = ("published", "posted", "first published", "issued", "originally published")
_LATER = ("updated", "modified", "edited")


@dataclass(frozen=True, slots=True)
class Publication:
    """The ISO date of publication, its basis, and where it is printed."""

    value: str | None = None
    basis: PublishedBasis = "unknown"
    span: Span | None = None


def find_publication(layout: Layout, dateline: Dateline | None, given: str | None, url: str | None) -> Publication:
    """When the report was published, by the first of these that tells.

    The first date that the masthead or the dateline prints, unless the page's own data (``given``) have another; those data; the
    page's address; a printed date of change; a labelled date at the foot; what the report's own words tell.
    """
    first, later = (_settle(found, layout, url) for found in _find_printed(layout.header))
    if not first and dateline and dateline.date:
        first = Publication(dateline.date, "stated", dateline.date_span)
    if first and (not given or _agree(first.value, given)):
        return first
    if given:
        return Publication(given, "metadata")
    addressed = _read_address(url) if url else None
    if addressed:
        return Publication(addressed, "metadata")
    return later or _find_printed(_labelled(layout.footer))[0] or _find_credited(layout) or _infer(layout)


def _settle(printed: Publication | None, layout: Layout, url: str | None) -> Publication | None:
    """A date in digits that can be read two ways, by the page's address or by the months that the report names."""
    if printed is None or "/" not in (printed.value or ""):
        return printed
    ways = (printed.value or "").split("/")
    filed = _read_address(url) if url else None
    choice = [filed] if filed in ways else [way for way in ways if _names_month(layout, way)]
    return Publication(choice[0], "stated", printed.span) if len(choice) == 1 else printed


def _names_month(layout: Layout, day: str) -> bool:
    """Whether the report, or its dateline, speaks of the month of ``day``."""
    month = load_page_words("month")[int(day[5:7]) - 1].capitalize()
    spoken = re.compile(rf"\b(?:in|of|since|until|by|on|last|next|\d{{1,2}}) {month}\b|\b(?:{month}|{month[:3]}\.) \d{{1,2}}\b")
    return any(spoken.search(line.text) for line in layout.body)


def _agree(printed: str | None, given: str) -> bool:
    one, two = read_period(printed), read_period(given)
    return one is not None and two is not None and one.meets(two)


def _read_address(url: str) -> str | None:
    """The day, or the month, that a page's address is filed under, as ``/2022/01/16/``."""
    match = _FILED.search(url)
    if not match:
        return None
    month = match["month"] if match["month"].isdigit() else f"{_MONTHS.index(match['month'].casefold()) + 1:02d}"
    filed = "-".join(part for part in (match["year"], month, match["day"]) if part)
    return filed if read_period(filed) else None


def _labelled(footer: tuple[Masthead, ...]) -> tuple[Masthead, ...]:
    """Lines at the foot that say what their date is: a bare one there dates a correction or another story."""
    return tuple(masthead for masthead in footer if any(piece.text.casefold().startswith(_LABELS) for piece in masthead.of("time")))


def _find_credited(layout: Layout) -> Publication | None:
    """The day that a note of copyright at the foot, or the credit of an agency there, gives; None where they give several."""
    end = max((line.span.start for line in layout.body if line.prose), default=0)
    credited = [masthead for masthead in layout.footer if _is_credit(masthead)]
    dates = [found.date for found in find_copyrights(layout.lines) if found.date and found.line.span.start > end]
    days = {date.value: Publication(date.value, "stated", date.span) for date in dates}
    days |= {
        piece.date.value: Publication(piece.date.value, "stated", piece.span)
        for masthead in credited
        for piece in masthead.of("date")
        if piece.date and piece.span.start > end
    }
    return days.popitem()[1] if len(days) == 1 else None


def _is_credit(masthead: Masthead) -> bool:
    """Whether a line is an agency, or those who wrote for it, and a date."""
    roles = {piece.role for piece in masthead.pieces}
    return bool(roles & {"agency", "byline"}) and roles <= {"agency", "byline", "date", "time"} and not _is_wide_line(masthead)


def _is_wide_line(masthead: Masthead) -> bool:
    return any(_is_wide((masthead, piece)) for piece in masthead.of("date"))


def _infer(layout: Layout) -> Publication:
    told = [line.text for line in layout.body]
    page = [masthead.line.text for masthead in (*layout.header, *layout.footer)]
    page += [found.line.text for found in find_copyrights(layout.lines)]
    value = find_today(told, page) or infer_published(
        layout.title.text if layout.title else None, [line.text for line in layout.body if line.prose]
    )
    return Publication(value, "inferred") if value else Publication()


def _find_printed(mastheads: tuple[Masthead, ...]) -> tuple[Publication | None, Publication | None]:
    """The first date printed as that of publication, and the first printed as that of a change; whole days before months."""
    found: dict[bool, Publication] = {}
    dates = [(masthead, piece) for masthead in mastheads for piece in masthead.of("date")]
    for masthead, piece in sorted(dates, key=_is_wide):
        if piece.date:
            found.setdefault(_is_later(masthead, piece), Publication(piece.date.value, "stated", piece.span))
    return found.get(False), found.get(True)


def _is_wide(dated: tuple[Masthead, Piece]) -> bool:
    date = dated[1].date
    return date is None or len(date.value) != len("2020-01-01")


def _is_later(masthead: Masthead, date: Piece) -> bool:
    before = [piece.text.casefold() for piece in masthead.of("time") if piece.span.end <= date.span.start]
    return bool(before) and any(word in before[-1] for word in _LATER)
