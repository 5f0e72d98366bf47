"""Which lines, and which parts of lines, are left over from the page and are not the report."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from whence.intake.bylines import is_contribution
from whence.intake.chrome import classify_chrome, is_pointer
from whence.intake.dates import find_dates
from whence.intake.headers import read_header
from whence.intake.lines import Line
from whence.intake.newsrooms import is_title_case, name_outlet
from whence.intake.visits import find_visit_dates
from whence.lexicon.chrome import ChromeKind
from whence.lexicon.outlets import fold_name, load_sections
from whence.model.spans import Span

# What a page's machinery leaves in a text when nobody filled it in.
_LEFTOVERS = re.compile(
    r"\{\[.*?\]\}|\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|\$\{[^}\n]*\}|\[\[[^\]\n]*\]\]"
    r"|\[/?(?:caption|embed|gallery|video|audio|playlist|vc_\w+|et_pb_\w+|youtube|twitter|adrotate|contact-form)[^\]\n]*\]"
    r"|</?(?:iframe|script|style|div|span|tweet|img|br|blockquote|figure|a)\b[^>\n]*>"
    r"|googletag\.cmd\.push\([^\n]*|window\.[\w.]+\s*=[^\n]*|%%[A-Z_]+%%"
)
# A credit whose last word asks for one more: the template had nobody to name.
_BROKEN_CREDIT = re.compile(
    r"(?:(?:authored|written|posted|published|reported|submitted)\s+)?by\b.{0,60}\b(?:via|by|on|from|for|at|in)\s*:?", re.IGNORECASE
)
_ITEM = re.compile(r"(?:\d{1,2}[.)]|[•*·▪►»>–-])\s*\S")
# Under the count of comments stands a thread where buttons to answer follow; what follows a mere count may be the report.
_COMMENTS = re.compile(
    r"(?:view |show |all )?(?:\d[\d,.]*\s*(?:comments?|replies|responses)|(?:comments?|responses)\s*\(?\d[\d,.]*\)?)", re.IGNORECASE
)
_REPLY = re.compile(r"(?:reply|report|like|recommend|upvote|respect)\b", re.IGNORECASE)
_REPLY_MOST = 8
# The time of an entry of a live page, on a line of its own, or that of a change to it.
_STAMP = re.compile(
    r"(?:updated? |posted )?(?:at )?\d{1,2}(?:[:.h]\d\d(?:\s*[ap]\.?m\.?)?|\s*[ap]\.?m\.?)"
    r"(?:\s*(?:gmt|utc|[a-z]{2,4}t)(?:[+-]\d+)?)?(?:\s*\(.{3,20}\))?",
    re.IGNORECASE,
)
_TALLY = re.compile(r"[\d,.]{1,6}[km]?", re.IGNORECASE)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|(?:tel|phone|call|fax)\b[^.]{0,20}\d{3}|\+\d[\d ()-]{6,}\d$", re.IGNORECASE)
_CLOSED = ("”", '"', "’", "'", "»", ")", "]")
_ROW = re.compile(r"[^:]{2,40}:\s*[\d.,]+\s?%?")
_TAIL_FROM = 0.4  # a comment form stands in the later part of a page; earlier a word like it heads a passage of the report
_LIST_MOST = 12
_FOOT_WORDS = 14  # a longer line without a full stop may be a sentence cut short
_MENU_WORDS = 3
_MENU_LINES = 3
_FEWEST_STAMPS = 2


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lines that are none of the report's sentences, by index: the page's own, and those that only tell when an entry was written."""

    lines: frozenset[int]
    stamps: frozenset[int]


def find_furniture(lines: Sequence[Line]) -> Furniture:
    """What on the page is furniture and what the time of an entry."""
    kinds = tuple(classify_chrome(line) for line in lines)
    tail = _find_tail(lines, kinds)
    first, last = _find_report(lines[: len(lines) - len(tail)], kinds)
    marked = tail | {index for index, kind in enumerate(kinds) if kind and not (kind == "welcome" and first <= index < last)}
    marked |= _find_lists(lines, kinds, last)
    top = next((index for index in range(first) if index not in marked and _may_be_headline(lines[index])), first)
    marked |= _find_menus(lines, marked, top)
    marked |= _find_doubles(lines) | _find_twins(lines[:first])
    marked |= {index for index, line in enumerate(lines) if line.words <= 10 and _BROKEN_CREDIT.fullmatch(line.text)}
    marked |= {index for index in range(first) if _TALLY.fullmatch(lines[index].text)}
    marked |= {index for index, line in enumerate(lines) if not _LEFTOVERS.sub("", line.text).strip()}
    told = next((index for index in range(first, last) if lines[index].prose and read_header(lines[index]) is None), first)
    marked |= {index for index in range(told, len(lines)) if is_pointer(lines[index])}
    marked |= _find_foot(lines, marked, last)
    stamps = _find_stamps(lines, top)
    marked |= find_visit_dates(lines, kinds, marked | stamps, top)
    return Furniture(frozenset(marked - stamps), frozenset(stamps))


def _find_report(lines: Sequence[Line], kinds: Sequence[ChromeKind | None]) -> tuple[int, int]:
    """The range of lines from the report's first sentence to its last; notices that are sentences too are none of its."""
    prose = [index for index, line in enumerate(lines) if line.prose and kinds[index] in (None, "welcome")]
    return (prose[0], prose[-1] + 1) if prose else (0, 0)


def find_leftovers(text: str) -> tuple[Span, ...]:
    """The spans of template code that was never filled in."""
    return tuple(Span(*match.span()) for match in _LEFTOVERS.finditer(text))


def _find_tail(lines: Sequence[Line], kinds: Sequence[ChromeKind | None]) -> set[int]:
    """All lines from the first that opens a page's tail."""
    end = lines[-1].span.end if lines else 0
    tails = (index for index, kind in enumerate(kinds) if kind == "tail" and lines[index].span.start >= _TAIL_FROM * end)
    threads = (index for index in range(len(lines)) if lines[index].span.start >= _TAIL_FROM * end and _opens_thread(lines, index))
    start = min(next(tails, len(lines)), next(threads, len(lines)))
    return set(range(start, len(lines)))


def _opens_thread(lines: Sequence[Line], index: int) -> bool:
    """Whether a line counts comments and buttons to answer them stand below."""
    if not _COMMENTS.fullmatch(lines[index].text):
        return False
    return any(_REPLY.match(line.text) and line.words <= _REPLY_MOST and not line.prose for line in lines[index + 1 :])


def _find_lists(lines: Sequence[Line], kinds: Sequence[ChromeKind | None], last: int) -> set[int]:
    """The entries under the headings of lists: after the report all that follow, within it only what is plainly an entry."""
    entries: set[int] = set()
    first = next((index for index, line in enumerate(lines) if line.prose and not kinds[index]), last)
    for heading in (index for index, kind in enumerate(kinds) if kind == "list"):
        entries |= _find_block(lines, heading + 1) if first < heading < last else set()
        for index in range(heading + 1, min(heading + 1 + _LIST_MOST, len(lines))):
            line = lines[index]
            if line.prose or not (index >= last or not line.apart or _ITEM.match(line.text)):
                break
            entries.add(index)
    return entries


def _find_block(lines: Sequence[Line], start: int) -> set[int]:
    """The lines from ``start`` to the next blank one where they are headlines, two at least; a subheading stands alone."""
    end = next((index for index in range(start + 1, len(lines)) if lines[index].apart), len(lines))
    block = range(start, min(end, len(lines)))
    headlines = all(not lines[index].prose and not lines[index].ended and lines[index].words > 1 for index in block)
    return set(block) if headlines and len(block) > 1 else set()


def _may_be_headline(line: Line) -> bool:
    return line.words > _MENU_WORDS and read_header(line) is None


def _find_menus(lines: Sequence[Line], marked: set[int], top: int) -> set[int]:
    """Runs of very short lines above the headline, some of them names of sections."""
    menus: set[int] = set()
    run: list[int] = []
    for index in range(min(top + 1, len(lines))):
        if index < top and _is_menu_item(lines[index]):
            run.append(index)
            continue
        known = sum(index in marked or fold_name(lines[index].text) in load_sections() for index in run)
        if len(run) >= _MENU_LINES and known * 2 >= len(run):
            menus |= set(run)
        run = []
    return menus


def _find_foot(lines: Sequence[Line], marked: Collection[int], last: int) -> set[int]:
    """Lines after the report's last sentence that are none themselves: calls to write in, to subscribe, to read on."""
    foot: set[int] = set()
    for whole in _iter_blocks(lines, last):
        block = [index for index in whole if index not in marked]
        wrapped = len(block) > 1 and (lines[block[-1]].ended or any(lines[index].text[:1].islower() for index in block))
        foot |= {index for index in block if not wrapped and _is_foot(lines, index)}
    return foot


def _iter_blocks(lines: Sequence[Line], start: int) -> Iterator[list[int]]:
    """The lines from ``start`` on in blocks that blank lines part; nothing where no report stands before them."""
    block: list[int] = []
    for index in range(start, len(lines)) if start else ():
        if lines[index].apart and block:
            yield block
            block = []
        block.append(index)
    if block:
        yield block


def _is_foot(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if _CONTACT.search(line.text):
        return True
    listed = lines[index - 1].text.endswith(":") or bool(_ITEM.match(line.text) or _ROW.fullmatch(line.text))
    told = read_header(line) is not None or is_contribution(line.text)
    return line.words <= _FOOT_WORDS and not (line.ended or line.text.endswith(_CLOSED) or listed or told)


def _find_stamps(lines: Sequence[Line], top: int) -> set[int]:
    """The times that stand alone over the entries of a live page; one alone may be anything."""
    stamps = {index for index in range(top, len(lines)) if _STAMP.fullmatch(lines[index].text)}
    followed = {index for index in stamps if index + 1 < len(lines) and index + 1 not in stamps}
    changed = {index for index in stamps if lines[index].text[:2].casefold() == "up"}
    writers = {index + 1 for index in followed if _is_entry_writer(lines, index + 1)}
    return followed | changed | writers if len(followed) >= _FEWEST_STAMPS else set()


def _is_entry_writer(lines: Sequence[Line], index: int) -> bool:
    """Whether a line between an entry's time and its text is a name and nothing else."""
    line, told = lines[index], index + 1 < len(lines) and lines[index + 1].prose
    return told and not line.ended and 1 < line.words <= _MENU_WORDS and is_title_case(line.text)


def _is_menu_item(line: Line) -> bool:
    return line.words <= _MENU_WORDS and not line.ended and not find_dates(line.text) and not name_outlet(line.text)


def _find_doubles(lines: Sequence[Line]) -> set[int]:
    """The second copy of a line that stands twice on end, as captions do, and a headline that comes again without the site's name."""
    pairs = list(enumerate(pairwise(lines), 1))
    copies = {index for index, (one, two) in pairs if two.words >= 3 and _fold(one.text) == _fold(two.text)}
    before = {index - 1 for index, (one, two) in pairs if two.words >= 3 and _is_site_title(one.text, two.text)}
    return copies | before | {index for index, (one, two) in pairs if one.words >= 3 and _is_site_title(two.text, one.text)}


def _find_twins(top: Sequence[Line]) -> set[int]:
    """Headlines that stand twice above the report: the one with the site's name behind it, or the later copy."""
    pairs = [(one, two) for one in range(len(top)) for two in range(one + 1, len(top)) if top[one].words > _MENU_WORDS]
    behind = {one if _is_site_title(top[one].text, top[two].text) else two for one, two in pairs if _are_site_titles(top[one], top[two])}
    return behind | {two for one, two in pairs if _fold(top[one].text) == _fold(top[two].text)}


def _are_site_titles(one: Line, two: Line) -> bool:
    return _is_site_title(one.text, two.text) or _is_site_title(two.text, one.text)


def _is_site_title(long: str, short: str) -> bool:
    """Whether ``long`` is the headline ``short`` with the site's name behind it."""
    rest = _fold(long).removeprefix(_fold(short))
    return rest != _fold(long) and bool(re.fullmatch(r"\s+[|–—-]\s+.{2,50}", rest))


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
