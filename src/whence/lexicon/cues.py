"""Cue words: what brings in somebody's words or thoughts, and the act it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple, get_args

from whence.errors import LexiconInvalid
from whence.lexicon.inflections import inflect_noun, inflect_verb
from whence.lexicon.tables import load_table
from whence.model.readings import Act

CuePart = Literal["verb", "noun", "adjective", "phrase"]
_NEGATIONS = frozenset("not n't n’t never no neither nor without hardly".split())
_BETWEEN = frozenset("yet so far also ever even at once".split())
_GOING_ON = frozenset({"go", "continue"})
_AUXILIARIES = {
    **dict.fromkeys("is are was were been being am 's ’s be".split(), "be"),
    **dict.fromkeys("has had having have ’ve 've".split(), "have"),
    **dict.fromkeys("can ca could".split(), "can"),
}


class Cue(NamedTuple):
    """A cue's lemmas, its part of speech, the act it names; ``neutral`` where the content decides the act."""

    lemmas: tuple[str, ...]
    part: CuePart
    act: Act
    neutral: bool


@cache
def load_cues() -> dict[tuple[str, ...], Cue]:
    """All cues by their lemmas; of one lemma with two parts of speech the verb.

    Raises LexiconInvalid where a row names an act or a part that whence does not know.
    """
    cues: dict[tuple[str, ...], Cue] = {}
    for lemma, part, act, decides in load_table("cues", ("lemma", "part", "act", "decides")):
        if act not in get_args(Act) or part not in get_args(CuePart) or decides not in ("cue", "content"):
            raise LexiconInvalid(f"cues.tsv: {lemma}: wanted a known part, act and decider, found {part}, {act}, {decides}")
        lemmas = tuple(lemma.split())
        cues.setdefault(lemmas, Cue(lemmas, part, act, decides == "content"))  # type: ignore[arg-type]
    return cues


def resolve_cue(words: Sequence[str]) -> Cue | None:
    """The cue that these words hold: the longest phrase first, then the last single word; None where no list has it.

    A verb after ``to`` gives way to the one that governs it ("declined to say" declines), unless that only goes on ("went on to accuse").
    """
    return _resolved(tuple(cue_lemma(word) for word in words))


@lru_cache(maxsize=20_000)  # the same few verbs are asked about at every turn
def _resolved(lemmas: tuple[str, ...]) -> Cue | None:
    lemmas = _plain(lemmas)
    if "to" in lemmas and lemmas[0] in _GOING_ON:
        lemmas = lemmas[lemmas.index("to") + 1 :] or lemmas
    cues = load_cues()
    for length in range(min(len(lemmas), _longest()), 0, -1):
        found = [(start, cue) for start in range(len(lemmas) - length, -1, -1) if (cue := cues.get(lemmas[start : start + length]))]
        governing = (cue for start, cue in found if not (start and lemmas[start - 1] == "to"))
        if found:
            return next(governing, found[0][1])
    return None


def _plain(lemmas: tuple[str, ...]) -> tuple[str, ...]:
    """Lemmas without the adverbs between a negation and its verb ("did not *immediately* respond"); "has yet to" negates too."""
    if lemmas[:3] == ("have", "yet", "to"):
        lemmas = ("not", *lemmas[3:])
    after = lemmas.index("not") + 1 if "not" in lemmas else len(lemmas)
    return (*lemmas[:after], *(lemma for lemma in lemmas[after:] if not _is_adverb(lemma)))


def _is_adverb(lemma: str) -> bool:
    return lemma in _BETWEEN or (lemma.endswith("ly") and (lemma,) not in load_cues())


def is_negated(words: Sequence[str]) -> bool:
    """Whether one of the words denies the others."""
    return any(word.casefold() in _NEGATIONS for word in words)


@lru_cache(maxsize=20_000)
def cue_lemma(word: str) -> str:
    """The lemma of a word that may stand in a cue; any negation is ``not``, a form no list knows is itself."""
    folded = word.casefold()
    if folded in _NEGATIONS:
        return folded if folded in ("neither", "nor") else "not"
    return _AUXILIARIES.get(folded) or _lemmas().get(folded, folded)


@cache
def _longest() -> int:
    return max(len(lemmas) for lemmas in load_cues())


@cache
def _lemmas() -> dict[str, str]:
    """Every inflected form of the words in the list, verbs before nouns."""
    forms: dict[str, str] = {}
    for part in ("verb", "noun", "phrase"):
        for cue in load_cues().values():
            if cue.part == part:
                forms |= {form: lemma for form, lemma in _forms(cue) if form not in forms}
    return forms


def _forms(cue: Cue) -> Iterator[tuple[str, str]]:
    if cue.part == "noun":
        yield inflect_noun(cue.lemmas[0]), cue.lemmas[0]
        return
    for lemma in cue.lemmas:
        if cue.part == "verb" or lemma == cue.lemmas[0]:
            yield from ((form, lemma) for form in inflect_verb(lemma))
