from __future__ import annotations

from dataclasses import replace

import pytest

from tests.link.invented import described, report
from whence.link.contexts import Contexts
from whence.link.copies import link_copies
from whence.link.decisions import UNDECIDED, Decisions
from whence.link.entities import link_entities
from whence.model.holdings import lay_out
from whence.model.readings import EntityKind, Reading, Role
from whence.model.spans import Span

MATTER = " In Orrin the Sarveth depot burnt, and Belmara, Khasrun and Upper Tolme sent crews with Corvin Aldane."


def linked(*readings: Reading, decided: Decisions = UNDECIDED) -> set[frozenset[str]]:
    holdings = lay_out(readings)
    found = link_entities(holdings, Contexts(holdings.readings), link_copies(holdings.readings), decided)
    return {frozenset(entity.members) for entity in found if len(entity.members) > 1}


def pair(
    kind: EntityKind, one: str, other: str, *, texts: tuple[str, str] = ("Then {} spoke.", "Later {} was named.")
) -> tuple[Reading, Reading]:
    left, right = (text.format(name) + MATTER for text, name in zip(texts, (one, other), strict=True))
    return report("aa", left, who=[(kind, one)]), report("bb", right, who=[(kind, other)])


TOGETHER = {frozenset({"aa:e1", "bb:e1"})}


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("person", "Daoud Qasreni", "Dawud Kasreni"),
        ("organization", "Revolutionary Salt Guards", "Salt Guard"),  # a short form within the long one
        ("organization", "Belmar Press Agency", "BPA"),
        ("place", "United States", "America"),
        ("organization", "Islamic State", "Daesh"),
    ],
)
def test_names_of_one(kind: EntityKind, one: str, other: str) -> None:
    assert linked(*pair(kind, one, other)) == TOGETHER


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("person", "Daoud Qasreni", "Selim Qasreni"),
        ("person", "Ewald Torn", "Euald Born"),
        ("organization", "Salt Guards", "Coast Guards"),
        ("place", "Norway", "Sweden"),
        ("place", "Lower Tolme", "Vastra"),
    ],
)
def test_names_of_two(kind: EntityKind, one: str, other: str) -> None:
    assert linked(*pair(kind, one, other)) == set()


def test_councils_of_two_countries_are_two() -> None:
    texts = ("Sweden’s {} met.", "The Norwegian {} met.")
    assert linked(*pair("organization", "Grain Council", "Grain Council", texts=texts)) == set()


def test_a_person_is_no_place() -> None:
    one, other = pair("person", "Vastra", "Vastra")
    person = replace(one.entities[0], roles=(Role("mayor", Span(0, 4)),))
    other = replace(other, entities=(replace(other.entities[0], kind="place"),))
    assert linked(replace(one, entities=(person,)), other) == set()


def test_two_whom_one_report_tells_apart_stay_apart() -> None:
    text = "Ewan Torlis spoke. He is no relation of Euan Torlis." + MATTER
    both = report("aa", text, who=[("person", "Ewan Torlis"), ("person", "Euan Torlis")])
    other = report("bb", "Ewan Torlis left." + MATTER, who=[("person", "Ewan Torlis")])
    assert linked(both, other) == {frozenset({"aa:e1", "bb:e1"})}


def test_a_body_called_by_its_noun_is_the_only_such_body_of_the_story() -> None:
    named, plain = pair("organization", "Belmara Coastguard", "the coastguard")
    assert linked(named, described(plain, "the coastguard")) == TOGETHER


def test_a_noun_that_two_bodies_share_means_neither_for_sure() -> None:
    text = "The Orrin Harbour Union and the Tolme Drivers Union met." + MATTER
    two = report("aa", text, who=[("organization", "Orrin Harbour Union"), ("organization", "Tolme Drivers Union")])
    plain = described(report("bb", "Then the union met." + MATTER, who=[("organization", "the union")]), "the union")
    assert linked(two, plain) == set()


def test_officials_without_a_name_are_never_one() -> None:
    one, other = pair("unnamed", "a senior official", "a senior official")
    assert linked(described(one, "a senior official"), described(other, "a senior official")) == set()


def test_a_surname_finds_its_bearer() -> None:
    assert linked(*pair("person", "Daoud Qasreni", "Qasreni")) == TOGETHER


def test_an_office_finds_who_holds_it_in_those_months() -> None:
    held = report("aa", "Transport minister Ana Brek spoke." + MATTER, who=[("person", "Ana Brek")], published="2024-03-01")
    brek = replace(held.entities[0], roles=(Role("Transport minister", Span(0, 18)),))
    held = replace(held, entities=(brek,))
    text = "Then the transport minister left." + MATTER
    soon = described(report("bb", text, who=[("person", "the transport minister")], published="2024-04-01"), "the transport minister")
    late = replace(soon, report=replace(soon.report, published="2026-04-01"))
    assert linked(held, soon) == TOGETHER
    assert linked(held, late) == set()


def test_of_two_who_hold_an_office_the_one_of_the_land_is_meant() -> None:
    def holder(name: str, who: str, office: str) -> Reading:
        held = report(name, f"{office} {who} spoke." + MATTER, who=[("person", who)], published="2024-03-01")
        return replace(held, entities=(replace(held.entities[0], roles=(Role(office, Span(0, len(office))),)),))

    text = "Then Norway’s transport minister left." + MATTER
    one, other = holder("aa", "Ana Brek", "Norwegian Transport minister"), holder("bb", "Ivo Sund", "Danish Transport minister")
    soon = report("cc", text, who=[("person", "Norway’s transport minister")], published="2024-03-02")
    assert linked(one, other, described(soon, "Norway’s transport minister")) == {frozenset({"aa:e1", "cc:e1"})}


def test_a_report_s_own_word_for_another_name_counts() -> None:
    texts = ("{}, also known as Naftil Line, sailed.", "{} sailed.")
    assert linked(*pair("organization", "Petral Shipping", "Naftil Line", texts=texts)) == TOGETHER


def test_what_a_person_decided_outranks_the_names() -> None:
    same = Decisions((("aa:e1", "bb:e1"),), frozenset(), (), ())
    different = Decisions((), frozenset({("aa:e1", "bb:e1")}), (), ())
    assert linked(*pair("person", "Daoud Qasreni", "Ilse Maren"), decided=same) == TOGETHER
    assert linked(*pair("person", "Daoud Qasreni", "Daoud Qasreni"), decided=different) == set()


def test_a_person_goes_by_the_names_most_reports_give_and_a_body_by_its_longest() -> None:
    def name_of(kind: EntityKind, *names: str) -> str:
        readings = [report(f"r{number}", f"Then {name} spoke." + MATTER, who=[(kind, name)]) for number, name in enumerate(names)]
        holdings = lay_out(readings)
        same = Decisions(tuple(("r0:e1", f"r{number}:e1") for number in range(1, len(names))), frozenset(), (), ())
        found = link_entities(holdings, Contexts(holdings.readings), link_copies(holdings.readings), same)
        return next(entity.name for entity in found if "r0:e1" in entity.members)

    assert name_of("person", "Poor Old Daoud Qasreni", "Daoud Qasreni", "Daoud Qasreni", "Qasreni") == "Daoud Qasreni"
    assert name_of("person", "Qasreni", "Qasreni", "Daoud Qasreni") == "Daoud Qasreni"
    assert name_of("organization", "Salt Guards", "Salt Guards", "Revolutionary Salt Guards") == "Revolutionary Salt Guards"
