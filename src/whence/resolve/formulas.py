"""Set forms that bring in what is said: "according to X", "is expected to", "its log shows"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.lexicon.agents import find_agent
from whence.lexicon.cues import cue_lemma
from whence.model.pages import Page, Sentence
from whence.model.parses import Tree
from whence.model.spans import Span
from whence.resolve.casts import Cast
from whence.resolve.drafts import Draft
from whence.resolve.givings import find_givings
from whence.resolve.phrases import charge_of, phrase_of, span_of, subject_of, subject_over
from whence.resolve.speakers import resolve_speaker
from whence.resolve.tallies import find_tallies

_PASSIVES = frozenset("understand expect believe think report say know allege fear estimate".split())
_AIMING = frozenset(
    """urge ask order call press persuade encourage convince instruct command threaten vow promise pledge agree hope expect want warn beg
    implore swear""".split()
)
_QUESTIONS = frozenset("whether if why how what who when where which".split())
_SHOWING = frozenset("show reveal indicate suggest say state".split())
_BE = frozenset("is are was were been".split())
_CERTAIN = 0.7
_LEAST_WORDS = 3


def add_formulas(drafts: Sequence[Draft], cast: Cast, page: Page, tree: Tree) -> list[Draft]:
    """The drafts and one for each set form that none of them has marked."""
    found = [
        draft
        for sentence in page.sentences
        for form in (_according, _passives, _shown, _aims, _asked, _charges, find_tallies, find_givings)
        for draft in form(sentence, tree)
    ]
    return [*drafts, *(_below(draft, drafts, cast, tree) for draft in found if not any(_is_marked(draft, other) for other in drafts))]


def _below(draft: Draft, drafts: Sequence[Draft], cast: Cast, tree: Tree) -> Draft:
    """For "an outlet reported that …, according to Y" the draft of Y under the outlet's: its content is what that one reported."""
    [content] = draft.content
    for other in drafts:
        told = next((part for part in other.content if part.meets(content)), None)
        reported = other.source is not None and cast.is_outlet(resolve_speaker(other.source, cast, tree)[0])
        if reported and told is not None and other.cue is not None and content.holds(other.cue) and draft.source is not None:
            return replace(draft, content=(Span(told.start, min(told.end, content.end)),), under=other.cue)
    return draft


def _is_marked(draft: Draft, other: Draft) -> bool:
    """Whether another draft has this one's cue, or has its words as source or cue."""
    return any(span is not None and draft.cue is not None and span.meets(draft.cue) for span in (other.cue, other.source))


def _according(sentence: Sentence, tree: Tree) -> Iterator[Draft]:
    """The forms "According to X, …" and "…, according to X"."""
    for at in range(sentence.first, sentence.last - 2):
        if tree.words[at].casefold() != "according" or tree.words[at + 1] != "to":
            continue
        head = next((above for above in (tree.heads[at], tree.heads[at + 1]) if above > at + 1), None)
        if head is None:
            continue
        stop = max(phrase_of(tree, head).stop, head + 1)
        source = span_of(tree, range(at + 2, stop))
        words = range(stop, sentence.last) if at == sentence.first else range(sentence.first, at)
        if (content := _trimmed(words, tree)) is not None:
            yield Draft((content,), source, span_of(tree, range(at, at + 2)), _CERTAIN)


def _passives(sentence: Sentence, tree: Tree) -> Iterator[Draft]:
    """The form "X is expected to …": the content is what X is to do, and nobody says so."""
    for verb in range(sentence.first + 1, sentence.last - 2):
        passive = cue_lemma(tree.words[verb]) in _PASSIVES and tree.words[verb].casefold() != cue_lemma(tree.words[verb])
        clause = tree.child_after(verb, "xcomp") if passive else None
        if clause is None or tree.words[verb].endswith("ing"):
            continue
        be = next((word for word in tree.children[verb] if word < verb and tree.words[word].casefold() in _BE), None)
        content = range(min(word for word in tree.below(clause) if word > verb), max(tree.below(clause)) + 1)
        if be is not None and tree.words[content.start] == "to":
            yield Draft((span_of(tree, content),), None, span_of(tree, range(be, verb + 1)), _CERTAIN)


def _shown(sentence: Sentence, tree: Tree) -> Iterator[Draft]:
    """The form "Its log shows …": a paper speaks for whoever made it."""
    for verb in range(sentence.first + 1, sentence.last - 1):
        if cue_lemma(tree.words[verb]) not in _SHOWING or tree.upos[verb] != "VERB":
            continue
        subject = subject_of(tree, verb)
        if subject is None or subject > verb:
            continue
        agent, told = find_agent([tree.words[subject]]), tree.child_after(verb, "ccomp", "obj")
        if agent is not None and agent.kind == "document" and told is not None:
            content = range(min(word for word in tree.below(told) if word > verb), max(tree.below(told)) + 1)
            yield Draft((span_of(tree, content),), span_of(tree, phrase_of(tree, subject)), tree.spans[verb], _CERTAIN)


def _aims(sentence: Sentence, tree: Tree) -> Iterator[Draft]:
    """The forms "X urged Y to …" and "X threatened to …": the content is what is to be done."""
    for verb in range(sentence.first + 1, sentence.last - 2):
        if cue_lemma(tree.words[verb]) not in _AIMING or tree.upos[verb] != "VERB":
            continue
        subject = subject_over(tree, verb)
        if subject is None or subject > verb:
            continue
        clause = next(
            (w for w in tree.children[verb] if w > verb and tree.is_in(w, "xcomp", "advcl", "ccomp") and _is_infinitive(tree, w)), None
        )
        if clause is not None and not any(tree.words[word].casefold() in _BE and word < verb for word in tree.children[verb]):
            content = range(min(word for word in tree.below(clause) if word > verb), max(tree.below(clause)) + 1)
            on = tree.words[verb].casefold().startswith("call") and tree.words[verb + 1] in ("on", "upon", "for")
            if len(content) >= _LEAST_WORDS - 1:
                yield Draft(
                    (span_of(tree, content),), span_of(tree, phrase_of(tree, subject)), span_of(tree, range(verb, verb + 1 + on)), _CERTAIN
                )


def _asked(sentence: Sentence, tree: Tree) -> Iterator[Draft]:
    """The form "Asked whether …, X said": who asked is not told."""
    at = next(
        (word for word in range(sentence.first, min(sentence.first + 2, sentence.last)) if tree.words[word].casefold() == "asked"), None
    )
    clause = tree.child_after(at, "ccomp") if at is not None and subject_of(tree, at) is None else None
    if at is not None and clause is not None and tree.words[at + 1].casefold() in _QUESTIONS:
        yield Draft((span_of(tree, range(at + 1, max(tree.below(clause)) + 1)),), None, tree.spans[at], _CERTAIN, agentless=True)


def _charges(sentence: Sentence, tree: Tree) -> Iterator[Draft]:
    """The form "X accused Y of …": the content is what Y is accused of."""
    for verb in range(sentence.first + 1, sentence.last - 2):
        subject = subject_over(tree, verb) if cue_lemma(tree.words[verb]) == "accuse" and tree.upos[verb] == "VERB" else None
        charge = charge_of(tree, verb) if subject is not None else None
        if subject is not None and charge is not None and len(charge) >= _LEAST_WORDS - 1:
            yield Draft((span_of(tree, charge),), span_of(tree, phrase_of(tree, subject)), tree.spans[verb], _CERTAIN)


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.words[word].casefold() == "to" and tree.is_in(word, "mark") for word in tree.children[verb])


def _trimmed(words: range, tree: Tree) -> Span | None:
    """The span of a clause without the marks at its edges; None where it is too short to be one."""
    start, stop = words.start, words.stop
    while start < stop and tree.words[start] in ",;:.":
        start += 1
    while stop > start and tree.words[stop - 1] in ",;:.":
        stop -= 1
    return span_of(tree, range(start, stop)) if stop - start >= _LEAST_WORDS else None
