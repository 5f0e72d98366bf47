from __future__ import annotations

import pytest

from tests.builders import build_attribution, build_document, build_entity, build_reading, build_span
from tests.cli.test_drawings import drawn
from whence.app.books import Voice
from whence.cli.drawings.readings import draw_reading
from whence.cli.drawings.signs import say_voice, sign_of
from whence.dossier.wordings import conjugate, is_plural, takes_plural
from whence.model.readings import Attribution

TEXT = (
    "The harbour police said the quay was shut. A clerk at the Osk tide office, who asked not to be named, said it was wet and it was cold."
)


def read_quay(*attributions: Attribution) -> str:
    entities = (
        build_entity(TEXT, "e1", "organization", "The harbour police"),
        build_entity(TEXT, "e2", "unnamed", "A clerk at the Osk tide office"),
    )
    return drawn(draw_reading(build_reading(build_document(TEXT), entities, attributions, ())))


def shut(**fields: object) -> Attribution:
    return build_attribution(TEXT, "a1", "the quay was shut", "The harbour police", "e1", anonymity="organization", **fields)


def test_a_plural_body_has_a_plural_verb() -> None:
    assert "The harbour police say " in read_quay(shut())
    assert "The harbour police do not say " in read_quay(shut(polarity="negative"))


def test_what_the_reader_was_less_than_half_sure_of_is_marked() -> None:
    assert "unsure" in read_quay(shut(confidence=0.49))
    assert "unsure" not in read_quay(shut(confidence=0.5))


def test_a_long_description_is_not_said_twice_on_end() -> None:
    clerk = {"anonymity": "unnamed_individual"}
    wet = build_attribution(TEXT, "a2", "it was wet", "A clerk at the Osk tide office", "e2", **clerk)
    cold = build_attribution(TEXT, "a3", "it was cold", "A clerk at the Osk tide office", "e2", **clerk)
    told = read_quay(shut(), wet, cold)
    assert (told.count("a clerk at the Osk tide office"), "○ the same source says" in told) == (1, True)


def test_whoever_is_told_has_one_to() -> None:
    text = "She said to the clerk that it rained."
    said = build_attribution(text, "a1", "it rained", "She", None, audience=build_span(text, "to the clerk"))
    assert " to the clerk" in (told := drawn(draw_reading(build_reading(build_document(text), (), (said,), ()))))
    assert "to to" not in told


def test_whoever_is_accused_is_named_once() -> None:
    text = "The clerk accused the warden, Ada Voss, of sloth. The clerk told the Bell that Ada Voss slept."
    warden = build_entity(text, "e1", "person", "Ada Voss")
    accused = build_attribution(text, "a1", "of sloth", "The clerk", None, act="accuse", target="e1", audience=build_span(text, "Ada Voss"))
    told = build_attribution(text, "a2", "slept", "The clerk", None, act="accuse", target="e1", audience=build_span(text, "the Bell"))
    drawn_ = drawn(draw_reading(build_reading(build_document(text), (warden,), (accused, told), ())))
    assert " accuses Ada Voss  " in drawn_
    assert " accuses Ada Voss to the Bell" in drawn_


def test_a_pronoun_is_nobodys_name() -> None:
    assert sign_of(Voice("k", "she", None, "unnamed_group")) == "?"
    assert [takes_plural(name, group=True) for name in ("She", "we", "“they”", "clerks")] == [False, True, True, True]
    assert say_voice(Voice("k", "They", None, "unnamed_group")) == "“they”, not told who"


@pytest.mark.parametrize(
    ("name", "plural"),
    [("Police", True), ("the armed forces", True), ("Forces loyal to Osk", True), ("the Osk Police Union", False), ("Osk Times", False)],
)
def test_some_bodies_are_plural(name: str, plural: bool) -> None:
    assert is_plural(name) == plural


def test_verbs_are_conjugated() -> None:
    assert conjugate("deny", many=False) == "denies"
    assert conjugate("deny", many=True, negative=True) == "do not deny"
    assert conjugate("decline", many=True) == "do not comment"


def test_unnamed_is_said_once() -> None:
    assert say_voice(Voice("k", "an unidentified guard", "unnamed", "unnamed_individual")) == "an unidentified guard"
    assert say_voice(Voice("k", "a guard", "unnamed", "unnamed_individual")) == "a guard, unnamed"
    assert say_voice(Voice("k", "the mayor", "person", "unnamed_individual")) == "the mayor, not named"
