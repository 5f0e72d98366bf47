"""whence report: the dossier."""

from __future__ import annotations

from pathlib import Path

import click

from whence.app.stories import open_book
from whence.cli.options import as_of_option, example, story_argument
from whence.dossier.pages import write_dossier
from whence.errors import InputError
from whence.ledger.files import open_ledger


@click.command("report", epilog=example('whence report harbour.whence -o harbour.html --title "The lower gate"'))
@story_argument
@click.option(
    "-o", "--output", "out", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The page to write."
)
@click.option("--title", default=None, help="The page's title; without it, the name of the ledger.")
@click.option("--excerpts-only", is_flag=True, help="Leave the full texts of the reports out.")
@as_of_option
def command(story: Path, out: Path, title: str | None, excerpts_only: bool, as_of: str | None) -> None:
    """Write the dossier: one self-contained page that opens offline and needs no JavaScript."""
    with open_ledger(story) as ledger:
        book = open_book(ledger, as_of)
    name = title or story.stem.replace("-", " ").replace("_", " ")
    page = write_dossier(book.story, tuple(book.readings.values()), title=name, excerpts_only=excerpts_only, judgements=book.judgements)
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{out} cannot be written ({error.strerror}): choose a folder that exists and that you may write to") from error
    click.echo(f"{out}: {len(book.readings)} reports, {len(page.encode()) // 1024} kB; open it in a browser")
