"""What is asserted or denied, by whom."""

from __future__ import annotations

from dataclasses import dataclass

from whence.app.books import Book, Voice
from whence.app.views.grades import grade_of
from whence.app.views.timelines import one_each
from whence.model.stories import Claim, Origins


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with those who assert it and those who deny it; ``origins`` where they were weighed."""

    claim: Claim
    asserted: tuple[Voice, ...]
    denied: tuple[Voice, ...]
    reports: tuple[str, ...]
    origins: Origins | None
    grade: str | None


def list_claims(book: Book) -> tuple[ClaimRow, ...]:
    """The claims, those that somebody denies first, then by the number of those who speak."""
    origins = {weighed.claim: weighed for weighed in book.story.origins if weighed.claim}
    rows = [_row(book, claim, origins.get(claim.id)) for claim in book.story.claims]
    return tuple(sorted(rows, key=lambda row: (not row.denied, -len(row.asserted) - len(row.denied), row.claim.id)))


def _row(book: Book, claim: Claim, origins: Origins | None) -> ClaimRow:
    return ClaimRow(
        claim=claim,
        asserted=one_each(book.voice(key) for key in claim.attributions),
        denied=one_each(book.voice(key) for key in claim.denied_by),
        reports=tuple(dict.fromkeys(key.partition(":")[0] for key in (*claim.attributions, *claim.denied_by))),
        origins=origins,
        grade=grade_of(book, *claim.attributions),
    )
