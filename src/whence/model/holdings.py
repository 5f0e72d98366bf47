"""Readings laid out by the names of their records, so that a member (``report-id:local-id``) finds what it stands for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from whence.model.readings import Attribution, Entity, Event, Forecast, Reading
from whence.model.spans import Span
from whence.model.stories import Passage


@dataclass(frozen=True, slots=True)
class Holdings:
    """All readings of a story; each mapping is keyed by report id or by member, in the order of the report ids."""

    readings: Mapping[str, Reading]
    entities: Mapping[str, Entity]
    events: Mapping[str, Event]
    attributions: Mapping[str, Attribution]
    forecasts: Mapping[str, Forecast]

    def reading(self, member: str) -> Reading:
        """The reading that a member belongs to."""
        return self.readings[report_of(member)]

    def passage(self, member: str, span: Span) -> Passage:
        """A span of the report that a member belongs to."""
        return Passage(report_of(member), span.start, span.end)

    def words(self, member: str, span: Span) -> str:
        """The text of a span of the report that a member belongs to."""
        return span.of(self.reading(member).text)


def lay_out(readings: Iterable[Reading]) -> Holdings:
    """The holdings of ``readings``, in an order that does not depend on theirs."""
    ordered = {reading.report.id: reading for reading in sorted(readings, key=lambda reading: reading.report.id)}
    return Holdings(
        readings=MappingProxyType(ordered),
        entities=MappingProxyType({member_of(name, one.id): one for name, reading in ordered.items() for one in reading.entities}),
        events=MappingProxyType({member_of(name, one.id): one for name, reading in ordered.items() for one in reading.events}),
        attributions=MappingProxyType({member_of(name, one.id): one for name, reading in ordered.items() for one in reading.attributions}),
        forecasts=MappingProxyType({member_of(name, one.id): one for name, reading in ordered.items() for one in reading.forecasts}),
    )


def member_of(report: str, local: str) -> str:
    """The name of a record among all reports."""
    return sys.intern(f"{report}:{local}")


def report_of(member: str) -> str:
    """The report that a member belongs to."""
    return sys.intern(member.partition(":")[0])
