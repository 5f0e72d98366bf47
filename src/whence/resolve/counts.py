"""Which numbers belong to a happening, and what they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whence.lexicon.lemmas import guess_lemmas, load_light_verbs
from whence.model.clauses import find_noun_arguments, find_verb_arguments
from whence.model.eventmarks import QuantityMark, TriggerMark
from whence.model.parses import Tree
from whence.model.readings import Quantity

_COUNTED_PLACES = ("obj", "subj", "of", "with", "between", "by", "among", "including")
_UNITS = frozenset(
    "year month week day hour minute second decade century kilometre kilometer mile metre meter foot time degree knot percent".split()
)
_TOLLS = frozenset({"toll", "dead", "number", "count", "total", "casualties", "fatalities", "deaths"})


def resolve_counts(tree: Tree, mark: TriggerMark, quantities: Sequence[QuantityMark]) -> tuple[Quantity, ...]:
    """The numbers in the phrases that take part in a happening ("at least 14 people were killed, among them two children")."""
    heads = set(_counted(tree, mark))
    found = []
    for quantity in quantities:
        number = tree.at(quantity.number.start)
        if quantity.value is None or number >= len(tree.words):
            continue
        counted = _counted_noun(tree, number)
        if not guess_lemmas(tree.folded[counted]).isdisjoint(_UNITS):
            continue
        if tree.upos[counted] == "NUM" and tree.relation(counted) in ("appos", "dep"):  # an age: "the death of Lund, 43,"
            continue
        if counted in heads or number in heads or (tree.heads[counted] in heads and tree.relation(counted) in ("conj", "appos", "nmod")):
            found.append(Quantity(quantity.value, _wording(tree, counted, number, mark), quantity.span, quantity.bound))
    return tuple(found)


def _counted(tree: Tree, mark: TriggerMark) -> Iterator[int]:
    """The words whose number may tell how many the happening touched."""
    arguments = find_noun_arguments(tree, mark.token, load_light_verbs()) if mark.nominal else find_verb_arguments(tree, mark.token)
    yield mark.token
    for place in _COUNTED_PLACES:
        yield from arguments.get(place, ())
    word = tree.folded[mark.token]
    above = tree.heads[mark.token]
    if mark.type == "die" and word in _TOLLS:
        for head in (above, tree.heads[above] if above >= 0 else -1):
            if head >= 0 and tree.upos[head] == "VERB":
                yield from (t for place in ("to", "at", "by") for t in find_verb_arguments(tree, head).get(place, ()))


def _counted_noun(tree: Tree, number: int) -> int:
    """The noun that a number counts; the number itself where it stands alone ("killed 19")."""
    while tree.upos[number] == "NUM" and tree.heads[number] >= 0 and tree.upos[tree.heads[number]] == "NUM":
        number = tree.heads[number]
    head = tree.heads[number]
    return head if head >= 0 and tree.relation(number) in ("nummod", "det", "amod") else number


def _wording(tree: Tree, noun: int, number: int, mark: TriggerMark) -> str:
    described = [t for t in (*tree.under(noun, "amod", "compound"), noun) if t != number and t <= noun]
    words = " ".join(tree.words[t] for t in sorted(described)) or "people"
    return words if noun == mark.token or mark.nominal else f"{words} ({mark.lemma})"
