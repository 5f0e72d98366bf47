"""whence show: one view of a story."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import RenderableType

from whence.app.books import Book
from whence.app.stories import open_book
from whence.app.views.claims import list_claims
from whence.app.views.conflicts import list_conflicts
from whence.app.views.forecasts import list_forecasts
from whence.app.views.lineages import list_lineage
from whence.app.views.novelties import list_novelties
from whence.app.views.people import list_people
from whence.app.views.reasons import explain
from whence.app.views.sources import list_sources
from whence.app.views.timelines import list_timeline
from whence.cli.consoles import print_drawing
from whence.cli.drawings.claims import draw_claims
from whence.cli.drawings.conflicts import draw_conflicts
from whence.cli.drawings.forecasts import draw_forecasts
from whence.cli.drawings.frames import draw_frame
from whence.cli.drawings.lineages import draw_lineage
from whence.cli.drawings.novelties import draw_novelties
from whence.cli.drawings.people import draw_people
from whence.cli.drawings.reasons import draw_reasons
from whence.cli.drawings.reports import draw_reports
from whence.cli.drawings.signs import say_when
from whence.cli.drawings.sources import draw_sources
from whence.cli.drawings.timelines import draw_timeline
from whence.cli.options import Day, InOrder, as_of_option, example, name_wanted, story_argument
from whence.ledger.files import open_ledger
from whence.ledger.reports import iter_sightings
from whence.model.dates import read_period


@dataclass(frozen=True, slots=True)
class Asked:
    """The ledger that the views are asked of."""

    path: Path

    def book(self, as_of: str | None) -> Book:
        """Its story as of a day."""
        with open_ledger(self.path) as ledger:
            return open_book(ledger, as_of)

    def show(self, book: Book, title: str, body: RenderableType) -> None:
        """Print a view under its title, with what stands outside of it."""
        print_drawing(draw_frame(book, title, body))


@click.group(
    "show",
    cls=InOrder,
    subcommand_metavar="VIEW",
    invoke_without_command=True,
    epilog=example(
        "whence show harbour.whence timeline --as-of 2024-03-09",
        'whence show harbour.whence who "harbour master"',
        "whence show harbour.whence why O86fc",
    ),
)
@story_argument
@click.pass_context
def command(ctx: click.Context, story: Path) -> None:
    """One view of a story. Every row shows its id; “why ID” tells what it rests on, with citations to copy."""
    name_wanted(ctx)
    ctx.obj = Asked(story)


@command.command(epilog=example("whence show harbour.whence timeline", "whence show harbour.whence timeline --as-of 2024-03-09"))
@as_of_option
@click.pass_obj
def timeline(asked: Asked, as_of: str | None) -> None:
    """What happened when, how it is told, on how many origins."""
    book = asked.book(as_of)
    asked.show(book, "When", draw_timeline(book, list_timeline(book)))


@command.command(epilog=example("whence show harbour.whence sources"))
@as_of_option
@click.pass_obj
def sources(asked: Asked, as_of: str | None) -> None:
    """Who speaks, how far we are told who it is, how often."""
    book = asked.book(as_of)
    asked.show(book, "Who speaks", draw_sources(book, list_sources(book)))


@command.command(epilog=example("whence show harbour.whence claims --as-of 2024-03-09"))
@as_of_option
@click.pass_obj
def claims(asked: Asked, as_of: str | None) -> None:
    """What is asserted and denied, by whom."""
    book = asked.book(as_of)
    asked.show(book, "Who says what", draw_claims(book, list_claims(book)))


@command.command(epilog=example("whence show harbour.whence conflicts"))
@as_of_option
@click.pass_obj
def conflicts(asked: Asked, as_of: str | None) -> None:
    """Where accounts differ, side by side."""
    book = asked.book(as_of)
    asked.show(book, "Where accounts differ", draw_conflicts(book, list_conflicts(book)))


@command.command(epilog=example("whence show harbour.whence lineage"))
@as_of_option
@click.pass_obj
def lineage(asked: Asked, as_of: str | None) -> None:
    """Who took from whom."""
    with open_ledger(asked.path) as ledger:
        book, sightings = open_book(ledger, as_of), tuple(iter_sightings(ledger))
    asked.show(book, "Who took from whom", draw_lineage(book, list_lineage(book, sightings)))


@command.command(epilog=example("whence show harbour.whence forecasts --as-of 2024-03-09"))
@as_of_option
@click.pass_obj
def forecasts(asked: Asked, as_of: str | None) -> None:
    """What was foretold, and whether it came to pass."""
    book = asked.book(as_of)
    asked.show(book, "What was foretold", draw_forecasts(book, list_forecasts(book)))


@command.command(epilog=example("whence show harbour.whence reports"))
@as_of_option
@click.pass_obj
def reports(asked: Asked, as_of: str | None) -> None:
    """The reports, with their ids."""
    book = asked.book(as_of)
    asked.show(book, "Reports", draw_reports(book, list_lineage(book)))


@command.command(epilog=example('whence show harbour.whence who "harbour master" --as-of 2024-03-09'))
@click.argument("name", nargs=-1, required=True)
@as_of_option
@click.pass_obj
def who(asked: Asked, name: tuple[str, ...], as_of: str | None) -> None:
    """Who NAME is: offices, ties, words and deeds. NAME may be an office, or an id."""
    book = asked.book(as_of)
    asked.show(book, "Who is " + _say_key(book, " ".join(name)), draw_people(book, list_people(book, " ".join(name))))


@command.command(epilog=example("whence show harbour.whence why O86fc", "whence show harbour.whence why 9f2c1:a4"))
@click.argument("key", metavar="ID")
@as_of_option
@click.pass_obj
def why(asked: Asked, key: str, as_of: str | None) -> None:
    """What a record rests on: rule and words, to be copied."""
    book = asked.book(as_of)
    asked.show(book, f"Why {_say_key(book, key)}", draw_reasons(explain(book, key)))


@command.command(epilog=example("whence show harbour.whence new --since 2024-03-09"))
@click.option("--since", type=Day(), required=True, help="The first day that counts as new.")
@as_of_option
@click.pass_obj
def new(asked: Asked, since: str, as_of: str | None) -> None:
    """What became known on or after a day."""
    book, period = asked.book(as_of), read_period(since)
    if period is not None:
        asked.show(book, f"New since {say_when(since)}", draw_novelties(book, list_novelties(book, period.first)))


def _say_key(book: Book, key: str) -> str:
    """What was asked for; an id that has gone into another with that other."""
    now = book.whole(key)
    return key if now.startswith(key) else f"{key}, now {book.short(now)}"
