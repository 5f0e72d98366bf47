"""Numbers that may count something: in digits or words, with the words that bound them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whence.lexicon.numbers import load_bounds, load_numbers
from whence.model.eventmarks import QuantityMark
from whence.model.pages import Page, Sentence
from whence.model.readings import Bound
from whence.model.spans import Span

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_SCALED = re.compile(r"(\d[\d,.]*)(m|bn|k)")
_SUFFIXES = {"k": 1e3, "m": 1e6, "bn": 1e9}
_LONGEST_BOUND = 3
_OLDEST = 120
_YEARS = range(1800, 2101)
_BEFORE_YEARS = frozenset({"in", "since", "by", "of", "from", "until", "the", ""})
_MONTHS = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
# What follows a number that tells a time, an age or a place in a list, and counts nothing.
_NO_COUNT_AFTER = frozenset({"am", "pm", "a.m.", "p.m.", "-year", "%", "percent", "per", "o'clock", "st", "nd", "rd", "th", ":", "of"})


def find_quantities(page: Page) -> tuple[QuantityMark, ...]:
    """The numbers of a page that may count something; dates, clock times, ages and shares are left out."""
    return tuple(mark for sentence in page.sentences for mark in _read_sentence(page, sentence))


def _read_sentence(page: Page, sentence: Sentence) -> Iterator[QuantityMark]:
    words = [page.text[s:e].casefold() for s, e in page.tokens[sentence.first : sentence.last]]
    at = 0
    while at < len(words):
        value, end = _read_number(words, at)
        if end == at:
            at += 1
            continue
        if _counts(words, at, end, value):
            yield _mark(page, sentence, words, at, end, value)
        at = end


def _read_number(words: list[str], at: int) -> tuple[float | None, int]:
    """Value of the number that begins at a word and where it ends; the same place where none begins."""
    if _kind(words, at) == "vague":
        return None, at + 3 if words[at + 1 : at + 2] == ["of"] and _kind(words, at + 2) == "vague" else at + 1
    total, end = _small_number(words, at)
    if total is None:
        return None, at
    while _kind(words, end) == "scale":
        total *= load_numbers()[words[end]][0]
        end += 1
        if words[end : end + 1] == ["and"] and _kind(words, end + 1) == "small":
            total += load_numbers()[words[end + 1]][0]
            end += 2
    return total, end


def _kind(words: list[str], at: int) -> str:
    return load_numbers().get(words[at], (0, ""))[1] if at < len(words) else ""


def _small_number(words: list[str], at: int) -> tuple[float | None, int]:
    word = words[at]
    scaled = _SCALED.fullmatch(word)
    if scaled:
        return float(scaled[1].replace(",", "")) * _SUFFIXES[scaled[2]], at + 1
    if _DIGITS.fullmatch(word):
        return float(word.replace(",", "")), at + 1
    if word in ("a", "an") and _kind(words, at + 1) == "scale":
        return 1.0, at + 1
    parts = word.split("-")
    if any(load_numbers().get(part, (0, ""))[1] != "small" for part in parts):
        return None, at
    total = float(sum(load_numbers()[part][0] for part in parts))
    if total >= 20 and words[at + 1 : at + 2] == ["-"] and _kind(words, at + 2) == "small":
        return total + load_numbers()[words[at + 2]][0], at + 3
    return total, at + 1


def _counts(words: list[str], at: int, end: int, value: float | None) -> bool:
    after = words[end] if end < len(words) else ""
    before = words[at - 1] if at else ""
    if value is None:
        return True
    month = before.rstrip(".") or (words[at - 2] if at > 1 else "")  # "Oct. 14"
    if after in _NO_COUNT_AFTER or after in _MONTHS or month in _MONTHS or before in (":", "$", "€", "£", "/", "#"):
        return False
    if after == "-" and end + 1 < len(words) and words[end + 1] in ("year", "day", "month", "hour", "week", "metre", "mile"):
        return False
    if before == "," and after in (",", ".", ";", ")") and value < _OLDEST:  # an age: "Lund, 43, resigned"
        return False
    if before in ("-", "–") and at > 1 and words[at - 2].isdigit() and int(words[at - 2]) in _YEARS:  # "1990-98"
        return False
    if words[at] == "one" and (before == "no" or not after.isalpha()):  # "no one" is nobody
        return False
    year = value in _YEARS and "," not in words[at]
    return not (year and (before in _BEFORE_YEARS or not after.isalpha()))


def _mark(page: Page, sentence: Sentence, words: list[str], at: int, end: int, value: float | None) -> QuantityMark:
    first, last, bound = _bounded(words, at, end)
    tokens = page.tokens[sentence.first : sentence.last]
    whole = value if value is None or value % 1 else int(value)
    return QuantityMark(Span(tokens[first].start, tokens[last - 1].end), Span(tokens[at].start, tokens[end - 1].end), whole, bound)


def _bounded(words: list[str], at: int, end: int) -> tuple[int, int, Bound]:
    """The range of words with those that bound the number, and the bound."""
    bounds = load_bounds()
    for length in range(_LONGEST_BOUND, 0, -1):
        before = tuple(words[max(0, at - length) : at])
        if len(before) == length and before in bounds:
            return at - length, end, bounds[before]
    after = tuple(words[end : end + 2])
    if after in bounds:
        return at, end + 2, bounds[after]
    return at, end, "exact"
