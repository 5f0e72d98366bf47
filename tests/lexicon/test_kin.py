from __future__ import annotations

import pytest

from whence.lexicon.bodies import leading_stems, load_body_names
from whence.lexicon.kin import content_stems, families, families_at, says_little, stem, takes_in


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("sank", "sinking"),
        ("went down", "sinking"),
        ("stepped down", "resignation"),
        ("shot dead", "murder"),
        ("goes down", "loss"),
        ("nabbed", "detained"),
    ],
)
def test_words_for_one_happening(left: str, right: str) -> None:
    assert families(left) & families(right)


@pytest.mark.parametrize(("left", "right"), [("sank", "arrested"), ("appointed", "resigned"), ("inquiry", "examined")])
def test_words_for_different_happenings(left: str, right: str) -> None:
    assert not families(left) & families(right)


def test_a_word_of_no_family_is_its_own() -> None:
    assert families("quacked") == {"quack"}


def test_stems_and_words_that_carry_meaning() -> None:
    assert (stem("Sank"), stem("goes"), stem("Orrin’s")) == ("sink", "go", "orrin")
    assert content_stems("The two had been at the quays") == ("two", "quay")


def test_bodies_by_other_names() -> None:
    assert load_body_names()["daesh"] == load_body_names()["isil"]
    assert leading_stems("asylum seekers") == leading_stems("refugees")


@pytest.mark.parametrize(
    ("phrase", "after", "family", "holds"),
    [
        ("lost", " their lives in the flood.", "die", True),
        ("lost", " the match.", "die", False),
        ("gave up", " the post after a week", "resign", True),
        ("gave up", ". The post was filled", "resign", False),
        ("fell", " to his death", "occupy", False),
    ],
)
def test_a_trigger_may_be_the_first_part_of_a_fixed_phrase(phrase: str, after: str, family: str, holds: bool) -> None:
    """What a fixed phrase tells, its verb alone does not; it ends with its clause."""
    assert (family in families_at(phrase, after)) is holds


def test_a_word_for_many_sorts_takes_them_in() -> None:
    assert "invade" in takes_in("the attack")
    assert not takes_in("stormed")


@pytest.mark.parametrize(
    ("phrase", "holds"),
    [("took place", True), ("did so", True), ("held", True), ("took over", False), ("held up", False), ("stormed", False)],
)
def test_some_words_say_only_that_something_came_about(phrase: str, holds: bool) -> None:
    assert says_little(phrase) is holds


@pytest.mark.parametrize(
    ("one", "other"),
    [("mutiny", "uprising"), ("shot down", "brought down"), ("held up", "stopped"), ("caved in", "came down"), ("relieved of", "sacked")],
)
def test_particles_make_other_words(one: str, other: str) -> None:
    assert families(one) & families(other)
