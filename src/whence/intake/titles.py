"""The headline of a report: which line may be one, and what on its line is none of it."""

from __future__ import annotations

import re

from whence.intake.lines import Line
from whence.intake.newsrooms import name_agency, name_outlet
from whence.lexicon.outlets import fold_name, load_sections
from whence.model.spans import Span

_LABEL = re.compile(r"(?:headline|title|subject)\s*:\s+", re.IGNORECASE)
_RUBRIC = re.compile(r"(?P<rubric>[^|]{2,30}?)\s*\|\s*(?=\S)")
_SUFFIX = re.compile(r"\s+[|–—-]\s+(?P<name>[^|–—]{3,50})$")
_MOST_WORDS = 32
_MOST_PROSE = 24


def find_title(line: Line) -> Line | None:
    """``line`` as the headline, without a label or rubric before or the site's name behind it; None where it reads like no headline."""
    suffix = _SUFFIX.search(line.text)
    start = _find_start(line.text)
    end = suffix.start() if suffix and (name_outlet(suffix["name"]) or name_agency(suffix["name"])) else len(line.text)
    bare = Line(Span(line.span.start + start, line.span.start + end), line.text[start:end], line.apart)
    return bare if may_be_title(bare) else None


def _find_start(text: str) -> int:
    label, rubric = _LABEL.match(text), _RUBRIC.match(text)
    if label:
        return label.end()
    return rubric.end() if rubric and fold_name(rubric["rubric"]) in load_sections() else 0


def may_be_title(line: Line) -> bool:
    """Whether ``line`` is of a headline's length and form."""
    if line.words > _MOST_WORDS or line.words < 2:
        return False
    return not line.prose or (line.words <= _MOST_PROSE and (not line.ended or _is_headline_case(line.text)))


def _is_headline_case(text: str) -> bool:
    """Whether nearly all longer words begin with a capital, as in American headlines."""
    words = [word for word in text.split() if len(word) > 4 and word[0].isalpha()]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.85 * len(words)
