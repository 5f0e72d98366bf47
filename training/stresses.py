"""The same reports in other dress: each change keeps every character's place, so that the annotation still fits."""

from __future__ import annotations

import random
from collections.abc import Callable

Change = Callable[[str], str]
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_SINGLE = str.maketrans('“”"', "‘’'")
_ANGLED = str.maketrans("“”", "«»")
_UNMARKED = str.maketrans('“”"', "   ")
_CONFUSED = {"l": "1", "o": "0", "e": "c", "m": "n", "s": "5", "i": "l", "h": "b", "t": "f"}
_OCR_SHARE = 0.02


def as_scanned(text: str) -> str:
    """Two letters in a hundred misread, the way a scanner does; the same for the same text."""
    rng = random.Random(len(text))
    return "".join(_CONFUSED.get(c, c) if rng.random() < _OCR_SHARE else c for c in text)


def _fits(change: Change) -> Change:
    """The change where it keeps the length; a letter whose capital is two letters stays as it is."""
    return lambda text: "".join(new if len(new := change(c)) == 1 else c for c in text)


STRESSES: dict[str, Change] = {
    "as_it_is": lambda text: text,
    "straight_quotes": lambda text: text.translate(_STRAIGHT),
    "single_quotes": lambda text: text.translate(_SINGLE),
    "angled_quotes": lambda text: text.translate(_ANGLED),
    "no_quotes": lambda text: text.translate(_UNMARKED),
    "all_capitals": _fits(str.upper),
    "ocr_noise": as_scanned,
}
