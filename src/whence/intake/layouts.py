"""Which line of a text is what: furniture, masthead, title, body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whence.intake.blogs import find_tagline, is_masthead_name
from whence.intake.boilerplate import find_furniture
from whence.intake.headers import Masthead, Piece, find_address, read_credit, read_header, read_name, read_office
from whence.intake.lines import Line, cut_lines
from whence.intake.nameplates import Nameplate, find_menu, find_nameplate, find_signed_plate
from whence.intake.newsrooms import name_outlet
from whence.intake.scraps import find_scraps
from whence.intake.titles import find_title, may_be_title
from whence.intake.visits import is_bare_date
from whence.lexicon.outlets import fold_name, load_sections
from whence.model.spans import Span

_MOTTO = re.compile(r"[“\"‘'].*[”\"’']")
_CAPTION = re.compile(
    r"^\W*(?:photo|image|picture|caption|file photo)\b\W*[\])|:]|\b(?:photo|image|picture)?\s*credit\s*:|\bphoto\s*:", re.IGNORECASE
)
_COPYRIGHT = re.compile(r"[(\[]?\s*(?:©|\(?c\)|copyright\b)", re.IGNORECASE)  # within the report it is a picture's
_RELEASE = re.compile(
    r"(?:(?:press|media|news) (?:release|statement|notice|note|communiqu[eé])|communiqu[eé]|for immediate release)"
    r"(?:\s+(?:no\b\.?|number)?\s*[\d/-]+)?\W*",
    re.IGNORECASE,
)
_HEADER_LINES = 10  # a deck or a caption may stand above the date, but not half the report
_HEADER_PROSE = 1
_DECK_PROSE = 3
_FOOTER_LINES = 4
_MOST_NAME = 3
_UNDER_NAME = 2
_MOST_RUBRIC = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a text by what they are.

    ``furniture`` are whole lines by index, ``scraps`` parts of masthead lines that are furniture too; ``header`` and ``footer``
    are the masthead lines before and after the report's own text, ``nameplate`` a first line that is a paper's name, ``address``
    the page's own, ``stamps`` the times over the entries of a live page; ``body`` all lines that are left, the title apart.
    """

    lines: tuple[Line, ...]
    furniture: frozenset[int]
    scraps: tuple[Span, ...]
    stamps: tuple[Span, ...]
    address: Span | None
    nameplate: Nameplate | None
    title: Line | None
    header: tuple[Masthead, ...]
    footer: tuple[Masthead, ...]
    body: tuple[Line, ...]


def lay_out(text: str) -> Layout:
    """The layout of ``text``."""
    lines = cut_lines(text)
    found = find_furniture(lines)
    furniture, aside = found.lines, found.lines | found.stamps
    address = find_address(lines)
    left = [line for index, line in enumerate(lines) if index not in aside and not (address and line.span.meets(address))]
    header, end = _read_top(left)
    footer = _read_bottom(left[end:])
    taken = {line.line.span for line in (*header, *footer)}
    above = [line for line in left[:end] if line.span not in taken]
    last = max((line.span.start for line in left if line.prose), default=0)
    foot = [line.text for index, line in enumerate(lines) if index in furniture and line.span.start > last]
    nameplate = find_nameplate(left, header, above) or find_signed_plate(left, above, foot)
    plate = nameplate.line if nameplate else None
    above = [line for line in above if line is not plate]
    above = [line for line in above if not _CAPTION.search(line.text)]
    named = nameplate is not None or any(masthead.of("outlet") for masthead in header)
    candidates = [line for line in above if not (named and _MOTTO.fullmatch(line.text))] or above
    tagline = find_tagline(candidates, plate or left[0], header, left) if named and left else None
    candidates = [line for line in candidates if line is not tagline and not _RELEASE.fullmatch(line.text)]
    rubric = len(candidates) > 1 and (
        _is_rubric(candidates) or is_masthead_name(candidates[0], header, left) or _is_issuer(candidates[0], left)
    )
    title = find_title(candidates[1 if rubric else 0]) if candidates else None
    visits = _find_visits(header, title)
    furniture |= {index for index, line in enumerate(lines) if line.span in visits}
    header = tuple(masthead for masthead in header if masthead.line.span not in visits)
    body = tuple(
        line
        for line in left
        if line.span not in taken and line is not plate and line is not tagline and not (title and line.span.meets(title.span))
    )
    scraps = (*_find_menus(header, nameplate), *find_scraps(header, body), *([tagline.span] if tagline else []))
    stamps = tuple(lines[index].span for index in sorted(found.stamps))
    return Layout(lines, furniture, scraps, stamps, address, nameplate, title, header, footer, body)


def _is_rubric(candidates: list[Line]) -> bool:
    """Whether the first of the lines above the report is a section's or a service's name, and no headline."""
    first = candidates[0]
    unlike = fold_name(first.text) in load_sections() or find_title(first) is None
    return len(candidates) > 1 and first.words <= _MOST_RUBRIC and unlike


def _is_issuer(line: Line, left: list[Line]) -> bool:
    """Whether a first line names the office whose release the next line says that this is."""
    return len(left) > 1 and line is left[0] and not left[1].apart and bool(_RELEASE.fullmatch(left[1].text))


def _find_visits(header: tuple[Masthead, ...], title: Line | None) -> frozenset[Span]:
    """Bare dates above the headline where another stands below it: the day of the visit, not the report's."""
    dated = [masthead for masthead in header if masthead.of("date")]
    above = [masthead for masthead in dated if title and masthead.line.span.start < title.span.start and is_bare_date(masthead.line.text)]
    below = {day for masthead in dated if title and masthead.line.span.start > title.span.start for day in masthead.days}
    return frozenset(masthead.line.span for masthead in above if below and not masthead.days & below)


def _read_top(left: list[Line]) -> tuple[tuple[Masthead, ...], int]:
    """The masthead lines at the top, and how many lines the top has."""
    body = (index for index, line in enumerate(left) if line.prose and read_header(line) is None)
    prose, end = 0, next(body, min(len(left), _HEADER_LINES))
    header: list[Masthead] = []
    for index, line in enumerate(left[: max(end, _HEADER_LINES)]):
        masthead = read_header(line) or ((read_credit(line, left[index:]) or _read_writer(left, index)) if index < end else None)
        pictured = prose > 0 and _COPYRIGHT.match(line.text)
        if (
            masthead
            and not pictured
            and (prose <= _HEADER_PROSE or _is_late_date(left, index, prose))
            and (index < end or masthead.telling)
        ):
            under = index == _UNDER_NAME and name_outlet(left[0].text)  # there stands a motto
            name = read_name(left[index - 1]) if masthead.dated and index > 1 and not under else None
            header += [name] if name and name.line not in [other.line for other in header] else []
            header.append(masthead)
            end = max(end, index + 1)
        prose += line.prose and not masthead
    return tuple(header), end


def _read_writer(left: list[Line], index: int) -> Masthead | None:
    """The writer on a line under the headline: a name with an office, or a bare name of which the report does not speak."""
    line = left[index]
    if not index or not may_be_title(left[index - 1]) or name_outlet(left[index - 1].text) or line.prose:
        return None
    name = read_name(line) if line.apart and line.words <= _MOST_NAME else None
    words = [word for masthead in filter(None, (name,)) for piece in masthead.of("byline") for word in _iter_names(piece)]
    told = any(word in other.text for other in left[index + 1 :] for word in words)
    before = " ".join(other.text for other in left[:index])
    return read_office(line) or (name if not told and line.text not in before and _opens_report(left, index + 1) else None)


def _iter_names(piece: Piece) -> Iterator[str]:
    yield from (word for writer in (piece.byline.writers if piece.byline else ()) for word in writer.split())


def _opens_report(left: list[Line], index: int) -> bool:
    """Whether the report begins with the line at ``index``, a line's space below what stands before it."""
    return index < len(left) and left[index].prose and left[index].apart


def _is_late_date(left: list[Line], index: int, prose: int) -> bool:
    """Whether a bare date follows a deck of some sentences; where other bare dates come after it, it heads a chronicle."""
    later = any(is_bare_date(line.text) for line in left[index + 1 :])
    told = any(line.prose for line in left[index + 1 :])  # what follows the report dates the page, or another story
    return told and prose <= _DECK_PROSE and index <= _DECK_PROSE + 1 and is_bare_date(left[index].text) and not later


def _read_bottom(left: list[Line]) -> tuple[Masthead, ...]:
    """The masthead lines at the foot; a copyright within the report is a picture's."""
    last = max((index for index, line in enumerate(left) if line.prose), default=0)
    foot = enumerate(left[-_FOOTER_LINES:], max(0, len(left) - _FOOTER_LINES))
    found = (read_header(line) for index, line in foot if index > last or not _COPYRIGHT.match(line.text))
    return tuple(masthead for masthead in found if masthead and masthead.telling)


def _find_menus(header: tuple[Masthead, ...], nameplate: Nameplate | None) -> tuple[Span, ...]:
    """The menus behind a paper's name."""
    menus = [nameplate.menu] if nameplate else []
    menus += [find_menu(masthead.line) for masthead in header if masthead.pieces[0].role == "outlet"]
    return tuple(menu for menu in menus if menu)
