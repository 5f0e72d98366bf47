"""Which line of a text is what: furniture, masthead, title, body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whence.intake.boilerplate import find_furniture, is_bare_date
from whence.intake.headers import Masthead, find_address, read_header, read_name
from whence.intake.lines import Line, cut_lines, find_body
from whence.intake.newsrooms import is_title_case, name_agency, name_outlet
from whence.intake.selfnames import count_selfnames
from whence.lexicon.outlets import fold_name
from whence.model.spans import Span

_LABEL = re.compile(r"(?:headline|title|subject)\s*:\s+", re.IGNORECASE)
_MOTTO = re.compile(r"[“\"‘'].*[”\"’']")
_SUFFIX = re.compile(r"\s+[|–—-]\s+(?P<name>[^|–—]{3,50})$")
_CAPTION = re.compile(
    r"^\W*(?:photo|image|picture|caption|file photo)\b\W*[\])|:]|\b(?:photo|image|picture)?\s*credit\s*:|\bphoto\s*:", re.IGNORECASE
)
_HEADER_LINES = 10  # a deck or a caption may stand above the date, but not half the report
_HEADER_PROSE = 1
_DECK_PROSE = 3
_FOOTER_LINES = 4
_TITLE_MOST = 32
_NAMEPLATE_MOST, _NAMEPLATE_LINES = 5, 2
_SMALL_WORD = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a text by what they are.

    ``header`` and ``footer`` are the masthead lines before and after the report's own text, ``nameplate`` a first line that
    is a name by itself, ``address`` the page's own; ``body`` all lines that are left, the title apart.
    """

    lines: tuple[Line, ...]
    furniture: frozenset[int]
    address: Span | None
    nameplate: Line | None
    title: Line | None
    header: tuple[Masthead, ...]
    footer: tuple[Masthead, ...]
    body: tuple[Line, ...]


def lay_out(text: str) -> Layout:
    """The layout of ``text``."""
    lines = cut_lines(text)
    furniture = find_furniture(lines)
    address = find_address(lines)
    left = [line for index, line in enumerate(lines) if index not in furniture and not (address and line.span.meets(address))]
    header, end = _read_top(left)
    footer = _read_bottom(left[end:])
    taken = {line.line.span for line in (*header, *footer)}
    above = [line for line in left[:end] if line.span not in taken]
    nameplate = _find_nameplate(left, header, above)
    above = [line for line in above if line is not nameplate]
    above = [line for line in above if not _CAPTION.search(line.text)]
    named = nameplate is not None or any(masthead.of("outlet") for masthead in header)
    candidates = [line for line in above if not (named and _MOTTO.fullmatch(line.text))] or above
    title = _find_title(candidates[0]) if candidates else None
    visits = _find_visits(header, title)
    furniture |= {index for index, line in enumerate(lines) if line.span in visits}
    header = tuple(masthead for masthead in header if masthead.line.span not in visits)
    body = tuple(line for line in left if line.span not in taken and line is not nameplate and not (title and line.span.meets(title.span)))
    return Layout(lines, furniture, address, nameplate, title, header, footer, body)


def _find_title(line: Line) -> Line | None:
    """``line`` as the headline, without a label before or the site's name behind it; None where it reads like no headline."""
    label, suffix = _LABEL.match(line.text), _SUFFIX.search(line.text)
    start = label.end() if label else 0
    end = suffix.start() if suffix and (name_outlet(suffix["name"]) or name_agency(suffix["name"])) else len(line.text)
    bare = Line(Span(line.span.start + start, line.span.start + end), line.text[start:end], line.apart)
    return bare if _may_be_title(bare) else None


def _find_visits(header: tuple[Masthead, ...], title: Line | None) -> frozenset[Span]:
    """Bare dates above the headline where another stands below it: the day of the visit, not the report's."""
    dated = [masthead for masthead in header if masthead.of("date")]
    above = [masthead for masthead in dated if title and masthead.line.span.start < title.span.start and is_bare_date(masthead.line.text)]
    below = {piece.text for masthead in dated if title and masthead.line.span.start > title.span.start for piece in masthead.of("date")}
    return frozenset(masthead.line.span for masthead in above if below and masthead.of("date")[0].text not in below)


def _read_top(left: list[Line]) -> tuple[tuple[Masthead, ...], int]:
    """The masthead lines at the top, and how many lines the top has."""
    first, _ = find_body(left)
    prose, end = 0, first if any(line.prose for line in left) else min(len(left), _HEADER_LINES)
    header: list[Masthead] = []
    for index, line in enumerate(left[: max(end, _HEADER_LINES)]):
        masthead = read_header(line)
        if masthead and (prose <= _HEADER_PROSE or _is_late_date(left, index, prose)) and (index < end or masthead.telling):
            name = read_name(left[index - 1]) if masthead.dated and index > 1 else None
            header += [name] if name and name.line not in [other.line for other in header] else []
            header.append(masthead)
            end = max(end, index + 1)
        prose += line.prose and not masthead
    return tuple(header), end


def _is_late_date(left: list[Line], index: int, prose: int) -> bool:
    """Whether a bare date follows a deck of some sentences; where other bare dates come after it, it heads a chronicle."""
    later = any(is_bare_date(line.text) for line in left[index + 1 :])
    return prose <= _DECK_PROSE and index <= _DECK_PROSE + 1 and is_bare_date(left[index].text) and not later


def _read_bottom(left: list[Line]) -> tuple[Masthead, ...]:
    found = (read_header(line) for line in left[-_FOOTER_LINES:])
    return tuple(masthead for masthead in found if masthead and masthead.telling)


def _find_nameplate(left: list[Line], header: tuple[Masthead, ...], above: list[Line]) -> Line | None:
    """A first line in capitals that is a name and nothing else, with the date right under it and a headline after that.

    A headline in capitals tells of what the report tells; a name comes again only where the paper speaks of itself.
    """
    if len(above) < 2 or above[0] is not left[0] or not header or not _may_be_title(above[1]):
        return None
    line, body = above[0], "\n".join(other.text for other in left[1:])
    dated = header[0].line is left[1] and any(masthead.of("date") for masthead in header[:_NAMEPLATE_LINES])
    plain = line.text.isupper() and line.words <= _NAMEPLATE_MOST and not line.ended and is_title_case(line.text)
    again = any(re.search(rf"\b{re.escape(word)}\b", body, re.IGNORECASE) for word in line.text.split() if len(word) > _SMALL_WORD)
    return line if dated and plain and (not again or count_selfnames(body)[fold_name(line.text)]) else None


def _may_be_title(line: Line) -> bool:
    if line.words > _TITLE_MOST or line.words < 2:
        return False
    return not line.prose or (line.words <= 24 and (not line.ended or _is_headline_case(line.text)))


def _is_headline_case(text: str) -> bool:
    """Whether nearly all longer words begin with a capital, as in American headlines."""
    words = [word for word in text.split() if len(word) > 4 and word[0].isalpha()]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.85 * len(words)
