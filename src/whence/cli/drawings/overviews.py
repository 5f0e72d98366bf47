"""The story on one page: at a glance, when, where accounts differ, who took from whom, who speaks, what was foretold."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from whence.app.books import Book
from whence.app.views.conflicts import list_conflicts
from whence.app.views.forecasts import ForecastRow, list_forecasts
from whence.app.views.lineages import list_lineage
from whence.app.views.sources import list_sources
from whence.app.views.timelines import TimelineRow, list_timeline
from whence.cli.consoles import ink
from whence.cli.drawings.conflicts import draw_conflicts
from whence.cli.drawings.forecasts import draw_forecasts
from whence.cli.drawings.frames import draw_frame, draw_heading
from whence.cli.drawings.lineages import draw_lineage
from whence.cli.drawings.signs import nothing, say_when
from whence.cli.drawings.sources import draw_sources
from whence.cli.drawings.timelines import draw_timeline
from whence.dossier.wordings import tally

MOST = 12


def draw_overview(book: Book, ledger: str) -> RenderableType:
    """The whole story in brief; each part says which view shows all of it."""
    times, conflicts, sources, forecasts = list_timeline(book), list_conflicts(book), list_sources(book), list_forecasts(book)
    taken = [row for row in list_lineage(book) if row.takes]
    named = [row for row in sources if row.voice.name]
    parts: tuple[tuple[str, str, int, RenderableType], ...] = (
        ("When", "timeline", len(times), draw_timeline(book, _most_told(times))),
        ("Where accounts differ", "conflicts", len(conflicts), draw_conflicts(book, conflicts[:MOST])),
        ("Who took from whom", "lineage", len(taken), draw_lineage(book, taken[:MOST])),
        ("Who speaks", "sources", len(named), draw_sources(book, named[:MOST])),
        ("What was foretold", "forecasts", len(forecasts), draw_forecasts(book, _settled_first(forecasts))),
    )
    body = [part for title, view, count, drawn in parts if count for part in (draw_heading(title), drawn, *_more(ledger, view, count))]
    empty = "No report was known by then." if book.story.as_of else "No report was read."
    return draw_frame(book, _title(book), Group(_glance(book) if book.readings else nothing(empty), *body))


def _title(book: Book) -> str:
    outlets = {reading.report.outlet for reading in book.readings.values() if reading.report.outlet}
    unknown = any(reading.report.outlet is None for reading in book.readings.values())
    reports = tally(len(book.readings), "report")
    if unknown and not outlets:
        return f"{reports}, no outlet known"
    return f"{reports} from {tally(len(outlets), 'known outlet' if unknown else 'outlet')}"


def _glance(book: Book) -> Text:
    dated = sorted(reading.report.published for reading in book.readings.values() if reading.report.published)
    last = f" to {say_when(dated[-1])}" if dated and dated[-1] != dated[0] else ""
    when = f"published {say_when(dated[0])}{last}; " if dated else ""
    story = book.story
    counts = (
        (len(story.occurrences), "happening"),
        (len(story.claims), "claim"),
        (len(story.conflicts), "conflict"),
        (len(story.lineage), "borrowing"),
        (len(story.forecast_outcomes), "forecast"),
    )
    return ink((when + ", ".join(tally(number, word) for number, word in counts if number), "quiet"))


def _more(ledger: str, view: str, count: int) -> Sequence[Text]:
    return (ink((f"… {count - MOST} more: whence show {ledger} {view}", "quiet")),) if count > MOST else ()


def _most_told(rows: Sequence[TimelineRow]) -> Sequence[TimelineRow]:
    """The happenings that most reports tell, in the order of the timeline."""
    told = sorted(rows, key=lambda row: (-len({event.partition(":")[0] for event in row.occurrence.events}), -len(row.occurrence.events)))[
        :MOST
    ]
    return [row for row in rows if row in told]


def _settled_first(rows: Sequence[ForecastRow]) -> Sequence[ForecastRow]:
    return sorted(rows, key=lambda row: row.outcome not in ("met", "missed"))[:MOST]
