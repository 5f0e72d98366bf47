"""Signs: who speaks, how a thing is told, how many origins stand behind it. Filled means we are told who, hollow that we are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from whence.app.books import Book, How, Voice
from whence.cli.consoles import ink
from whence.dossier.days import read_days, say_period
from whence.dossier.wordings import clip, is_pronoun, say_unnamed, tally, within
from whence.model.readings import Anonymity
from whence.model.stories import Origins

VOICES: dict[Anonymity | None, tuple[str, str]] = {
    "named": ("●", "named person"),
    "organization": ("■", "institution"),
    "outlet": ("▤", "outlet"),
    "unnamed_individual": ("○", "unnamed person"),
    "unnamed_group": ("◎", "unnamed people"),
    None: ("?", "not told who"),
}

# How a happening is told: a bar, the word, a colour where it has one.
TOLD: dict[How, tuple[str, str, str]] = {
    "told": ("███", "told", ""),
    "claimed": ("▒▒▒", "claimed", "word"),
    "asked": ("▭▭▭", "asked for", ""),
    "foretold": ("╌╌╌", "foretold", ""),
    "supposed": ("···", "supposed", ""),
    "negated": ("─╳─", "denied", "anti"),
}

_WIDEST_WORD = max(len(word) for _, word, _ in TOLD.values())

UNNAMED = ("unnamed_individual", "unnamed_group")
MOST_STROKES = 5
# In fewer characters a value and those who give it do not fit beside one another.
ROOMY = 76
UNKNOWN = "somebody, not told who"
# A longer description of one who speaks is cut in a row of several.
MOST_NAME = 48


def sign_of(voice: Voice) -> str:
    """The sign of one who speaks."""
    return VOICES[None if voice.name and is_pronoun(voice.name) else voice.anonymity][0]


def say_voice(voice: Voice, most: int | None = None) -> str:
    """The name of one who speaks, cut at ``most`` characters, and that nobody is named where nobody is."""
    if voice.name is None:
        return UNKNOWN if voice.anonymity != "outlet" else "outlet unknown"
    if voice.anonymity not in UNNAMED:
        return voice.name
    name = within(voice.name)
    return say_unnamed(clip(name, most) if most else name, by_office=voice.kind == "person")


def outlet_voice(book: Book, report: str) -> Voice:
    """The outlet of a report as one who speaks; where it is not known, the report stands for it."""
    held = book.reading(report).report
    return Voice(f"outlet:{held.outlet or held.id}", held.outlet or f"outlet unknown {book.short(held.id)}", None, "outlet")


def list_voices(voices: Iterable[Voice], most: int = 6) -> Text:
    """Voices in a row with their signs, the ones beyond ``most`` counted, and so are outlets that are not known."""
    held = tuple(voices)
    known = [voice for voice in held if voice.name or voice.anonymity != "outlet"]
    pieces = [f"{sign_of(voice)} {say_voice(voice, MOST_NAME)}" for voice in known[:most]]
    if len(held) > len(known):
        pieces.append(f"{VOICES['outlet'][0]} {tally(len(held) - len(known), 'unknown outlet')}")
    return ink("; ".join(pieces) + (f" and {len(known) - most} more" if len(known) > most else ""))


def say_when(value: str | None) -> str:
    """An ISO date or interval in words; “undated” for none."""
    return say_period(read_days(value)) if value else "undated"


def draw_origins(origins: Origins | None) -> Text:
    """A tall stroke for each independent origin, a short one for each report that adds nothing, and the same in words."""
    if origins is None:
        return ink(("origins not weighed", "quiet"))
    relays = len(origins.adds_nothing)
    short = "╷" * min(relays, MOST_STROKES)
    told = f", {tally(relays, 'relay')}" if relays else ""
    count = origins.independent
    if count is None:
        return ink("╎" * min(len(origins.origins), MOST_STROKES) + short + " ", ("independence not established" + told, ""))
    number = tally(count.most, "origin") if count.least == count.most else f"{count.least} to {count.most} origins"
    style = "lone" if count.most == 1 else ""
    return ink(
        ("┃" * min(count.least, MOST_STROKES), style), "╎" * min(count.most - count.least, MOST_STROKES), short + " ", (number, style), told
    )


def draw_told(how: How) -> Text:
    """The bar and the word for how a happening is told."""
    bar, word, style = TOLD[how]
    return ink((f"{bar} {word:<{_WIDEST_WORD}}", style))


def say_otherwise(how: How) -> str:
    """How a happening is told, where it is not told as having happened."""
    return "" if how == "told" else f" · {TOLD[how][1]}"


def list_reports(book: Book, reports: Iterable[str], most: int = 6) -> str:
    """Reports by outlet and handle, the ones beyond ``most`` counted."""
    held = tuple(reports)
    named = (f"{book.reading(report).report.outlet or 'outlet unknown'} {book.short(report)}" for report in held[:most])
    return ", ".join(named) + (f" and {len(held) - most} more" if len(held) > most else "")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels with what belongs to each: side by side, one below the other where there is no room."""

    rows: tuple[tuple[Text, Text], ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw them in the width that there is."""
        if options.max_width >= ROOMY:
            table = make_rows("", "wide", space=2)
            for row in self.rows:
                table.add_row(*row)
            yield table
            return
        for label, body in self.rows:
            yield label
            yield Padding(body, (0, 0, 0, 2))


def make_rows(*columns: str, space: int = 1) -> Table:
    """A table without lines: ``wide`` columns take what is left, ``right`` ones are set right, the others keep their width."""
    table = Table.grid(padding=(0, space), expand=True)
    for column in columns:
        if column == "wide":
            table.add_column(ratio=1, overflow="fold")
        else:
            table.add_column(justify="right" if column == "right" else "left", no_wrap=True)
    return table


def draw_blocks(blocks: Iterable[tuple[RenderableType, RenderableType]]) -> Group:
    """Heads with their bodies set in below them, a line of room between one and the next."""
    parts: list[RenderableType] = []
    for head, body in blocks:
        parts += [*([""] if parts else []), head, Padding(body, (0, 0, 0, 2))]
    return Group(*parts)


def nothing(words: str) -> Text:
    """What stands where a view is empty."""
    return ink((words, "quiet"))
