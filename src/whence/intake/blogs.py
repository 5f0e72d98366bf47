"""The head of a blog: its name, a tagline, the date, and only then the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.intake.headers import Masthead
from whence.intake.lines import Line
from whence.intake.newsrooms import is_title_case
from whence.intake.titles import may_be_title
from whence.lexicon.outlets import fold_name, load_sections
from whence.lexicon.page_words import load_page_words

_MOST_NAME, _MOST_BARE, _MOST_TAGLINE, _MOST_MOTTO = 5, 3, 14, 6
_FEWEST_TOLD = 2
_SMALL_WORD = 3
_STEM, _ENDING = 4, 2


def is_blog_name(name: str, body: str) -> bool:
    """Whether ``name`` is made as blogs' names are, as *Brovik Diary*, and is no headline on what the report tells in its own words."""
    words = fold_name(name).split()
    made = len(words) > 1 and any(word in load_page_words("blog-name") for word in (words[0], words[-1]))
    return made and len(words) <= _MOST_NAME and _is_name(name, body)


def is_masthead_name(line: Line, header: Sequence[Masthead], left: Sequence[Line]) -> bool:
    """Whether a first line of two or three words above the date is a site's name, and the headline stands below the date.

    A headline so short would have its words come again in the report.
    """
    index = next((index for index, other in enumerate(left) if other is line), len(left))
    dates = [masthead.line for masthead in header if masthead.of("date")]
    if not (1 < line.words <= _MOST_BARE) or index + 2 >= len(left) or left[index + 1] not in dates or line.ended:
        return False
    headline, report = left[index + 2], left[index + 3 :]
    headed = may_be_title(headline) and headline.words > line.words and not headline.text.endswith(".")
    begins = bool(report) and report[0].apart and report[0].prose
    return headed and begins and _is_name(line.text, "\n".join(other.text for other in left[index + 2 :]))


def find_tagline(candidates: Sequence[Line], plate: Line, header: Sequence[Masthead], left: Sequence[Line]) -> Line | None:
    """The line between a name and the date that says what the site is; None where no headline follows the date.

    A motto is told by its first word or full stop, and by this: its words do not come again in the report, those of the headline do.
    """
    dated = [masthead.line.span.start for masthead in header if masthead.of("date") and masthead.line.span.start > plate.span.start]
    if not dated or not candidates:
        return None
    first, below = candidates[0], [line for line in candidates if line.span.start > min(dated) and may_be_title(line)]
    opened = fold_name(first.text.strip("“”\"'‘’*_")).split()[:1]
    listed = first.text.endswith(".") or any(word in load_page_words("blog-tagline") for word in opened)
    said = listed or (bool(below) and _is_motto(first, below[0], "\n".join(line.text for line in left if line.prose)))
    between = plate.span.start < first.span.start < min(dated)
    return first if between and below and said and first.words <= _MOST_TAGLINE else None


def _is_motto(line: Line, headline: Line, report: str) -> bool:
    return line.words <= _MOST_MOTTO and not _count_told(line, report) and _count_told(headline, report) >= _FEWEST_TOLD


def _count_told(line: Line, report: str) -> int:
    """How many longer words of a line come again in the report, with another ending too."""
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", line.text) if len(word) > _SMALL_WORD}
    stems = [word[: max(_STEM, len(word) - _ENDING)] for word in words]
    return sum(bool(re.search(rf"\b{stem}", report, re.IGNORECASE)) for stem in stems)


def _is_name(name: str, body: str) -> bool:
    if not is_title_case(name) or fold_name(name) in load_sections():
        return False
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", name) if len(word) > _SMALL_WORD]
    stems = [word[: max(_STEM, len(word) - _ENDING)] for word in words]
    return not any(re.search(rf"\b{stem}", body) for stem in stems)
