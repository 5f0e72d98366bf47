"""Denials with an object, and refusals to answer: "rejects the account", "could not immediately be reached", "calls went unanswered"."""

from __future__ import annotations

from collections.abc import Iterator

from whence.lexicon.agents import find_agent
from whence.lexicon.cues import cue_lemma, is_negated
from whence.lexicon.inflections import inflect_noun
from whence.lexicon.name_parts import load_titles
from whence.model.parses import Tree
from whence.model.spans import Span
from whence.resolve.drafts import Draft
from whence.resolve.phrases import phrase_of, span_of, subject_of

_DENYING = frozenset("deny reject refute dispute rebut".split())
_ANSWERING = frozenset("respond reply comment answer".split())
# What a newsroom sends somebody who may leave it without an answer.
_SENT = frozenset("call request message question query inquiry enquiry email e-mail mail letter text phone".split())
_SENT |= {inflect_noun(word) for word in _SENT}
_TRIES = frozenset("attempt attempts effort efforts".split())
_IN_VAIN = frozenset("unsuccessful failed futile".split())
_OPEN = frozenset("unanswered unreturned unacknowledged".split())
_RETURNED = frozenset("returned answered acknowledged".split())
_REACHED = frozenset("reached contacted drawn".split())
_FREE = frozenset("available unavailable reachable unreachable".split())
_ASKED_FOR = frozenset("comment interview response reaction".split())
_WORDS = frozenset("comment response reply reaction".split())
_TO = frozenset("to with at".split())
_HE = frozenset("he she they".split())
_BE = frozenset("is are was were be been".split())
_CERTAIN = 0.8


def find_refusals(tree: Tree) -> Iterator[Draft]:
    """The denials and refusals of a page that a subject and a verb make, and what nobody answered."""
    for word in range(len(tree.words)):
        subject = subject_of(tree, word)
        if tree.folded[word] in _WORDS and tree.upos[word] == "NOUN":
            yield from _no_word(word, tree)
        elif subject is None or subject > word:
            continue
        elif tree.folded[word] in _REACHED | _FREE:
            yield from _out_of_reach(word, subject, tree)
        elif tree.upos[word] == "VERB":
            yield from _refused(word, subject, tree)
        if subject is not None and subject < word:
            yield from _unanswered(word, subject, tree)


def _refused(verb: int, subject: int, tree: Tree) -> Iterator[Draft]:
    """The forms "rejects the account", "claimed responsibility", "confirmed neither the date nor …", "did not respond to a message"."""
    lemma, first = cue_lemma(tree.words[verb]), verb
    negation = next((word for word in tree.children[verb] if word < verb and is_negated([tree.words[word]])), None)
    neither = next((word for word in tree.children[verb] if tree.folded[word] == "neither"), None)
    silent = False
    if lemma in _DENYING and negation is None:
        told = tree.child_after(verb, "obj")
    elif lemma == "claim" and tree.folded[verb + 1 : verb + 2] in (("responsibility",), ("credit",)):
        told = verb + 1
    elif lemma == "confirm" and neither is not None:
        told = next((word for word in tree.below(verb) if word > verb and tree.is_in(word, "obj")), None)
        first = _first_after(subject, verb, neither, tree)
    elif lemma in _ANSWERING and (negation is not None or _neither(subject, tree) is not None):
        told = tree.child_after(verb, "obl", "obj")
        first, silent = _first_after(subject, verb, negation, tree), True
        if told is None and first < verb:
            yield Draft(
                (tree.spans[verb],), span_of(tree, phrase_of(tree, subject)), span_of(tree, range(first, verb)), _CERTAIN, declines=True
            )
    elif lemma == "return" and negation is not None:
        told = next((word for word in (tree.child_after(verb, "obj"),) if word is not None and tree.folded[word] in _SENT), None)
        first, silent = _first_after(subject, verb, negation, tree), True
    else:
        return
    if told is not None:
        words = range(min(tree.below(told)), _end_of(told, tree))
        content, cue = span_of(tree, words), span_of(tree, range(first, verb + 1))
        for source in _sources(subject, tree):
            yield Draft((content,), source, cue, _CERTAIN, declines=silent)


def _end_of(told: int, tree: Tree) -> int:
    """Where what is denied or left unanswered ends: with the clause that tells which charge or question it is, if no comma parts it."""
    end = phrase_of(tree, told).stop
    clause = next((word for word in tree.children[told] if word > told and tree.is_in(word, "acl", "ccomp")), None)
    words = sorted(tree.below(clause)) if clause is not None else []
    return max(end, words[-1] + 1) if words and tree.words[words[0]] == "that" and words[0] == end else end


def _clause(head: int, tree: Tree) -> Span:
    """The words of a clause without the preposition before it."""
    words = sorted(word for word in tree.below(head) if tree.upos[word] != "PUNCT")
    return span_of(tree, range(words[0] + (tree.folded[words[0]] in ("on", "about")), words[-1] + 1))


def _out_of_reach(word: int, subject: int, tree: Tree) -> Iterator[Draft]:
    """The forms "X could not immediately be reached for comment", "X would not be drawn on …", "X was unavailable for comment"."""
    children = tree.children[word]
    negation = next((child for child in children if subject < child < word and is_negated([tree.words[child]])), None)
    be = next((child for child in reversed(children) if subject < child < word and tree.folded[child] in _BE), None)
    about = tree.child_after(word, "obl", "nmod")
    asked = about is not None and tree.folded[about] in _ASKED_FOR
    if be is None or (negation is None and not tree.folded[word].startswith("un")):
        return
    if not asked and (tree.folded[word] in _FREE or not _is_somebody(subject, tree)):
        return
    opens = _first_after(subject, be, negation, tree)
    question = tree.child_after(word, "advcl", "ccomp") if tree.folded[word] == "drawn" else None
    if question is not None and opens < word:
        cue, source = span_of(tree, range(opens, word + 1)), span_of(tree, phrase_of(tree, subject))
        yield Draft((_clause(question, tree),), source, cue, _CERTAIN, declines=True)
        return
    after = word if tree.folded[word] in _FREE else be
    end = max(tree.below(about)) + 1 if about is not None and (asked or tree.folded[word] == "drawn") else word + 1
    if opens < after:
        cue, content = span_of(tree, range(opens, after)), span_of(tree, range(after, end))
        yield Draft((content,), span_of(tree, phrase_of(tree, subject)), cue, _CERTAIN, declines=True)


def _is_somebody(subject: int, tree: Tree) -> bool:
    """Whether a subject is a person or a body, and no place that cannot be reached by road."""
    if tree.folded[subject] in _HE or any(
        tree.is_in(word, "flat") or tree.folded[word] in load_titles() for word in tree.children[subject]
    ):
        return True
    agent = find_agent([tree.words[subject]])
    return agent is not None and agent.kind in ("person", "organization")


def _unanswered(word: int, subject: int, tree: Tree) -> Iterator[Draft]:
    """The forms "calls to X went unanswered", "messages left with X were not returned", "attempts to reach X were unsuccessful"."""
    sent, folded = tree.folded[subject], tree.folded[word]
    negated = any(subject < child < word and is_negated([tree.words[child]]) for child in tree.children[word])
    left_open = sent in _SENT and (folded in _OPEN or (folded in _RETURNED and negated))
    whom = next((at for at in sorted(tree.below(subject)) if _is_addressed(at, tree)), None)
    start = phrase_of(tree, subject).stop
    opens = next((at for at in range(start, word) if tree.upos[at] in ("VERB", "AUX") and at not in set(tree.below(subject))), word)
    if whom is not None and opens < word and (left_open or (sent in _TRIES and folded in _IN_VAIN)):
        cue, content = span_of(tree, range(opens, word)), tree.spans[word]
        yield Draft((content,), span_of(tree, _without_case(whom, tree)), cue, _CERTAIN, declines=True)


def _is_addressed(word: int, tree: Tree) -> bool:
    """Whether a word is who was called or written to."""
    case = tree.child(word, "case")
    if case is not None and tree.upos[word] in ("NOUN", "PROPN", "PRON") and tree.folded[case] in _TO:
        return True
    return tree.is_in(word, "obj") and tree.folded[tree.heads[word]] in ("reach", "contact")


def _no_word(noun: int, tree: Tree) -> Iterator[Draft]:
    """The form "There was no immediate comment from X"."""
    negated = any(child < noun and tree.folded[child] == "no" for child in tree.children[noun])
    be = tree.heads[noun] if tree.heads[noun] >= 0 else noun
    there = next((child for word in (noun, be) for child in tree.children[word] if tree.folded[child] == "there"), None)
    near = (child for word in dict.fromkeys((noun, be)) for child in tree.children[word] if child > noun)
    whom = next((at for at in near if (case := tree.child(at, "case")) is not None and tree.folded[case] == "from"), None)
    if negated and there is not None and there < noun and whom is not None:
        no = next(child for child in tree.children[noun] if tree.folded[child] == "no")
        cue, content = span_of(tree, range(there, no + 1)), span_of(tree, range(no + 1, noun + 1))
        yield Draft((content,), span_of(tree, _without_case(whom, tree)), cue, _CERTAIN, declines=True)


def _without_case(word: int, tree: Tree) -> range:
    """A noun's phrase without the preposition before it."""
    words = phrase_of(tree, word)
    case = tree.child(word, "case")
    return range(case + 1, words.stop) if case is not None and case < word else words


def _sources(subject: int, tree: Tree) -> list[Span]:
    """The phrase of a subject; the two of "neither the ministry nor the owner"."""
    words, neither = phrase_of(tree, subject), _neither(subject, tree)
    if neither is None:
        return [span_of(tree, words)]
    words = range(max(words.start, neither + 1), words.stop)
    nor = next((word for word in words if tree.folded[word] == "nor"), words.stop)
    return [span_of(tree, part) for part in (range(words.start, nor), range(nor + 1, words.stop)) if part]


def _neither(subject: int, tree: Tree) -> int | None:
    """The "neither" before a subject."""
    first = min(tree.below(subject))
    return next((word for word in (first, first - 1) if word >= 0 and tree.folded[word] == "neither"), None)


def _first_after(subject: int, verb: int, negation: int | None, tree: Tree) -> int:
    """Where a refusal's cue begins: its negation or auxiliary after the subject, else the verb ("No minister replied")."""
    head = verb if tree.upos[verb] == "VERB" else tree.heads[verb] if tree.heads[verb] >= 0 else verb
    auxiliaries = (word for word in tree.children[head] if word < head and tree.is_in(word, "aux", "cop"))
    return min((word for word in (negation, *auxiliaries) if word is not None and word > subject), default=verb)
