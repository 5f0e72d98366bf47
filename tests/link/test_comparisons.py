"""What a story has one of, and what its counts of the dead tell."""

from __future__ import annotations

from typing import Any

import pytest

from tests.link.invented import report
from tests.link.test_occurrences import MATTER, VICTIM, groups, telling
from whence.link.comparisons import of_one_disaster
from whence.link.tellings import tell
from whence.model.holdings import lay_out
from whence.model.readings import Reading


def toll(name: str, words: str, count: int, published: str) -> Reading:
    fields: dict[str, Any] = {"quantities": ((count, "dead", str(count)),)}
    return report(
        name, words + MATTER, told=[(next(word for word in ("died", "perished") if word in words), "die", fields)], published=published
    )


def test_a_story_has_one_disaster() -> None:
    """A ferry that sank and the sinking for which a man is tried are one, though neither names what the other does."""
    ferry = telling("aa", "A ferry sank off Orrin on 5 April.", "sank", "die", date="2024-04-05")
    trial = telling("bb", "Ana Brek was charged over the sinking.", "sinking", "die", recipients=())
    assert groups(ferry, trial) == {("aa:v1", "bb:v1")}


def test_two_disasters_of_two_years_are_two() -> None:
    one, other = (
        telling(name, f"A ferry sank off Orrin in {year}.", "sank", "die", date=year) for name, year in (("aa", "2019"), ("bb", "2024"))
    )
    assert groups(one, other) == set()


def test_a_later_and_much_lower_count_is_of_other_dead() -> None:
    first = toll("aa", "Officials said that 40 people died.", 40, "2024-04-06")
    assert groups(first, toll("bb", "In the crossing, 52 had perished by then.", 52, "2024-04-09")) == {("aa:v1", "bb:v1")}
    assert groups(first, toll("bb", "In the crossing, 9 had perished by then.", 9, "2024-04-09")) == set()


def test_to_fire_a_gun_is_no_fire() -> None:
    """A story has one fire, and many shots."""
    fires = [telling(name, words, "fire", "die") for name, words in (("aa", "A fire broke out."), ("bb", "Nobody saw the fire."))]
    shots = [telling(name, words, "fired") for name, words in (("aa", "A guard fired."), ("bb", "Weeks on, men fired."))]
    assert of_one_disaster(*(tell(f"{one.report.id}:v1", lay_out([one]), {}) for one in fires))
    assert not of_one_disaster(*(tell(f"{one.report.id}:v1", lay_out([one]), {}) for one in shots))


def test_a_count_of_a_few_is_no_correction_of_a_count_of_many() -> None:
    """Where one says 30 and later another 200, both count one disaster; 200 and later 3 are of two, even beside those who say 30."""
    first = toll("aa", "Officials said that 200 people died.", 200, "2024-04-06")
    early = toll("bb", "Officials said that 30 people died.", 30, "2024-04-05")
    assert groups(early, first) == {("aa:v1", "bb:v1")}
    few = toll("cc", "At the depot 3 people died.", 3, "2024-04-09")
    assert not any({"aa:v1", "cc:v1"} <= set(group) for group in groups(first, early, few))


@pytest.mark.parametrize("words", ["Since the letter, she said, 9 had died since.", "The witness said that 9 died long since."])
def test_who_died_since_are_no_count_of_all(words: str) -> None:
    first = toll("aa", "Officials said that 9 people died.", 9, "2024-04-06")
    assert groups(first, toll("bb", words, 9, "2024-04-09")) == set()


def test_a_killing_without_a_name_is_no_count_of_the_dead() -> None:
    first = toll("aa", "Officials said that 40 people died.", 40, "2024-04-06")
    lone = telling("bb", "Our man at the ford described a killing.", "killing", "assault", published="2024-05-09")
    assert VICTIM[1] not in lone.text
    assert groups(first, lone) == set()
