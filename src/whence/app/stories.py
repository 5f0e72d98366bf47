"""The story of a ledger, as of a day: concluded once, kept until what it was concluded from changes."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from whence.app.books import Book, make_book
from whence.app.judgements.disputes import iter_disputes
from whence.app.judgements.revisions import PAIRS, apply_judgements, bind_judgements, rename_entities
from whence.errors import LedgerError
from whence.ledger.conclusions import digest_inputs, keep_conclusion, load_conclusion
from whence.ledger.files import Ledger
from whence.ledger.judgements import iter_judgements
from whence.ledger.reports import iter_kept, iter_readings, iter_sightings
from whence.pipeline import tell_story


def open_book(ledger: Ledger, as_of: str | None = None) -> Book:
    """The story of all reports, or of those known by a day (an ISO date), with what it rests on."""
    with ledger.snapshot():
        inputs = digest_inputs(ledger, digest_program())
        kept, readings, sightings = tuple(iter_kept(ledger)), tuple(iter_readings(ledger)), tuple(iter_sightings(ledger))
        judgements = tuple(judgement for judgement in iter_judgements(ledger) if judgement.undone is None)
        story = load_conclusion(ledger, as_of, inputs)
    bound, lost = bind_judgements({reading.report.id: reading for reading in readings}, judgements)
    readings = apply_judgements(readings, bound)
    if story is None:
        pairs = tuple(judgement for judgement in bound if judgement.verdict in PAIRS)
        story = rename_entities(tell_story(readings, sightings=sightings, judgements=pairs, as_of=as_of), bound)
        # Keeping it only saves time: a ledger that may not be written to is read all the same.
        with suppress(LedgerError):
            keep_conclusion(ledger, as_of, inputs, story)
    unread = tuple(one for one in kept if one.unread)
    return make_book(story, readings, unread=unread, judgements=bound, notes=(*iter_disputes(bound), *lost))


@cache
def digest_program() -> str:
    """A digest of the program and its word lists: what another program concluded is concluded anew."""
    digest = hashlib.sha256()
    for part in sorted(_sources(files("whence")), key=str):
        digest.update(part.read_bytes())
    return digest.hexdigest()


def _sources(folder: Traversable) -> list[Traversable]:
    found = []
    for part in folder.iterdir():
        if part.is_dir():
            found += _sources(part)
        elif part.name.endswith((".py", ".tsv")):
            found.append(part)
    return found
