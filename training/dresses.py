"""The same reports in the dress of other kinds of text: what is put in or replaced moves the annotation along."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from training.corpora.papers import Range
from training.corpora.polnear import Spans
from training.stresses import STRESSES, Change
from whence.text.paragraphs import find_paragraphs


@dataclass(frozen=True, slots=True)
class Report:
    """A text and the character spans of its attributions, by role."""

    text: str
    attributions: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters ``at`` that give way to ``new``; where the range is empty, ``new`` is put in and belongs to no span around it."""

    at: Range
    new: str

    @property
    def growth(self) -> int:
        """How many characters longer the text becomes."""
        return len(self.new) - (self.at[1] - self.at[0])


Dress = Callable[[Report], Report]
Edits = Callable[[str], Iterator[Edit]]

_LONG = 120  # characters of a paragraph that is no headline
_QUOTED = re.compile(r"“[^“”\n]+”|\"[^\"\n]+\"")
_NEXT_SENTENCE = re.compile(r"(?<=[.!?] )(?=[A-Z])")
_SPEAKERS = ("ORU VASK", "MODERATOR", "DR. SENNA QUILL")
_OUTER_MARKS = " “”\"‘’',\n"
_WORDS_AND_MARKS = re.compile(r"[A-Za-z]+|[“”\"]")
_BRITISH = (
    (re.compile(r"\b(author|organ|real|recogn|critic|apolog|emphas|character|final|general|minim|mobil|legal)iz(?=e|i|a)"), r"\1is"),
    (re.compile(r"\b([Cc]ol|[Hh]on|[Ff]av|[Ll]ab|[Nn]eighb|[Hh]arb|[Rr]um|[Bb]ehavi|[Hh]um|[Ee]ndeav)or(?!a[dlrt]|l|ious|iz)"), r"\1our"),
    (re.compile(r"\b([Dd]ef|[Oo]ff)ense\b"), r"\1ence"),
    (re.compile(r"\b([Cc]ent|[Tt]heat)er\b"), r"\1re"),
    (re.compile(r"\b([Tt]ravel|[Cc]ancel|[Ll]abel)(?=ed\b|ing\b)"), r"\1l"),
    (re.compile(r"\b([Pp]rogram)(?=s?\b)"), r"\1me"),
)


def edited(report: Report, edits: list[Edit]) -> Report:
    """The report with all of ``edits`` done, which do not overlap and stand in the order of the text."""
    parts, at = [], 0
    for edit in edits:
        parts += [report.text[at : edit.at[0]], edit.new]
        at = edit.at[1]
    text = "".join([*parts, report.text[at:]])
    return Report(text, tuple({role: _all_moved(spans, edits) for role, spans in roles.items()} for roles in report.attributions))


def _all_moved(spans: list[Range], edits: list[Edit]) -> list[Range]:
    return [piece for span in spans for piece in _moved(span, edits)]


def _moved(span: Range, edits: list[Edit]) -> list[Range]:
    """Where a span stands afterwards: in several parts where something was put into it."""
    cuts = [e.at[0] for e in edits if e.at[0] == e.at[1] and span[0] < e.at[0] < span[1]]

    def begins(place: int) -> int:
        return place + sum(e.growth for e in edits if e.at[1] <= place)

    def ends(place: int) -> int:
        return place + sum(e.growth for e in edits if e.at[0] < place)

    return [(begins(a), ends(b)) for a, b in pairwise([span[0], *cuts, span[1]])]


def wire_openings(text: str) -> Iterator[Edit]:
    """Place, day and agency before the first paragraph that is no headline."""
    for start, end in find_paragraphs(text):
        if end - start >= _LONG:
            yield Edit((start, start), "VARNHOLM, March 3 (TBN) — ")
            return


def live_blog(text: str) -> Iterator[Edit]:
    """A time of day before every paragraph but the first, in three fashions in turn."""
    for number, (start, _) in enumerate(find_paragraphs(text)[1:]):
        hour, minute = 9 + number // 12 % 12, number * 5 % 60
        stamp = (f"{hour:02}:{minute:02} ", f"{hour}.{minute:02}am: ", f"{hour:02}:{minute:02} GMT\n\n")[number % 3]
        yield Edit((start, start), stamp)


def quotes_over_paragraphs(text: str) -> Iterator[Edit]:
    """A new paragraph, with a mark that opens it, at each sentence inside a quotation but the first."""
    for quoted in _QUOTED.finditer(text):
        for found in _NEXT_SENTENCE.finditer(text, quoted.start() + 2, quoted.end()):
            yield Edit((found.start(), found.start()), f"\n\n{quoted[0][0]}")


def british_style(text: str) -> Iterator[Edit]:
    """British spelling of frequent words, single quotation marks."""
    for found in _WORDS_AND_MARKS.finditer(text):
        new = STRESSES["single_quotes"](found[0])
        for pattern, spelling in _BRITISH:
            new = pattern.sub(spelling, new)
        if new != found[0]:
            yield Edit(found.span(), new)


def capital_headline(text: str) -> Iterator[Edit]:
    """The first paragraph in capitals."""
    for span in find_paragraphs(text)[:1]:
        yield Edit((span.start, span.end), STRESSES["all_capitals"](text[span.start : span.end]))


def transcript(report: Report) -> Report:
    """Only what is quoted, each quotation a turn of its own (NAME: text) by one of three speakers of ours in turn.

    The colon is the cue. A quotation is a content of four words or more that begins with a quotation mark.
    """
    parts: list[str] = []
    turns: list[Spans] = []
    size = 0
    for said in _quotations(report):
        name = _SPEAKERS[len(turns) % len(_SPEAKERS)]
        told = f"{name}: {said}"
        colon = size + len(name)
        turns.append({"source": [(size, colon)], "cue": [(colon, colon + 1)], "content": [(colon + 2, size + len(told))]})
        parts.append(told)
        size += len(told) + 2
    return Report("\n\n".join(parts), tuple(turns))


def _quotations(report: Report) -> Iterator[str]:
    """The words of the quotations, in the order of the text; of two that overlap the first."""
    last = 0
    for spans in sorted(sorted(roles["content"]) for roles in report.attributions):
        said = " ".join(report.text[a:b].strip(_OUTER_MARKS) for a, b in spans)
        if spans[0][0] >= last and report.text[spans[0][0]] in '“"' and len(said.split()) >= 4:
            last = spans[-1][1]
            yield said if said[-1] in ".!?" else f"{said}."


def _of_edits(edits: Edits) -> Dress:
    return lambda report: edited(report, list(edits(report.text)))


def _of_change(change: Change) -> Dress:
    return lambda report: Report(change(report.text), report.attributions)


DRESSES: dict[str, Dress] = {name: _of_change(change) for name, change in STRESSES.items()} | {
    "British style": _of_edits(british_style),
    "quotes over paragraphs": _of_edits(quotes_over_paragraphs),
    "capital headline": _of_edits(capital_headline),
    "wire openings": _of_edits(wire_openings),
    "live blog": _of_edits(live_blog),
    "transcript": transcript,
}
