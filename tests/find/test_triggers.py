from __future__ import annotations

from tests.trees import build_parse
from whence.find.triggers import find_triggers


def read(*rows: str) -> list[tuple[str, str, str | None]]:
    page, tags = build_parse(*rows)
    return [(mark.span.of(page.text), mark.type, mark.mode) for mark in find_triggers(page, tags)]


def test_verb_with_its_type() -> None:
    assert read("Rebels/NOUN/2/nsubj shelled/VERB/0/root Lissow/PROPN/2/obj") == [("shelled", "assault", "heavy-weapons")]


def test_phrase_is_marked_whole() -> None:
    assert read("Vale/PROPN/2/nsubj stepped/VERB/0/root down/ADV/2/compound") == [("stepped down", "retreat", "resign")]


def test_parted_particle_marks_the_verb_alone() -> None:
    rows = "They/PRON/2/nsubj called/VERB/0/root the/DET/4/det strike/NOUN/2/obj off/ADP/2/compound"
    assert ("called", "retreat", "withdraw") in read(rows)


def test_condition_on_the_object_decides() -> None:
    assert read("Moss/PROPN/2/nsubj fired/VERB/0/root ministers/NOUN/2/obj") == [("fired", "coerce", "restrict")]
    assert read("Rebels/NOUN/2/nsubj fired/VERB/0/root rockets/NOUN/2/obj")[0][1] == "assault"


def test_row_without_type_silences_the_word() -> None:
    assert read("Doctors/NOUN/2/nsubj fought/VERB/0/root cancer/NOUN/2/obj") == []


def test_light_verb_leaves_the_telling_to_its_noun() -> None:
    rows = "Rebels/NOUN/2/nsubj carried/VERB/0/root out/ADV/2/compound an/DET/5/det attack/NOUN/2/obj"
    assert read(rows) == [("attack", "assault", None)]


def test_joined_verbs_of_one_kind_tell_once() -> None:
    rows = "They/PRON/2/nsubj hit/VERB/0/root and/CCONJ/4/cc destroyed/VERB/2/conj bridges/NOUN/4/obj"
    assert [word for word, _, _ in read(rows)] == ["hit"]


def test_part_of_a_compound_is_no_happening() -> None:
    assert read("rescue/NOUN/2/compound teams/NOUN/3/nsubj slept/VERB/0/root") == []


def test_mode_stands_beside_the_trigger() -> None:
    rows = "a/DET/3/det drone/NOUN/3/compound strike/NOUN/4/nsubj came/VERB/0/root"
    assert ("drone strike", "assault", "drone") in read(rows)
