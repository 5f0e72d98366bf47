"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from whence.errors import PathMissing
from whence.model.dates import read_period

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[str]):
    """A day, month, year or interval, ISO 8601."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as it was given."""
        if read_period(str(value)) is None:
            self.fail(f"{value!r} is no date: write it as 2024-03-09, 2024-03 or 2024", param, ctx)
        return str(value)


class InOrder(click.Group):
    """Commands listed in the order in which they are written."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments; help on one of the commands is given without a story, too."""
        if len(args) == 2 and args[0] in self.commands and args[1] in ctx.help_option_names:
            path, names = f"{ctx.command_path} STORY {args[0]}", ctx.help_option_names
            self.commands[args[0]].main(["--help"], path, help_option_names=names, max_content_width=ctx.max_content_width)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named first; where there is none of this name, all are listed."""
        if args[0] not in self.commands:
            ctx.fail(f"there is no {(self.subcommand_metavar or 'command').lower()} {args[0]!r}: name one of {', '.join(self.commands)}")
        return super().resolve_command(ctx, args)


def name_wanted(ctx: click.Context) -> None:
    """End with a line that lists the commands of a group where none was named."""
    if ctx.invoked_subcommand is None and isinstance(ctx.command, InOrder):
        ctx.fail(f"name a {(ctx.command.subcommand_metavar or 'command').lower()}: {', '.join(ctx.command.commands)}")


def story_argument(command: F) -> F:
    """The ledger, as a path."""
    return click.argument("story", metavar="STORY", type=click.Path(path_type=Path))(command)


def paths_argument(command: F) -> F:
    """Files and folders to read, or ``-``."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True, callback=refuse_empty)(command)


def refuse_empty(ctx: click.Context, param: click.Parameter, paths: tuple[str, ...]) -> tuple[str, ...]:
    """The paths as given. Raises PathMissing for an empty one: a variable that is not set must not mean the folder one is in."""
    if "" in paths:
        raise PathMissing("found an empty path: give a file or a folder (“.” is the folder you are in)")
    return paths


def as_of_option(command: F) -> F:
    """The day whose state of knowledge is asked for."""
    return click.option("--as-of", type=Day(), default=None, help="Count only reports known by this day.")(command)


def example(*lines: str) -> str:
    """An example at the end of a command's help, its lines as they are typed."""
    return "\n".join(("\b", "Example:", *(f"  {line}" for line in lines)))
