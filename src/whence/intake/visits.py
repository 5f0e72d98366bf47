"""The day of the visit, which sites print in their bars: no date of the report."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from whence.intake.chrome import classify_chrome
from whence.intake.dates import find_dates
from whence.intake.lines import Line
from whence.lexicon.chrome import ChromeKind
from whence.lexicon.outlets import fold_name, load_sections
from whence.lexicon.page_words import load_page_words

# What names the date of a page that was opened, or printed, and not of what stands on it.
_OPENED = re.compile(
    r"(?:today\b|it is (?:now )?[a-z]+day\b|(?:the )?(?:current|local) (?:date|time)\b|now\s*:"
    r"|(?:printed|accessed|retrieved|generated)\s*(?:on|at|:)"
    r"|page (?:last )?(?:refreshed|loaded|generated|printed)\b|(?:site|website|homepage) (?:last )?updated\b|last visit)",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"(?:last )?update[ds]?\b", re.IGNORECASE)
_HOMEWARD = re.compile(r"\W*(?:home|home ?page|front page|you are here)\b", re.IGNORECASE)
_FOLLOW = re.compile(r"(?:follow|like|find|join) us\b|connect with us\b|stay connected\b", re.IGNORECASE)
# The day beside the number of an issue is the paper's.
_ISSUE = re.compile(r"\b(?:issue|vol(?:ume)?\.?|no\.?|number) \d", re.IGNORECASE)
_STEP = re.compile(r"\s*[|•·]\s*|\s{2,}|\s+/\s+")
_BARS: frozenset[ChromeKind | None] = frozenset({"welcome", "sign-up", "list", None})
_PAGE: frozenset[ChromeKind | None] = frozenset({"advert", "link"})
_NEAR = 6
_MOST_OPENED = 12
_TRAIL_STEPS = 2
_STRAY = 12


def find_visit_dates(lines: Sequence[Line], kinds: Sequence[ChromeKind | None], marked: Collection[int], top: int) -> set[int]:
    """The lines above the headline (the line at ``top``) that tell the day of the visit.

    A bare date is one where the site's own bar stands beside it, a date with parts of the bar on its line, and one that says so.
    What comes again under the headline is the report's.
    """
    found = set()
    for index in range(top):
        line = lines[index]
        again = any(_same_date(line.text, below.text) for below in lines[top : top + _NEAR])
        issued = _ISSUE.search(line.text) is not None
        if (
            find_dates(line.text)
            and not again
            and not issued
            and (_is_barred(index, lines, kinds, marked) or _says_so(line) or _shares_bar(line))
        ):
            found.add(index)
    return found


def is_bare_date(text: str) -> bool:
    """Whether ``text`` is a date and next to nothing else."""
    dates = find_dates(text)
    return len(dates) == 1 and len(text) - (dates[0].span.end - dates[0].span.start) <= _STRAY


def _is_barred(index: int, lines: Sequence[Line], kinds: Sequence[ChromeKind | None], marked: Collection[int]) -> bool:
    """Whether the site's bar stands beside a bare date; what stands above the whole bar, or the trail, need not be so bare."""
    text, before, after = lines[index].text, index - 1, index + 1
    bare = is_bare_date(text)
    under = after < len(lines) and _is_bar(after, lines, kinds, marked)
    if bare and (under or (index > 0 and _is_bar(before, lines, kinds, marked))):
        return True
    topmost = after in marked and (_HOMEWARD.match(lines[after].text) or kinds[after] in _PAGE)
    return (bare and bool(topmost)) or (under and bool(_CHANGED.match(text)) and lines[index].words <= _MOST_OPENED)


def _is_bar(index: int, lines: Sequence[Line], kinds: Sequence[ChromeKind | None], marked: Collection[int]) -> bool:
    line = lines[index]
    if _is_button(line.text) or (kinds[index] == "share" and _FOLLOW.match(line.text)):
        return True
    return index in marked and kinds[index] in _BARS and not _is_trail(line)


def _says_so(line: Line) -> bool:
    return bool(_OPENED.match(line.text)) and line.words <= _MOST_OPENED and not line.prose


def _shares_bar(line: Line) -> bool:
    """Whether a date shares its line with what only a site's bar has: a greeting, a button, the weather; the rubric may be the report's."""
    parts = [part for part in _STEP.split(line.text) if part]
    rest = [part for part in parts if not is_bare_date(part)]
    return len(rest) < len(parts) and any(_is_button(part) or _classify(line, part) in ("welcome", "sign-up") for part in rest)


def _classify(line: Line, part: str) -> ChromeKind | None:
    return classify_chrome(Line(line.span, part, line.apart))


def _is_button(text: str) -> bool:
    folded = fold_name(text).replace(" ", "-")
    return folded in load_page_words("button") or folded.startswith("skip-to-")


def _same_date(one: str, two: str) -> bool:
    return {date.value for date in find_dates(one)} & {date.value for date in find_dates(two)} != set()


def _is_trail(line: Line) -> bool:
    """Whether a line is the trail of sections to the report: steps that arrows part, or just two names of sections."""
    if re.search(r"[>»›→]", line.text):
        return True
    steps = [step.strip() for step in re.split(r"[|/]", line.text) if step.strip()]
    if any(_is_button(step) or _classify(line, step) == "sign-up" for step in steps):
        return False
    return len(steps) == _TRAIL_STEPS and all(fold_name(step) in load_sections() for step in steps)
