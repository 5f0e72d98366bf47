"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

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


def story_argument(command: F) -> F:
    """The ledger, as a path."""
    return click.argument("story", metavar="STORY", type=click.Path(path_type=Path))(command)


def paths_argument(command: F) -> F:
    """Files and folders to read, or ``-``."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True)(command)


def as_of_option(command: F) -> F:
    """The day whose state of knowledge is asked for."""
    return click.option("--as-of", type=Day(), default=None, help="Count only reports known by this day.")(command)


def example(*lines: str) -> str:
    """An example at the end of a command's help, its lines as they are typed."""
    return "\n".join(("\b", "Example:", *(f"  {line}" for line in lines)))
