"""Reports in their place: each with its letter, the day from which it is known, its blocks and the numbers of its marks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from whence.dossier.days import read_days
from whence.model.dates import Period
from whence.model.readings import Attribution, Entity, Event, Mention, Reading
from whence.model.reports import Report
from whence.model.spans import Span
from whence.model.stories import Passage, Story
from whence.text.paragraphs import find_paragraphs
from whence.text.sentences import find_sentences
from whence.text.tokens import find_tokens


@dataclass(frozen=True, slots=True)
class Filed:
    """A report in its place: letter, day, the report it copies.

    ``day`` counts the days on which reports are known, from 0; an undated report stands behind them all. ``numbers`` gives
    each attribution its mark number. ``paragraphs`` are the blocks of the text without the title, ``sentences`` those of title and
    paragraphs, ``unread`` the stretches of masthead and page furniture.
    """

    reading: Reading
    letter: str
    published: Period | None
    day: int
    copies: str | None
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    unread: tuple[Span, ...]
    numbers: Mapping[str, int]

    @property
    def id(self) -> str:
        """The report's id."""
        return self.reading.report.id

    @property
    def outlet(self) -> str:
        """The outlet's name, or that it is not known."""
        return self.reading.report.outlet or "outlet unknown"

    @property
    def called(self) -> str:
        """What tells it from the others: its outlet; where that is not known its title, else the name of its file."""
        report = self.reading.report
        return report.outlet or report.title or re.split(r"[/\\]", report.path)[-1]

    def place(self, offset: int) -> str:
        """Where an offset stands, as it is read aloud: “D ¶2”, “D headline”, or “D” alone."""
        number, title = self.paragraph(offset), self.reading.report.title_span
        if number is None:
            return f"{self.letter} headline" if title and title.start <= offset < title.end else self.letter
        return f"{self.letter} ¶{number}"

    def home(self, attribution: Attribution) -> Span | None:
        """The first part of an attribution's content, else its cue, else its source, that begins in the read text."""
        title = self.reading.report.title_span
        read = (*self.paragraphs, *((title,) if title else ()))
        spans = sorted(attribution.content) or [span for span in (attribution.cue, attribution.source) if span]
        return next((span for span in spans if any(block.start <= span.start < block.end for block in read)), None)

    def shows(self, offset: int) -> bool:
        """Whether the character at an offset stands on the page."""
        title = self.reading.report.title_span
        spans = (*self.paragraphs, *self.unread, *((title,) if title else ()))
        return any(span.start <= offset < span.end for span in spans)

    def around(self, span: Span) -> Span:
        """The sentence that holds a span, or the span itself."""
        return next((sentence for sentence in self.sentences if sentence.holds(span)), span)

    def paragraph(self, offset: int) -> int | None:
        """The number of the paragraph, from 1, that holds an offset; None outside all of them."""
        return next((number for number, span in enumerate(self.paragraphs, 1) if span.start <= offset < span.end), None)


def file_reports(story: Story, held: Mapping[str, Reading]) -> dict[str, Filed]:
    """The reports in the order of their letters: by day, originals before their copies, undated ones last."""
    days = known_days(held.values())
    copied = [edge for edge in story.lineage if edge.kind == "republishes" and edge.from_doc in held]
    copies = {edge.doc: edge.from_doc for edge in copied if edge.from_doc != edge.doc}

    def order(reading: Reading) -> tuple[datetime.date, bool, str, str]:
        period = read_days(reading.report.published)
        return (period.last if period else datetime.date.max, reading.report.id in copies, reading.report.outlet or "", reading.report.id)

    filed = {}
    for index, reading in enumerate(sorted(held.values(), key=order)):
        period = read_days(reading.report.published)
        day = days.index(period.last) if period else len(days)
        report = reading.report.id
        blocks = find_paragraphs(reading.text, left_out(reading.report))
        sentences, numbers = _sentences(reading, blocks), _numbers(reading)
        unread = tuple(_unread(reading.report))
        filed[report] = Filed(reading, letter(index), period, day, copies.get(report), blocks, sentences, unread, numbers)
    return filed


def _sentences(reading: Reading, blocks: tuple[Span, ...]) -> tuple[Span, ...]:
    title = reading.report.title_span
    every = tuple(sorted((*blocks, title))) if title else blocks
    return tuple(sentence.span for sentence in find_sentences(reading.text, every, find_tokens(reading.text, every)))


def left_out(report: Report) -> tuple[Span, ...]:
    """What of the text is no paragraph of the report: boilerplate, masthead and title."""
    return (*report.boilerplate, *report.masthead, *((report.title_span,) if report.title_span else ()))


def _unread(report: Report) -> Iterator[Span]:
    """Masthead and boilerplate without the title, in order, no character twice."""
    at = 0
    for start, end in sorted((*report.masthead, *report.boilerplate)):
        pieces = [Span(max(start, at), end)]
        if report.title_span and pieces[0].meets(report.title_span):
            pieces = [Span(pieces[0].start, report.title_span.start), Span(report.title_span.end, end)]
        yield from (piece for piece in pieces if piece.start < piece.end)
        at = max(at, end)


def _numbers(reading: Reading) -> dict[str, int]:
    """The mark numbers, in the order in which the marks begin; a mark round another comes first."""
    return {attribution.id: number for number, attribution in enumerate(sorted(reading.attributions, key=_begins), 1)}


def _begins(attribution: Attribution) -> tuple[int, int, int, str]:
    spans = attribution.content or tuple(span for span in (attribution.cue, attribution.source) if span)
    first = min(spans, default=Span(0, 0))
    return (first.start, -max((span.end for span in spans), default=0), len(attribution.chain), attribution.id)


def known_days(readings: Iterable[Reading]) -> tuple[datetime.date, ...]:
    """The days from which reports are known, each once: the last day that a report's date allows."""
    periods = (read_days(reading.report.published) for reading in readings)
    return tuple(sorted({period.last for period in periods if period}))


def letter(index: int) -> str:
    """The letters of the report at ``index``, from 0: A to Z, then AA, AB.

    >>> letter(0), letter(25), letter(26), letter(701), letter(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def mark_id(report: Filed, attribution: str) -> str:
    """The anchor of an attribution's mark in the text."""
    return f"m-{report.letter}{report.numbers[attribution]}"


def trigger_id(report: Filed, event: Event) -> str:
    """The anchor of an event's trigger in the text."""
    return f"e-{report.letter}-{slug(event.id)}"


def mention_id(report: Filed, entity: Entity) -> str:
    """The anchor of an entity's first mention in the text."""
    return f"x-{report.letter}-{slug(entity.id)}"


def first_mention(entity: Entity) -> Mention | None:
    """The first place that names an entity, else the first that stands for it."""
    return min(entity.mentions, key=lambda mention: (mention.form != "named", mention.start), default=None)


def passage_id(report: Filed, passage: Passage) -> str:
    """The anchor of a passage in the text."""
    return f"s-{report.letter}-{passage.start}-{passage.end}"


def slug(words: str) -> str:
    """The words as they may stand in an anchor."""
    return re.sub(r"[^\w.-]", "_", words)


def plain_outlet(name: str) -> str:
    """An outlet's name as it is compared: without article and case."""
    return name.casefold().removeprefix("the ")
