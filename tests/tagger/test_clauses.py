from __future__ import annotations

import pytest

from whence.tagger.clauses import find_clausal, find_subject
from whence.tagger.syntaxes import Syntax

# word/part/head/relation, heads counted from 0, -1 for the root
PASSAGES = {
    "a finite clause after a verb of thinking": (
        "The/DET/1/det crew/NOUN/2/nsubj believed/VERB/-1/root that/SCONJ/5/mark he/PRON/5/nsubj slept/VERB/2/ccomp ./PUNCT/2/punct",
        ("The crew", "believed", "that he slept"),
    ),
    "an infinitive where the act is one of words": (
        "We/PRON/1/nsubj want/VERB/-1/root the/DET/3/det navy/NOUN/1/obj to/PART/5/mark leave/VERB/1/xcomp",
        ("We", "want", "the navy to leave"),
    ),
    "a passive that does not tell who": (
        "They/PRON/2/nsubj were/AUX/2/aux told/VERB/-1/root the/DET/4/det quay/NOUN/6/nsubj was/AUX/6/aux shut/VERB/2/ccomp",
        (None, "were told", "the quay was shut"),
    ),
    "a noun with an owner": (
        "their/PRON/1/nmod demand/NOUN/-1/root that/SCONJ/4/mark he/PRON/4/nsubj resign/VERB/1/acl",
        ("their", "demand", "that he resign"),
    ),
    "what somebody is taken for": (
        "Workers/NOUN/1/nsubj regard/VERB/-1/root the/DET/3/det deal/NOUN/1/obj as/ADP/6/case a/DET/6/det trap/NOUN/1/obl",
        ("Workers", "regard", "the deal as a trap"),
    ),
    "a feeling": (
        "many/ADJ/1/amod sailors/NOUN/3/nsubj are/AUX/3/cop happy/ADJ/-1/root he/PRON/6/nsubj ’s/AUX/6/aux gone/VERB/3/ccomp",
        ("many sailors", "are happy", "he ’s gone"),
    ),
}
NOTHING = {
    "what is done is not said": "He/PRON/1/nsubj refused/VERB/-1/root to/PART/3/mark pay/VERB/1/xcomp",
    "an empty subject": "It/PRON/1/nsubj says/VERB/-1/root the/DET/3/det door/NOUN/4/nsubj shut/VERB/1/ccomp",
    "what is seen": "All/PRON/1/nsubj saw/VERB/-1/root it/PRON/3/nsubj fail/VERB/1/ccomp",
    "no clause": "He/PRON/1/nsubj said/VERB/-1/root so/ADV/1/advmod",
}


def syntax_of(told: str) -> Syntax:
    rows = [cell.rsplit("/", 3) for cell in told.split(" ")]
    words, upos, heads, deprels = zip(*rows, strict=True)
    return Syntax(words, upos, tuple(int(head) for head in heads), deprels)


@pytest.mark.parametrize("case", PASSAGES)
def test_syntax_shows_who_says_what(case: str) -> None:
    told, wanted = PASSAGES[case]
    syntax = syntax_of(told)
    (found,) = find_clausal(syntax, (0, len(syntax.words)))
    given = tuple(" ".join(syntax.words[slice(*at)]) if at else None for at in (found.source, found.cue, found.content))
    assert given == wanted


@pytest.mark.parametrize("case", NOTHING)
def test_nothing_is_found_where_nothing_is_said(case: str) -> None:
    syntax = syntax_of(NOTHING[case])
    assert find_clausal(syntax, (0, len(syntax.words))) == []


def test_what_hangs_on_words_outside_the_range_does_not_count() -> None:
    syntax = syntax_of(PASSAGES["a finite clause after a verb of thinking"][0])
    assert find_clausal(syntax, (2, 7)) == []


def test_an_added_cue_has_the_subject_of_the_verb_above() -> None:
    added = "The/DET/1/det union/NOUN/2/nsubj walked/VERB/-1/root out/ADV/2/advmod ,/PUNCT/5/punct demanding/VERB/2/advcl talks/NOUN/5/obj"
    assert find_subject(syntax_of(added), (5, 6), (0, 7)) == (0, 2)
    assert find_subject(syntax_of(added), (6, 7), (0, 7)) is None
    passive = "He/PRON/2/nsubj was/AUX/2/aux held/VERB/-1/root ,/PUNCT/4/punct accusing/VERB/2/advcl them/PRON/4/obj"
    assert find_subject(syntax_of(passive), (4, 5), (0, 6)) is None


def test_only_the_outermost_is_found() -> None:
    told = "He/PRON/1/nsubj thinks/VERB/-1/root we/PRON/3/nsubj want/VERB/1/ccomp it/PRON/3/obj to/PART/6/mark end/VERB/3/xcomp"
    syntax = syntax_of(told)
    assert [found.cue for found in find_clausal(syntax, (0, 7))] == [(1, 2)]
    assert [found.cue for found in find_clausal(syntax, (2, 7))] == [(3, 4)]
