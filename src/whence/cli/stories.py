"""whence story: what the reports say together."""

from __future__ import annotations

from pathlib import Path

import click

from whence.app.stories import open_book
from whence.cli.consoles import print_drawing, print_json
from whence.cli.drawings.overviews import draw_overview
from whence.cli.options import as_of_option, example, story_argument
from whence.ledger.files import open_ledger
from whence.model.codec import write_json


@click.command("story", epilog=example("whence story harbour.whence", "whence story harbour.whence --format json --as-of 2024-03-09"))
@story_argument
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For people, or one JSON object."
)
@as_of_option
def command(story: Path, form: str, as_of: str | None) -> None:
    """What the reports say together: what happened, who says so, where they differ, who took from whom."""
    with open_ledger(story) as ledger:
        book = open_book(ledger, as_of)
    if form == "json":
        print_json(write_json(book.story), indent=1)
    else:
        print_drawing(draw_overview(book, str(story)))
