"""All that a report's page says of it, read from its text and from what stands beside the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.intake.boilerplate import find_leftovers
from whence.intake.bylines import Byline, find_deck_byline, read_byline, read_reporters
from whence.intake.copyrights import find_copyrights
from whence.intake.datelines import Dateline, find_dateline
from whence.intake.dispatches import find_dispatcher, get_initials
from whence.intake.headers import Masthead
from whence.intake.layouts import Layout, lay_out
from whence.intake.lines import Line
from whence.intake.newsrooms import name_agency
from whence.intake.outlets import find_outlet
from whence.intake.published import find_publication
from whence.intake.signoffs import SignOff, find_sign_off
from whence.model.reports import Report
from whence.model.spans import Span

_VITA = re.compile(
    r"\b(?:is|are|was|has been|works as|writes)\b.*\b(?:reporters?|journalists?|correspondents?|writers?|editors?|columnists?|authors?"
    r"|fellow|freelancers?|analysts?|contributors?|newspaper|covers)\b|\b(?:covers|reports on|writes (?:about|on)) .* for (?:the )?[A-Z]"
    r"|^(?:\S+ ){1,4}(?:writes|blogs|appears|comments) (?:here |for us |in these pages )?"
    r"(?:every|each|weekly|fortnightly|monthly|on alternate|once a) ?\w*\."
)
_VITA_LINES = 3
_DECK_LINES = 2
_DANGLING = re.compile(r"\s+(?:via|by|on|from|for|at|in)\s*:?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """What stands beside a text: a record's fields, a page's markup, the name of its encoding."""

    given_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    published: str | None = None
    encoding: str | None = None
    notes: tuple[str, ...] = ()


def read_report(text: str, *, ident: str, sha256: str, path: str, given: Given) -> Report:
    """The report that ``text`` is, with every field that page or record tells and None for the others."""
    layout = lay_out(text)
    dateline, sign_off = find_dateline(text, layout.body), find_sign_off(layout.body)
    headline = layout.title if layout.title and (not given.title or _fold(layout.title.text) == _fold(given.title)) else None
    url = given.url or (layout.address.of(text) if layout.address else None)
    marks = [name for name in (dateline and (dateline.agency or dateline.outlet), sign_off and sign_off.agency) if name]
    copyrights = find_copyrights(layout.lines)
    dispatcher = find_dispatcher(layout, copyrights, marks)
    outlet, basis = (given.outlet, "masthead") if given.outlet else find_outlet(text, layout, url, dispatcher)
    publication = find_publication(layout, dateline, given.published, url)
    marks += [dispatcher] if dispatcher else []
    bylines, mastheads = _find_bylines(layout), (*layout.header, *layout.footer)
    deck = _find_deck_byline(layout) if not any(byline.writers for byline in bylines) else None
    bylines += (deck[1],) if deck else ()
    writers = given.byline or _unique(writer for byline in bylines for writer in byline.writers)
    vitas = [line.span for line in layout.body[-_VITA_LINES:] if _is_vita(line, writers)]
    thanks = [masthead.line.span for masthead in layout.footer if read_reporters(masthead.line.text)]
    furniture = (*(layout.lines[index].span for index in layout.furniture), *layout.scraps, *find_leftovers(text), *vitas, *thanks)
    return Report(
        id=ident, path=path, sha256=sha256, given_id=given.given_id, url=url,
        outlet=outlet, outlet_basis=basis,
        title=given.title or (headline.text if headline else None), title_span=headline.span if headline else None,
        byline=writers,
        credits=tuple(name for name in _find_credits(mastheads, bylines, [*given.credits, *marks]) if name != outlet or name == dispatcher),
        dateline=dateline.place.of(text) if dateline and dateline.place else None,
        dateline_span=dateline.place if dateline else None,
        published=publication.value, published_basis=publication.basis, published_span=publication.span,
        encoding=given.encoding,
        boilerplate=_merge(furniture, text),
        masthead=_find_mastheads(layout, dateline, sign_off, deck and deck[0]), notes=given.notes,
    )  # fmt: skip


def _find_bylines(layout: Layout) -> tuple[Byline, ...]:
    """The bylines of the masthead, those of the furniture's broken credits too."""
    pieces = [piece.byline for masthead in (*layout.header, *layout.footer) for piece in masthead.of("byline")]
    furniture = [layout.lines[index].text for index in sorted(layout.furniture)]
    broken = [read_byline(_DANGLING.sub("", text)) for text in furniture if _DANGLING.search(text)]
    return tuple(byline for byline in (*pieces, *broken) if byline)


def _find_deck_byline(layout: Layout) -> tuple[Span, Byline] | None:
    """The writer's credit behind a deck, and where it stands."""
    for line in layout.body[:_DECK_LINES]:
        found = find_deck_byline(line.text)
        if found:
            return Span(line.span.start + found[0], line.span.end), found[1]
    return None


def _find_credits(mastheads: Sequence[Masthead], bylines: Sequence[Byline], marks: Sequence[str]) -> tuple[str, ...]:
    """The agencies that a report is credited to; initials that a full name among them explains are left out."""
    named = [name_agency(piece.text) or piece.text for masthead in mastheads for piece in masthead.of("agency")]
    bylined = [house for byline in bylines for house in (*byline.credits, *byline.outlets)]
    found = _unique((*named, *bylined, *marks))
    return tuple(name for name in found if not any(name != other and name == get_initials(other) for other in found))


def _find_mastheads(layout: Layout, dateline: Dateline | None, sign_off: SignOff | None, deck: Span | None) -> tuple[Span, ...]:
    spans = [masthead.line.span for masthead in (*layout.header, *layout.footer)]
    spans += [layout.nameplate.line.span] if layout.nameplate else []
    spans += [*layout.stamps, *([layout.address] if layout.address else [])]
    spans += _find_margins(layout)
    spans += [dateline.prefix] if dateline else []
    spans += [sign_off.span] if sign_off else []
    spans += [deck] if deck else []
    return tuple(sorted(set(spans)))


def _find_margins(layout: Layout) -> list[Span]:
    """What stands on the headline's line before and behind it."""
    if layout.title is None:
        return []
    title = layout.title.span
    lines = [line.span for line in layout.lines if line.span.holds(title)]
    margins = [margin for line in lines for margin in (Span(line.start, title.start), Span(title.end, line.end))]
    return [margin for margin in margins if margin.start < margin.end]


def _is_vita(line: Line, writers: Sequence[str]) -> bool:
    """Whether a line at the end tells who the report's writers are."""
    surnames = [name.split()[-1] for name in writers]
    return bool(_VITA.search(line.text)) and any(re.match(rf"(?:\S+ ){{0,2}}{re.escape(name)}\b", line.text) for name in surnames)


def _fold(title: str) -> str:
    return " ".join(title.casefold().split())


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _merge(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, those joined that only white space parts on one line or that overlap."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and (span.start <= merged[-1].end or not text[merged[-1].end : span.start].strip(" \t")):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
