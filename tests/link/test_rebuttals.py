from __future__ import annotations

import pytest

from tests.builders import build_span
from tests.link.invented import Said, Told, Who, described, report
from whence.link.rebuttals import find_rebuttals
from whence.model.holdings import lay_out

PEOPLE: list[Who] = [("unnamed", "a guard"), ("organization", "The army"), ("unnamed", "an aide")]
SEEN = "soldiers had shelled the mill at Tolme"
DENY = {"act": "deny"}


def answers(text: str, *said: Said) -> set[tuple[str, str]]:
    found = report("aa", text, who=[one for one in PEOPLE if one[1] in text], said=said)
    return {(one.denial, one.denied) for one in find_rebuttals(lay_out([found]))}


@pytest.mark.parametrize(
    ("sentence", "content", "act"),
    [
        ("The army denied the report.", "the report", "deny"),
        ("The army rejected the guard’s account.", "the guard’s account", "deny"),
        ("The army called the story a fabrication.", "the story a fabrication", "accuse"),
        ("The army called it a lie.", "it a lie", "accuse"),
        ("The army called it “an invention”.", "it “an invention”", "accuse"),
        ("The army called the article “an invention”.", "the article “an invention”", "accuse"),
        ("“That is a lie,” said The army.", "That is a lie", "deny"),
        ("The army said no such order was given.", "no such order was given", "deny"),
        ("The army said there was no such order.", "there was no such order", "deny"),
        ("The army said: “We never shelled it.”", "We never shelled it.", "deny"),
        ("The army denied that soldiers had shelled a mill.", "soldiers had shelled a mill", "deny"),
    ],
)
def test_who_denies_what_stands_before_answers_it(sentence: str, content: str, act: str) -> None:
    text = f"It was seen that {SEEN}, a guard said. {sentence}"
    assert answers(text, (SEEN, "a guard", {}), (content, "The army", {"act": act})) == {("aa:a2", "aa:a1")}


@pytest.mark.parametrize(
    ("sentence", "content", "act"),
    [
        ("The army dismissed the demand as theatre.", "the demand as theatre", "accuse"),
        ("The army denied that any boat was ever bought.", "any boat was ever bought", "deny"),
        ("The army called the report thorough.", "the report thorough", "say"),
        ("The army rejected the miller’s account.", "the miller’s account", "deny"),
        ("The army denied any suggestion that it owns boats.", "any suggestion that it owns boats", "deny"),
    ],
)
def test_a_demand_and_another_matter_are_not_answered(sentence: str, content: str, act: str) -> None:
    text = f"It was seen that {SEEN}, a guard said. {sentence}"
    assert answers(text, (SEEN, "a guard", {}), (content, "The army", {"act": act})) == set()


def test_nobody_answers_himself_and_a_legal_charge_is_nobody_s_words() -> None:
    text = f"It was seen that {SEEN}, a guard said. He denied the report."
    assert answers(text, (SEEN, "a guard", {}), ("the report", "a guard", DENY)) == set()
    far = f"It was seen that {SEEN}, a guard said. {'The rain went on over the hills and the river rose. ' * 6}The army denied the charge."
    assert answers(far, (SEEN, "a guard", {}), ("the charge", "The army", DENY)) == set()


def test_what_the_same_side_denies_next_answers_the_same() -> None:
    text = f"It was seen that {SEEN}, a guard said. The army denied the report. “Nobody fired,” an aide said."
    said: list[Said] = [(SEEN, "a guard", {}), ("the report", "The army", DENY), ("Nobody fired", "an aide", DENY)]
    assert answers(text, *said) == {("aa:a2", "aa:a1"), ("aa:a3", "aa:a1")}


def test_what_is_denied_next_tells_which_account_is_meant() -> None:
    text = f"The mill was locked all day, a guard said. Then {SEEN}, he said. The army denied the account."
    text += " “The mill was never locked,” an aide said."
    said: list[Said] = [("The mill was locked all day", "a guard", {}), (SEEN, "a guard", {}), ("the account", "The army", DENY)]
    found = answers(text, *said, ("The mill was never locked", "an aide", DENY))
    assert found == {("aa:a3", "aa:a1"), ("aa:a4", "aa:a1")}


@pytest.mark.parametrize(
    ("sentence", "content", "answers_it"),
    [
        ("The army insisted there was none.", "there was none", True),
        ("The army denies any involvement.", "any involvement", False),  # nobody is said to have done it
        ("The army denied having given any such order.", "having given any such order", True),
        ("The army said it knew of no barge.", "it knew of no barge", False),
        ("The army denied that any boat was bought.", "any boat was bought", False),
    ],
)
def test_a_bare_denial_beside_a_saying_is_of_it(sentence: str, content: str, answers_it: bool) -> None:
    text = f"It was seen that {SEEN}, a guard said. {sentence}"
    assert bool(answers(text, (SEEN, "a guard", {}), (content, "The army", DENY))) is answers_it


def test_what_was_just_said_is_an_allegation_to_him_who_denies_it() -> None:
    text = f"It was seen that {SEEN}, a guard said, an allegation that the army denies."
    found = report("aa", text, who=[("unnamed", "a guard"), ("organization", "the army")],
                   said=[(SEEN, "a guard", {}), ("an allegation", "the army", DENY)])  # fmt: skip
    assert len(find_rebuttals(lay_out([found]))) == 0  # what stands between is too much
    beside = f"A guard said {SEEN}, an allegation the army denies."
    found = report("aa", beside, who=[("unnamed", "A guard"), ("organization", "the army")],
                   said=[(SEEN, "A guard", {}), ("an allegation", "the army", DENY)])  # fmt: skip
    assert len(find_rebuttals(lay_out([found]))) == 1


def test_a_claim_of_responsibility_is_disowned_and_no_other_saying() -> None:
    disowned: Said = ("the claim of responsibility", "The army", DENY)
    text = f"It was seen that {SEEN}, a guard said. The army disowned the claim of responsibility."
    assert answers(text, (SEEN, "a guard", {}), disowned) == set()
    assert answers(text, (SEEN, "a guard", {"act": "claim_responsibility"}), disowned) == {("aa:a2", "aa:a1")}


def test_a_court_s_charge_is_no_saying_of_a_witness() -> None:
    text = f"The prosecutor charged The army with arson. It was seen that {SEEN}, a guard said. The army denied the charge."
    found = report("aa", text, who=PEOPLE[:2], told=[("charged", "accuse", {"recipients": ("The army",)})],
                   said=[(SEEN, "a guard", {}), ("the charge", "The army", DENY)])  # fmt: skip
    assert find_rebuttals(lay_out([found])) == ()


def test_who_is_accused_and_denies_any_part_answers_it() -> None:
    text = f"A guard accused the army: {SEEN}. The army denies any involvement."
    said: list[Said] = [(SEEN, "A guard", {"act": "accuse"}), ("any involvement", "The army", DENY)]
    found = report("aa", text, who=[("unnamed", "A guard"), ("organization", "The army")], said=said)
    assert len(find_rebuttals(lay_out([found]))) == 1


def test_who_denies_a_deed_of_the_kind_that_was_just_told_of_him_answers_it() -> None:
    text = "The pipes were supplied by The army, a guard said. The army denies having sold a nail to anybody."
    said: list[Said] = [("The pipes were supplied by The army", "a guard", {}), ("having sold a nail to anybody", "The army", DENY)]
    told: list[Told] = [("supplied", "cooperate", {"actors": ("The army",), "attribution": "a1"}),
                        ("sold", "cooperate", {"attribution": "a2", "polarity": "negative"})]  # fmt: skip
    assert len(find_rebuttals(lay_out([report("aa", text, who=PEOPLE[:2], told=told, said=said)]))) == 1


def test_it_is_what_the_sentence_before_has_told() -> None:
    said: tuple[Said, ...] = ((SEEN, "a guard", {}), ("it.", "The army", DENY))
    assert answers(f"It was seen that {SEEN}, a guard said. The army denied it.", *said) == {("aa:a2", "aa:a1")}
    assert answers(f"It was seen that {SEEN}, a guard said. A bridge was shut for the convoy all day. The army denied it.", *said) == set()


def called(what: str, content: str) -> set[tuple[str, str]]:
    text = f"It was seen that {SEEN}, a guard said. The army called {what} {content}."
    cue = {"cue": build_span(text, "called"), "act": "accuse"}
    return answers(text, (SEEN, "a guard", {}), (content, "The army", cue))


def test_the_pronoun_may_stand_before_what_is_said() -> None:
    assert called("that", "a lie") == called("this", "laughable") == {("aa:a2", "aa:a1")}
    assert called("that", "a sad day") == called("the mill", "laughable") == set()


def test_what_is_said_to_be_believed_is_answered_too() -> None:
    text = f"It is believed that {SEEN}. The army denied it."
    assert answers(text, (SEEN, None, {"act": "believe"}), ("it", "The army", DENY)) == {("aa:a2", "aa:a1")}


def test_no_such_thing_is_said_of_what_names_it() -> None:
    text = f"A guard said there was an order. An aide added that {SEEN}. The army said no such order existed."
    said: list[Said] = [("there was an order", "A guard", {}), (SEEN, "An aide", {}), ("no such order existed", "The army", DENY)]
    who: list[Who] = [("unnamed", "A guard"), ("unnamed", "An aide"), ("organization", "The army")]
    found = find_rebuttals(lay_out([report("aa", text, who=who, said=said)]))
    assert {(one.denial, one.denied) for one in found} == {("aa:a3", "aa:a1")}


def test_a_denied_story_is_what_its_paper_told_first() -> None:
    text = f"The Courier said {SEEN}. The rain went on. The Courier said a boat was hit. The army called the story a fabrication."
    who: list[Who] = [("organization", "The Courier"), ("organization", "The army")]
    told: list[Told] = [("shelled", "assault", {"attribution": "a1"}), ("hit", "assault", {"attribution": "a2"})]
    said: list[Said] = [
        (SEEN, "The Courier", {}), ("a boat was hit", "The Courier", {}), ("the story a fabrication", "The army", {"act": "deny"}),
    ]  # fmt: skip
    found = find_rebuttals(lay_out([report("aa", text, who=who, told=told, said=said)]))
    assert {(one.denial, one.denied) for one in found} == {("aa:a3", "aa:a1")}


def test_who_says_no_more_than_that_it_was_so_answers_the_denial_before() -> None:
    text = "The army said it had not been told; a guard said it was."
    said: list[Said] = [("it had not been told", "The army", DENY), ("it was", "a guard", {})]
    assert answers(text, *said) == {("aa:a2", "aa:a1")}
    assert answers(text.replace("it was.", "it was cold."), said[0], ("it was cold", "a guard", {})) == set()


def test_a_report_that_is_denied_may_be_the_writing_that_was_quoted() -> None:
    text = f"According to a report, {SEEN}. A guard saw lorries leave. The army rejected the report as a forgery."
    who: list[Who] = [("organization", "a report"), ("unnamed", "A guard"), ("organization", "The army")]
    said: list[Said] = [(SEEN, "a report", {}), ("lorries leave", "A guard", {}), ("the report as a forgery", "The army", DENY)]
    found = described(report("aa", text, who=who, said=said), "a report")
    assert {(one.denial, one.denied) for one in find_rebuttals(lay_out([found]))} == {("aa:a3", "aa:a1")}
