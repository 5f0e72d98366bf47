from __future__ import annotations

from typing import Any

from tests.link.invented import Said
from tests.weigh.test_conflicts import fields, only, sides, tell
from whence.pipeline import tell_story

ARMY: list[Any] = [("organization", "The army"), ("unnamed", "An aide"), ("place", "Sarveth depot")]
RAID: dict[str, Any] = {"date": "2024-05-03", "on": "Friday", "recipients": ("Sarveth depot",)}


def test_who_says_that_it_was_so_without_another_word_stands_against_the_denial() -> None:
    text = "The army said it had not been warned; An aide said it was."
    said: list[Said] = [("it had not been warned", "The army", {"act": "deny"}), ("it was", "An aide", {})]
    told = ("warned", "consult", {"polarity": "negative", "attribution": "a1", "recipients": ("The army",)})
    assert sides(only([tell("aa", text, told, said=said, who=ARMY[:2])], "happened")) == {"no": ("aa:v1", "aa:a1"), "yes": ("aa:a2",)}


def test_what_a_denial_goes_on_to_tell_takes_nothing_from_it() -> None:
    text = "The army raided the Sarveth depot on Friday, An aide said. “That is a lie. They burnt it themselves,” said The army."
    said: list[Said] = [
        ("The army raided the Sarveth depot on Friday", "An aide", {}),
        ("That is a lie. They burnt it themselves", "The army", {"act": "deny"}),
    ]
    raid = ("raided", "assault", {**RAID, "attribution": "a1"})
    burnt = ("burnt", "assault", {"attribution": "a2"})
    assert sides(only([tell("aa", text, raid, burnt, said=said, who=ARMY)], "happened"))["no"] == ("aa:a2",)


def test_who_denies_what_is_said_of_a_known_deed_does_not_deny_the_deed() -> None:
    text = "The raid on the Sarveth depot on Friday was ordered from abroad, An aide said. The army denied it."
    said: list[Said] = [
        ("The raid on the Sarveth depot on Friday was ordered from abroad", "An aide", {}),
        ("it", "The army", {"act": "deny"}),
    ]
    disputed = tell(
        "aa", text.replace("denied it.", "denied it ."), ("raid", "assault", {**RAID, "attribution": "a1"}), said=said, who=ARMY
    )
    known = [tell(name, "Men raided the Sarveth depot on Friday.", ("raided", "assault", RAID), who=ARMY[2:]) for name in ("bb", "cc")]
    assert "happened" in fields(tell_story([disputed]))
    assert "happened" not in fields(tell_story([disputed, *known]))


def test_who_heard_no_such_thing_denies_it_and_who_only_left_out_whom_he_means_does_not() -> None:
    yes = tell("aa", "A shell hit the Sarveth depot on Friday.", ("hit", "assault", RAID), who=ARMY[2:])
    for words, trigger, kept in (("he heard no shelling", "shelling", True), ("it was never hit", "hit", False)):
        said: list[Said] = [(words, "An aide", {})]
        told = (trigger, "assault", {"polarity": "negative", "attribution": "a1"})
        no = tell("bb", f"An aide at the Sarveth depot said {words}.", told, said=said, who=ARMY[1:])
        assert ("happened" in fields(tell_story([yes, no]))) is kept
