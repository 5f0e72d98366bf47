"""Plain sayings that were not marked: "…, the harbour office said", "the harbour office said that …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whence.lexicon.cues import cue_lemma
from whence.model.pages import Page, Sentence
from whence.model.parses import Tree
from whence.model.spans import Span
from whence.resolve.drafts import Draft
from whence.resolve.phrases import phrase_of, span_of, subject_of
from whence.resolve.refusals import find_refusals
from whence.resolve.repairs import repair_source

# Verbs that do nothing but bring in what was said.
_SAYING = frozenset(
    "say tell add report announce confirm warn insist claim argue deny admit declare note explain write state predict promise".split()
)
_CLOSING = frozenset({",", "”", '"', "’", "»"})
_CERTAIN = 0.8
_LEAST_WORDS = 4


def add_sayings(drafts: Sequence[Draft], page: Page, tree: Tree) -> list[Draft]:
    """The drafts and one for each verb of saying, with a subject and a clause of its own, that none of them has marked.

    Denials with an object and refusals to answer are among them.
    """
    said = [*drafts, *(found for sentence in page.sentences for found in _sayings(sentence, drafts, page, tree))]
    return [*said, *(found for found in find_refusals(tree) if not any(_overlaps(draft, found) for draft in said))]


def _overlaps(draft: Draft, other: Draft) -> bool:
    return any(mine is not None and other.cue is not None and mine.meets(other.cue) for mine in (draft.cue, *draft.content))


def _sayings(sentence: Sentence, drafts: Sequence[Draft], page: Page, tree: Tree) -> Iterator[Draft]:
    for verb in range(sentence.first, sentence.last):
        if tree.upos[verb] != "VERB" or cue_lemma(tree.words[verb]) not in _SAYING or tree.words[verb].endswith("ing"):
            continue
        cue, subject = tree.spans[verb], subject_of(tree, verb)
        if subject is None or any(_touches(draft, cue) for draft in drafts):
            continue
        source, content = span_of(tree, phrase_of(tree, subject)), _content(verb, sentence, page, tree)
        if content is not None and not content.meets(source) and not any(part.meets(content) for draft in drafts for part in draft.content):
            yield repair_source(Draft((content,), source, cue, _CERTAIN), tree)


def _touches(draft: Draft, cue: Span) -> bool:
    return any(span is not None and span.meets(cue) for span in (draft.cue, draft.source, *draft.content))


def _content(verb: int, sentence: Sentence, page: Page, tree: Tree) -> Span | None:
    """The clause that the verb brings in, where it follows the verb, or all that stands before ", X said" at a sentence's end."""
    after = tree.child_after(verb, "ccomp")
    subject = subject_of(tree, verb)
    before = min(min(tree.below(subject)) if subject is not None else verb, verb)
    if before - sentence.first >= _LEAST_WORDS and tree.words[before - 1] in _CLOSING and not tree.child_after(verb, "obj"):
        return _long_enough(range(sentence.first, before), tree)
    if after is None:
        return None
    words = [word for word in tree.below(after) if word > verb]
    return _long_enough(range(min(words), max(words) + 1), tree)


def _long_enough(words: range, tree: Tree) -> Span | None:
    return span_of(tree, words) if len(words) >= _LEAST_WORDS else None
