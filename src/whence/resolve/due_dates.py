"""Days of what is foretold, where only the forecast has one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.model.dates import Period, read_period, write_period
from whence.model.readings import Event, Forecast

_TO_COME = frozenset({"planned", "predicted", "hypothetical"})
_TERM = re.compile(r"\b(?:by|before|within|until|till)\b", re.I)


def date_by_forecasts(text: str, events: Sequence[Event], forecasts: Sequence[Forecast], published: str | None) -> tuple[Event, ...]:
    """Events with the day for which they are foretold; what is to be by a day may be on any from the report's own on."""
    foretold = {forecast.event: forecast for forecast in forecasts if forecast.due is not None and forecast.event is not None}
    return tuple(
        replace(event, date=_days(text, foretold[event.id], read_period(published)), date_basis="anchored")
        if event.date is None and event.modality in _TO_COME and event.id in foretold
        else event
        for event in events
    )


def _days(text: str, forecast: Forecast, made: Period | None) -> str | None:
    due = read_period(forecast.due)
    term = _TERM.search(forecast.span.of(text)) is not None
    return write_period(Period(made.first, due.last)) if term and made and due and made.first < due.last else forecast.due
