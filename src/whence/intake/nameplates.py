"""The line with a paper's name at the head of a page, and what sites put behind the name: edition, menu, slogan, a sign that it is live."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from whence.intake.blogs import is_blog_name
from whence.intake.headers import Masthead
from whence.intake.lines import Line
from whence.intake.newsrooms import is_title_case, name_agency, name_outlet
from whence.intake.selfnames import count_selfnames
from whence.intake.titles import may_be_title
from whence.lexicon.outlets import fold_name, load_sections
from whence.model.spans import Span

Dress = Literal["none", "tongue", "edition", "menu", "live", "slogan"]

_PARTED = re.compile(r"\s*[|•·»]\s*|\s+[–—/-]\s+|:\s+|\s+(?=\()", re.IGNORECASE)
_EDITION = re.compile(
    r"\(?(?:(?:[^\W\d_][\w’'-]*\s+){1,3}(?:edition|version|service)"
    r"|english|(?:in )?english(?: language)?|international|e-?paper)\)?",
    re.IGNORECASE,
)
# An edition that is part of the name: *Al-Brovik English*.
_TONGUE = re.compile(
    r"(?P<name>[^\W\d_a-z]\S*(?: [^\W\d_a-z]\S*){0,2})\s+(?i:english|arabic|persian|turkish|hindi|urdu|international|afrique|africa)"
)
_LIVE = re.compile(r"(?:\s+|\s*[|•·:–—-]\s*)(?:live(?: ?blog| updates| coverage)?|breaking(?: news)?|as it happen(?:s|ed))$", re.IGNORECASE)
_BAR = re.compile(r"\s*[|·]")
_ABROAD = re.compile(r"\b(?:english|international|global|world|online|digital|print|national|e-?paper)\b", re.IGNORECASE)
_MOST_WORDS = 5
_MOST_SLOGAN = 10
_FEWEST_ITEMS = 2
_DATED_BLOG = 2  # a tagline may stand between
_DATED_OWN = 3  # what the paper says of itself by its whole name tells more than where the date stands
_DATED_LINES = {"none": 1, "tongue": 1, "edition": 4, "menu": 4, "live": 4, "slogan": 4}
_SMALL_WORD = 3
_STEM, _ENDING = 4, 2


@dataclass(frozen=True, slots=True)
class Nameplate:
    """A line that is a paper's name, the name on it, and the menu behind the name where there is one."""

    line: Line
    name: str
    menu: Span | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A line as a name and what it is dressed with."""

    name: str
    dress: Dress
    menu: Span | None = None


def find_nameplate(left: Sequence[Line], header: Sequence[Masthead], above: Sequence[Line]) -> Nameplate | None:
    """The first line of ``left`` (what is no furniture) as a nameplate; None where it may be anything else.

    ``header`` are the masthead lines, ``above`` the others above the report. A date stands close under a nameplate, and a headline
    after it. What is dressed as only a paper's name is, with an edition or a menu, needs no more than that; a bare name in
    capitals may be a headline too: that tells of what the report tells, while a paper's name comes again only where the paper
    speaks of itself. What is live may be any event: unless the name is made as papers' names are, the paper must speak of itself.
    """
    if len(above) < 2 or above[0] is not left[0] or not _find_headline(above[1:]):
        return None
    read = _read_line(left[0])
    dated = [masthead.line for masthead in header if masthead.of("date")]
    undated = [masthead.line for masthead in header if not masthead.of("date")]
    under = [line for line in left[1:] if line not in undated]
    body = _join(left[1:])
    most = max(
        _DATED_LINES[read.dress],
        _DATED_BLOG if is_blog_name(read.name, body) else 0,
        _DATED_OWN if count_selfnames(body)[fold_name(read.name)] else 0,
    )
    if not any(line in dated for line in under[:most]) or not _is_paper(read, left):
        return None
    return Nameplate(left[0], read.name, read.menu)


def find_signed_plate(left: Sequence[Line], above: Sequence[Line], foot: Sequence[str]) -> Nameplate | None:
    """The first line of ``left`` where the page's furniture at the ``foot`` belongs to it: ``© The Brovik Reader 2021``,
    ``Support the Brovik Reader``, ``The Brovik Reader is free.``
    """
    if len(above) < 2 or above[0] is not left[0] or not _find_headline(above[1:]) or left[0].ended:
        return None
    name = _read_line(left[0]).name
    bare = re.escape(re.sub(r"^the\s+", "", name, flags=re.IGNORECASE))
    plain = is_title_case(name) and len(name.split()) <= _MOST_WORDS and fold_name(name) not in load_sections() and not name_agency(name)
    owned = re.compile(
        rf"(?:©|\(c\)|\bcopyright)[\s\d,–-]*(?:by\s+)?(?:the\s+)?{bare}\b|^(?:the\s+)?{bare}\s+(?:is|was|has|are|comes|appears)\b.*\."
        rf"|\b(?:support|donate to|subscribe to|sign up (?:for|to)|follow|join|write to|about|contact)"
        rf"\s+(?:the\s+)?{bare}(?!\s+[^\W\d_a-z])",
        re.IGNORECASE,
    )
    return Nameplate(left[0], name) if plain and any(owned.search(text) for text in foot) else None


def find_menu(line: Line) -> Span | None:
    """The names of sections behind a name on one line, with the mark before them; None for less than two."""
    return _read_line(line).menu


def _find_headline(above: Sequence[Line]) -> bool:
    """Whether one of the next lines may be a headline; a rubric may stand before it."""
    return any(may_be_title(line) for line in above[:2])


def _read_line(line: Line) -> _Reading:
    live, parted = _LIVE.search(line.text), _PARTED.search(line.text)
    if live and (not parted or parted.start() >= live.start()):
        return _Reading(line.text[: live.start()].strip(), "live")
    if not parted and _TONGUE.fullmatch(line.text):
        return _Reading(line.text, "tongue")
    if not parted or not parted.start():
        return _Reading(line.text, "none")
    name, rest = line.text[: parted.start()], line.text[parted.end() :]
    steps = [step for step in _PARTED.split(rest) if step]
    known = [fold_name(step) in load_sections() for step in steps]
    if len(steps) >= _FEWEST_ITEMS and all(known) and fold_name(name) not in load_sections():
        gap = len(parted[0]) - len(parted[0].lstrip())
        return _Reading(name, "menu", Span(line.span.start + len(name) + gap, line.span.end))
    if steps and all(_EDITION.fullmatch(step) for step in steps):
        return _Reading(name, "edition")
    return _Reading(name, "slogan")


def _is_paper(read: _Reading, left: Sequence[Line]) -> bool:
    plain = is_title_case(read.name) and len(read.name.split()) <= _MOST_WORDS and not left[0].ended
    if not plain or name_agency(read.name) or fold_name(read.name) in load_sections():
        return False
    made, body = name_outlet(read.name) is not None, _join(left[1:])
    if read.dress == "slogan":
        lettered = read.name.isupper() and not left[0].text.isupper()
        barred = _BAR.match(left[0].text, len(read.name)) is not None
        return made and (lettered or barred) and left[0].words <= _MOST_SLOGAN and not _comes_again(read.name, body)
    tongue = _TONGUE.fullmatch(read.name) if read.dress == "tongue" else None
    if tongue:
        return made or _speaks_of_itself(tongue["name"], body) or not _is_told(read.name, body)
    if made and read.dress != "none":
        return True
    if read.dress == "edition":
        return bool(_ABROAD.search(left[0].text)) and not _comes_again(read.name, body)
    if _speaks_of_itself(read.name, body) or (read.dress == "none" and is_blog_name(read.name, body)):
        return True
    return read.name.isupper() and (read.dress == "menu" or (read.dress == "none" and not _is_told(read.name, body)))


def _join(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _comes_again(name: str, body: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", body, re.IGNORECASE)) and not _speaks_of_itself(name, body)


def _is_told(name: str, body: str) -> bool:
    """Whether a word of ``name`` comes again in the report, with another ending too."""
    stems = [word[: max(_STEM, len(word) - _ENDING)] for word in name.split() if len(word) > _SMALL_WORD]
    return any(re.search(rf"\b{re.escape(stem)}", body, re.IGNORECASE) for stem in stems)


def _speaks_of_itself(name: str, body: str) -> bool:
    """Whether the report speaks of the paper by its name or by the last word of it, as in *told the Mercury*."""
    names = count_selfnames(body)
    return bool(names[fold_name(name)] or names[fold_name(name.split()[-1])])
