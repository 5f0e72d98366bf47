"""whence report: the dossier."""

from __future__ import annotations

import re
from pathlib import Path

import click

from whence.app.stories import open_book
from whence.cli.options import as_of_option, example, story_argument
from whence.cli.outputs import STDOUT, guard_output, write_output
from whence.dossier.pages import write_dossier
from whence.dossier.wordings import opened, tally
from whence.ledger.files import open_ledger


@click.command("report", epilog=example('whence report harbour.whence -o harbour.html --title "The lower gate"'))
@story_argument
@click.option(
    "-o",
    "--output",
    "out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    required=True,
    help="The page to write; - for standard output.",
)
@click.option("--title", default=None, help="The page's title; without it, the name of the ledger.")
@click.option("--excerpts-only", is_flag=True, help="Leave the full texts of the reports out.")
@as_of_option
def command(story: Path, out: Path, title: str | None, excerpts_only: bool, as_of: str | None) -> None:
    """Write the dossier: one self-contained page that opens offline and needs no JavaScript."""
    with open_ledger(story) as ledger:
        guard_output(ledger, out)
        book = open_book(ledger, as_of)
    name = title or name_story(story)
    page = write_dossier(book.story, tuple(book.readings.values()), title=name, excerpts_only=excerpts_only, judgements=book.judgements)
    write_output(out, page)
    if out != STDOUT:
        click.echo(f"{out}: {tally(len(book.readings), 'report')}, {len(page.encode()) // 1024} kB; open it in a browser")


def name_story(story: Path) -> str:
    """The title of a story that has none: the name of its ledger without endings and joints, a small first letter made large."""
    words = " ".join(re.split(r"[-_\s]+", story.name.lstrip(".").partition(".")[0])).strip()
    return opened(words) or story.name
