"""What a judgement changed, where a person might think that it changed more."""

from __future__ import annotations

from whence.app.books import Book
from whence.model.judgements import Judgement

# Decisions whose effect depends on what the story was before, and is worth a look at what it is after.
TOLD = ("same", "different", "unsure", "rename", "set")
_MENTIONS = "a name that stands under the wrong record inside one report cannot be moved: reject that record, or what rests on it"


def tell_effect(before: Book, after: Book, judgement: Judgement) -> str | None:
    """A line where a judgement changes nothing, or not what it says; None where it does. ``after`` is the book with it."""
    match judgement.verdict:
        case "different" | "unsure":
            if len(_homes(after, judgement)) < len(judgement.about):
                return "has no effect: they are still one, by other judgements"
            if len(_homes(before, judgement)) == len(judgement.about):
                return f"has no effect on the story as it is: they stood apart already, and will. Mind that {_MENTIONS}"
        case "same" if len(_homes(after, judgement)) > 1:
            return "has no effect on all of them: something else keeps them apart, such as a judgement or their kinds"
        case "rename" if _names(before, judgement) == _names(after, judgement):
            return f"has no effect: it was called {judgement.value!r} already"
        case "set" if _masthead(before, judgement) == judgement.value:
            return f"has no effect but that it is now yours: {judgement.field} was {judgement.value!r} already"
    return None


def _homes(book: Book, judgement: Judgement) -> set[str]:
    """The records of the story to which the records of a judgement belong."""
    home = {
        **{member: entity.id for member, entity in book.joined.items()},
        **{event: occurrence.id for occurrence in book.story.occurrences for event in occurrence.events},
        **{one: claim.id for claim in book.story.claims for one in (*claim.attributions, *claim.denied_by)},
    }
    return {home.get(key, key) for key in judgement.about}


def _names(book: Book, judgement: Judgement) -> set[str]:
    return {book.joined[key].name for key in judgement.about if key in book.joined}


def _masthead(book: Book, judgement: Judgement) -> str | None:
    report = book.reading(judgement.about[0]).report
    return report.outlet if judgement.field == "outlet" else report.published
