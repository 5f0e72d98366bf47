from __future__ import annotations

import pytest

from whence.intake.bylines import Byline, is_contribution, read_byline
from whence.intake.newsrooms import find_agencies, name_agency, name_outlet, tidy_name
from whence.lexicon.outlets import find_outlet_of_host


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("THE ANSEL COURIER", "The Ansel Courier"),
        ("Skelby Today", "Skelby Today"),
        ("Radio Lemnara", "Radio Lemnara"),
        ("TarnWire", "TarnWire"),
        ("BBC NEWS", "BBC News"),
        ("Reuters", None),
        ("Isles Press Agency", None),
        ("World News", None),
        ("Port Ansel", None),
        ("Petra Lindgaard", None),
        ("told the Mercury in an interview", None),
    ],
)
def test_outlets(text: str, outlet: str | None) -> None:
    assert name_outlet(text) == outlet


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Agence France-Presse", "AFP"),
        ("The Associated Press", "AP"),
        ("ISLES PRESS AGENCY", "Isles Press Agency"),
        ("Skelby Today", None),
        ("the agency", None),
    ],
)
def test_agencies(text: str, agency: str | None) -> None:
    assert name_agency(text) == agency


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("By Nell Carrow", Byline(("Nell Carrow",))),
        ("By LUKAS HARROW, Legal Affairs Correspondent", Byline(("Lukas Harrow",))),
        ("by Nell Carrow and Idris Vane in Port Ansel", Byline(("Nell Carrow", "Idris Vane"))),
        ("Written by: Nell Carrow", Byline(("Nell Carrow",))),
        ("By Isles Press Agency", Byline(("Isles Press Agency",), ("Isles Press Agency",))),
        ("By Nell Carrow, The Associated Press", Byline(("Nell Carrow",), ("AP",))),
        ("By Nell Carrow for The Tarn Observer", Byline(("Nell Carrow",), (), ("The Tarn Observer",))),
        ("By our staff", Byline(())),
        ("By the time the lifeboat came, it was too late", None),
        ("Ferry sinks", None),
    ],
)
def test_bylines(text: str, byline: Byline | None) -> None:
    assert read_byline(text) == byline


def test_contributions() -> None:
    assert is_contribution("(Reporting by Nell Carrow; Editing by Idris Vane)")
    assert is_contribution("Nell Carrow contributed to this report.")
    assert not is_contribution("Heavy seas contributed to the sinking of the ferry.")
    assert find_agencies("With inputs from AFP and the Isles Press Agency") == ("AFP", "Isles Press Agency")
    assert find_agencies("Reporting by Petra Lindgaard") == ()


def test_names_in_capitals_are_tidied() -> None:
    assert tidy_name("VOICE OF THE ISLES") == "Voice of the Isles"
    assert tidy_name("SKTV NEWS") == "SKTV News"
    assert tidy_name(" Quayside, ") == "Quayside"


def test_hosts() -> None:
    assert find_outlet_of_host("www.bbc.co.uk") == "BBC"
    assert find_outlet_of_host("mercury.example") is None
