from __future__ import annotations

import pytest

from whence.intake.bylines import Byline, is_contribution, read_byline
from whence.intake.newsrooms import find_agencies, name_agency, name_outlet, tidy_name
from whence.lexicon.outlets import find_outlet_of_host


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("THE HALE COURIER", "The Hale Courier"),
        ("Brovik Today", "Brovik Today"),
        ("Radio Sorrel", "Radio Sorrel"),
        ("FellWire", "FellWire"),
        ("BBC NEWS", "BBC News"),
        ("Reuters", None),
        ("Valley Press Agency", None),
        ("World News", None),
        ("Port Hale", None),
        ("Petra Kolb", None),
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
        ("VALLEY PRESS AGENCY", "Valley Press Agency"),
        ("Brovik Today", None),
        ("the agency", None),
    ],
)
def test_agencies(text: str, agency: str | None) -> None:
    assert name_agency(text) == agency


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("By Ines Moll", Byline(("Ines Moll",))),
        ("By PIET SANDOR, Courts Correspondent", Byline(("Piet Sandor",))),
        ("by Ines Moll and Marek Dole in Port Hale", Byline(("Ines Moll", "Marek Dole"))),
        ("Written by: Ines Moll", Byline(("Ines Moll",))),
        ("By Valley Press Agency", Byline(("Valley Press Agency",), ("Valley Press Agency",))),
        ("By Ines Moll, The Associated Press", Byline(("Ines Moll",), ("AP",))),
        ("By Ines Moll for The Fell Observer", Byline(("Ines Moll",), (), ("The Fell Observer",))),
        ("By our staff", Byline(())),
        ("By the time the rescue car came, it was too late", None),
        ("Railcar derails", None),
    ],
)
def test_bylines(text: str, byline: Byline | None) -> None:
    assert read_byline(text) == byline


def test_contributions() -> None:
    assert is_contribution("(Reporting by Ines Moll; Editing by Marek Dole)")
    assert is_contribution("Ines Moll contributed to this report.")
    assert not is_contribution("Heavy seas contributed to the derailment of the railcar.")
    assert find_agencies("With inputs from AFP and the Valley Press Agency") == ("AFP", "Valley Press Agency")
    assert find_agencies("Reporting by Petra Kolb") == ()


def test_names_in_capitals_are_tidied() -> None:
    assert tidy_name("VOICE OF THE VALLEY") == "Voice of the Valley"
    assert tidy_name("SKTV NEWS") == "SKTV News"
    assert tidy_name(" Trackside, ") == "Trackside"


def test_hosts() -> None:
    assert find_outlet_of_host("www.bbc.co.uk") == "BBC"
    assert find_outlet_of_host("mercury.example") is None
