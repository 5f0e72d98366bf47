"""The timeline: one row for each occurrence and forecast, its bar from the earliest to the latest day it can mean."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from whence.dossier.axes import Axis, draw_axis
from whence.dossier.days import say_period
from whence.dossier.forecasts import Foretold
from whence.dossier.tellings import HOW_WORDS, Account, How
from whence.model.dates import Period

_ROWS = 12
_DAY = datetime.timedelta(days=1)
_STYLES: dict[How, str] = {
    "told": "told",
    "claimed": "claimed",
    "asked": "asked",
    "foretold": "foretold",
    "supposed": "asked",
    "negated": "asked",
}
_INK = {"claimed": "var(--word)"}


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: style, place and width in per cent, height in pixels, whether uprights stand at its ends.

    ``struck`` is the day from which a stroke of denial goes through it, None where nobody denies it.
    """

    style: str
    ink: str
    x: float
    width: float
    height: int
    struck: int | None = None
    outcome: str | None = None
    settled: int = 0

    @property
    def capped(self) -> bool:
        """Whether the bar is a stretch somewhere in which it happened."""
        return self.height < 14


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the timeline. ``filters`` are the words by which the page's control picks it."""

    account: Account | None
    forecast: Foretold | None
    bar: Bar | None
    day: int
    how: str
    date: str
    basis: str
    filters: str
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows that carry the story, and the rest that is folded; ``axis`` is None where nothing has a date."""

    axis: Axis | None
    rows: tuple[Row, ...]
    rest: tuple[Row, ...]


def draw_timeline(accounts: Sequence[Account], foretold: Sequence[Foretold], year: int | None) -> Timeline:
    """The timeline of these occurrences and forecasts; years are left out of dates where they are ``year``."""
    heaviest = sorted(accounts, key=lambda account: account.weight, reverse=True)
    chosen = {account.anchor for account in heaviest[: _ROWS if len(accounts) > _ROWS + 2 else None]}
    main = [account for account in accounts if account.anchor in chosen]
    rest = [account for account in accounts if account.anchor not in chosen]
    due = [forecast for forecast in foretold if forecast.span]
    axis = draw_axis([account.period for account in main if account.period] + [forecast.span for forecast in due[:_ROWS] if forecast.span])
    if axis is None:
        axis = draw_axis([account.period for account in rest if account.period])
    later = _account_rows(rest, axis, year) + _forecast_rows(due[_ROWS:], axis, year)
    return Timeline(axis, tuple(_account_rows(main, axis, year) + _forecast_rows(due[:_ROWS], axis, year)), tuple(later))


def _account_rows(accounts: Sequence[Account], axis: Axis | None, year: int | None) -> list[Row]:
    heaviest = sorted(accounts, key=lambda account: account.weight[1:], reverse=True)
    dated = sorted((account for account in heaviest if account.period), key=_when)
    undated = [account for account in heaviest if not account.period]
    rows = [_account_row(account, axis, year, False) for account in dated]
    return rows + [_account_row(account, axis, year, at == 0) for at, account in enumerate(undated)]


def _when(account: Account) -> tuple[datetime.date, datetime.date]:
    period = account.period or Period(datetime.date.max, datetime.date.max)
    return (period.first, period.last)


def _account_row(account: Account, axis: Axis | None, year: int | None, opens: bool) -> Row:
    style = _STYLES[account.how]
    struck = min((denier.ref.day for denier in account.deniers), default=None)
    filters = [style, *(["disputed"] if account.disputed_from is not None else ()), *(["one"] if account.strokes.lone else ())]
    bar = _bar(axis, account.period, style, struck) if axis and account.period else None
    date = say_period(account.period, year)
    return Row(account, None, bar, account.day, HOW_WORDS[account.how], date, account.basis, " ".join(filters), opens)


def _forecast_rows(foretold: Sequence[Foretold], axis: Axis | None, year: int | None) -> list[Row]:
    return [_forecast_row(forecast, axis, year, at == 0) for at, forecast in enumerate(foretold)]


def _forecast_row(forecast: Foretold, axis: Axis | None, year: int | None, opens: bool) -> Row:
    bar = _bar(axis, forecast.span, "foretold", None, forecast.outcome, forecast.settled) if axis and forecast.span else None
    return Row(
        None, forecast, bar, forecast.ref.day, "foretold", "due " + say_period(forecast.due, year), forecast.sureness, "foretold", opens
    )


def _bar(axis: Axis, period: Period, style: str, struck: int | None, outcome: str | None = None, settled: int = 0) -> Bar:
    x, end = axis.x(period.first), axis.x(period.last + _DAY)
    height = 14 if period.days == 1 else 9 if period.days <= 3 else 5
    return Bar(style, _INK.get(style, "var(--ink)"), x, max(end - x, 0.6), height, struck, outcome, settled)
