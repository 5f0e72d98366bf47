"""From whom a report has what it tells: its own newsroom, the agency whose text it prints, or the outlet that it cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.model.holdings import Holdings, member_of, report_of
from whence.model.readings import Anonymity
from whence.model.spans import Span
from whence.model.stories import Edge

_COPIED = ("republishes", "version")


@dataclass(frozen=True, slots=True)
class Relay:
    """One telling's way into its report.

    ``newsroom`` is where it comes from, as far as the report says, None where unknown; ``chain`` the members who passed it on and
    ``through`` the outlets among them but the last. ``own`` tells whether it is the report's own newsroom, ``copied`` whether the
    words are taken, and ``again`` whether from another report of the story, where the newsroom's own credit is not on them.
    ``rewrites`` names the report whose words the one that wrote these goes on to copy.
    """

    member: str
    report: str
    newsroom: str | None
    own: bool
    copied: bool
    again: bool
    through: tuple[str, ...]
    chain: tuple[str, ...]
    anonymity: Anonymity | None
    rewrites: str | None = None


class Relays:
    """Answers for events and attributions from whom their report has them."""

    def __init__(self, holdings: Holdings, lineage: Sequence[Edge], reports: Mapping[str, str], outlets: Mapping[str, str]) -> None:
        self._holdings, self._reports, self._outlets = holdings, reports, outlets
        self._usual = {one.casefold(): one for one in (*reports.values(), *outlets.values())}
        self._taken: dict[str, list[Edge]] = defaultdict(list)
        for edge in lineage:
            if edge.kind in _COPIED and edge.from_doc != edge.doc:
                self._taken[edge.doc].append(edge)

    def of_event(self, member: str) -> Relay:
        """The relay of an event: through its attribution, or in the report's own voice."""
        event = self._holdings.events[member]
        attribution = member_of(report_of(member), event.attribution) if event.attribution else None
        return self._relay(member, event.trigger, attribution if attribution in self._holdings.attributions else None)

    def of_attribution(self, member: str) -> Relay:
        """The relay of what an attribution asserts."""
        return self._relay(member, self._holdings.attributions[member].content[0], member)

    def newsroom(self, report: str) -> str | None:
        """Who published a report."""
        return self._reports.get(report)

    def is_report(self, newsroom: str) -> bool:
        """Whether words come from a report whose newsroom nobody knows, for which the report itself stands."""
        return newsroom in self._holdings.readings

    def _relay(self, member: str, span: Span, attribution: str | None) -> Relay:
        report = report_of(member)
        chain, anonymity = self._chain(report, attribution)
        printer = self._reports.get(report)
        cited = [self._outlets[one] for one in chain if one in self._outlets and self._outlets[one] != printer]
        source = self._source_of_copy(report, span)
        newsroom = cited[-1] if cited else source or printer
        again = any(edge.from_doc is not None for edge in self._taken.get(report, ()))
        own = not cited and source is None
        rewrites = None if cited else self._rewritten(*self._written_at(report, span))
        return Relay(member, report, newsroom, own, source is not None, again, tuple(cited[:-1]), chain, anonymity, rewrites)

    def _written_at(self, report: str, span: Span) -> tuple[str, Span]:
        """Where words were first written, through as many copies as the story holds."""
        for edge in self._taken.get(report, ()):
            there = _same_words(edge, span) if edge.from_doc is not None and edge.coverage is not None else None
            if edge.from_doc is not None and there is not None:
                return self._written_at(edge.from_doc, there)
        return report, span

    def _rewritten(self, report: str, span: Span) -> str | None:
        """The report that another goes on to copy after these words: its headline and its edited lines tell what it copies."""
        taken = (edge for edge in self._taken.get(report, ()) if edge.from_doc is not None)
        return next(
            (edge.from_doc for edge in taken if any(part.report == report and span.end <= part.end for part in edge.because.spans)), None
        )

    def _chain(self, report: str, attribution: str | None) -> tuple[tuple[str, ...], Anonymity | None]:
        if attribution is None:
            return (), None
        found = self._holdings.attributions[attribution]
        return tuple(member_of(report, one) for one in found.chain), found.anonymity

    def _source_of_copy(self, report: str, span: Span) -> str | None:
        """The agency or outlet whose words these are, through as many copies as the story holds; None for a report's own words.

        An agency's credit covers the whole report. Reports take only from earlier ones, so that no line of copies bites its tail.
        """
        for edge in self._taken.get(report, ()):
            if edge.from_doc is None or edge.coverage is None:
                return self._usual.get(edge.source.casefold(), edge.source)
            there = _same_words(edge, span)
            if there is not None:
                further = self._source_of_copy(edge.from_doc, there)
                return further or self._reports.get(edge.from_doc, edge.source)
        return None


def _same_words(edge: Edge, span: Span) -> Span | None:
    """Where the report taken from has the passage that meets a span, None where the span lies outside what was taken."""
    here, there = ([Span(*part[1:]) for part in edge.because.spans if part.report == name] for name in (edge.doc, edge.from_doc))
    for one, other in zip(here, there, strict=True):
        if one.meets(span):
            start = min(max(span.start - one.start, 0) + other.start, other.end - 1)
            return Span(start, min(start + span.end - span.start, other.end))
    return None
