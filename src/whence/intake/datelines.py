"""The dateline that a report opens with: ``PORT HALE, Jan 5 (VPA) – ...``."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from whence.intake.dates import find_dates
from whence.intake.lines import Line
from whence.intake.newsrooms import is_initials, name_agency, name_outlet, tidy_name
from whence.intake.selfnames import count_selfnames
from whence.lexicon.outlets import fold_name, load_sections
from whence.lexicon.page_words import load_page_words
from whence.model.spans import Span

_CAPS = r"[^\W\d_a-z]{2}[^\W\d_a-z.’'-]*"
_CAPITALS = rf"{_CAPS}(?:[ /]{_CAPS}){{0,3}}"
_WORD = r"[^\W\d_a-z][\w.’'-]*"
_NAMES = rf"{_WORD}(?: {_WORD}){{0,2}}"
_BRACKET = r"\((?P<bracket>[^()\n]{1,40})\)"
_DASH = r"(?:\s*(?:[–—―‒]|--|-(?=\s))\s*|\s*:\s+)"
_DAY = r"(?:[A-Z][a-z]{2,8}\.?,? ?)?(?:\d{1,2}(?:st|nd|rd|th)?|[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? (?:19|20)\d\d)?"
_FORMS = (
    # PORT HALE, Valdria, Jan. 5 (VPA) – …
    re.compile(rf"(?P<place>{_CAPITALS}(?:, {_NAMES}){{0,2}}?)(?:[,.]? (?P<day>{_DAY}))?\.?,?(?:\s*{_BRACKET})?{_DASH}"),
    # Port Hale (VPA) – …
    re.compile(rf"(?P<place>{_NAMES}(?:, {_NAMES})?)(?:,? (?P<day>{_DAY}))?\s*{_BRACKET}{_DASH}"),
    # Port Hale, 5 January 2022 – …
    re.compile(rf"(?P<place>{_NAMES}), (?P<day>{_DAY})\s*(?:[–—―]|--)\s*"),
    # PORT HALE, January 5. /VPA/. …
    re.compile(rf"(?P<place>{_CAPITALS}), (?P<day>{_DAY})\. /(?P<bracket>[^/\n]+)/\.?{_DASH}?\s*"),
    # Port Hale, Jan 5, VPA – …
    re.compile(rf"(?P<place>{_NAMES}), (?P<day>{_DAY}), (?P<bracket>[A-Z]\w+)\s*(?:[–—―]|--|-(?=\s))\s*"),
    # Port Hale/ VPA / -- …
    re.compile(rf"(?P<place>{_NAMES})\s*/\s*(?P<bracket>[^/\n]{{2,30}}?)\s*/\s*(?:[–—―]|--|-)?\s*"),
    # (VPA) – … and (VPA) …
    re.compile(rf"{_BRACKET}{_DASH}"),
    re.compile(rf"{_BRACKET}\s*(?=[A-Z“\"])"),
    # Valley News/ …
    re.compile(r"(?P<bracket>[^\W\d_a-z][^/\n]{1,28}?)\s?/\s+(?=[A-Z“\"])"),
)
_SPEAKER = re.compile(rf"{_CAPITALS}:")  # a transcript has many such lines, a dateline stands alone
_FIRST_LINES = 4
_FEWEST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: the whole prefix that is no part of the first sentence, the place in it, agency and outlet, the day if it has a year."""

    prefix: Span
    place: Span | None
    agency: str | None
    outlet: str | None
    date: str | None
    date_span: Span | None


def find_dateline(text: str, body: Sequence[Line]) -> Dateline | None:
    """The dateline of the first lines of the body that has one."""
    openings = [line for line in body if line.words >= _FEWEST_WORDS]
    told = frozenset(count_selfnames(text))
    speakers = sum(bool(_SPEAKER.match(line.text)) for line in body)
    for line in openings[:_FIRST_LINES]:
        for form in _FORMS:
            match = form.match(line.text)
            found = _read_match(line, match, told, allow_colon=speakers == 1) if match else None
            if found:
                return found
    return None


def _read_match(line: Line, match: re.Match[str], told: Set[str], *, allow_colon: bool) -> Dateline | None:
    parts = match.groupdict()
    place, bracket = parts.get("place"), parts.get("bracket")
    agency = _read_agency(bracket, parts.get("day"), told) if bracket else None
    outlet = name_outlet(bracket) if bracket and not agency else None
    if not (place or agency or outlet) or line.text[match.end() :][:1].islower():
        return None
    if match[0].rstrip().endswith(":") and not (allow_colon and place and place.isupper()):
        return None
    if place and not _may_be_place(place):
        return None
    start, dates = line.span.start, find_dates(match[0])
    dated = place is not None and fold_name(place.split()[0]) in load_page_words("month")
    return Dateline(
        Span(start, start + match.end()),
        Span(start + match.start("place"), start + match.end("place")) if place and not dated else None,
        agency, outlet,
        dates[0].value if dates else None,
        Span(start + dates[0].span.start, start + dates[0].span.end) if dates else None,
    )  # fmt: skip


def _read_agency(bracket: str, day: str | None, told: Set[str]) -> str | None:
    """The agency in the brackets: known, or by initials; behind the day one word is its name that is in capitals, or that the report
    says was ``told``.
    """
    if name_agency(bracket) or is_initials(bracket):
        return name_agency(bracket) or bracket
    label = fold_name(bracket) in load_sections() or fold_name(bracket) in load_page_words("label")
    return tidy_name(bracket) if day and (bracket.isupper() or fold_name(bracket) in told) and bracket.isalpha() and not label else None


def _may_be_place(place: str) -> bool:
    """Whether capitals at the opening of a line may be a place: no section, label or agency."""
    return not (fold_name(place) in load_sections() or fold_name(place.split()[0]) in load_page_words("label") or name_agency(place))
