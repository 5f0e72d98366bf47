from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.builders import build_span
from tests.link.invented import described, report
from whence.model.readings import Reading, Role
from whence.model.stories import Conflict, Story
from whence.pipeline import tell_story

MATTER = " The Sarveth depot, the port of Orrin, Upper Tolme and minister Daoud Qasreni of Belmara are in every report on it."


def tell(name: str, text: str, *told: Any, said: Any = (), who: Any = (), published: str = "2024-05-06") -> Reading:
    return report(
        name, text + MATTER, told=told, said=said, who=[*who, ("place", "Sarveth depot")], outlet=f"Paper {name}", published=published
    )


def only(readings: list[Reading], field: str) -> Conflict:
    (conflict,) = [one for one in tell_story(readings).conflicts if one.field == field]
    return conflict


def fields(story: Story) -> set[str]:
    return {conflict.field for conflict in story.conflicts}


def sides(conflict: Conflict) -> dict[str, tuple[str, ...]]:
    return {side.value: side.by for side in conflict.values}


def sank(name: str, day: str, date: str | None, **fields: Any) -> Reading:
    given = {"date": date, "on": day} if date else {}
    return tell(
        name,
        f"The Lady Orsel sank on {day}.",
        ("sank", "die", {"recipients": ("Lady Orsel",), **given, **fields}),
        who=[("place", "Lady Orsel")],
    )


def test_a_wrong_day_is_a_slip() -> None:
    conflict = only(
        [sank("aa", "Friday", "2024-05-03"), sank("bb", "Saturday", "2024-05-04"), sank("cc", "Saturday", "2024-05-04")], "date"
    )
    assert conflict.kind == "slip"
    assert sides(conflict) == {"2024-05-03": ("aa:v1",), "2024-05-04": ("bb:v1", "cc:v1")}


def test_a_date_that_the_program_only_inferred_is_no_account() -> None:
    assert fields(tell_story([sank("aa", "Friday", "2024-05-03"), sank("bb", "Saturday", "2024-05-04", date_basis="anchored")])) == set()


def aboard(name: str, number: str, value: int, published: str = "2024-05-06", **fields: Any) -> Reading:
    text = f"The Lady Orsel sank with {number} people on board."
    quantities = [(value, "people on board", number)]
    told = ("sank", "die", {"recipients": ("Lady Orsel",), "quantities": quantities, **fields})
    return tell(name, text, told, who=[("place", "Lady Orsel")], published=published)


def test_two_numbers_of_the_same_are_a_conflict() -> None:
    conflict = only([aboard("aa", "212", 212), aboard("bb", "240", 240)], "count")
    assert sides(conflict) == {"212": ("aa:v1",), "240": ("bb:v1",)} and conflict.kind == "contradiction"


def test_a_number_in_a_saying_stands_against_one_that_is_told() -> None:
    union = tell("bb", "The union said at least 240 people were aboard. The Lady Orsel sank.",
                 ("sank", "die", {"recipients": ("Lady Orsel",)}), who=[("place", "Lady Orsel")],
                 said=[("at least 240 people were aboard", None, {})])  # fmt: skip
    held = aboard("aa", "212", 212)
    both = tell("cc", "The Lady Orsel sank with 212 people on board. The union said at least 240 people were aboard.",
                ("sank", "die", {"recipients": ("Lady Orsel",), "quantities": [(212, "people on board", "212")]}),
                who=[("place", "Lady Orsel")], said=[("at least 240 people were aboard", None, {})])  # fmt: skip
    assert sides(only([held, union, both], "count"))["at least 240"] == ("cc:a1",)


def killed(name: str, number: str, value: int, published: str, tail: str = "") -> Reading:
    text = f"The blast killed {number} people.{tail}"
    return tell(name, text, ("killed", "die", {"quantities": [(value, "people killed", number)]}), published=published)


def test_a_toll_that_grows_is_an_update() -> None:
    story = tell_story([killed("aa", "19", 19, "2024-05-01"), killed("bb", "27", 27, "2024-05-03"), killed("cc", "31", 31, "2024-05-09")])
    assert fields(story) == set()
    (update,) = story.updates
    assert (update.kind, update.hard, list(sides(update))) == ("update", False, ["19", "27", "31"])


def test_a_toll_that_shrinks_is_a_conflict() -> None:
    assert only([killed("aa", "31", 31, "2024-05-01"), killed("bb", "19", 19, "2024-05-03")], "count").kind == "contradiction"


def test_a_number_that_is_taken_back_is_corrected() -> None:
    wrong = killed("aa", "31", 31, "2024-05-01")
    right = killed("bb", "19", 19, "2024-05-03", tail="\nCORRECTION. The number was given wrongly.")
    assert only([wrong, right], "count").kind == "contradiction"  # the correction stands in another paragraph than the number
    text = "CORRECTION. The blast killed 19 people and not more."
    taken = tell("cc", text, ("killed", "die", {"quantities": [(19, "people killed", "19")]}), published="2024-05-03")
    assert only([wrong, taken], "count").kind == "corrected"


def test_at_least_so_many_does_not_contradict_more() -> None:
    text = "The blast killed at least 19 people."
    first = tell("aa", text, ("killed", "die", {}), said=[(text[:-1], None, {})])
    assert "count" not in fields(tell_story([first, killed("bb", "31", 31, "2024-05-03")]))


def notified(name: str, text: str, **fields: Any) -> Reading:
    who = [("organization", "Norrland Register")]
    return tell(name, text, ("told", "consult", {"recipients": ("Norrland Register",), **fields}), who=who)


def test_what_one_tells_and_another_denies() -> None:
    yes = notified("aa", "Norrland Register was told of the crack in November.", date="2023-11")
    no = notified("bb", "Norrland Register was never told of a crack.", polarity="negative")
    conflict = only([yes, no], "happened")
    assert sides(conflict) == {"yes": ("aa:v1",), "no": ("bb:v1",)}


def test_what_is_only_asked_for_is_not_denied() -> None:
    asked = notified("aa", "The union wants Norrland Register told of the crack.", modality="asked")
    no = notified("bb", "Norrland Register was never told of a crack.", polarity="negative")
    assert fields(tell_story([asked, no])) == set()


def shot(name: str, verb: str, *doers: str, victims: tuple[str, ...] = ("Ana Brek",)) -> Reading:
    text = f"{' and '.join(doers) or 'Nobody'} {verb} {' and '.join(victims)} in Orrin."
    who = [*(("organization", one) for one in doers), *(("person", one) for one in victims)]
    return tell(name, text, (verb, "assault", {"actors": doers, "recipients": victims}), who=who)


def test_who_did_it() -> None:
    assert set(sides(only([shot("aa", "killed", "Salt Guard"), shot("bb", "killed", "Hill League")], "actor"))) == {
        "Salt Guard",
        "Hill League",
    }
    named = only([shot("aa", "killed", "Salt Guard"), shot("bb", "killed")], "actor")
    assert set(sides(named)) == {"Salt Guard", "not named"} and not named.hard


def test_whom_it_befell() -> None:
    readings = [shot("aa", "killed"), shot("bb", "killed", victims=("Ana Brek", "Piet Arlen"))]
    assert set(sides(only(readings, "recipient"))) == {"Ana Brek", "Ana Brek, Piet Arlen"}


def test_what_the_deed_is_called() -> None:
    assert set(sides(only([shot("aa", "murdered"), shot("bb", "assassinated")], "nature"))) == {"murder", "assassination"}


def test_accounts_that_agree_make_no_conflict() -> None:
    assert tell_story([shot("aa", "killed", "Salt Guard"), shot("bb", "killed", "Salt Guard")]).conflicts == ()


def test_a_longer_description_is_no_other_victim() -> None:
    named = shot("aa", "killed", victims=("Ana Brek",))
    told = described(shot("bb", "killed", victims=("Ana Brek", "her deputy")), "her deputy")
    assert "recipient" not in fields(tell_story([named, told]))


def test_a_report_names_its_victims_in_all_its_tellings() -> None:
    text = "Men killed Ana Brek in Orrin. The killing of Ana Brek and Piet Arlen shook the town."
    who = [("person", "Ana Brek"), ("person", "Piet Arlen")]
    both = ("killing", "assault", {"recipients": ("Ana Brek", "Piet Arlen")})
    told = tell("aa", text, ("killed", "assault", {"recipients": ("Ana Brek",)}), both, who=who)
    other = shot("bb", "killed", victims=("Ana Brek", "Piet Arlen"))
    assert "recipient" not in fields(tell_story([told, other]))


def test_a_town_is_no_doer_though_a_report_takes_it_for_a_body() -> None:
    first = shot("aa", "killed", "Upper Tolme")
    place = tell("bb", "Men killed Ana Brek in Orrin.", ("killed", "assault", {"recipients": ("Ana Brek",)}),
                 who=[("person", "Ana Brek"), ("place", "Upper Tolme")])  # fmt: skip
    assert "actor" not in fields(tell_story([first, place]))


def test_whom_nobody_names_may_be_others_than_those_whose_killer_is_named() -> None:
    named = described(shot("aa", "killed", "Salt Guard", victims=("seven people",)), "seven people")
    assert "actor" not in fields(tell_story([named, described(shot("bb", "killed", victims=("seven people",)), "seven people")]))


def posted(name: str, *posts: str) -> Reading:
    text = " ".join(f"{post} Ana Brek toured the port." for post in posts)
    reading = tell(name, text, ("toured", "travel", {"actors": ("Ana Brek",)}), who=[("person", "Ana Brek")])
    roles = tuple(Role(post, build_span(reading.text, post)) for post in posts)
    entities = tuple(replace(one, roles=roles) if one.name == "Ana Brek" else one for one in reading.entities)
    return replace(reading, entities=entities)


def test_a_post_in_a_body_and_in_its_part_is_one() -> None:
    assert "role" in fields(tell_story([posted("aa", "Coast Watch commander"), posted("bb", "Hill Guard commander")]))
    part = posted("bb", "Coast Watch (CW) Harbour Squad commander")
    assert "role" not in fields(tell_story([posted("aa", "Coast Watch commander"), part]))
    assert "role" not in fields(tell_story([posted("aa", "CW commander"), part]))


def test_a_trade_is_no_post() -> None:
    assert "role" not in fields(tell_story([posted("aa", "Belmaran journalist"), posted("bb", "kidnapped journalist")]))


def test_a_toll_is_of_the_day_on_which_it_was_told() -> None:
    def dead(name: str, text: str, number: int, day: str, date: str) -> Reading:
        counted = {"quantities": [(number, "people killed", str(number))], "date": date, "on": day, "recipients": ("Lady Orsel",)}
        return tell(name, text, ("toll", "die", counted), who=[("place", "Lady Orsel")])

    early = dead("aa", "The toll on the Lady Orsel rose to 9 on Saturday.", 9, "Saturday", "2024-05-04")
    late = dead("bb", "Divers took the toll for the Lady Orsel to 12 people on Sunday night.", 12, "Sunday", "2024-05-05")
    assert "date" not in fields(tell_story([early, late, sank("cc", "Friday", "2024-05-03")]))


def test_a_count_says_what_is_counted() -> None:
    assert only([aboard("aa", "212", 212), aboard("bb", "240", 240)], "count").about == "how many people on board: sank"


def test_a_year_in_which_the_day_does_not_lie() -> None:
    def slain(name: str, text: str, date: str, on: str) -> Reading:
        fields = {"recipients": ("Ana Brek",), "date": date, "on": on}
        return tell(name, text, ("killed", "assault", fields), who=[("person", "Ana Brek")])

    day = slain("aa", "Men killed Ana Brek on 3 January 2024.", "2024-01-03", "3 January 2024")
    conflict = only([day, slain("bb", "Men killed Ana Brek in 2023.", "2023", "2023")], "date")
    assert set(sides(conflict)) == {"2024-01-03", "2023"} and conflict.kind == "contradiction"
    assert "date" not in fields(tell_story([day, slain("bb", "Men killed Ana Brek in 2024.", "2024", "2024")]))


def test_who_did_not_do_it_does_not_deny_that_it_was_done() -> None:
    who = [("group", "gunmen"), ("group", "his guards")]
    day = {"date": "2024-05-03", "on": "Friday"}
    shots = tell("aa", "On Friday gunmen fired at the Sarveth depot.", ("fired", "assault", {"actors": ("gunmen",), **day}), who=who[:1])
    no = ("fired", "assault", {"actors": ("his guards",), "polarity": "negative", **day})
    assert "happened" not in fields(tell_story([shots, tell("bb", "On Friday none of his guards fired.", no, who=who[1:])]))
    yes = ("fired", "assault", {"actors": ("his guards",), **day})
    both = tell_story(
        [tell("aa", "On Friday his guards fired.", yes, who=who[1:]), tell("bb", "On Friday his guards fired not.", no, who=who[1:])]
    )
    assert "happened" in fields(both)


def test_a_toll_that_is_disputed_each_time_it_grows_is_a_conflict_each_time() -> None:
    def disputed(name: str, one: int, other: int, published: str) -> Reading:
        text = f"The blast killed {one} people, police said. The blast killed {other} people, the union said."
        counted = [(value, "people killed", str(value)) for value in (one, other)]
        told = [("killed", "die", {"quantities": [part], "attribution": f"a{at}"}) for at, part in enumerate(counted, 1)]
        said: list[Any] = [(f"killed {one} people", "police", {}), (f"killed {other} people", "the union", {})]
        return tell(name, text, *told, said=said, who=[("organization", "police"), ("organization", "the union")], published=published)

    story = tell_story([disputed("aa", 14, 23, "2024-05-01"), disputed("bb", 26, 41, "2024-05-09")])
    assert [list(sides(one)) for one in story.conflicts if one.field == "count"] == [["14", "23"], ["26", "41"]]
    stubborn = tell_story([disputed("aa", 14, 41, "2024-05-01"), disputed("bb", 26, 41, "2024-05-09")])
    assert [set(sides(one)) for one in stubborn.conflicts if one.field == "count"] == [{"14", "26", "41"}]


def test_who_denies_a_figure_does_not_deny_what_it_counts() -> None:
    text = "The blast killed 14 people, police said. The union rejected the police figure as false."
    told = ("killed", "die", {"quantities": [(14, "people killed", "14")], "attribution": "a1"})
    said: list[Any] = [("The blast killed 14 people", "police", {}), ("the police figure as false", "The union", {"act": "deny"})]
    story = tell_story([tell("aa", text, told, said=said, who=[("organization", "police"), ("organization", "The union")])])
    assert "happened" not in fields(story)


def test_a_post_that_one_telling_gives_beside_another_is_held_too() -> None:
    text = "Justice Minister Ana Brek was named acting interior minister."
    given = tell("aa", text, ("named", "appoint", {"recipients": ("Ana Brek",)}), who=[("person", "Ana Brek")])
    roles = tuple(Role(role, build_span(given.text, role), None, None) for role in ("Justice Minister", "acting interior minister"))
    reading = replace(given, entities=(replace(given.entities[0], roles=roles), *given.entities[1:]))
    again = tell("bb", "Ana Brek was named on Monday.", ("named", "appoint", {"recipients": ("Ana Brek",)}), who=[("person", "Ana Brek")])
    assert "role" not in fields(tell_story([reading, again]))


def test_what_a_paper_withdraws_settles_whether_it_happened() -> None:
    yes = notified("aa", "Norrland Register was told of the crack in November.", date="2023-11")
    no = notified("bb", "Norrland Register was never told of a crack.", polarity="negative")
    back = notified("cc", "We reported that Norrland Register was told of a crack in November. We withdraw it.", date="2023-11")
    assert only([yes, no], "happened").kind == "contradiction"
    assert only([yes, no, back], "happened").kind == "corrected"
    other = notified("dd", "Norrland Register was told of the crack in November. The army has withdrawn its guns.", date="2023-11")
    assert only([yes, no, other], "happened").kind == "contradiction"


def test_nobody_contradicts_himself_in_one_saying() -> None:
    text = "These men did not die of a shock, they died of a decision, the union said."
    told = [("die", "die", {"polarity": "negative", "attribution": "a1"}), ("died", "die", {"attribution": "a1"})]
    given = [(trigger, root, {"recipients": ("These men",), "date": "2024-05-03", **rest}) for trigger, root, rest in told]
    said: list[Any] = [(text.removesuffix(", the union said."), "the union", {})]
    reading = tell("aa", text, *given, said=said, who=[("group", "These men"), ("organization", "the union")])
    again = tell("bb", "These men died on Friday.", ("died", "die", {"recipients": ("These men",)}), who=[("group", "These men")])
    assert "happened" not in fields(tell_story([reading, again]))


def test_who_says_we_did_not_denies_a_part_in_it() -> None:
    day = {"date": "2024-05-03", "recipients": ("Ana Brek",)}
    yes = tell("aa", "Men of the Salt Guard shot Ana Brek on Friday.", ("shot", "assault", day), who=[("person", "Ana Brek")])
    for words, kept in (("We have not shot Ana Brek", False), ("Nobody has shot Ana Brek", True)):
        no = ("shot", "assault", {"polarity": "negative", "attribution": "a1", **day})
        said: list[Any] = [(words, None, {})]
        answer = tell("bb", f"“{words},” a man says in a recording.", no, said=said, who=[("person", "Ana Brek")])
        assert ("happened" in fields(tell_story([yes, answer]))) is kept


def shelled(name: str, text: str, number: str, value: int) -> Reading:
    told = ("fell", "assault", {"quantities": [(value, "shells", number)]})
    return tell(name, text, told)


def test_a_number_that_is_set_against_others_is_at_odds_with_them_wherever_they_stand() -> None:
    readings = [
        shelled("aa", "Eleven shells fell, not 14 or nine.", "Eleven", 11),
        shelled("bb", "At Upper Tolme fourteen shells fell on Monday.", "fourteen", 14),
        shelled("cc", "In the port of Orrin 20 shells fell in 1998.", "20", 20),
    ]
    assert sides(only(readings, "count")) == {"11": ("aa:v1",), "14": ("bb:v1",)}
    assert only(readings, "count").because.rule == "one sets a number against those of others"
    readings[0] = shelled("aa", "Eleven shells fell, not far away.", "Eleven", 11)
    assert not any("sets a number" in one.because.rule for one in tell_story(readings).conflicts)


def test_how_often_one_did_it_is_at_odds_with_how_many_such_deeds_another_counts() -> None:
    text = "Ana Brek said she warned the port four times. The union spoke of three warnings. The strike ended."
    said: list[Any] = [("she warned the port four times", "Ana Brek", {}), ("three warnings", "The union", {})]
    told = [("warned", "consult", {"attribution": "a1"}), ("strike", "protest", {})]
    reading = tell("aa", text, *told, said=said, who=[("person", "Ana Brek"), ("group", "The union")])
    assert sides(only([reading], "count")) == {"4": ("aa:v1", "aa:a1"), "3": ("aa:a2",)}
