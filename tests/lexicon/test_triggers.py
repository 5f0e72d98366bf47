from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.lexicon.estimates import load_estimates
from whence.lexicon.governors import load_governors
from whence.lexicon.inflections import inflect_noun, inflect_verb
from whence.lexicon.lemmas import guess_lemmas, is_base_form, load_light_verbs
from whence.lexicon.numbers import load_bounds, load_numbers
from whence.lexicon.triggers import load_frames, load_modes, load_triggers, load_word_classes
from whence.model.readings import EventType

ROWS = [row for forms in load_triggers().values() for form in forms for row in form.rows]
VERBS = sorted({row.lemma for row in ROWS if row.pos == "verb" and " " not in row.lemma and "-" not in row.lemma})


def test_every_event_type_has_words() -> None:
    assert {row.type for row in ROWS} - {None} == set(get_args(EventType))


def test_every_mode_list_belongs_to_a_type() -> None:
    assert set(load_modes()) <= set(get_args(EventType))


def test_every_frame_and_class_is_used() -> None:
    named = {row.frame for row in ROWS}
    assert named <= set(load_frames())
    assert all(words for words in load_word_classes().values())


def test_longest_phrases_come_first() -> None:
    for forms in load_triggers().values():
        lengths = [len(form.words) for form in forms]
        assert lengths == sorted(lengths, reverse=True)


@given(st.sampled_from(VERBS))
def test_forms_lead_back_to_their_verb(verb: str) -> None:
    for form in inflect_verb(verb):
        assert verb in guess_lemmas(form), form


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("stop", {"stop", "stops", "stopped", "stopping"}),
        ("carry", {"carry", "carries", "carried", "carrying"}),
        ("flee", {"flee", "flees", "fled", "fleeing"}),
        ("die", {"die", "dies", "died", "dying"}),
        ("annul", {"annul", "annuls", "annulled", "annulling", "annuled", "annuling"}),
        ("withdraw", {"withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"}),
    ],
)
def test_inflect_verb(verb: str, forms: set[str]) -> None:
    assert set(inflect_verb(verb)) == forms


@pytest.mark.parametrize(
    ("noun", "plural"), [("attack", "attacks"), ("clash", "clashes"), ("embassy", "embassies"), ("man", "men"), ("day", "days")]
)
def test_inflect_noun(noun: str, plural: str) -> None:
    assert inflect_noun(noun) == plural


def test_base_forms_are_told_from_the_others() -> None:
    assert is_base_form("stop")
    assert not any(is_base_form(form) for form in ("stopped", "sank", "stops", "stopping"))


def test_lists_hold_what_the_rules_ask_for() -> None:
    assert "launched" in load_light_verbs()
    assert load_governors()[("urged", "verb")].modality == "asked"
    assert load_governors()[("refrain", "verb")].negative
    assert not load_governors()[("told", "verb")].over_objects
    assert load_estimates()[("might",)] == "possible"
    assert load_numbers()["dozens"] == (0, "vague")
    assert load_bounds()[("at", "least")] == "at_least"


def test_the_row_without_conditions_is_tried_last() -> None:
    for forms in load_triggers().values():
        for form in forms:
            assert all(row.conditions for row in form.rows[:-1]), form.words
