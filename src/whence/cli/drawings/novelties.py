"""What is new."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType

from whence.app.books import Book, Voice
from whence.app.views.novelties import Novelties
from whence.app.views.timelines import one_each
from whence.cli.consoles import ink
from whence.cli.drawings.frames import draw_heading
from whence.cli.drawings.headlines import draw_headline
from whence.cli.drawings.signs import list_voices, make_rows, nothing, say_otherwise, say_when
from whence.dossier.wordings import clip
from whence.model.stories import Claim, Conflict, Occurrence


def draw_novelties(book: Book, new: Novelties) -> RenderableType:
    """New reports, then what they told that nobody had told before."""
    told = [(book.short(one.id), _occurrence(book, one)) for one in new.occurrences]
    sections = (
        (
            "Reports",
            [
                (book.short(one.id), f"{say_when(one.published)}: {one.outlet or 'outlet unknown'}, {one.title or one.path}")
                for one in new.reports
            ],
        ),
        ("Told for the first time", told),
        ("Claimed for the first time", [(book.short(claim.id), _claim(book, claim)) for claim in new.claims]),
        ("Denied for the first time", [(book.short(claim.id), _claim(book, claim)) for claim in new.denied]),
        ("Accounts that now differ", [(book.short(one.id), _conflict(one)) for one in new.conflicts]),
    )
    parts = [part for heading, rows in sections if rows for part in _section(heading, rows)]
    return Group(*parts) if parts else nothing("Nothing became known since then.")


def _occurrence(book: Book, occurrence: Occurrence) -> str:
    """What happened and when, and how it is told where it is not told as having happened."""
    return f"{say_when(occurrence.date)}: {draw_headline(book, occurrence)}{say_otherwise(book.told(occurrence))}"


def _claim(book: Book, claim: Claim) -> str:
    """What is claimed, who says so and who denies it."""
    sides = (("say so", "says so", claim.attributions), ("deny it", "denies it", claim.denied_by))
    told = (f"{list_voices(held, 3)} {many if len(held) > 1 else one}" for many, one, keys in sides if (held := _voices(book, keys)))
    return " · ".join((claim.says, *told))


def _voices(book: Book, keys: tuple[str, ...]) -> tuple[Voice, ...]:
    return one_each(book.voice(key) for key in keys)


def _conflict(conflict: Conflict) -> str:
    return f"{conflict.field}: {conflict.about} · {' / '.join(clip(side.value, 40) for side in conflict.values)}"


def _section(heading: str, rows: list[tuple[str, str]]) -> Iterator[RenderableType]:
    yield draw_heading(heading)
    table = make_rows("wide", "right")
    for key, words in rows:
        table.add_row(ink(words), ink((key, "quiet")))
    yield table
