"""Grades: those that a person gave, and the one that the program may suggest (the Admiralty scheme).

Reliability (A to F) and credibility (1 to 6) are a person's to set; until then both are not judged, F 6. The program suggests
“1, confirmed” only where two origins agree that rest neither on unnamed sources, who could be one, nor on one and the same.
"""

from __future__ import annotations

from itertools import combinations

from whence.app.books import Book
from whence.model.stories import Origin, Origins

NOT_JUDGED = "F 6"


def grade_of(book: Book, *keys: str) -> str | None:
    """The grade that a person gave what has one of these keys, reliability before credibility; the latest holds."""
    grades = (judgement for judgement in book.judgements if judgement.verdict == "grade" and judgement.about[0] in keys)
    given = {judgement.field: judgement.value for judgement in grades}
    return " ".join(value for field in ("reliability", "credibility") if (value := given.get(field))) or None


def suggest_confirmed(book: Book, origins: Origins) -> tuple[str, str] | None:
    """Two origins that confirm one another, by name; None where no two do, somebody denies it, or accounts of it differ.

    The story's own suggestion comes first: where it makes none, since the tellings differ or nobody tells it as done, there is none.
    """
    if origins.suggested is None or origins.independent is None or origins.independent.least < 2 or _is_disputed(book, origins):
        return None
    standing = [(origin, _sources(book, origin)) for origin in origins.origins if _stands(origin)]
    pairs = ((one.by, other.by) for (one, left), (other, right) in combinations(standing, 2) if not left & right)
    return next(pairs, None)


def _stands(origin: Origin) -> bool:
    """Whether an origin tells it in its own voice, or names somebody."""
    return not origin.rests_on or "named" in origin.rests_on


def _sources(book: Book, origin: Origin) -> set[str]:
    """Those on whom an origin rests in the end, under the keys of the story."""
    return {book.person(chain[-1]).key for chain in origin.chains if chain}


def _is_disputed(book: Book, origins: Origins) -> bool:
    denied = any(claim.denied_by for claim in book.story.claims if claim.id == origins.claim or claim.occurrence == origins.occurrence)
    told = (event for one in book.story.occurrences if one.id == origins.occurrence for event in one.events)
    differ = any(one.kind == "contradiction" and one.occurrence == origins.occurrence for one in book.story.conflicts if one.occurrence)
    return denied or differ or any(book.how(event) == "negated" for event in told)
