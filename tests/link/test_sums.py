"""Tellings that join a happening by what all its tellings say together."""

from __future__ import annotations

from tests.link.invented import Who, report
from tests.link.test_occurrences import groups
from whence.model.readings import Reading

# The reports share two names and have others of their own, as reports of a story that moves on do.
FIRST = " The Sarveth depot, the port of Orrin and minister Daoud Qasreni are in the report."
SECOND = " The Sarveth depot, the port of Orrin, Judge Wen Ti, Castle Peer and the Halden commission are in the report."
DAY = {"date": "2024-04-05"}
DEPOT: Who = ("organization", "Sarveth Works")


def stormed(name: str = "aa") -> Reading:
    text = "Gunmen stormed Sarveth Works on 5 April, police said. The attack took an hour." + FIRST
    fields = {**DAY, "recipients": (DEPOT[1],)}
    return report(name, text, who=[DEPOT], told=[("stormed", "assault", fields), ("attack", "assault", DAY)])


def later(words: str, trigger: str, name: str = "bb", **fields: object) -> Reading:
    return report(name, words + SECOND, told=[(trigger, "assault", dict(fields))])


def test_a_word_for_many_sorts_tells_what_another_word_told() -> None:
    """One report says stormed, then attack: the sort is told once."""
    assert groups(stormed()) == {("aa:v1", "aa:v2")}


def test_a_bare_word_joins_the_whole_that_it_fits_no_part_of() -> None:
    """Too little ties an attack without day or victim to the storming: on the mean of the two it stays out, by their sum it comes in."""
    assert groups(stormed(), later("Nobody has been tried for the attack on the works.", "attack")) == {("aa:v1", "aa:v2", "bb:v1")}


def test_a_bare_word_of_another_day_stays_apart() -> None:
    assert groups(stormed(), later("The attack of June was another matter.", "attack", date="2024-06-03")) == {("aa:v1", "aa:v2")}


def test_the_deaths_in_an_attack_are_not_the_attack() -> None:
    """Its dead are counted and disputed for themselves."""
    assert groups(stormed(), later("Four guards were killed on 5 April.", "killed", **DAY)) == {("aa:v1", "aa:v2")}


def test_two_groups_without_a_common_day_stay_two() -> None:
    """Groups hold enough to be told apart: a sort of deed on one matter is not enough, though a lone telling would join."""
    words = "Two men fell in the attack on the gate. The assault was brief."
    bare = report("bb", words + SECOND.replace("the port of Orrin, ", ""), told=[("attack", "assault", {}), ("assault", "assault", {})])
    assert groups(stormed(), bare) == {("aa:v1", "aa:v2"), ("bb:v1", "bb:v2")}


def test_a_group_joins_another_by_its_victim_though_a_warning_is_in_it() -> None:
    """The attack warned of and the attack denied are one in their report; the warning alone may not join what was done."""
    words = "It had warned of an attack on Sarveth Works. We did not attack Sarveth Works, the rebels said."
    on: dict[str, object] = {"recipients": (DEPOT[1],)}
    fields = {**on, "modality": "hypothetical"}, {**on, "polarity": "negative"}
    warned = report("bb", words + SECOND, who=[DEPOT], told=[("attack on", "assault", fields[0]), ("not attack", "assault", fields[1])])
    assert groups(stormed(), warned) == {("aa:v1", "aa:v2", "bb:v1", "bb:v2")}


def test_no_such_deed_is_the_deed_that_was_told() -> None:
    """ "No such" and "any such" point back; "such attacks" by itself is any of the kind."""
    denied = later("The rebels know of no such attack, they said.", "attack", polarity="negative")
    assert groups(stormed(), denied) == {("aa:v1", "aa:v2", "bb:v1")}
    unknown = later("The rebels have no knowledge of any attack, they said.", "attack", polarity="negative")
    assert groups(stormed(), unknown) == {("aa:v1", "aa:v2", "bb:v1")}
    assert groups(stormed(), later("Such an attack is a crime, she said.", "attack")) == {("aa:v1", "aa:v2")}


def test_two_groups_join_by_the_thing_that_was_hit() -> None:
    """Neither has the other's day; both tell what befell the one depot."""
    works: Who = ("group", "the depot of Sarveth Works")

    def twice(name: str, first: str, second: str, matter: str) -> Reading:
        text = f"The depot of Sarveth Works was {first}. The depot of Sarveth Works was {second}."
        fields = {"recipients": (works[1],)}
        return report(
            name,
            text.replace("The depot", "Then the depot") + matter,
            who=[works],
            told=[(one, "assault", fields) for one in (first, second)],
        )

    assert groups(twice("aa", "shelled", "hit", FIRST), twice("bb", "destroyed", "wrecked", SECOND)) == {
        ("aa:v1", "aa:v2", "bb:v1", "bb:v2")
    }


def test_two_groups_of_one_disaster_are_one() -> None:
    """A story has one such disaster: its groups need share neither day nor victim, and what only some of each say counts for all."""
    wall: Who = ("place", "Wick Dyke")
    at, nowhere = {"place": wall[1]}, dict[str, object]()
    words = "The wall at Wick Dyke collapsed. Police blame the collapse." + FIRST
    first = report("aa", words, who=[wall], told=[("collapsed", "die", at), ("collapse", "die", nowhere)])
    words = "At Wick Dyke it caved in. Why it gave way is open." + SECOND.replace("the port of Orrin, ", "")
    second = report("bb", words, who=[wall], told=[("caved in", "die", at), ("gave way", "die", nowhere)])
    assert groups(first, second) == {("aa:v1", "aa:v2", "bb:v1", "bb:v2")}
