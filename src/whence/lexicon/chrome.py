"""Phrases that a site's own furniture is known by."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, cast

from whence.errors import LexiconInvalid
from whence.lexicon.tables import load_table

ChromeKind = Literal["link", "sign-up", "share", "list", "tail", "advert", "picture", "legal", "welcome"]
_KINDS = frozenset({"link", "sign-up", "share", "list", "tail", "advert", "picture", "legal", "welcome"})


class Chrome(NamedTuple):
    """The phrases by where in a line they stand: the whole of it, its start (by the first two characters), or anywhere."""

    whole: dict[str, ChromeKind]
    starts: dict[str, tuple[tuple[str, ChromeKind], ...]]
    holds: tuple[tuple[str, ChromeKind], ...]


@cache
def load_chrome() -> Chrome:
    """The phrases, in lower case, longest first.

    Raises LexiconInvalid for a place or kind that is none.
    """
    places: dict[str, dict[str, ChromeKind]] = {"whole": {}, "starts": {}, "holds": {}}
    for how, phrase, kind in load_table("chrome", ("how", "phrase", "kind")):
        if how not in places or kind not in _KINDS:
            raise LexiconInvalid(f"chrome.tsv: wanted a known place and kind, found {how!r} and {kind!r} beside {phrase!r}")
        places[how][phrase] = cast(ChromeKind, kind)
    starts, holds = (sorted(places[how].items(), key=lambda row: -len(row[0])) for how in ("starts", "holds"))
    openings = {phrase[:2] for phrase, _ in starts}
    by_opening = {opening: tuple(row for row in starts if row[0].startswith(opening)) for opening in openings}
    return Chrome(places["whole"], by_opening, tuple(holds))
