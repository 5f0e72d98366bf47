"""What was foretold, by whom, and whether it came to pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whence.app.books import Book, Voice
from whence.app.citations import Citation, cite_passage, cite_record
from whence.model.readings import Forecast
from whence.model.stories import ForecastOutcome


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """A forecast: who made it, in which words, for when. ``outcome`` None: the story does not say."""

    key: str
    forecast: Forecast
    voice: Voice
    words: Citation
    outcome: Literal["met", "missed", "open"] | None
    evidence: tuple[Citation, ...]
    because: str | None


def list_forecasts(book: Book) -> tuple[ForecastRow, ...]:
    """The forecasts by the day they are due, those without one last."""
    settled = {outcome.forecast: outcome for outcome in book.story.forecast_outcomes}
    found = ((key, record) for key, record in book.records.items() if isinstance(record, Forecast))
    rows = (_row(book, key, forecast, settled.get(key)) for key, forecast in found)
    return tuple(sorted(rows, key=lambda row: (row.forecast.due is None, row.forecast.due or "", row.key)))


def _row(book: Book, key: str, forecast: Forecast, settled: ForecastOutcome | None) -> ForecastRow:
    return ForecastRow(
        key=key,
        forecast=forecast,
        voice=book.voice(key),
        words=cite_record(book, key),
        outcome=settled.outcome if settled else None,
        evidence=_cite_outcome(book, settled) if settled else (),
        because=settled.because.rule if settled else None,
    )


def _cite_outcome(book: Book, settled: ForecastOutcome) -> tuple[Citation, ...]:
    """What settles a forecast: the tellings of what came about, else the passages that the rule rests on."""
    records = tuple(cite_record(book, record) for record in settled.evidence)
    own = [passage for passage in settled.because.spans if passage.report != settled.forecast.partition(":")[0]]
    return records or tuple(cite_passage(book, passage) for passage in own)
