from __future__ import annotations

from tests.resolve.parsed import parsed, span
from whence.model.spans import Span
from whence.resolve.drafts import Draft
from whence.resolve.repairs import repair_drafts, repair_source


def test_a_passive_of_thinking_has_no_source_and_says_what_is_thought() -> None:
    text = "Keller is expected to resign ."
    _, _, tree = parsed(text, "PROPN 3 nsubj", "AUX 3 aux", "VERB 0 root", "PART 5 mark", "VERB 3 xcomp", "PUNCT 3 punct")
    draft = repair_source(Draft((span(text, "Keller"),), span(text, "Keller"), span(text, "is expected"), 0.9), tree)
    assert draft.source is None
    assert draft.agentless
    assert [part.of(text) for part in draft.content] == ["to resign"]


def test_a_missing_source_is_the_subject_of_the_cue() -> None:
    text = "The cook said it burnt ."
    _, _, tree = parsed(text, "DET 2 det", "NOUN 3 nsubj", "VERB 0 root", "PRON 5 nsubj", "VERB 3 ccomp", "PUNCT 3 punct")
    draft = repair_source(Draft((span(text, "it burnt"),), None, span(text, "said"), 0.9), tree)
    assert draft.source is not None
    assert draft.source.of(text) == "The cook"


def test_a_source_that_was_marked_in_the_sentence_stays() -> None:
    text = "The cook said it burnt ."
    _, _, tree = parsed(text, "DET 2 det", "NOUN 3 nsubj", "VERB 0 root", "PRON 5 nsubj", "VERB 3 ccomp", "PUNCT 3 punct")
    draft = repair_source(Draft((span(text, "burnt"),), span(text, "it"), span(text, "said"), 0.9), tree)
    assert draft.source is not None
    assert draft.source.of(text) == "it"


def test_a_quotation_of_another_paragraph_carries_on_by_itself() -> None:
    text = "“We left.”\n\n“It burnt,” Nora said."
    rows = ["X 0 root"] * 13
    page, _, tree = parsed(text, *rows)
    draft = Draft((span(text, "“We left.”"), span(text, "“It burnt,”")), span(text, "Nora"), span(text, "said"), 0.9)
    repaired = repair_drafts([draft], page, tree)
    assert [(d.carries_on, [part.of(text) for part in d.content]) for d in repaired] == [(False, ["“It burnt,”"]), (True, ["“We left.”"])]


def test_of_a_content_that_closes_a_bracket_opened_before_it_nothing_empty_is_left() -> None:
    text = "It burnt (she said )"
    page, _, tree = parsed(text, *["X 0 root"] * 6)
    whole = Draft((span(text, "It burnt"), span(text, ")")), span(text, "she"), span(text, "said"), 0.9)
    closing = Draft((span(text, ")"),), None, None, 0.9)
    repaired = repair_drafts([whole, closing], page, tree)
    assert [[part.of(text) for part in draft.content] for draft in repaired] == [["It burnt"]]


def test_reported_words_end_with_the_sentence_of_their_cue() -> None:
    text = "Nora says it burnt. The cook left. “It did,” Ost says. “All of it.”"
    page, _, tree = parsed(text, *["X 0 root"] * 23)
    told = Draft((span(text, "it burnt. The cook left."),), span(text, "Nora"), span(text, "says"), 0.9)
    quoted = Draft((span(text, "“All of it.”"),), span(text, "Ost"), Span(text.rindex("says"), text.rindex("says") + 4), 0.9)
    assert [[part.of(text) for part in draft.content] for draft in repair_drafts([told, quoted], page, tree)] == [
        ["it burnt."],
        ["“All of it.”"],
    ]
