"""Sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whence.model.pages import Sentence
from whence.model.spans import Span

_END = re.compile(r"^(?:\.|…|\.{2,}|(?:\.\s){2,}\.|[!?]+|。)$")
_TRAIL = re.compile(r"^\.{2,}$|^…$|^(?:\.\s){2,}\.$")
_CLOSER = frozenset("\"'”’»)]}")
_AMBIGUOUS = frozenset("\"'")
_OPENER = frozenset("\"'“‘«([{")
_LEADING = frozenset("\"'“‘«([{-–—•*")
_STARTING = """
    the a an this that these those he she it they we you i his her its their our my in on at by for from with to as if when while after
    before since but and or so yet however meanwhile although though there here what who how why where which some many most several both
    each all no not one two according earlier later last next now then also still instead asked speaking despite during under until mr
    mrs ms dr
"""
_OPENING = """
    mr mrs ms messrs dr drs prof gen lt col maj capt cpl sgt cmdr adm brig pvt insp supt det const gov sen rep reps sens pres amb hon
    rev fr st ste mt ft vs v cf ca viz approx no nos vol fig figs
"""
# An abbreviation ends a sentence only where the next word is one that begins them; a title never does.
_STARTERS = frozenset(_STARTING.split())
_NEVER_LAST = frozenset(_OPENING.split())


def find_sentences(text: str, paragraphs: Sequence[Span], tokens: Sequence[Span]) -> tuple[Sentence, ...]:
    """The sentences of a page: every token stands in exactly one, and none crosses a paragraph.

    A sentence's span runs from its first token to its last, closing quotation marks and brackets with it.
    """
    runs = enumerate(_runs(paragraphs, tokens))
    return tuple(sentence for index, (first, last) in runs for sentence in _cut(text, tokens, first, last, index))


def _runs(paragraphs: Sequence[Span], tokens: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The range of each paragraph's tokens."""
    at = 0
    for paragraph in paragraphs:
        first = at
        while at < len(tokens) and tokens[at].start < paragraph.end:
            at += 1
        yield first, at


def _cut(text: str, tokens: Sequence[Span], first: int, last: int, paragraph: int) -> Iterator[Sentence]:
    words = [token.of(text) for token in tokens[first:last]]
    begin = 0
    for end in [*_ends(text, tokens, words, first), len(words)]:
        if end > begin:
            span = Span(tokens[first + begin].start, tokens[first + end - 1].end)
            yield Sentence(span, first + begin, first + end, paragraph)
            begin = end


def _ends(text: str, tokens: Sequence[Span], words: Sequence[str], first: int) -> Iterator[int]:
    """Where a sentence ends inside a paragraph, as the index after its last word."""
    for index, word in enumerate(words[:-1]):
        if not _may_end(word):
            continue
        after = _past_closers(text, tokens, words, first, index + 1)
        if after < len(words) and _begins(words, index, after):
            yield after


def _may_end(word: str) -> bool:
    return bool(_END.match(word)) or (word.endswith(".") and len(word) > 1)


def _past_closers(text: str, tokens: Sequence[Span], words: Sequence[str], first: int, at: int) -> int:
    """The index after the marks that close with the sentence; a straight mark closes only where no space stands before it."""
    while at < len(words) and words[at] in _CLOSER:
        apart = tokens[first + at].start > tokens[first + at - 1].end
        if apart and words[at] in _AMBIGUOUS and at + 1 < len(words) and tokens[first + at + 1].start == tokens[first + at].end:
            break
        at += 1
    return at


def _begins(words: Sequence[str], index: int, after: int) -> bool:
    """Whether what follows ``after`` begins a sentence, given the word at ``index`` that may have ended one."""
    follow = after
    while follow < len(words) and words[follow] in _LEADING:
        follow += 1
    if follow == len(words):
        return follow > after
    word, nearest = words[index], words[follow]
    if word == "?" and follow == after == index + 1:
        return True  # in free-and-easy writing a question ends whatever comes next; a reporter's tag stands behind a closing mark
    if not nearest[0].isalnum() or nearest[0].islower():
        return False
    if _END.match(word):
        return True
    return _abbreviation_ends(word, nearest)


def _abbreviation_ends(word: str, nearest: str) -> bool:
    bare = word.rstrip(".").casefold()
    if bare in _NEVER_LAST or (len(bare) == 1 and word[0].isupper()):
        return False
    return nearest.casefold() in _STARTERS
