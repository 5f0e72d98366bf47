"""whence add: reports read into a ledger."""

from __future__ import annotations

import datetime
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from whence.app.additions import Addition, add_reports, read_again
from whence.app.readings import look_ahead
from whence.cli import tell_error
from whence.cli.consoles import watch_progress
from whence.cli.options import example, refuse_empty, story_argument
from whence.cli.reads import choose_exit, warn_of_notes
from whence.engine.shards import choose_workers
from whence.intake.paths import iter_documents
from whence.ledger.files import open_ledger
from whence.model.reports import Document, Unread

_SAID = {"read": "read", "found_again": "found again in another place", "held": "held already", "unread": "not read"}


@click.command("add", epilog=example("whence add harbour.whence reports/ late-edition.html"))
@story_argument
@click.argument("paths", metavar="[PATH...]", nargs=-1, callback=refuse_empty)
@click.option("--again", is_flag=True, help="Read the reports that are held anew, as after a new version of whence.")
@click.pass_context
def command(ctx: click.Context, story: Path, paths: tuple[str, ...], again: bool) -> None:
    """Read reports into the ledger STORY, a file that is made where there is none. Only what it does not hold is read.

    PATH is a file, a folder (with all that is in it), or - for JSON Lines on standard input. It can be stopped at any
    moment: what was read stays, and the next run goes on.
    """
    if not paths and not again:
        raise click.UsageError("give the reports to add: PATH...")
    found: Counter[str] = Counter()
    given, total = look_ahead(iter_documents(paths, stdin=sys.stdin.buffer))
    held = tuple(given) if total is not None else None
    if held is not None and paths and not story.exists() and not any(map(_is_kept, held)):
        _tell((Addition(one.path, "unread", None, one) for one in held if isinstance(one, Unread)), None, found)
        click.echo(f"{story}: not made, there is nothing to keep")
        ctx.exit(choose_exit(0, found["unread"]))
    with open_ledger(story, create=bool(paths)) as ledger:
        if again:
            _tell(read_again(ledger), None, found)
        _tell(add_reports(ledger, held if held is not None else given, now(), workers=choose_workers(total)), total, found)
    told = ", ".join(f"{found[kind]} {words}" for kind, words in _SAID.items() if found[kind])
    click.echo(f"{story}: {told or 'nothing to read'}")
    ctx.exit(choose_exit(found["read"] + found["found_again"] + found["held"], found["unread"]))


def now() -> str:
    """The time at which something is kept, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _is_kept(item: Document | Unread) -> bool:
    """Whether there is anything to keep of what was given."""
    return isinstance(item, Document) or item.document is not None


def _tell(additions: Iterator[Addition], total: int | None, found: Counter[str]) -> None:
    with watch_progress("reading", total, shown=True) as advance:
        for addition in additions:
            found[addition.kind] += 1
            if addition.kind == "read" and addition.report:
                warn_of_notes(addition.report)
            if addition.unread:
                click.echo(tell_error(addition.unread.code, f"{addition.unread.path}: {addition.unread.message}"), err=True)
            advance(addition.path)
