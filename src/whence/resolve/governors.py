"""What stands over a happening in its sentence, from the nearest word outwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whence.lexicon.governors import Governor, load_governors
from whence.lexicon.lemmas import guess_lemmas, load_light_verbs
from whence.model.clauses import find_possessors
from whence.model.parses import Tree
from whence.model.subjects import is_passive, is_relative

_PARTS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "PROPN": "noun"}
# Relations over which a word still tells how the happening below it is meant.
_PASSING = frozenset({"xcomp", "ccomp", "obj", "obl", "nmod", "acl", "csubj", "conj", "advcl", "iobj", "dep", "parataxis"})
_FACTIVE_MARKS = frozenset({"after", "since", "because", "when", "while", "as", "despite", "following", "over", "before", "until", "amid"})

_DISSUADING = frozenset({"advise", "warn", "caution", "counsel", "urge", "recommend", "argue", "plead"})
_ABOUT = frozenset({"with", "of", "about"})
_BEING = frozenset({"be", "been", "is", "are", "was", "were"})  # "there has been no attack"
# Prepositions through which what a verb says of its complement still holds ("called for", "advised against", "agreed on").
_LEADING_ON = frozenset({"for", "to", "against", "from", "on", "about", "of", "into", "upon", "with", "without"})


@dataclass(frozen=True, slots=True)
class Step:
    """A word over the happening, the word below it on the way there, and what the list says of it, if anything."""

    word: int
    below: int
    governor: Governor | None


def iter_steps(tree: Tree, token: int) -> Iterator[Step]:
    """The words over a trigger that may tell how it is meant, nearest first; ends where the sentence tells it as a fact of its own."""
    below = token
    for word in tree.above(token):
        if not _passes(tree, below, word):
            return
        governor = load_governors().get((tree.folded[word], _PARTS.get(tree.upos[word], "")))
        if governor is not None and not _governs(tree, governor, below):
            governor = None
        yield Step(word, below, governor)
        below = word


def _governs(tree: Tree, governor: Governor, below: int) -> bool:
    """Whether what the list says of a word holds for what stands in this relation to it."""
    if governor.particle is not None and all(tree.folded[t] != governor.particle for t in tree.children[tree.heads[below]]):
        return False
    if tree.relation(below) == "acl" and not any(tree.folded[t] == "to" for t in tree.under(below, "mark")):
        return False  # "the deal signed on Monday" is no plan, "the deal to sign" is
    word = tree.heads[below]
    if tree.relation(below) == "obj" or (tree.relation(below) == "nsubj" and is_passive(tree, word)):
        return governor.over_objects
    if tree.relation(below) == "xcomp" and not governor.over_objects and tree.upos[below] != "VERB":
        return False  # "called the test a violation" asks for nothing
    cases = {tree.folded[t] for t in tree.under(below, "case")}
    return governor.modality != "asked" or not cases or not cases <= _ABOUT  # "pushing ahead with talks", "tells of a raid" ask for nothing


def is_advised_against(tree: Tree, token: int) -> bool:
    """Whether a happening is what somebody is told not to do: "advised the militia against attacks", "warned against leaving"."""
    below = token
    against = False
    for word in tree.above(token):
        against = against or any(tree.folded[t] == "against" for t in tree.under(below, "case", "mark"))
        if against and not guess_lemmas(tree.folded[word]).isdisjoint(_DISSUADING):
            return True
        if tree.upos[word] == "VERB" and tree.relation(word) not in ("acl", "advcl", "xcomp"):
            return False
        below = word
    return False


def _passes(tree: Tree, below: int, word: int) -> bool:
    """Whether what is said of ``word`` still reaches ``below``."""
    relation = tree.relation(below)
    if is_relative(tree, below) or below in find_possessors(tree, word) or relation not in _PASSING:
        return relation == "nsubj" and (is_passive(tree, word) or tree.folded[word] in load_light_verbs() or tree.folded[word] in _BEING)
    if any(tree.folded[t] in _FACTIVE_MARKS for t in tree.under(below, "mark", "case")):
        return False
    if relation == "obl" and not any(tree.folded[t] in _LEADING_ON for t in tree.under(below, "case", "mark")):
        return False
    if relation == "conj" and tree.folded[word].endswith("ing") != tree.folded[below].endswith("ing"):
        return False  # "denied using old parts and accused": not joined to what is denied, whatever the parser says
    if relation == "conj":
        return not tree.under(below, "nsubj", "mark") or tree.upos[below] != "VERB"
    if relation == "parataxis":
        return False
    return relation != "advcl" or bool(tree.under(below, "mark")) or tree.folded[below].endswith("ing")
