from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.builders import build_span
from tests.link.invented import Said, report
from tests.weigh.test_conflicts import MATTER, fields, only, sides, tell
from whence.lexicon.differences import find_kinds
from whence.model.readings import Quantity, Reading
from whence.pipeline import tell_story

DAY = {"date": "2024-05-03", "on": "Friday"}
SHIP = [("place", "Lady Orsel")]


def wreck(name: str, text: str, *said: Said, who: Any = ()) -> Reading:
    told = ("sank", "die", {"recipients": ("Lady Orsel",), **DAY})
    return tell(name, f"The Lady Orsel sank on Friday. {text}", told, said=said, who=[*SHIP, *who])


def test_causes_of_two_kinds_are_a_conflict() -> None:
    owner: Said = ("the sinking was due to bad weather", "Norline", {})
    union: Said = ("it was caused by engine failure", "the union", {})
    one = wreck("aa", "Norline said the sinking was due to bad weather.", owner, who=[("organization", "Norline")])
    other = wreck(
        "bb", "It was because of its pumps, the union said: it was caused by engine failure.", union, who=[("group", "the union")]
    )
    conflict = only([one, other], "cause")
    assert sides(conflict) == {"weather": ("aa:a1",), "engine failure": ("bb:a1",)} and not conflict.hard


def test_a_cause_that_another_denies_is_a_hard_conflict() -> None:
    blamed: Said = ("a gas leak", "Norline", {"act": "accuse"})
    none: Said = ("There was no gas leak", "the union", {"act": "deny"})
    who = [("organization", "Norline"), ("group", "the union")]
    text = "Norline blamed a gas leak. “There was no gas leak,” the union said."
    conflict = only([wreck("aa", text, blamed, none, who=who), wreck("bb", "")], "cause")
    assert sides(conflict) == {"gas leak": ("aa:a1",), "not gas leak": ("aa:a2",)} and conflict.hard


@pytest.mark.parametrize("words", ["it could have been caused by a gas leak", "a gas leak or a bomb", "nobody had spoken of the weather"])
def test_what_nobody_is_sure_of_is_no_cause(words: str) -> None:
    who = [("organization", "Norline"), ("group", "the union")]
    sure: Said = ("it was caused by human error", "Norline", {})
    unsure: Said = (words, "the union", {})
    text = f"Norline said it was caused by human error. The union, the union said, thought {words}."
    assert "cause" not in fields(tell_story([wreck("aa", text, sure, unsure, who=who), wreck("bb", "")]))


def test_an_accident_to_one_is_an_attack_to_another() -> None:
    because: Said = ("The Lady Orsel sank on Friday because of engine failure", "Norline", {})
    told = ("sank", "die", {"recipients": ("Lady Orsel",), "attribution": "a1", **DAY})
    text = "The Lady Orsel sank on Friday because of engine failure, Norline said."
    accident = tell("aa", text, told, said=[because], who=[*SHIP, ("organization", "Norline")])
    deed = ("attacked", "assault", {"recipients": ("Lady Orsel",), **DAY})
    attack = tell("bb", "Men attacked the Lady Orsel on Friday.", deed, who=SHIP)
    assert "cause" not in fields(tell_story([accident, attack]))  # it may have been attacked and yet have sunk by itself
    deed = ("sabotaged", "assault", {"recipients": ("Lady Orsel",), **DAY})
    attack = tell("bb", "Men sabotaged the Lady Orsel on Friday.", deed, who=SHIP)
    assert set(sides(only([accident, attack], "cause"))) == {"engine failure", "sabotaged"}


def struck(name: str, text: str, **given: Any) -> Reading:
    return tell(name, text, ("struck", "assault", {"recipients": ("Sarveth mill",), **DAY, **given}), who=[("place", "Sarveth mill")])


def test_two_weapons() -> None:
    drone = struck("aa", "A drone struck the Sarveth mill on Friday.")
    shells = struck("bb", "Mortar shells struck the Sarveth mill on Friday.")
    assert sides(only([drone, shells], "means")) == {"drone": ("aa:v1",), "mortar": ("bb:v1",)}
    missile = struck("bb", "A missile struck the Sarveth mill on Friday.")
    assert "means" not in fields(tell_story([drone, missile]))  # a drone may fire one
    aware = struck("bb", "Mortar shells struck the Sarveth mill on Friday. The drone seen above it did nothing.")
    assert "means" not in fields(tell_story([drone, aware]))


def slain(name: str = "aa", **given: Any) -> Reading:
    told = ("killed", "assault", {"recipients": ("Ana Brek",), **DAY, **given})
    return tell(name, "Men killed Ana Brek on Friday.", told, who=[("person", "Ana Brek")])


def lives(words: str, published: str = "2024-05-07") -> Reading:
    text = f"Her brother said that {words} and well."
    who = [("person", "Ana Brek"), ("unnamed", "Her brother")]
    return tell("bb", text, said=[(f"{words} and well", "Her brother", {})], who=who, published=published)


def test_somebody_is_dead_to_one_and_alive_to_another() -> None:
    conflict = only([slain(), lives("Ana Brek is alive")], "outcome")
    assert sides(conflict) == {"dead": ("aa:v1",), "alive": ("bb:a1",)}


@pytest.mark.parametrize(("words", "published"), [("if Ana Brek is alive", "2024-05-07"), ("Ana Brek is alive", "2024-05-01")])
def test_who_may_live_or_lived_before_contradicts_nobody(words: str, published: str) -> None:
    assert "outcome" not in fields(tell_story([slain(), lives(words, published)]))


def test_a_motion_that_one_calls_adopted_and_another_defeated() -> None:
    def motion(name: str, word: str) -> Reading:
        text = f"On Friday the Sarveth council voted on the motion of Ana Brek to sell the mill: it {word} it."
        about = {"recipients": ("Ana Brek",), "actors": ("Sarveth council",), **DAY}
        return tell(name, text, (word, "vote", about), who=[("person", "Ana Brek"), ("organization", "Sarveth council")])

    assert set(sides(only([motion("aa", "adopted"), motion("bb", "defeated")], "outcome"))) == {"adopted", "defeated"}
    assert "outcome" not in fields(tell_story([motion("aa", "adopted"), motion("bb", "carried")]))


def raid(name: str, town: str, text: str = "") -> Reading:
    told = ("raided", "coerce", {"recipients": ("Ana Brek",), "place": "e2", **DAY})
    text = f"Police raided the house of Ana Brek on Friday at {town}. {text}"
    return tell(name, text, told, who=[("person", "Ana Brek"), ("place", town)])


def test_two_places_that_nobody_names_together() -> None:
    assert sides(only([raid("aa", "Orrin"), raid("bb", "Lunde")], "place")) == {"Orrin": ("aa:v1",), "Lunde": ("bb:v1",)}


def test_a_place_within_another_is_no_other_place() -> None:
    assert "place" not in fields(tell_story([raid("aa", "Hovden"), raid("bb", "Lunde", "Hovden lies in the hills above Lunde.")]))


def closed(name: str, length: str, **given: Any) -> Reading:
    told = ("shut", "coerce", {"recipients": ("Sarveth bridge",), **DAY, **given})
    return tell(name, f"Police shut the Sarveth bridge {length} on Friday.", told, who=[("place", "Sarveth bridge")])


def test_lengths_of_time() -> None:
    conflict = only([closed("aa", "for six hours"), closed("bb", "for two hours"), closed("cc", "for 2 hours")], "extent")
    assert sides(conflict) == {"six hours": ("aa:v1",), "two hours": ("bb:v1", "cc:v1")}
    assert "extent" not in fields(tell_story([closed("aa", "for six hours"), closed("bb", "for about five hours")]))
    assert "extent" not in fields(tell_story([closed("aa", "for six hours"), closed("bb", "for two hours", modality="ongoing")]))


def burnt(name: str, words: str) -> Reading:
    text = f"Men set fire to the Sarveth mill on Friday, and it was {words}."
    return tell(name, text, ("set fire", "assault", {"recipients": ("Sarveth mill",), **DAY}), who=[("place", "Sarveth mill")])


def test_destroyed_and_slightly_damaged() -> None:
    assert set(sides(only([burnt("aa", "destroyed"), burnt("bb", "slightly damaged")], "extent"))) == {"destroyed", "slightly damaged"}


def test_aims_of_two_kinds() -> None:
    def seized(name: str, aim: str) -> Reading:
        told = ("seized", "coerce", {"recipients": ("Ana Brek",), **DAY})
        return tell(name, f"On Friday men seized Ana Brek {aim}.", told, who=[("person", "Ana Brek")])

    assert set(sides(only([seized("aa", "for ransom"), seized("bb", "in revenge")], "motive"))) == {"ransom", "revenge"}


def test_whether_it_had_to_do_with_what_went_before() -> None:
    who = [("person", "Ana Brek"), ("organization", "Norline")]
    sacked = {"recipients": ("Ana Brek",), **DAY}
    over = tell("aa", "Norline dismissed Ana Brek over the wreck on Friday.", ("dismissed", "coerce", sacked), who=who)
    content = "the dismissal of Ana Brek on Friday had nothing to do with the wreck"
    no = tell("bb", f"Norline said {content}.", ("dismissal", "coerce", {**sacked, "attribution": "a1", "polarity": "negative"}),
              said=[(content, "Norline", {"act": "deny"})], who=who)  # fmt: skip
    story = tell_story([over, no])
    assert {one.field for one in story.conflicts} == {"motive"}


def test_who_calls_a_denial_a_lie_says_that_it_was_so() -> None:
    content = "the dismissal had nothing to do with the wreck"
    text = f"Norline said {content}. Her lawyer called that a plain lie.{MATTER}"
    said: list[Said] = [(content, "Norline", {"act": "deny"}), ("a plain lie", "Her lawyer", {"cue": build_span(text, "called")})]
    who: list[Any] = [("organization", "Norline"), ("unnamed", "Her lawyer")]
    told: Any = [("dismissal", "coerce", {"attribution": "a1"})]
    reading = report("aa", text, who=who, told=told, said=said, outlet="Paper aa", published="2024-05-04")
    assert sides(only([reading], "motive")) == {"no": ("aa:v1", "aa:a1"), "yes": ("aa:a2",)}


def will(name: str, word: str) -> Reading:
    content = f"she {word} attend the inquiry into the wreck at Tolme"
    return tell(name, f"Ana Brek of the port of Orrin said {content}.", said=[(content, "Ana Brek", {})], who=[("person", "Ana Brek")])


def test_who_says_yes_in_one_report_and_no_in_another() -> None:
    assert sides(only([will("aa", "would"), will("bb", "would not")], "said")) == {"will": ("aa:a1",), "will not": ("bb:a1",)}
    assert "said" not in fields(tell_story([will("aa", "would"), will("bb", "will")]))


@pytest.mark.parametrize(
    "text",
    [
        "No word was given about the raid.",
        "The police never had to raid it.",
        "The raid did not begin until dawn.",
        "It was not a raid because of him.",
    ],
)
def test_a_negation_of_something_else_denies_no_deed(text: str) -> None:
    who = [("place", "Sarveth depot")]
    word = "raid"
    yes = tell("aa", "The raid on the Sarveth depot came on Friday.", ("raid", "assault", {"recipients": ("Sarveth depot",), **DAY}))
    no = tell("bb", f"On Friday this was said of the Sarveth depot. {text}",
              (word, "assault", {"recipients": ("Sarveth depot",), "polarity": "negative", **DAY}), who=who[1:])  # fmt: skip
    assert "happened" not in fields(tell_story([yes, no]))


def test_a_word_names_its_kind_in_whole_words_only() -> None:
    assert [(one.kind, one.words) for one in find_kinds("cause", "Brake\nfailure, not a tremor")] == [
        ("fault", "Brake\nfailure"),
        ("nature", "tremor"),
    ]
    assert find_kinds("cause", "brainstorming in the fogbound hall") == []


def aboard(text: str, *said: Said, told: Any = ("sank", "die", {"recipients": ("Lady Orsel",), **DAY})) -> Reading:
    who = [*SHIP, ("organization", "Norline"), ("group", "the union")]
    return tell("aa", f"The Lady Orsel sank on Friday. {text}", told, said=said, who=[one for one in who if one[1] in text or one in SHIP])


def test_a_number_that_another_puts_on_what_no_happening_counts() -> None:
    text = "Norline said that 52 men were on board at the time. The union, or the union in Orrin, put the number on board at 61."
    said: list[Said] = [("52 men were on board at the time", "Norline", {}), ("the number on board at 61", "the union", {})]
    assert sides(only([aboard(text, *said)], "count")) == {"52": ("aa:a1",), "61": ("aa:a2",)}
    other = text.replace("on board at 61", "ashore at 61")
    said = [said[0], ("the number ashore at 61", "the union", {})]
    assert "count" not in fields(tell_story([aboard(other, *said)]))


def test_who_puts_the_number_higher_is_at_odds_with_a_least_number() -> None:
    def told_by_union(cue: str) -> Reading:
        text = f"At least 14 people died, Norline said. Later the union {cue} it at 23.{MATTER}"
        said: list[Said] = [
            ("At least 14 people died", "Norline", {}), ("it at 23", "the union", {"cue": build_span(text, cue)}),
        ]  # fmt: skip
        who: list[Any] = [("organization", "Norline"), ("group", "the union"), ("place", "Sarveth depot")]
        reading = report("aa", text, who=who, told=[("died", "die", {"attribution": "a1"})], said=said, outlet="Paper aa")
        least = Quantity(14, "people (dead)", build_span(text, "14"), "at_least")
        return replace(reading, events=(replace(reading.events[0], quantities=(least,)),))

    assert set(sides(only([told_by_union("put")], "count"))) == {"at least 14", "23"}
    assert "count" not in fields(tell_story([told_by_union("saw")]))


def test_lengths_of_time_in_sayings_of_the_same_words() -> None:
    def shut(name: str, days: str) -> Reading:
        content = f"the railway line between Orrin and Upper Tolme was closed for {days} by the snow"
        text = f"A guard said {content}. {'Nobody else spoke. ' if name == 'bb' else ''}"
        return tell(name, text, said=[(content, "A guard", {})], who=[("unnamed", "A guard")])

    assert set(sides(only([shut("aa", "three days"), shut("bb", "five days")], "extent"))) == {"three days", "five days"}
    assert "extent" not in fields(tell_story([shut("aa", "three days"), shut("bb", "three days")]))


def test_a_person_whom_one_does_not_name_yet_is_no_other_doer() -> None:
    def shot(name: str, doer: Any) -> Reading:
        told = ("shot", "assault", {"recipients": ("Ana Brek",), "actors": (doer[1],) if doer else (), **DAY})
        text = f"On Friday {doer[1] if doer else 'somebody'} shot Ana Brek."
        return tell(name, text, told, who=[("person", "Ana Brek"), *([doer] if doer else [])])

    assert "actor" not in fields(tell_story([shot("aa", None), shot("bb", ("person", "Tomas Erl"))]))
    assert set(sides(only([shot("aa", None), shot("bb", ("organization", "Norland"))], "actor"))) == {"not named", "Norland"}
