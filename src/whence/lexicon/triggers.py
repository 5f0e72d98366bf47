"""The list of words that tell a happening, opened up into every form they take in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import cast, get_args

from whence.errors import LexiconInvalid
from whence.lexicon.inflections import VerbForm, inflect_noun, inflect_verb
from whence.lexicon.tables import load_table
from whence.model.readings import EventType

Places = tuple[tuple[str, ...], ...]

_COLUMNS = ("words", "pos", "when", "type", "mode", "frame", "grade")


@dataclass(frozen=True, slots=True)
class Condition:
    """What must stand (or, ``negated``, must not stand) in a place around the word."""

    place: str
    words: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """One row of the list for one word: ``type`` is None where the row says that the word tells no happening."""

    lemma: str
    pos: str
    conditions: tuple[Condition, ...]
    type: EventType | None
    mode: str | None
    frame: str
    sure: bool


@dataclass(frozen=True, slots=True)
class TriggerForm:
    """A form of a listed word: its words in lower case, what verb forms it may be, its rows in order."""

    words: tuple[str, ...]
    pos: str
    verb_forms: frozenset[VerbForm]
    rows: tuple[TriggerRow, ...]


@cache
def load_triggers() -> dict[str, tuple[TriggerForm, ...]]:
    """The forms of all listed words by their first word, the longest first, nouns before verbs.

    Raises LexiconInvalid for a type, frame or class of words that does not exist.
    """
    rows: dict[tuple[str, str], list[TriggerRow]] = {}
    for words, pos, when, kind, mode, frame, grade in load_table("triggers", _COLUMNS):
        _check(words, kind, frame)
        for lemma in words.split(", "):
            told = cast(EventType, kind) if kind != "none" else None
            row = TriggerRow(lemma, pos, _conditions(when), told, _given(mode), frame, grade == "sure")
            rows.setdefault((lemma, pos), []).append(row)
    by_first: dict[str, list[TriggerForm]] = {}
    for (lemma, pos), listed in rows.items():
        for form in _forms(lemma, pos, _exceptions_first(listed)):
            by_first.setdefault(form.words[0], []).append(form)
    return {first: tuple(sorted(forms, key=lambda form: (-len(form.words), form.pos == "verb"))) for first, forms in by_first.items()}


@cache
def load_frames() -> dict[str, tuple[Places, Places]]:
    """Frames by name: the places of actors and those of recipients, in groups of which the first that is there counts."""
    table = load_table("frames", ("frame", "actors", "recipients"))
    return {frame: (_places(actors), _places(recipients)) for frame, actors, recipients in table}


@cache
def load_word_classes() -> dict[str, frozenset[str]]:
    """Classes of words by name."""
    return {name: frozenset(words.split()) for name, words in load_table("wordclasses", ("class", "words"))}


@cache
def load_modes() -> dict[str, dict[str, str]]:
    """PLOVER modes by event type and by the word that tells them ("drone" beside an assault)."""
    modes: dict[str, dict[str, str]] = {}
    for kind, mode, words in load_table("modes", ("type", "mode", "words")):
        modes.setdefault(kind, {}).update(dict.fromkeys(words.split(), mode))
    return modes


def _exceptions_first(rows: list[TriggerRow]) -> tuple[TriggerRow, ...]:
    """The rows of a word with the one that asks for nothing last, wherever the list has it: it holds where no other does."""
    plain = [row for row in rows if not row.conditions]
    if len(plain) > 1:
        raise LexiconInvalid(f"triggers.tsv: {rows[0].lemma} ({rows[0].pos}) has {len(plain)} rows without conditions, wanted at most one")
    return tuple(row for row in rows if row.conditions) + tuple(plain)


def _check(words: str, kind: str, frame: str) -> None:
    if kind != "none" and kind not in get_args(EventType):
        raise LexiconInvalid(f"triggers.tsv: {words}: there is no event type {kind}")
    if frame not in load_frames():
        raise LexiconInvalid(f"triggers.tsv: {words}: frames.tsv has no frame {frame}")


def _given(cell: str) -> str | None:
    return None if cell == "-" else cell


def _places(cell: str) -> Places:
    return () if cell == "-" else tuple(tuple(group.split("|")) for group in cell.split())


def _conditions(cell: str) -> tuple[Condition, ...]:
    made = []
    for part in cell.split() if cell != "-" else ():
        place, _, alternatives = part.partition("=")
        words: set[str] = set()
        for word in alternatives.split("|"):
            if word.startswith("@") and word[1:] not in load_word_classes():
                raise LexiconInvalid(f"triggers.tsv: wordclasses.tsv has no class {word[1:]}")
            words |= load_word_classes()[word[1:]] if word.startswith("@") else {word}
        made.append(Condition(place.rstrip("!"), frozenset(words), place.endswith("!")))
    return tuple(made)


def _forms(lemma: str, pos: str, rows: tuple[TriggerRow, ...]) -> Iterator[TriggerForm]:
    """Every form of a word, and once more as the tokens that a hyphen parts it into ("cave - in")."""
    for form in _bent(lemma, pos, rows):
        yield form
        if any("-" in word for word in form.words):
            yield replace(form, words=tuple(part for word in form.words for part in re.split("(-)", word)))


def _bent(lemma: str, pos: str, rows: tuple[TriggerRow, ...]) -> Iterator[TriggerForm]:
    """Every form of a word; of a phrase the first word of a verb, the last of a noun is bent."""
    first, *rest = lemma.split()
    if pos == "verb":
        for form, kinds in inflect_verb(first).items():
            yield TriggerForm((form, *rest), pos, kinds, rows)
        return
    yield TriggerForm((first, *rest), pos, frozenset(), rows)
    if pos == "noun":
        *before, last = lemma.split()
        yield TriggerForm((*before, inflect_noun(last)), pos, frozenset(), rows)
