from __future__ import annotations

from typing import Any

from tests.builders import build_span
from tests.link.invented import Said, Told, Who, report
from whence.model.readings import Reading
from whence.pipeline import tell_story

PEOPLE: list[Who] = [("organization", "Norrland"), ("organization", "Belmara"), ("group", "Salt Guard"), ("place", "Sarveth depot")]
FIRE = "Men attacked the Sarveth depot on Friday. "
ATTACK: dict[str, Any] = {"date": "2024-05-03", "on": "Friday", "recipients": ("Sarveth depot",)}
BLAME: Said = ("raiders from Belmara", "Norrland", {"act": "accuse", "cue": "blamed"})
NO_ROLE: Said = ("any role", "Belmara", {"act": "deny"})


def told(name: str, text: str, *said: Said) -> Reading:
    said = tuple(
        (content, who, fields | ({"cue": build_span(text, fields["cue"])} if "cue" in fields else {})) for content, who, fields in said
    )
    who = [one for one in PEOPLE if one[1] in text]
    return report(name, text, who=who, told=[("attacked", "assault", ATTACK)], said=said, outlet=f"Paper {name}", published="2024-05-04")


def doers(*readings: Reading) -> list[set[str]]:
    return [{side.value for side in one.values} for one in tell_story(readings).conflicts if one.field == "actor"]


def test_who_is_blamed_and_denies_any_role_stands_beside_who_blames() -> None:
    text = FIRE + "Norrland blamed raiders from Belmara. Belmara denied any role."
    assert doers(told("aa", text, BLAME, NO_ROLE)) == [{"raiders from Belmara", "not Belmara"}]


def test_a_claim_of_responsibility_stands_against_blame_of_another() -> None:
    claim: Said = ("responsibility", "Salt Guard", {"act": "claim_responsibility"})
    blamed = told("aa", FIRE + "Norrland blamed raiders from Belmara.", BLAME)
    claimed = told("bb", FIRE + "The Salt Guard claimed responsibility.", claim)
    assert doers(blamed, claimed) == [{"raiders from Belmara", "Salt Guard"}]
    assert doers(claimed) == []


def test_a_denial_that_nobody_s_blame_calls_for_and_blame_of_a_thing_are_no_dispute() -> None:
    assert doers(told("aa", FIRE + "Belmara denied any role.", NO_ROLE)) == []
    thing: Said = ("the old wiring", "Norrland", {"act": "accuse", "cue": "blamed"})
    assert doers(told("aa", FIRE + "Norrland blamed the old wiring. Belmara denied any role.", thing, NO_ROLE)) == []


def test_who_denies_an_accusation_denies_his_part_and_not_a_deed_that_others_tell() -> None:
    text = FIRE + "An aide said Belmara had raided the depot. Belmara denied it."
    said: list[Said] = [("Belmara had raided the depot", "An aide", {}), ("it.", "Belmara", {"act": "deny"})]
    told_by: list[Told] = [("attacked", "assault", ATTACK), ("raided", "assault", {**ATTACK, "actors": ("Belmara",), "attribution": "a1"})]
    who: list[Who] = [*(one for one in PEOPLE if one[1] in text), ("unnamed", "An aide")]
    reading = report("aa", text, who=who, told=told_by, said=said, outlet="Paper aa", published="2024-05-04")
    assert doers(reading) == [{"Belmara", "not Belmara"}]
    assert not any(one.field == "happened" for one in tell_story([reading]).conflicts)


def test_whose_work_it_is_said_to_be() -> None:
    blamed = told("aa", FIRE + "Norrland blamed raiders from Belmara.", BLAME)
    work: Said = ("the raid was the work of former porters", "Norrland", {"act": "believe"})
    other = told("bb", FIRE + "Norrland believes the raid was the work of former porters.", work)
    assert doers(blamed, other) == [{"raiders from Belmara", "former porters"}]
