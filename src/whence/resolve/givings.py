"""Words that are handed over: "gave the council an ultimatum to leave", "issued the crews a warning that …"."""

from __future__ import annotations

from collections.abc import Iterator

from whence.lexicon.cues import resolve_cue
from whence.model.pages import Sentence
from whence.model.parses import Tree
from whence.model.spans import Span
from whence.resolve.drafts import Draft
from whence.resolve.phrases import phrase_of, span_of, subject_over

_GIVING = frozenset("give gives gave giving given issue issues issued send sends sent hand hands handed deliver delivers delivered".split())
_OPENING = frozenset("for to that".split())
_ACTS = frozenset("accuse ask demand promise warn threaten".split())
_CERTAIN = 0.7
_LEAST_WORDS = 2


def find_givings(sentence: Sentence, tree: Tree) -> Iterator[Draft]:
    """A draft for each noun of saying that somebody gives somebody, where it says what for: the giver is the source."""
    for noun in range(sentence.first + 2, sentence.last - 2):
        told = _told(noun, tree) if giver_of(tree.spans[noun], tree) is not None else None
        cue = resolve_cue([tree.words[noun]])
        if told is not None and cue is not None and cue.part == "noun" and cue.act in _ACTS:
            yield Draft((span_of(tree, told),), giver_of(tree.spans[noun], tree), tree.spans[noun], _CERTAIN)


def giver_of(cue: Span, tree: Tree) -> Span | None:
    """The phrase of whoever gives somebody the noun that a cue is; None where nobody is given it."""
    noun = next((word for word in reversed(tree.inside(cue)) if tree.upos[word] == "NOUN"), None)
    verb = tree.heads[noun] if noun is not None and tree.is_in(noun, "obj") else -1
    if noun is None or verb < 0 or tree.folded[verb] not in _GIVING or tree.child(verb, "iobj") is None:
        return None
    subject = subject_over(tree, verb)
    return span_of(tree, phrase_of(tree, subject)) if subject is not None and subject < verb else None


def _told(noun: int, tree: Tree) -> range | None:
    """What follows "for", "to" or "that" under a noun or under its verb just after it."""
    if noun + 1 >= len(tree.words) or tree.folded[noun + 1] not in _OPENING:
        return None
    top = next(
        (word for word in (*tree.children[noun], *tree.children[tree.heads[noun]]) if word > noun and noun + 1 in tree.below(word)), None
    )
    if top is None:
        return None
    first = noun + 1 if tree.folded[noun + 1] == "to" else noun + 2
    words = range(first, max(tree.below(top)) + 1)
    return words if len(words) >= _LEAST_WORDS else None
