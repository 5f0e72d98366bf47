"""Numbers that somebody gives: "the union put the number of dead at 12", "the ministry counts nine dead"."""

from __future__ import annotations

from collections.abc import Iterator

from whence.lexicon.cues import cue_lemma
from whence.model.pages import Sentence
from whence.model.parses import Tree
from whence.resolve.drafts import Draft
from whence.resolve.phrases import phrase_of, span_of, subject_over

_PUT = frozenset("put puts putting".split())
_CERTAIN = 0.75


def find_tallies(sentence: Sentence, tree: Tree) -> Iterator[Draft]:
    """A draft for each verb of counting, or of putting something at a number, whose object or goal holds a number."""
    for verb in range(sentence.first + 1, sentence.last - 1):
        subject = subject_over(tree, verb) if tree.upos[verb] == "VERB" else None
        if subject is None or subject > verb or tree.upos[subject] == "NUM":
            continue
        words = _put_at(verb, tree) if tree.folded[verb] in _PUT else _counted(verb, tree)
        if words is not None:
            yield Draft((span_of(tree, words),), span_of(tree, phrase_of(tree, subject)), tree.spans[verb], _CERTAIN)


def _put_at(verb: int, tree: Tree) -> range | None:
    """The words of "the number of dead at 17" after "put"."""
    thing = tree.child_after(verb, "obj")
    at = next((word for word in tree.below(verb) if word > verb and tree.folded[word] == "at" and tree.is_in(word, "case")), None)
    if thing is None or at is None or at < thing:
        return None
    goal = [word for word in tree.below(tree.heads[at]) if word >= at]
    return range(verb + 1, max(goal) + 1) if any(tree.upos[word] == "NUM" for word in goal) else None


def _counted(verb: int, tree: Tree) -> range | None:
    """The words of "seventeen dead" after "counts"."""
    thing = tree.child_after(verb, "obj") if cue_lemma(tree.words[verb]) == "count" or tree.folded[verb].startswith("count") else None
    if thing is None:
        return None
    words = [word for word in tree.below(thing) if word > verb]
    return range(min(words), max(words) + 1) if any(tree.upos[word] == "NUM" for word in words) else None
