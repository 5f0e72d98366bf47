"""What was foretold."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from whence.app.books import Book
from whence.app.views.forecasts import ForecastRow
from whence.cli.consoles import ink
from whence.cli.drawings.signs import MOST_NAME, make_rows, nothing, outlet_voice, say_voice, say_when, sign_of
from whence.dossier.wordings import clip

# Of what settles a forecast so much is shown; “why” shows all.
MOST_PROOFS = 2
_OUTCOMES = {"met": ("✓ met", ""), "missed": ("✕ missed", "anti"), "open": ("  open", "quiet"), None: ("  not settled", "quiet")}


def draw_forecasts(book: Book, rows: Sequence[ForecastRow]) -> RenderableType:
    """The forecasts by the day they are due, each with its outcome and what settles it."""
    if not rows:
        return nothing("Nothing was foretold.")
    table = make_rows("", "wide", "right")
    for row in rows:
        table.add_row(ink(_OUTCOMES[row.outcome]), _forecast(book, row), ink((book.short(row.key), "quiet")))
    return table


def _forecast(book: Book, row: ForecastRow) -> Text:
    text = ink(f"{sign_of(row.voice)} ", (say_voice(row.voice, MOST_NAME), "head"), ": ", (clip(row.words.quote, 160), "word"))
    due = f"due {say_when(row.forecast.due)}" if row.forecast.due else "no day given"
    said = f"{say_voice(outlet_voice(book, row.key))}, {say_when(row.words.published)}"
    text += ink(f"\n{due}", (f" · {said}", "quiet"))
    for proof in row.evidence[:MOST_PROOFS]:
        text += ink((f"\nsettled by “{clip(proof.quote, 80)}”, {proof.outlet or 'outlet unknown'}, {say_when(proof.published)}", "quiet"))
    if len(row.evidence) > MOST_PROOFS:
        text += ink((f"\n… {len(row.evidence) - MOST_PROOFS} more: why {book.short(row.key)}", "quiet"))
    if row.because and row.outcome in ("met", "missed") and not row.evidence:
        text += ink((f"\nbecause {row.because}", "quiet"))
    return text
