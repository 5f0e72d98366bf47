"""Where text goes: terminals and pipes, colours, and nothing from a report that a terminal could take for an order."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.text import Text
from rich.theme import Theme

WIDEST = 100
# Below this, words would be broken.
NARROWEST = 40

# Three meanings have a colour, each of them said in words or by a sign as well: somebody's words, denied or disputed, one origin only.
THEME = Theme({"head": "bold", "quiet": "dim", "word": "blue", "anti": "red", "lone": "yellow"}, inherit=False)

# Controls, marks that turn the direction of writing, and halves of characters.
_ORDERS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def make_console() -> Console:
    """Standard output: as wide as the terminal up to a width that is read with ease; colour on a terminal only."""
    console = Console(theme=THEME, highlight=False, emoji=False, markup=False)
    known = console.is_terminal or "COLUMNS" in os.environ
    console.width = max(NARROWEST, min(console.width, WIDEST)) if known else WIDEST
    return console


def print_drawing(drawing: RenderableType) -> None:
    """Print a drawing on standard output, without the blanks that fill its lines up."""
    console = make_console()
    with console.capture() as captured:
        console.print(drawing, crop=False)
    for line in captured.get().splitlines():
        click.echo(line.rstrip(" "), color=True)


def plain(words: str) -> str:
    """Words from outside on one line, without anything that a terminal obeys."""
    return _ORDERS.sub("\ufffd", " ".join(words.split()))


def ink(*pieces: str | tuple[str, str]) -> Text:
    """Text from words, or words with a style; every piece is made plain, spaces at its ends are kept."""
    text = Text()
    for piece in pieces:
        words, style = (piece, "") if isinstance(piece, str) else piece
        body = words.strip()
        before, _, after = words.partition(body) if body else (words, "", "")
        text.append(before + plain(body) + after, style or None)
    return text


def print_json(data: Any, *, indent: int | None = None) -> None:
    """One JSON value and a line's end on standard output, as UTF-8 whatever the terminal's encoding is."""
    try:
        written = json.dumps(data, ensure_ascii=False, indent=indent).encode()
    except UnicodeEncodeError:
        # Half a character, which a JSON escape can write and UTF-8 cannot.
        written = json.dumps(data, indent=indent).encode()
    sys.stdout.flush()
    sys.stdout.buffer.write(written + b"\n")
    sys.stdout.buffer.flush()


@contextmanager
def watch_progress(label: str, total: int | None, *, shown: bool) -> Iterator[Callable[[str], None]]:
    """A bar on standard error where that is a terminal; the function it gives is called once a report, with its path."""
    if not (shown and sys.stderr.isatty() and (total is None or total > 3)):
        yield lambda _: None
        return
    columns = (SpinnerColumn(), TextColumn(label), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[path]}"))
    with Progress(*columns, console=Console(stderr=True, emoji=False, markup=False), transient=True) as progress:
        task = progress.add_task(label, total=total, path="")
        yield lambda path: progress.update(task, advance=1, path=plain(Path(path).name)[-40:])
