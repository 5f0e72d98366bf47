"""whence read: what each report says."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from whence.app.readings import iter_readings, look_ahead
from whence.cli import tell_error
from whence.cli.consoles import print_drawing, print_json, watch_progress
from whence.cli.drawings.readings import draw_reading
from whence.cli.options import example, paths_argument
from whence.engine.shards import choose_workers
from whence.intake.paths import iter_documents
from whence.model.codec import write_json
from whence.model.readings import Reading
from whence.model.reports import Report, Unread


@click.command("read", epilog=example("whence read reports/", "whence read page.html --format jsonl > readings.jsonl"))
@paths_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="For people, or one JSON object a line.",
)
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], form: str) -> None:
    """Read reports and print what each says; nothing is kept.

    PATH is a file, a folder (with all that is in it), or - for JSON Lines on standard input.
    """
    show = _printer(form)
    given, total = look_ahead(iter_documents(paths, stdin=sys.stdin.buffer))
    read, unread = 0, 0
    with watch_progress("reading", total, shown=not sys.stdout.isatty()) as advance:
        for outcome in iter_readings(given, workers=choose_workers(total)):
            if isinstance(outcome, Unread):
                unread += 1
                click.echo(tell_error(outcome.code, f"{outcome.path}: {outcome.message}"), err=True)
                advance(outcome.path)
            else:
                read += 1
                warn_of_notes(outcome.report)
                show(outcome)
                advance(outcome.report.path)
    ctx.exit(choose_exit(read, unread))


def warn_of_notes(report: Report) -> None:
    """A line on standard error for what intake had to guess or to mend in a report's bytes."""
    for note in report.notes:
        if note.startswith("read as ") or "damaged" in note:
            click.echo(tell_error("note", f"{report.path}: {note}; check its letters beyond plain English ones"), err=True)


def choose_exit(read: int, unread: int) -> int:
    """0 where every report was read, 3 where some were not, 1 where none was."""
    if read:
        return 3 if unread else 0
    if not unread:
        click.echo(tell_error("empty-report", "there are no reports here: give files or folders with reports in them"), err=True)
    return 1


def _printer(form: str) -> Callable[[Reading], None]:
    if form == "jsonl":
        return lambda reading: print_json(write_json(reading))
    return lambda reading: print_drawing(draw_reading(reading))
