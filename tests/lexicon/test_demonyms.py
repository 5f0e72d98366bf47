from __future__ import annotations

import pytest

from whence.lexicon.demonyms import adjectives_after, called_after, peoples_of


@pytest.mark.parametrize(
    ("place", "adjective"),
    [
        ("Tarsenia", "Tarsenian"),
        ("Orvelle", "Orvellian"),
        ("Kelmar", "Kelmari"),
        ("Dunmara", "Dunmarese"),
        ("Brisland", "Brislandic"),
        ("Vorland", "Vorish"),
        ("Upper Selmo", "Selman"),
        ("Taristan", "Tarish"),
    ],
)
def test_a_place_gives_its_adjective(place: str, adjective: str) -> None:
    assert adjective in adjectives_after(place)


def test_neither_a_short_name_nor_the_list_gives_any() -> None:
    assert not adjectives_after("Ova")
    assert "Iraqi" not in adjectives_after("Iraq")


def test_some_adjectives_make_a_plural_of_the_people() -> None:
    assert peoples_of(["Tarsenian", "Kelmari", "Dunmarese"]) == {"Tarsenians", "Kelmaris"}
    assert called_after("Tarsenia", {"Tarsenians", "Tarsenia", "Kelmari"}) == {"Tarsenians"}
