from __future__ import annotations

import pytest

from tests.link.invented import described, report
from whence.link.profiles import Profile, profile
from whence.model.holdings import lay_out
from whence.model.readings import EntityKind


def made(text: str, kind: EntityKind, name: str, *, named: bool = True) -> Profile:
    reading = report("aa", text, who=[(kind, name)])
    return profile("aa:e1", lay_out([reading if named else described(reading, name)]))


@pytest.mark.parametrize(
    ("text", "name", "countries"),
    [
        ("Sweden’s Grain Council met.", "Grain Council", {"Sweden"}),
        ("The Norwegian Grain Council met.", "Grain Council", {"Norway"}),
        ("The Danish Grain Council met.", "Danish Grain Council", {"Denmark"}),
        ("Oslo's new Grain Council met.", "Grain Council", {"Norway"}),  # a capital stands for its country
        ("The Orrin Grain Council met.", "Grain Council", set()),
    ],
)
def test_a_body_s_country_is_in_its_name_or_right_before_it(text: str, name: str, countries: set[str]) -> None:
    assert made(text, "organization", name).countries == countries


def test_a_description_that_holds_a_name_is_no_name() -> None:
    assert not made("The inquiry into the loss of the Lady Orsel met.", "organization", "inquiry into the loss of the Lady Orsel").named


def test_a_headline_s_first_word_is_no_name() -> None:
    assert not made("Ferry sinks\nThe ferry went down.", "place", "Ferry").named
    assert made("Orsel sinks\nThe ferry went down.", "place", "Orsel").named


def test_numbers_articles_and_countries_are_no_description() -> None:
    one = made("Nearly 5,000 Swedish soldiers left.", "group", "Nearly 5,000 Swedish soldiers", named=False)
    other = made("The Swedish troops left.", "group", "The Swedish troops", named=False)
    assert one.described == other.described and one.head == other.head


def test_who_speaks_without_a_name_may_be_anybody() -> None:
    text = "Two clerks said so."
    reading = described(report("aa", text, who=[("group", "Two clerks")], said=[("so", "Two clerks", {})]), "Two clerks")
    assert profile("aa:e1", lay_out([reading])).anybody


@pytest.mark.parametrize(
    "text",
    [
        "Petral Shipping, also known as Naftil Line, sailed.",
        "Petral Shipping, as Naftil Line is called here, sailed.",
        "Petral Shipping (formerly Naftil Line) sailed.",
    ],
)
def test_other_names_are_harvested(text: str) -> None:
    assert ("naftil", "line") in made(text, "organization", "Petral Shipping").names
