"""What was foretold: by whom, for when, and whether it came about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whence.dossier.days import read_days
from whence.dossier.filings import Filed, slug
from whence.dossier.records import Records, Ref
from whence.dossier.voices import Voice, outlet_voice, voice_of
from whence.dossier.wordings import clip
from whence.model.dates import Period
from whence.model.readings import Forecast
from whence.model.stories import Because

_SURENESS = {"certain": "told as certain", "probable": "thought probable", "possible": "thought possible"}


@dataclass(frozen=True, slots=True)
class Foretold:
    """One forecast; ``span`` runs from the day it was said to the day it is due, None where
    either is not known, or it is due before it was said.

    ``outcome`` is None where the story does not weigh it; ``settled`` is the day on which the outcome is known.
    """

    key: str
    anchor: str
    words: str
    sureness: str
    voice: Voice
    ref: Ref
    said: Period | None
    due: Period | None
    outcome: Literal["met", "missed", "open"] | None
    evidence: tuple[Ref, ...]
    settled: int
    because: Because | None

    @property
    def span(self) -> Period | None:
        """From the first day on which it can have been said to the last on which it is due."""
        if self.due is None or (self.said and self.due.last < self.said.first):
            return None
        return Period(min(self.said.last, self.due.last) if self.said else self.due.first, self.due.last)


def foretell(records: Records) -> tuple[Foretold, ...]:
    """Every forecast of the reports that are no copies: those that came about or failed, then those with a day, then the rest."""
    outcomes = {outcome.forecast: outcome for outcome in records.story.forecast_outcomes}
    found = []
    for key, forecast in records.forecasts.items():
        report = records.report(key)
        if report.copies:
            continue
        outcome = outcomes.get(key)
        evidence = tuple(records.ref(one) for one in outcome.evidence) if outcome else ()
        found.append(
            Foretold(
                key=key,
                anchor=forecast_anchor(report, forecast),
                words=clip(forecast.span.of(report.reading.text), 110),
                sureness=_SURENESS[forecast.confidence],
                voice=_voice(records, report, forecast),
                ref=forecast_ref(records, report, forecast),
                said=report.published,
                due=read_days(forecast.due),
                outcome=outcome.outcome if outcome else None,
                evidence=evidence,
                settled=min((ref.day for ref in evidence), default=len(records.days)),
                because=outcome.because if outcome else None,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.outcome not in ("met", "missed"), one.due is None)))


def forecast_anchor(report: Filed, forecast: Forecast) -> str:
    """The anchor of a forecast's row."""
    return f"f-{report.letter}-{slug(forecast.id)}"


def forecast_ref(records: Records, report: Filed, forecast: Forecast) -> Ref:
    """Where the text says it: the attribution's mark, else the event's, else the report."""
    if forecast.attribution:
        return records.ref(f"{report.id}:{forecast.attribution}")
    return records.ref(f"{report.id}:{forecast.event}" if forecast.event else report.id)


def _voice(records: Records, report: Filed, forecast: Forecast) -> Voice:
    if not forecast.attribution:
        return outlet_voice(report)
    return voice_of(records, report, records.attribution(f"{report.id}:{forecast.attribution}"))
