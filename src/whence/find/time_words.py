"""Words and numbers as time expressions see them: each with its kind and value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from whence.lexicon.times import load_feasts, load_time_words
from whence.model.spans import Span

_MARKS: Mapping[str, str] = MappingProxyType(
    {",": "comma", "-": "hyphen", "–": "hyphen", ".": "stop", ";": "semicolon", "(": "open", ")": "close"}
    | dict.fromkeys("\"“”‘’'", "quote")
)
_PLURAL = re.compile(r"[^\Wsui]s$")


class TimeToken(NamedTuple):
    """A word, number or mark: where it stands, its kind, its value."""

    start: int
    end: int
    kind: str
    value: str


def iter_time_tokens(text: str, span: Span) -> Iterator[TimeToken]:
    """The tokens of ``text`` within ``span``, in order; white space is left out."""
    for match in _lexer().finditer(text, span.start, span.end):
        written = match[0]
        kind, value = _classify(match.lastgroup or "", written)
        yield TimeToken(match.start(), match.end(), kind, value)


@cache
def _lexer() -> re.Pattern[str]:
    feasts = "|".join(re.escape(name).replace("'", "['’]") for name in sorted(load_feasts(), key=len, reverse=True))
    return re.compile(
        rf"""
          (?P<amount> [$£€¥]\s?\d[\d.,]*\d? | \d[\d.,]*\s?% )
        | (?P<quartername> Q[1-4]\b )
        | (?P<code> [^\W\d_]++\d\w* | (?-i:\b[A-Z]{{1,5}}-\d\w*) | \d++(?!(?:st|nd|rd|th|s|hrs|[ap]\.?\s?m)\b)[^\W\d_]\w* )
        | (?P<isodate> \d{{4}}-\d\d-\d\d\b )
        | (?P<slashdate> \d\d?/\d\d?/\d{{2,4}}\b )
        | (?P<clock> (?<![\d.:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])
            | (?<![\d.:])[01]?\d\.[0-5]\d(?=\s?[ap]\.?m\b) )
        | (?P<decadenum> (?:\b\d\d|['’])\d0s\b )
        | (?P<ord> \d{{1,2}}(?:st|nd|rd|th)\b )
        | (?P<fraction> \d{{1,2}}[ ]1/2 )
        | (?P<bignum> \d{{1,3}}(?:,\d{{3}})+ )
        | (?P<decimal> \d+\.\d+ )
        | (?P<shortyear> ['’]\d\d\b(?!['’]) )
        | (?P<digits> \d+ )
        | (?P<ampm> [ap]\.\s?m\b\.? | [ap]m\b )
        | (?P<era> b\.\s?c\.(?:\s?e\.)?|b\.c\b )
        | (?P<feast> \b(?:{feasts})\b )
        | (?P<oclock> o['’]clock\b )
        | (?P<monthabbr> (?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\. )
        | (?P<word> [^\W\d_]+ )
        | (?P<poss> ['’]s\b )
        | (?P<mark> [^\w\s] | _ )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _classify(group: str, written: str) -> tuple[str, str]:
    """Kind and value of what the lexer cut."""
    if group == "word":
        return _word(written)
    if group == "digits":
        return _digits(written)
    if group == "monthabbr":
        return _word(written[:-1])
    if group == "mark":
        return _MARKS.get(written, "mark"), written
    if group == "fraction":
        return "decimal", f"{written.split()[0]}.5"
    return group, written


def _word(written: str) -> tuple[str, str]:
    entry = load_time_words().get(written.lower())
    if entry is None or (entry.case == "capital" and not written[0].isupper()) or (entry.case == "upper" and not written.isupper()):
        return _other(written), written
    # "USA Today" and the like: a pointing word with a capital may be part of a name.
    return ("titled" if entry.kind == "deictic" and written[0].isupper() else entry.kind), entry.value


def _other(written: str) -> str:
    """The kind of a word that tells no time: a name, something that looks like a plural, anything else."""
    if written[0].isupper():
        return "name"
    return "plural" if _PLURAL.search(written) else "word"


def _digits(written: str) -> tuple[str, str]:
    if len(written) == 4 and 1000 <= int(written) < 2200:
        return "year", written
    if len(written) <= 2 and 1 <= int(written) <= 31:
        return "daynum", written
    return "num", written
