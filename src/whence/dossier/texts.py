"""Each report's page: its head, its paragraphs with their marks and notes, or in their place excerpts alone."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from markupsafe import Markup

from whence.dossier.filings import Filed, first_mention, mark_id, mention_id, passage_id, trigger_id
from whence.dossier.forecasts import Foretold
from whence.dossier.marks import Mark, content_style, mark_up, nesting
from whence.dossier.notes import Note, decisions, own_note, own_notes, statement_note
from whence.dossier.records import Records
from whence.dossier.tellings import Account
from whence.dossier.wordings import clip, printable, surroundings
from whence.model.readings import Attribution
from whence.model.spans import Span
from whence.model.stories import Because, Passage

_WORD = re.compile(r"\S+")
_EXCERPT = 200


class Reasoned(Protocol):
    """Any record of a story that says why it is there."""

    @property
    def because(self) -> Because:
        """The rule that made it, and the passages it rests on."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (``number`` is None for the title) with its notes."""

    number: int | None
    html: Markup
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A few words of a report that a record stands on."""

    anchor: str
    number: int | None
    style: str
    words: str
    note: Note


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report as the page shows it. ``unread`` are masthead and page furniture, ``decisions`` what people decided about it."""

    report: Filed
    title: Block | None
    blocks: tuple[Block, ...]
    excerpts: tuple[Excerpt, ...]
    original: Filed | None
    unread: tuple[Markup, ...]
    decisions: tuple[str, ...]


def lay_out_reports(records: Records, accounts: Sequence[Account], foretold: Sequence[Foretold]) -> tuple[ReportPage, ...]:
    """The pages of all reports, in the order of their letters."""
    told = {account.occurrence.id: account for account in accounts}
    anchors = _passages(records)
    return tuple(_page(records, report, told, foretold, anchors.get(report.id, ())) for report in records.filed.values())


def _page(
    records: Records, report: Filed, told: Mapping[str, Account], foretold: Sequence[Foretold], passages: Sequence[Passage]
) -> ReportPage:
    original = records.filed[report.copies] if report.copies else None
    title = report.reading.report.title_span
    decided = tuple(decisions(records, report.id))
    if records.excerpts_only:
        excerpts = tuple(_excerpts(records, report, told, foretold))
        return ReportPage(report, None, (), excerpts, original, (), decided)
    anchors = [*_anchors(report, passages)]
    marks = [*_statement_marks(report), *anchors, *(_differing(report, original) if original else ())]
    blocks = [_block(records, report, span, number, marks, told, foretold) for number, span in enumerate(report.paragraphs, 1)]
    headline = _block(records, report, title, None, marks, told, foretold) if title else None
    unread = tuple(mark_up(report.reading.text, span, anchors) for span in report.unread if span.of(report.reading.text).strip())
    return ReportPage(report, headline, tuple(blocks), (), original, unread, decided)


def _block(
    records: Records,
    report: Filed,
    span: Span,
    number: int | None,
    marks: Sequence[Mark],
    told: Mapping[str, Account],
    foretold: Sequence[Foretold],
) -> Block:
    notes = [
        statement_note(records, report, attribution, told, foretold)
        for attribution in _in_order(report)
        if (home := report.home(attribution)) and span.start <= home.start < span.end
    ]
    return Block(number, mark_up(report.reading.text, span, marks), (*notes, *own_notes(records, report, span, told, foretold)))


def _in_order(report: Filed) -> list[Attribution]:
    return sorted(report.reading.attributions, key=lambda attribution: report.numbers[attribution.id])


def _statement_marks(report: Filed) -> Iterator[Mark]:
    """The marks of the statements; one that nowhere begins in the read text has neither number nor anchor."""
    depths = nesting(report.reading.attributions)
    for attribution in _in_order(report):
        below, above = depths[attribution.id]
        home = report.home(attribution)
        for part in dict.fromkeys(attribution.content):
            yield _numbered(report, attribution, Mark(*part, above, content_style(attribution, below)), home)
        for span, rank, style in ((attribution.source, 90, "who"), (attribution.cue, 91, "cue")):
            if span and span == home and not attribution.content:
                yield _numbered(report, attribution, Mark(*span, rank, style), home)
                home = None
            elif span:
                yield Mark(*span, rank, style)


def _numbered(report: Filed, attribution: Attribution, mark: Mark, home: Span | None) -> Mark:
    if home is None:
        return mark
    number, anchor = report.numbers[attribution.id], mark_id(report, attribution.id)
    first = (mark.start, mark.end) == home
    label = f"note {number}" if first else f"note {number}, continued"
    return replace(mark, anchor=anchor if first else None, number=number, note=f"n-{anchor[2:]}", label=label)


def _anchors(report: Filed, passages: Sequence[Passage]) -> Iterator[Mark]:
    """Stretches without a sign of their own, to which references lead: triggers, first mentions, passages."""
    for event in report.reading.events:
        yield Mark(*event.trigger, 95, "spot", trigger_id(report, event))
    for entity in report.reading.entities:
        if first := first_mention(entity):
            yield Mark(first.start, first.end, 96, "spot", mention_id(report, entity))
    for passage in passages:
        yield Mark(passage.start, passage.end, -1, "spot", passage_id(report, passage))


def _passages(records: Records) -> dict[str, list[Passage]]:
    """Every passage that a record of the story rests on, by report."""
    story = records.story
    reasoned: tuple[Reasoned, ...] = (*story.entities, *story.roles, *story.relations, *story.occurrences, *story.claims)
    reasoned += (*story.conflicts, *story.lineage, *story.origins, *story.forecast_outcomes)
    found = {passage for record in reasoned for passage in record.because.spans}
    found |= {passage for relation in story.relations for passage in relation.evidence}
    by_report: dict[str, list[Passage]] = {}
    for passage in sorted(found):
        by_report.setdefault(passage.report, []).append(passage)
    return by_report


def _differing(report: Filed, original: Filed) -> Iterator[Mark]:
    """The words of a copy that its original does not have in this place."""
    here = [word for span in report.paragraphs for word in _words(report, span)]
    words = [word.of(report.reading.text) for word in here]
    there = [word.of(original.reading.text) for span in original.paragraphs for word in _words(original, span)]
    for kind, _, _, first, last in difflib.SequenceMatcher(None, there, words, autojunk=False).get_opcodes():
        if kind in ("replace", "insert"):
            yield Mark(here[first].start, here[last - 1].end, 80, "own")


def _words(report: Filed, span: Span) -> list[Span]:
    return [Span(*found.span()) for found in _WORD.finditer(report.reading.text, *span)]


def _excerpts(records: Records, report: Filed, told: Mapping[str, Account], foretold: Sequence[Foretold]) -> Iterator[Excerpt]:
    text = report.reading.text
    for attribution in _in_order(report):
        words = clip(" … ".join(part.of(text) for part in attribution.content), _EXCERPT)
        note = statement_note(records, report, attribution, told, foretold)
        number = report.numbers[attribution.id]
        yield Excerpt(mark_id(report, attribution.id), number, content_style(attribution, 0), printable(words), note)
    for event in report.reading.events:
        if not event.attribution:
            words = printable(surroundings(text, *event.trigger, *report.around(event.trigger)))
            yield Excerpt(trigger_id(report, event), None, "spot", words, own_note(records, report, [event], told))
