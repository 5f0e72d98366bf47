"""The turns of a transcript: paragraphs that open with a name and a colon."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from whence.model.pages import Page
from whence.tagger.passages import whole_page
from whence.tagger.windows import Range

_LONGEST_NAME = 6
_FEWEST_TURNS = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks, the colon, and all the rest of the paragraph, in words of the page."""

    source: Range
    cue: Range
    content: Range


def find_turns(page: Page) -> list[Turn]:
    """The turns of a page that reads as a transcript, in the order of the text; none where it does not.

    A transcript has three turns or more and several speakers, one of whom comes back, and between its first and its last
    turn other paragraphs are fewer: a lone label with a colon is nobody's speech.
    """
    words = [token.of(page.text) for token in page.tokens]
    read = [_turn(words, stretch) for stretch in whole_page(page).stretches]
    places = [place for place, turn in enumerate(read) if turn]
    turns = [turn for turn in read if turn]
    if len(turns) < _FEWEST_TURNS or 2 * len(turns) <= places[-1] - places[0] + 1:
        return []
    speakers = Counter(" ".join(words[slice(*turn.source)]) for turn in turns)
    return turns if 1 < len(speakers) < len(turns) else []


def _turn(words: list[str], stretch: Range) -> Turn | None:
    """A paragraph as a turn, if it opens with words that may be a name, a colon after them and something after that."""
    first, last = stretch
    colon = next((at for at in range(first, min(first + _LONGEST_NAME, last)) if words[at] == ":"), None)
    if colon is None or colon == first or last - colon < 2 or not any(len(word) > 1 for word in words[first:colon]):
        return None
    if not all(word[0].isupper() or word in (".", ",") for word in words[first:colon]):
        return None
    return Turn((first, colon), (colon, colon + 1), (colon + 1, last))
