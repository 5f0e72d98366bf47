"""Tokens: words, numbers and marks, cut as Universal Dependencies cut English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whence.model.spans import Span

# Abbreviations that keep their full stop; those that are common words besides (sat, mass, no) are left out.
_LISTED = """
    mr mrs ms messrs dr drs prof gen lt col maj capt cpl sgt cmdr adm brig pvt insp supt det const gov lt-gov sen rep reps sens pres amb
    hon rev fr sr jr st ste mt ft inc ltd co corp bros plc llc cos assn dept univ est dist div gov't int'l nat'l
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    vs v etc al cf ca viz approx vol fig figs p pp pt ch ed eds trans ave blvd rd hwy bldg
    ariz ark calif colo conn del fla kan ky la md mich minn mo mont neb nev okla pa tenn tex va vt wis wyo ont que
"""
ABBREVIATIONS = frozenset(_LISTED.split())

_LETTER = r"[^\W\d_]"
_MARK = "\u0300-\u036f\u064b-\u065f"
_WORD = rf"[\w{_MARK}]+"
_APOSTROPHE = "['\u2019\u02bc\u2018`\u00b4]"
_TAIL = r"(?:s|S|d|D|m|M|ll|LL|re|RE|ve|VE)"
# Prefixes that stay with their word; any other hyphen is a token of its own.
_PREFIX = "(?:e|a|co|re|pre|de|bi|un|non|anti|post|sub|multi|semi|inter|intra|ultra|counter|mid|micro|mini|neo|ex|vice|pro|pan|para|u|x)"
_NUMBERED = re.compile(r"\.\s?\d")
_PATTERN = re.compile(
    rf"""
      (?P<address> (?:https?://|www\.)[^\s<>"”’]*[^\s<>"”’.,;:!?)\]'] | [\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+ | [@\#]\w+ )
    | (?P<host> \w+(?:[-.]\w+)*\.(?:com|org|net|info|gov|edu|co\.uk)\b )
    | (?P<dotted> (?:{_LETTER}\.){{2,}}(?:{_LETTER}\b(?!\.))? )
    | (?P<number> \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|am|pm|k|K|m|bn|tn)?\b (?!{_APOSTROPHE}\w\w) )
    | (?P<initial> (?<![\w'’.]){_LETTER}\.(?=\s*[^\W\d_a-z]) )
    | (?P<prefixed> (?i:{_PREFIX})-(?={_LETTER}){_WORD}(?:{_APOSTROPHE}(?!{_TAIL}\b){_LETTER}+)* )
    | (?P<word> {_WORD}(?:{_APOSTROPHE}(?={_LETTER}){_WORD})* )
    | (?P<clitic> {_APOSTROPHE}{_TAIL}\b | {_APOSTROPHE}\d0s\b )
    | (?P<mark> \.{{2,}} | (?:\.\s){{2,}}\. | -{{2,}} | –+ | —+ | \*+ | _+ | =+ | !+\?*!* | \?+!* | \S )
    """,
    re.VERBOSE,
)
_NEGATED = re.compile(rf"(.+?)(n{_APOSTROPHE}t)$", re.IGNORECASE)
_CLITIC = re.compile(rf"(.+?)({_APOSTROPHE}{_TAIL})$")
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}


def find_tokens(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """The tokens of each paragraph, in order.

    Clitics stand apart (do|n't, Iraq|'s, with straight or curly marks), a hyphen between words too; an abbreviation keeps
    its full stop. No token is empty, holds white space at its edge, or crosses a paragraph.
    """
    return tuple(span for paragraph in paragraphs for span in _tokens(text, paragraph))


def _tokens(text: str, paragraph: Span) -> Iterator[Span]:
    at, end = paragraph
    while match := _PATTERN.search(text, at, end):
        start, at = match.span()
        if match.lastgroup in ("word", "prefixed"):
            if _keeps_stop(text, start, at, end):
                at += 1
            yield from _pieces(text, start, at)
        else:
            yield Span(start, at)


def _keeps_stop(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the full stop after this word belongs to it, as in an abbreviation."""
    if stop >= end or text[stop] != "." or text[stop : stop + 2] == "..":
        return False
    word = text[start:stop]
    if word in ("No", "Nos", "no", "nos"):
        return bool(_NUMBERED.match(text, stop, end))
    if word.casefold() not in ABBREVIATIONS:
        return False
    return word[0].isupper() or word.casefold() in ("vs", "v", "etc", "al", "cf", "pp", "p", "approx", "est")


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A word parted from its clitics."""
    word = text[start:end]
    if cut := _FUSED.get(word.casefold()):
        yield Span(start, start + cut)
        yield Span(start + cut, end)
    elif found := _NEGATED.match(word) or _CLITIC.match(word):
        yield from _pieces(text, start, start + found.end(1))
        yield Span(start + found.start(2), end)
    else:
        yield Span(start, end)
