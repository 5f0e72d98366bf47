"""whence judge: a person's decisions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from whence.app.additions import read_again
from whence.app.books import Book
from whence.app.judgements.decisions import add_attribution, grade_record, judge_name, judge_pair, reject_record, set_report
from whence.app.judgements.disputes import iter_disputes
from whence.app.judgements.effects import TOLD, tell_effect
from whence.app.stories import open_book
from whence.cli import tell_error
from whence.cli.additions import now
from whence.cli.consoles import print_drawing
from whence.cli.drawings.judgements import draw_judgements
from whence.cli.options import InOrder, example, name_wanted, story_argument
from whence.ledger.files import Ledger, open_ledger
from whence.ledger.judgements import iter_judgements, keep_judgement, undo_judgement
from whence.model.judgements import Judgement
from whence.model.readings import Act, Mode

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Judge:
    """The ledger in which decisions are kept."""

    path: Path

    def keep(self, make: Callable[[Book], Judgement], note: str | None, by: str | None) -> None:
        """Make a judgement from the story as it is, keep it, and read anew what it sets."""
        with open_ledger(self.path) as ledger:
            book = open_book(ledger)
            judgement = keep_judgement(ledger, replace(make(book), note=note, by=by, at=now()))
            _read_set(ledger, judgement)
            effect = tell_effect(book, open_book(ledger), judgement) if judgement.verdict in TOLD else None
            disputes = tuple(iter_disputes(tuple(one for one in iter_judgements(ledger) if one.undone is None)))
        click.echo(f"{judgement.id} is kept; “whence judge {self.path} undo {judgement.id}” takes it back")
        if effect:
            click.echo(tell_error("no-effect", f"{judgement.id} {effect}"), err=True)
        for dispute in disputes:
            click.echo(tell_error("dispute", dispute), err=True)


def _read_set(ledger: Ledger, judgement: Judgement) -> None:
    """A report's date moves the dates in it, its outlet the chains: it has to be read anew."""
    if judgement.verdict == "set":
        for addition in read_again(ledger, judgement.about):
            if addition.unread:
                click.echo(tell_error(addition.unread.code, f"{addition.unread.path}: {addition.unread.message}"), err=True)


def _signed(function: F) -> F:
    """The options of every decision."""
    function = click.option("--note", default=None, help="Why, in your words.")(function)
    return click.option("--by", default=None, help="Who decides; nobody is named without it.")(function)


@click.group(
    "judge",
    cls=InOrder,
    subcommand_metavar="DECISION",
    invoke_without_command=True,
    epilog=example(
        'whence judge harbour.whence different E38ac Ebfce --note "father and son"',
        "whence judge harbour.whence set 9f2c1 published 2024-03-09",
        "whence judge harbour.whence list",
    ),
)
@story_argument
@click.pass_context
def command(ctx: click.Context, story: Path) -> None:
    """Record a decision. It outranks the program, is kept through every new reading, and can be taken back.

    ID is copied from the right of a row in any view: E38ac, O86fc, C8289 for what is in the story, 9f2c1:e1, 9f2c1:a4 for a
    record of a report. A wrong speaker is mended by reject and add.
    """
    name_wanted(ctx)
    ctx.obj = Judge(story)


@command.command(epilog=example('whence judge harbour.whence same E38ac E9bb0 --by "M. K."'))
@click.argument("left", metavar="ID")
@click.argument("right", metavar="ID")
@_signed
@click.pass_obj
def same(judge: Judge, left: str, right: str, note: str | None, by: str | None) -> None:
    """Two are one: entities, happenings or claims."""
    judge.keep(lambda book: judge_pair(book, "same", left, right), note, by)


@command.command(epilog=example('whence judge harbour.whence different E38ac Ebfce --note "father and son"'))
@click.argument("left", metavar="ID")
@click.argument("right", metavar="ID")
@_signed
@click.pass_obj
def different(judge: Judge, left: str, right: str, note: str | None, by: str | None) -> None:
    """Two are not one."""
    judge.keep(lambda book: judge_pair(book, "different", left, right), note, by)


@command.command(epilog=example("whence judge harbour.whence unsure O86fc O0b3a"))
@click.argument("left", metavar="ID")
@click.argument("right", metavar="ID")
@_signed
@click.pass_obj
def unsure(judge: Judge, left: str, right: str, note: str | None, by: str | None) -> None:
    """Nobody can tell whether two are one. They are not joined."""
    judge.keep(lambda book: judge_pair(book, "unsure", left, right), note, by)


@command.command(epilog=example('whence judge harbour.whence rename E38ac "Ines Quarrow"'))
@click.argument("key", metavar="ID")
@click.argument("name")
@_signed
@click.pass_obj
def rename(judge: Judge, key: str, name: str, note: str | None, by: str | None) -> None:
    """A person, body or place is called NAME."""
    judge.keep(lambda book: judge_name(book, key, name), note, by)


@command.command(epilog=example("whence judge harbour.whence reject 9f2c1:a4"))
@click.argument("key", metavar="ID")
@_signed
@click.pass_obj
def reject(judge: Judge, key: str, note: str | None, by: str | None) -> None:
    """A record of a report (9f2c1:a4) is wrong."""
    judge.keep(lambda book: reject_record(book, key), note, by)


@command.command(epilog=example('whence judge harbour.whence add 9f2c1 --source "the warden" --content "the gate had failed twice"'))
@click.argument("report", metavar="REPORT")
@click.option("--content", multiple=True, required=True, help="The words said, copied from the report; give it again for a second part.")
@click.option("--source", default=None, help="The words that name who says them; left out where nobody is named.")
@click.option("--cue", default=None, help="The word that attributes.")
@click.option("--act", type=click.Choice(get_args(Act)), default="say", show_default=True)
@click.option("--mode", type=click.Choice(get_args(Mode)), default="indirect", show_default=True)
@_signed
@click.pass_obj
def add(
    judge: Judge,
    report: str,
    content: tuple[str, ...],
    source: str | None,
    cue: str | None,
    act: str,
    mode: str,
    note: str | None,
    by: str | None,
) -> None:
    """An attribution was missed. Words that occur several times: "the words#2" is their second place."""
    judge.keep(lambda book: add_attribution(book, report, content, source, cue=cue, act=act, mode=mode), note, by)


@command.command("set", epilog=example("whence judge harbour.whence set 9f2c1 published 2024-03-09"))
@click.argument("report", metavar="REPORT")
@click.argument("field", metavar="outlet|published", type=click.Choice(["outlet", "published"]))
@click.argument("value")
@_signed
@click.pass_obj
def set_(judge: Judge, report: str, field: str, value: str, note: str | None, by: str | None) -> None:
    """A report's outlet or date of publication is this. The report is read anew with it."""
    judge.keep(lambda book: set_report(book, report, field, value), note, by)


@command.command(epilog=example('whence judge harbour.whence grade "The Fenland Bell" B'))
@click.argument("key", metavar="ID|OUTLET")
@click.argument("grades", metavar="A-F|1-6...", nargs=-1, required=True, type=click.Choice([*"ABCDEF", *"123456"], case_sensitive=False))
@_signed
@click.pass_obj
def grade(judge: Judge, key: str, grades: tuple[str, ...], note: str | None, by: str | None) -> None:
    """How reliable, how credible it is. A to F for a source or outlet, 1 to 6 for what is said, or both."""
    for value in grades:
        field = "credibility" if value.isdigit() else "reliability"
        judge.keep(partial(grade_record, key=key, field=field, value=value.upper()), note, by)


@command.command(epilog=example("whence judge harbour.whence undo J3"))
@click.argument("judgement", metavar="JUDGEMENT")
@click.pass_obj
def undo(judge: Judge, judgement: str) -> None:
    """Take a judgement back; it stays in the list."""
    with open_ledger(judge.path) as ledger:
        _read_set(ledger, undo_judgement(ledger, judgement, now()))
    click.echo(f"{judgement} is taken back")


@command.command("list", epilog=example("whence judge harbour.whence list"))
@click.pass_obj
def list_(judge: Judge) -> None:
    """All judgements, and those that cannot both hold."""
    with open_ledger(judge.path) as ledger:
        judgements, book = tuple(iter_judgements(ledger)), open_book(ledger)
    print_drawing(draw_judgements(judgements, book))
