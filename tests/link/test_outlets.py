from __future__ import annotations

import pytest

from tests.link.invented import described, report
from whence.link.outlets import find_newsrooms, find_outlets, outlet_name, own_outlet, same_outlet
from whence.model.holdings import lay_out
from whence.model.readings import EntityKind


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("The Tolme Echo", "Tolme Echo", True),
        ("BPA", "Belmar Press Agency", True),
        ("Agence France-Presse", "AFP", True),
        ("Tolme Echo", "Tolme Courier", False),
        (None, "Tolme Echo", False),
    ],
)
def test_names_of_one_outlet(left: str | None, right: str | None, same: bool) -> None:
    assert same_outlet(left, right) is same and same_outlet(right, left) is same


@pytest.mark.parametrize(
    ("kind", "text", "name", "is_one"),
    [
        ("organization", "The Khasrun Courier wrote so.", "Khasrun Courier", True),
        ("organization", "The broadcaster Belvis said so.", "Belvis", True),
        ("person", "The state broadcaster, Tele-Vastra, said so.", "Tele-Vastra", True),
        ("person", "Ana Courier said so.", "Ana Courier", False),
        ("organization", "The Masons' League said so.", "Masons' League", False),
        ("place", "In Vastra Post they said so.", "Vastra Post", False),
    ],
)
def test_what_is_an_outlet(kind: EntityKind, text: str, name: str, is_one: bool) -> None:
    holdings = lay_out([report("aa", text, who=[(kind, name)])])
    assert (find_outlets(holdings) == {"aa:e1": name}) is is_one


@pytest.mark.parametrize(
    ("kind", "text", "name", "is_one"),
    [
        ("person", "The official Vastra News Agency (VNA) reported so.", "Vastra News Agency", True),
        ("organization", "The Vastran agency Belpress reported so.", "Belpress", True),
        ("organization", "The Vastran agency Belaid said so.", "Belaid", False),
    ],
)
def test_agencies_are_seen_to_report(kind: EntityKind, text: str, name: str, is_one: bool) -> None:
    assert (find_outlets(lay_out([report("aa", text, who=[(kind, name)])])) == {"aa:e1": name}) is is_one


def test_what_one_report_makes_known_as_an_outlet_is_one_in_another() -> None:
    teller = report("aa", "The Vastran agency Belpress reported so.", who=[("organization", "Belpress")])
    owner = report("bb", "He said so.", outlet="Tolmic Wool News Agency")
    other = report("cc", "Belpress and TWNA have it otherwise.", who=[("organization", "Belpress"), ("person", "TWNA")])
    assert set(find_outlets(lay_out([teller, owner, other]))) == {"aa:e1", "cc:e1", "cc:e2"}


def test_media_without_a_name_are_no_outlet() -> None:
    reading = described(report("aa", "Local media said so.", who=[("group", "Local media")]), "Local media")
    assert find_outlets(lay_out([reading])) == {}


def test_a_paper_calls_itself_by_its_last_word() -> None:
    reading = report("aa", "He told the Echo.", who=[("organization", "Echo")], outlet="The Tolme Echo")
    assert own_outlet("Echo", reading) and not own_outlet("Courier", reading)
    newsrooms = find_newsrooms(lay_out([reading]), {"aa:e1": "Echo"})
    assert newsrooms.members == {"aa:e1": "Tolme Echo"} and newsrooms.reports == {"aa": "Tolme Echo"}


def test_an_article_is_no_part_of_the_name() -> None:
    assert outlet_name("The  Tolme\nEcho") == "Tolme Echo"


def test_two_full_names_with_the_same_initials_are_two_newsrooms_and_the_initials_are_neither_s() -> None:
    names = ("Capital Bell News", "Coast Border Notes", "CBN")
    reports = [report(name, "He said so.", outlet=outlet) for name, outlet in zip("abc", names, strict=True)]
    assert find_newsrooms(lay_out(reports), {}).reports == dict(zip("abc", names, strict=True))


def test_initials_are_those_of_an_agency_that_another_report_credits() -> None:
    credited = report("aa", "He said so.", outlet="Tolme Echo", credits=("Belmar Press Agency",))
    citing = report("bb", "BPA reported so.", who=[("organization", "BPA")])
    assert find_newsrooms(lay_out([credited, citing]), {"bb:e1": "BPA"}).members == {"bb:e1": "Belmar Press Agency"}


def test_the_head_of_a_newspaper_is_no_newspaper() -> None:
    text = "The editor of a newspaper, Ilan Dorr, wrote to the province."
    reading = described(report("aa", text, who=[("person", "The editor of a newspaper")]), "The editor of a newspaper")
    assert find_outlets(lay_out([reading])) == {}


def test_a_body_that_writes_is_no_outlet_where_it_acts_as_a_party() -> None:
    writes = report(
        "aa", "The road stays shut, the Salt Guard writes.", who=[("organization", "Salt Guard")],
        said=[("The road stays shut", "Salt Guard", {"anonymity": "outlet"})],
    )  # fmt: skip
    acts = report(
        "bb", "The Salt Guard attacked the depot.", who=[("organization", "Salt Guard")],
        told=[("attacked", "assault", {"actors": ("Salt Guard",)})],
    )  # fmt: skip
    assert find_outlets(lay_out([writes])) == {"aa:e1": "Salt Guard"}
    assert find_outlets(lay_out([writes, acts])) == {}
