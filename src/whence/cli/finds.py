"""whence find: words in reports, sayings and names."""

from __future__ import annotations

from pathlib import Path

import click

from whence.app.stories import open_book
from whence.cli.consoles import print_drawing
from whence.cli.drawings.finds import draw_hits
from whence.cli.options import example, story_argument
from whence.ledger.files import open_ledger
from whence.ledger.words import find_words


@click.command("find", epilog=example("whence find harbour.whence lower gate", "whence find harbour.whence '\"lower gate\"' flood*"))
@story_argument
@click.argument("words", metavar="WORDS", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Show so many places at most.")
def command(story: Path, words: tuple[str, ...], limit: int) -> None:
    """Search reports, sayings and names. All WORDS must stand in one place; "…" keeps words together, word* finds what begins so."""
    with open_ledger(story) as ledger:
        hits, book = find_words(ledger, " ".join(words), limit + 1), open_book(ledger)
    print_drawing(draw_hits(book, hits[:limit], " ".join(words), more=len(hits) > limit))
