"""Words over a happening that tell how it is meant: as asked, planned, foretold, imagined or denied."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from whence.errors import LexiconInvalid
from whence.lexicon.inflections import inflect_noun, inflect_verb
from whence.lexicon.tables import load_table
from whence.model.readings import Modality


@dataclass(frozen=True, slots=True)
class Governor:
    """What a word does to the happening under it.

    ``ceases`` tells that it puts an end to it ("stop the attacks"); ``over_objects`` is False for verbs whose object is a person or a
    thing that exists already ("told the inquiry", "called the arrest late"). ``particle`` must stand with the verb ("rule out").
    """

    modality: Modality | None
    negative: bool
    ceases: bool
    over_objects: bool
    particle: str | None


@cache
def load_governors() -> dict[tuple[str, str], Governor]:
    """Governors by form and part of speech (verb, noun, adj).

    Raises LexiconInvalid for a modality that does not exist.
    """
    found: dict[tuple[str, str], Governor] = {}
    for words, pos, modality, polarity in load_table("governors", ("words", "pos", "modality", "polarity")):
        if modality != "-" and modality not in get_args(Modality):
            raise LexiconInvalid(f"governors.tsv: {words}: there is no modality {modality}")
        part, _, without = pos.partition("!")
        meant = cast(Modality, modality) if modality != "-" else None
        for phrase in words.split(", "):
            word, _, particle = phrase.partition(" ")
            governor = Governor(meant, polarity == "negative", polarity == "cessation", without != "obj", particle or None)
            for form in _forms(word, part):
                found.setdefault((form, part), governor)
    return found


def _forms(word: str, pos: str) -> list[str]:
    if pos == "verb":
        return list(inflect_verb(word))
    return [word, inflect_noun(word)] if pos == "noun" else [word]
