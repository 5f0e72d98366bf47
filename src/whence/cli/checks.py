"""whence verify: is the ledger as it was kept?"""

from __future__ import annotations

from pathlib import Path

import click

from whence.app.checks import count_checked, iter_faults
from whence.cli import tell_error
from whence.cli.options import example, story_argument
from whence.dossier.wordings import tally
from whence.ledger.files import open_ledger


@click.command("verify", epilog=example("whence verify harbour.whence"))
@story_argument
@click.pass_context
def command(ctx: click.Context, story: Path) -> None:
    """Check that the kept bytes still have their hashes and that every span still holds its words."""
    with open_ledger(story) as ledger:
        faults = tuple(iter_faults(ledger))
        reports, spans = (0, 0) if faults else count_checked(ledger)
    for fault in faults:
        click.echo(tell_error("ledger", fault), err=True)
    if faults:
        ctx.exit(1)
    click.echo(f"{story}: all is as it was kept ({tally(reports, 'report')}, {tally(spans, 'span')})")
