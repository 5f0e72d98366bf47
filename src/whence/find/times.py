"""Time expressions: one pass over a page, word by word.

Every word gets its kind ("month", "unit", "ago"), one character each, and the patterns of ``lexicon/time_patterns.tsv`` are
compiled to one expression over that string of kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from whence.find.time_parts import read_parts
from whence.find.time_words import iter_time_tokens
from whence.lexicon.times import load_time_macros, load_time_patterns
from whence.model.pages import Page
from whence.model.spans import Span
from whence.model.timemarks import TimeMark

_NAME = re.compile(r"[a-z]+|[A-Z]+")
_FIRST = 0xE000
# The family of wordings that look like times and are none: ages, fractions.
NO_TIME = "none"
PLAIN = ("word", "plural", "name", "comma", "stop", "semicolon", "quote", "hyphen", "close")


class _Grammar(NamedTuple):
    """The compiled patterns: the letter of each kind of word, the expression, the family of each of its groups."""

    letters: Mapping[str, str]
    pattern: re.Pattern[str]
    families: Mapping[str, str]


def find_times(page: Page) -> tuple[TimeMark, ...]:
    """The time expressions of a page in the order of the text; none overlaps another."""
    return tuple(mark for paragraph in page.paragraphs for mark in _marks(page.text, paragraph))


def _marks(text: str, paragraph: Span) -> Iterator[TimeMark]:
    grammar = _grammar()
    tokens = list(iter_time_tokens(text, paragraph))
    kinds = "".join([grammar.letters.get(token.kind, ".") for token in tokens])
    for match in grammar.pattern.finditer(kinds):
        words, family = tokens[match.start() : match.end()], grammar.families[match.lastgroup or ""]
        if family != NO_TIME:
            yield read_parts(family, words)


@cache
def _grammar() -> _Grammar:
    """The grammar of the shipped patterns."""
    macros: dict[str, str] = {}
    letters: dict[str, str] = {}

    def letter(name: re.Match[str]) -> str:
        return macros.get(name[0]) or letters.setdefault(name[0], chr(_FIRST + len(letters)))

    def expand(pattern: str) -> str:
        return _NAME.sub(letter, pattern).replace(" ", "")

    for name, pattern in load_time_macros().items():
        macros[name] = f"(?:{expand(pattern)})"
    rules = load_time_patterns()
    groups = {f"p{index}": rule.family for index, rule in enumerate(rules)}
    branches = [f"(?P<p{index}>{expand(rule.pattern)})" for index, rule in enumerate(rules)]
    # No expression begins with a plain word or a mark: to say so first spares the scan most of its work.
    idle = "".join(letters.get(kind, ".") for kind in PLAIN)
    return _Grammar(letters, re.compile(f"(?![{idle}])(?:{'|'.join(branches)})"), groups)
