"""The command line: commands are loaded when they are called, so that the light ones start at once."""

from __future__ import annotations

import errno
import os
from importlib import import_module
from typing import NoReturn

import click

from whence import __version__
from whence.cli.options import example
from whence.errors import OutputError, WhenceError

# Command → the module that holds it, and one line for the list of commands.
COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("whence.cli.reads", "Read reports and print what each says; keep nothing."),
    "add": ("whence.cli.additions", "Read reports into a story's ledger."),
    "story": ("whence.cli.stories", "What the reports say together."),
    "show": ("whence.cli.shows", "One view of a story: timeline, sources, claims, conflicts, …"),
    "find": ("whence.cli.finds", "Search reports, sayings and names for words."),
    "report": ("whence.cli.dossiers", "Write the dossier: one page that opens offline."),
    "export": ("whence.cli.exports", "Write a story for other programs."),
    "judge": ("whence.cli.judges", "Record a person's decision, list them, take one back."),
    "remove": ("whence.cli.removals", "Take a report out of a ledger."),
    "verify": ("whence.cli.checks", "Check kept bytes against their hashes, spans against their words."),
}

# What the system says where standard output takes nothing more.
_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)


class Commands(click.Group):
    """The commands, in the order in which a newcomer meets them; an error that a person can act on is one line and exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments; help where there are none, which is no error."""
        return super().parse_args(ctx, args or ["--help"])

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of this name, loaded now."""
        if name not in COMMANDS:
            return None
        command = import_module(COMMANDS[name][0]).command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except WhenceError as error:
            click.echo(tell_error(error.code, str(error)), err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo(f"\n{tell_error('stopped', 'what was kept by then stays: run it again to go on')}", err=True)
            ctx.exit(1)


def tell_error(code: str, message: str) -> str:
    """An error in one line, whatever stood in the name of a file."""
    return f"whence: {code}: {' '.join(message.split())}"


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=example("whence add harbour.whence reports/", "whence story harbour.whence", "whence report harbour.whence -o harbour.html"),
)
@click.version_option(__version__, prog_name="whence")
def commands() -> None:
    """Reads the news reports on a developing story and says, for every event and claim in them, whence it comes.

    It works offline and never opens a network connection.
    """


def main() -> NoReturn:
    """Run the command line; exit codes: 0 done, 1 an error told in one line, 2 wrong usage, 3 some reports were not read."""
    try:
        commands(prog_name="whence")
    except OSError as error:
        if error.filename is not None or error.errno not in _UNWRITABLE:
            raise
        click.echo(tell_error(OutputError.code, f"standard output cannot be written ({error.strerror}): send it elsewhere"), err=True)
        # What is still in the buffer cannot be written either; the interpreter would say so at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        raise SystemExit(1) from error
    raise SystemExit(0)
