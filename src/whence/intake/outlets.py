"""Which outlet printed a report, and how that is known; unknown where the page does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from whence.intake.copyrights import find_copyrights
from whence.intake.headers import Masthead
from whence.intake.layouts import Layout
from whence.intake.newsrooms import is_title_case, name_agency, name_outlet, tidy_name
from whence.intake.selfnames import count_selfnames, infer_outlet
from whence.lexicon.outlets import find_outlet_of_host, fold_name, load_sections
from whence.lexicon.page_words import load_page_words
from whence.model.reports import OutletBasis

_WELCOME = re.compile(r"\W*welcome to\s+(?:the website of\s+)?(?P<name>[^.!,|]{3,50}?)(?:\s+(?:website|online))?\W*", re.IGNORECASE)
_PAGE = re.compile(r"(?:pages?|pp?\.|pg)", re.IGNORECASE)
_BEHIND = re.compile(r"\s+[|–—-]\s+")


def find_outlet(text: str, layout: Layout, url: str | None, agency: str | None) -> tuple[str | None, OutletBasis]:
    """The outlet and the basis of it; ``(None, "unknown")`` where text and address leave it open.

    ``agency`` is the one whose own dispatch the report is: where nothing tells that a paper printed it, the agency did.
    """
    for name, basis in _iter_named(text, layout):
        return name, basis
    if url:
        found = name_host(url)
        if found:
            return found, "address"
    if agency:
        return agency, "credit"
    inferred = infer_outlet([line.text for line in layout.body if line.prose])
    return (inferred, "inferred") if inferred else (None, "unknown")


def name_host(url: str) -> str | None:
    """The outlet at an address: by the list, else the host's own name as it stands."""
    host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").removeprefix("www.")
    return (find_outlet_of_host(host) or host) if "." in host else None


def _iter_named(text: str, layout: Layout) -> Iterator[tuple[str, OutletBasis]]:
    if layout.nameplate:
        yield name_outlet(layout.nameplate.name) or tidy_name(layout.nameplate.name), "masthead"
    yield from ((name, "masthead") for name in _iter_mastheads(layout))
    yield from ((name, "masthead") for name in _iter_titles(layout))
    for index in sorted(layout.furniture):
        welcome = _WELCOME.fullmatch(layout.lines[index].text)
        if welcome and _may_be_outlet(welcome["name"]):
            yield tidy_name(welcome["name"]), "masthead"
    yield from ((name, "masthead") for name in _iter_copyrights(text, layout))
    yield from ((name, "credit") for name in _iter_credits(text, layout))


def _may_be_outlet(name: str) -> bool:
    return is_title_case(name) and not name_agency(name) and fold_name(name) not in load_sections()


def _iter_mastheads(layout: Layout) -> Iterator[str]:
    """Outlets that a line at the top names beside a date or byline, or alone."""
    for masthead in layout.header:
        for piece in masthead.of("outlet"):
            name = name_outlet(piece.text)
            if name:
                yield name


def _iter_titles(layout: Layout) -> Iterator[str]:
    """Outlets that stand behind a headline, as in the title of a browser's window."""
    titled = (line for line in layout.lines if layout.title and line.span.holds(layout.title.span))
    furniture = (layout.lines[index] for index in sorted(layout.furniture))
    for line in (*titled, *furniture):
        for part in _BEHIND.split(line.text)[1:]:
            name = name_outlet(part)
            if name:
                yield name


def _iter_credits(text: str, layout: Layout) -> Iterator[str]:
    """Outlets of bylines (*for the Mercury*), and names beside a date that the report's own words bear out."""
    selfnames = count_selfnames(text)
    for masthead in layout.header:
        for piece in masthead.of("byline"):
            yield from (outlet for outlet in (piece.byline.outlets if piece.byline else ()))
        for piece in masthead.of("name"):
            folded = fold_name(piece.text)
            article = piece.text.startswith("The ") and folded not in load_page_words("article-place") and bool(masthead.of("date"))
            if not name_agency(piece.text) and (selfnames[folded] or article or _is_nameplate(piece.text, masthead, layout)):
                yield tidy_name(piece.text)


def _is_nameplate(name: str, masthead: Masthead, layout: Layout) -> bool:
    """Whether a name in capitals, or with a page, beside the date above the headline is the paper's: a place would come in the report."""
    above = layout.title is not None and masthead.line.span.start < layout.title.span.start and bool(masthead.of("date"))
    paged = any(_PAGE.match(piece.text) for piece in masthead.of("time"))
    mentioned = any(re.search(rf"\b{re.escape(name)}\b", line.text, re.IGNORECASE) for line in layout.body)
    return above and (name.isupper() or paged) and not mentioned


def _iter_copyrights(text: str, layout: Layout) -> Iterator[str]:
    selfnames = count_selfnames(text)
    for found in find_copyrights(layout.lines):
        if not name_agency(found.name):
            name = name_outlet(found.name) or (tidy_name(found.name) if selfnames[fold_name(found.name)] else None)
            if name:
                yield name
