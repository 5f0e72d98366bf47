"""Sayings and thoughts inside contents: what somebody says that another said, asked, feared or wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whence.lexicon.cues import Cue, is_negated, resolve_cue
from whence.model.parses import Tree
from whence.model.spans import Span
from whence.resolve.drafts import Draft
from whence.resolve.phrases import phrase_of, span_of, subject_over
from whence.resolve.repairs import repair_source

# Verbs whose clause is as often a deed or a state as a saying.
_LEFT_OUT = frozenset(
    """see hold show find begin continue relate like love rule direct press calculate care value support favour favor mean try lead cause
    seek require""".split()
)
_FIRST = frozenset("i you it that this which what there itself himself herself themselves".split())
_CLAUSES = ("ccomp", "xcomp")
_CERTAIN = 0.6
_LEAST_WORDS = 2


def add_inner_sayings(drafts: Sequence[Draft], tree: Tree) -> list[Draft]:
    """The drafts and one for each verb of saying, asking or thinking inside a content that has a subject and a clause of its own."""
    added: list[Draft] = []
    for draft in drafts:
        for part in draft.content:
            for found in _inside(part, tree):
                known = any(
                    found.cue is not None and span is not None and span.meets(found.cue)
                    for other in (*drafts, *added)
                    for span in (other.cue,)
                )
                if not known:
                    added.append(found)
    return [*drafts, *added]


def _inside(part: Span, tree: Tree) -> Iterator[Draft]:
    for verb in tree.inside(part):
        cue = _cue(verb, tree)
        subject, clause = subject_over(tree, verb), tree.child(verb, *_CLAUSES)
        if cue is None or subject is None or clause is None or clause < verb or tree.words[subject].casefold() in _FIRST:
            continue
        source, words = span_of(tree, phrase_of(tree, subject)), [word for word in tree.below(clause) if word > verb]
        content = span_of(tree, range(min(words), max(words) + 1))
        if part.holds(source) and part.holds(content) and len(words) >= _LEAST_WORDS and not content.meets(source):
            yield repair_source(Draft((content,), source, _cue_span(verb, tree), _CERTAIN), tree)


def _cue(verb: int, tree: Tree) -> Cue | None:
    """The cue that a verb is, if it can bring in words or thoughts."""
    if tree.upos[verb] not in ("VERB", "ADJ"):
        return None
    cue = resolve_cue([tree.words[verb]])
    if cue is None or cue.lemmas[0] in _LEFT_OUT or (cue.part == "adjective" and tree.upos[verb] != "ADJ"):
        return None
    return cue if tree.upos[verb] == "VERB" or cue.part == "adjective" else None


def _cue_span(verb: int, tree: Tree) -> Span:
    """The verb, with the negation that stands before it."""
    first = next((word for word in tree.children[verb] if word < verb and is_negated([tree.words[word]])), verb)
    first = first - 1 if first < verb and tree.words[first].casefold() in ("n't", "n’t") and first > 0 else first
    return span_of(tree, range(first, verb + 1)) if verb - first <= 3 else tree.spans[verb]
