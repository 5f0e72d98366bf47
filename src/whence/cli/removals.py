"""whence remove: a report taken out."""

from __future__ import annotations

from pathlib import Path

import click

from whence.app.removals import remove_report
from whence.cli.options import example, story_argument
from whence.ledger.files import open_ledger


@click.command("remove", epilog=example("whence remove harbour.whence 9f2c1"))
@story_argument
@click.argument("report", metavar="REPORT")
def command(story: Path, report: str) -> None:
    """Take a report out, with its reading, the judgements about it alone, and whatever only it supports.

    REPORT is its id, or as much of its beginning as no other report has (“whence show STORY reports” lists them).
    """
    with open_ledger(story) as ledger:
        removal = remove_report(ledger, report)
    noun = "judgement" if len(removal.judgements) == 1 else "judgements"
    judged = f", with the {noun} {', '.join(removal.judgements)}" if removal.judgements else ""
    click.echo(f"{story}: {removal.path} ({removal.report}) is taken out{judged}")
