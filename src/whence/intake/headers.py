"""The lines that stand around a report and say what it is: nameplate, date, byline, credit, title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from whence.intake.bylines import Byline, is_contribution, read_byline, read_reporters, read_team, read_writers
from whence.intake.chrome import classify_chrome
from whence.intake.dates import PrintedDate, find_dates
from whence.intake.lines import Line
from whence.intake.newsrooms import find_agencies, is_initials, is_title_case, name_agency, name_outlet
from whence.intake.selfnames import count_selfnames
from whence.lexicon.chrome import ChromeKind
from whence.lexicon.outlets import fold_name, load_sections
from whence.lexicon.page_words import load_page_words
from whence.model.spans import Span

Role = Literal["date", "time", "byline", "agency", "outlet", "section", "name", "slug", "furniture", "other"]

_SEPARATOR = re.compile(r"\s*[|•·]\s*|\s+[–—/-]\s+|\s*[,;(){}\[\]]\s*|\s*[–—-]+\s*$|\s{2,}")
_MONTH = "|".join(load_page_words("month"))
_TIME = re.compile(
    r"(?:\b(?:first |last |originally )?(?:published|posted|updated|modified|issued|created|added|edited|issue time)\b"
    r"\s*(?:on|at)?\s*:?\s*|\b(?:on|at|date)\b\s*:?\s*(?=$|\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)"
    rf"|\b(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:\s*,?\s*\d{{4}}\b)?"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\b(?:\.?\s*,?\s*\d{{4}}\b)?"
    r"|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b\.?"
    r"|\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?\s?m\.?)?|\b\d{1,2}\s?[ap]\.?m\.?(?!\w)"
    r"|\b(?-i:[A-Z]{2,4}T|GMT|UTC|IST|MSK|Z)(?:\s*[+-]\d{1,2}(?::?\d\d)?)?\b|[+-]\d\d:?\d\d|\b(?:local time|[ap]\.?m\.?)(?!\w)"
    r"|\b(?:news|journalist|article|story|post)\s+(?:id|code|number|no)\b\.?\s*:?\s*\d+|\b\d+\s+persons?\b"
    r"|\b(?:vol(?:ume)?|no|issue|number)\b\.?\s*(?:\d[\d,.]*|[IVXLC]+\b)|\bprice\s*:?\s*\S+(?:\s(?!\d)\w+)?|\beditor\s*:\s*\w+"
    r"|\b(?:publish date|reading time)\b\s*:?|\b(?:pages?|pp?\.|pg\.?)\s*[A-Z]?\d+(?:\s*[–-]\s*\d+)?"
    r"|\b\d+\s*min(?:ute)?s?(?:\s+(?:read|ago))?|\b(?:\d+|an?)\s+(?:hours?|days?|weeks?|months?)\s+ago)+",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.)\S+")
_PERSON = re.compile(
    r"(?:[^\W\d_a-z][\w.’'-]+\s+){1,3}[^\W\d_a-z][\w’'-]+"
    r"(?:\s+in\s+[^\W\d_a-z][\w’' -]+|,\s.{3,60})?"
)
_PLACE = re.compile(r",\s+[^\W\d_a-z][\w’'-]*$")  # one word behind a name is where its bearer writes
_OFFICE = re.compile(
    r"(?P<name>(?:[^\W\d_a-z][\w.’'-]+\s+){1,3}?[^\W\d_a-z][\w’'-]+),?\s+(?:in [^\W\d_a-z][\w’'-]+,?\s+)?(?:[\w&’'-]+\s+){0,4}?"
    r"(?i:correspondent|editor|reporter|writer|columnist|journalist|bureau chief|analyst)"
    r"(?:\s+(?:in|at|for)\s+[^\W\d_a-z].{1,30}|,.{2,30})?"
)
_SEAT = re.compile(r"\b(?:reporter|correspondent|writer|editor)s?$", re.IGNORECASE)
_NO_PERSON = re.compile(r"\b(?:service|edition|version|desk|news|online|issue|report|team|letter|newsletter|briefing)$", re.IGNORECASE)
_NO_NAMES = frozenset(("the", "our", "your", "a", "an", "all", "no", "for", "every"))
_SOURCE = re.compile(
    r"(?:source|agency|credit|via|from|courtesy(?: of)?|news source|(?:staff(?: writers?)?,? )?with)\s*:?\s+(?-i:the\s+)?(.+)"
    r"|(?:this (?:article|story|report|piece) )?(?:was |has been )?"
    r"(?:originally |first )(?:published|appeared) (?:by|in|on|at|with) (?-i:the )?(.+?)\.?",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"(?:news )?(?:source|agency)\s*:\s*(?P<who>\S.{1,40}?)\.?", re.IGNORECASE)
_AGENCY_LINE = re.compile(
    r"([\w.’'/ -]{2,40}?)(?:,| and)?\s+(?:with|and|plus)\s+(?:additional|further|extra)?\s*"
    r"(?:input|inputs|reporting|files|material|contributions?|agencies|our staff|staff)\b.*",
    re.IGNORECASE,
)
# Fields of libraries of newspapers and of e-mails, the number of an issue, the desk that wrote it; dates in them are not the report's.
_FIELD = re.compile(
    r"(?:SECTION|LENGTH|LOAD-DATE|DATELINE|LANGUAGE|PUBLICATION-TYPE|JOURNAL-CODE|GRAPHIC|SUBJECT|COPYRIGHT|EDITION|PAGE)\s*:.*"
    r"|(?:Subject|From|To|Cc|Sent|Reply-To)\s*:\s.*|(?i:vol(?:ume)?|issue)\.?\s*(?:\d+|[IVXLC]+)\b.{0,60}"
    r"|(?i:early|late|final|first|morning|evening|weekend|print|digital) edition\b.{0,40}|(?i:founded|established|since|est\.) \d{4}\.?"
    r"|(?:[A-Z][\w’'&-]* ){1,3}(?:Desk|Newsroom)"
)
# The name by which an agency's wire keeps a story: *BROVIK-RAILCAR/DEATHS*; papers do not print it.
_SLUG = re.compile(r"[A-Z]{2,}(?:[-/][A-Z]{2,})+")
_NOTICES: frozenset[ChromeKind | None] = frozenset({"link", "share", "sign-up"})
# The number and price of an issue, which stand beside its day.
_ISSUE = re.compile(r"(?:vol(?:ume)?|issue|no)\b", re.IGNORECASE)
_NOTICE = re.compile(r"(?:corrections?|clarification|editor['’]?s note|retraction)\b", re.IGNORECASE)
_MOST_WORDS, _MOST_PROSE = 30, 20
_STRAY = " \u00a0\t.,:;|–—-"
_MOST_OTHER = 3
_FEWEST_NOTICE = 4
_MOST_MOTTO, _MOST_PLACED = 3, 6
_MOST_OFFICE = 10
_MOST_OTHER_SEPARATED = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a masthead line: its role, where it stands, and what was read from it."""

    role: Role
    span: Span
    text: str
    date: PrintedDate | None = None
    byline: Byline | None = None


@dataclass(frozen=True, slots=True)
class Masthead:
    """A line of the masthead, taken apart."""

    line: Line
    pieces: tuple[Piece, ...]

    def of(self, role: Role) -> tuple[Piece, ...]:
        """The pieces with ``role``."""
        return tuple(piece for piece in self.pieces if piece.role == role)

    @property
    def dated(self) -> bool:
        """Whether the line gives a date, be it one without a year."""
        return any(piece.role == "date" or (piece.role == "time" and re.search(r"\d", piece.text)) for piece in self.pieces)

    @property
    def days(self) -> frozenset[str]:
        """The days that the line gives, as ISO dates."""
        return frozenset(piece.date.value for piece in self.pieces if piece.date)

    @property
    def telling(self) -> bool:
        """Whether the line says more than the time of day or the section."""
        return any(piece.role not in ("time", "section") for piece in self.pieces)


def read_header(line: Line) -> Masthead | None:
    """The pieces of ``line`` where it is one that tells of the report; None for a title or a sentence."""
    if line.words > _MOST_WORDS or _NOTICE.match(line.text) or (re.search(r"@\w", line.text) and not _FIELD.fullmatch(line.text)):
        return None
    if line.prose and line.words > _MOST_PROSE and not is_contribution(line.text):
        return None
    whole = _read_whole(line)
    if whole:
        return Masthead(line, (whole,))
    pieces = _seat_writers(tuple(_iter_pieces(line)))
    if not pieces:
        return None
    roles = {piece.role for piece in pieces}
    others = sum(len(piece.text.split()) for piece in pieces if piece.role in ("other", "name"))
    telling = bool(roles & {"date", "byline"})
    placed = bool(roles & {"outlet", "agency"}) and "other" not in roles and line.words <= _MOST_PLACED
    wired = "slug" in roles and roles <= {"slug", "date", "time", "section"} and (len(roles) > 1 or "/" in line.text)
    named = roles <= {"agency", "outlet", "time", "section"} or placed or wired or (pieces[0].role == "outlet" and others <= _MOST_MOTTO)
    most = _MOST_OTHER_SEPARATED if re.search(r"[|•·]", line.text) else _MOST_OTHER
    return Masthead(line, pieces) if named or (telling and others <= most) else None


def _read_whole(line: Line) -> Piece | None:
    """A line that is one thing as a whole: a byline, a credit, a note of thanks."""
    if _FIELD.fullmatch(line.text) and not (_ISSUE.match(line.text) and find_dates(line.text)):
        return Piece("section", line.span, line.text)
    bare = not re.search(r"[|•·]", line.text) and not find_dates(line.text)
    byline = read_byline(line.text) or read_team(line.text) if bare else None
    if byline is not None:
        return Piece("byline", line.span, line.text, byline=byline)
    if is_contribution(line.text):
        return Piece("byline", line.span, line.text, byline=Byline(read_reporters(line.text), find_agencies(line.text)))
    office = read_office(line) if "," in line.text and not find_dates(line.text) else None
    if office:
        return office.pieces[0]
    credit = _AGENCY_LINE.fullmatch(line.text) or _SOURCE.fullmatch(line.text)
    who = next(filter(None, credit.groups()), "") if credit else ""
    house = name_agency(who) or name_outlet(who)
    return Piece("agency", line.span, house) if house else None


def _seat_writers(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with the office behind a writer's name told from a paper's name: ``By Jonas Pell | Courts Reporter``."""
    named = [piece.span.start for piece in pieces if piece.role in ("byline", "name")]
    return tuple(
        replace(piece, role="section")
        if piece.role == "outlet" and named and named[0] < piece.span.start and _SEAT.search(piece.text)
        else piece
        for piece in pieces
    )


def _iter_pieces(line: Line) -> Iterator[Piece]:
    cursor = 0
    for date in find_dates(line.text):
        yield from _iter_parts(line, cursor, date.span.start)
        yield Piece("date", _shift(line, date.span), date.span.of(line.text), date=date)
        cursor = date.span.end
    yield from _iter_parts(line, cursor, len(line.text))


def _iter_parts(line: Line, start: int, end: int) -> Iterator[Piece]:
    """The parts of a stretch without a date: what separators part, and times of day and words such as ``Published`` in them."""
    cursor = start
    for match in (*_SEPARATOR.finditer(line.text, start, end), None):
        stop = match.start() if match else end
        part = line.text[cursor:stop]
        if name_agency(part) or name_outlet(part) or (len(part.split()) >= _FEWEST_NOTICE and _is_notice(part)):
            yield from _iter_piece(line, cursor, stop)
        else:
            yield from _iter_times(line, cursor, stop)
        cursor = match.end() if match else end


def _iter_times(line: Line, start: int, end: int) -> Iterator[Piece]:
    cursor = start
    for match in (*_TIME.finditer(line.text, start, end), None):
        yield from _iter_piece(line, cursor, match.start() if match else end)
        if match and match[0].strip():
            yield Piece("time", _shift(line, Span(*match.span())), match[0].strip())
        cursor = match.end() if match else end


def _iter_piece(line: Line, start: int, end: int) -> Iterator[Piece]:
    text = line.text[start:end].strip(_STRAY)
    if re.search(r"\w", text):
        first = line.text.index(text, start)
        yield _classify(text, _shift(line, Span(first, first + len(text))), bracketed=line.text[first - 1 : first] == "(")


def _classify(text: str, span: Span, *, bracketed: bool) -> Piece:
    byline = read_byline(text)
    if byline is not None:
        return Piece("byline", span, text, byline=byline)
    credit = _SOURCE.fullmatch(text)
    house = name_agency(credit[1] or "") if credit else None
    if house:
        return Piece("agency", span, house)
    if name_agency(text) or (bracketed and is_initials(text)):
        return Piece("agency", span, text)
    if name_outlet(text):
        return Piece("outlet", span, text)
    if fold_name(re.sub(r"^in:?\s+", "", text, flags=re.IGNORECASE)) in load_sections() or text.casefold() == "in":
        return Piece("section", span, text)
    if _SLUG.fullmatch(text):
        return Piece("slug", span, text)
    if _is_notice(text):
        return Piece("furniture", span, text)
    return Piece("name" if is_title_case(text) and len(text.split()) <= 4 else "other", span, text)


def _is_notice(text: str) -> bool:
    return classify_chrome(Line(Span(0, len(text)), text, apart=False)) in _NOTICES


def _shift(line: Line, span: Span) -> Span:
    return Span(line.span.start + span.start, line.span.start + span.end)


def read_name(line: Line) -> Masthead | None:
    """A line that is a writer's name, with a place or an office behind it, as it stands between headline and date."""
    if _FIELD.fullmatch(line.text) or _NO_PERSON.search(line.text):
        return None
    if line.text.split()[0].casefold() in _NO_NAMES:
        return None
    who = _PLACE.sub("", line.text)
    byline = read_writers(who) if _PERSON.fullmatch(line.text) and not line.ended else None
    if byline is None or byline.outlets or fold_name(line.text) in load_sections():
        return None
    return Masthead(line, (Piece("byline", line.span, line.text, byline=byline),))


def read_credit(line: Line, body: Sequence[Line]) -> Masthead | None:
    """A line with a credit to somebody whom the report, ``body``, says was told what it tells: ``Source: Brovnet``."""
    match = _CREDIT.fullmatch(line.text)
    if match is None or not is_title_case(match["who"]):
        return None
    who = fold_name(match["who"])
    told = any(f"{name} ".startswith(f"{who} ") for name in count_selfnames("\n".join(other.text for other in body)))
    return Masthead(line, (Piece("agency", line.span, match["who"]),)) if told else None


def read_office(line: Line) -> Masthead | None:
    """A line that is a writer's name with the office behind it, as ``Jonas Pell, transport correspondent``."""
    match = _OFFICE.fullmatch(line.text) if line.words <= _MOST_OFFICE else None
    byline = read_writers(match["name"]) if match and is_title_case(match["name"]) else None
    if byline is None or not byline.writers:
        return None
    return Masthead(line, (Piece("byline", line.span, line.text, byline=byline),))


def find_address(lines: Sequence[Line]) -> Span | None:
    """The address of the page, where the first line of a text, or a line that names it, is nothing else."""
    for line in lines[:3]:
        match = _URL.search(line.text)
        if match and (match[0] == line.text or re.fullmatch(r"(?:url|link|source|address)\s*:?\s*", line.text[: match.start()], re.I)):
            return _shift(line, Span(*match.span()))
    return None
