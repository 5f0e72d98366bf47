from __future__ import annotations

from typing import Any

import pytest

from tests.link.invented import Who, described, report
from whence.link.contexts import Contexts
from whence.link.copies import link_copies
from whence.link.decisions import UNDECIDED, Decisions
from whence.link.entities import link_entities
from whence.link.occurrences import link_occurrences
from whence.link.tellings import tell
from whence.model.holdings import lay_out
from whence.model.readings import EventType, Reading
from whence.model.stories import Occurrence

MATTER = " The Sarveth depot, the port of Orrin, Upper Tolme and minister Daoud Qasreni of Belmara are in every report on it."
VICTIM: Who = ("person", "Ana Brek")


def joined(*readings: Reading, decided: Decisions = UNDECIDED) -> tuple[Occurrence, ...]:
    holdings = lay_out(readings)
    contexts, copies = Contexts(holdings.readings), link_copies(holdings.readings)
    entities = link_entities(holdings, contexts, copies)
    entity_of = {member: entity.id for entity in entities for member in entity.members}
    return link_occurrences(holdings, contexts, entity_of, copies, decided)


def groups(*readings: Reading, decided: Decisions = UNDECIDED) -> set[tuple[str, ...]]:
    return {occurrence.events for occurrence in joined(*readings, decided=decided) if len(occurrence.events) > 1}


def telling(name: str, text: str, trigger: str, root: EventType = "assault", *, matter: str = MATTER, **fields: Any) -> Reading:
    masthead = {"published": fields.pop("published")} if "published" in fields else {}
    who = [VICTIM] if VICTIM[1] in text else []
    given = {"recipients": (VICTIM[1],) if who else (), **fields}
    return report(name, text + matter, who=who, told=[(trigger, root, given)], **masthead)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Then Ana Brek was murdered.", "murdered", "assault"), ("The killing of Ana Brek shook Orrin.", "killing", "assault")),
        (("Then Ana Brek was killed.", "killed", "assault"), ("The death of Ana Brek is a blow.", "death", "die")),
        (("Police arrested Ana Brek.", "arrested", "coerce"), ("Ana Brek was taken into custody.", "taken into custody", "coerce")),
        (("Ana Brek stepped down.", "stepped down", "retreat"), ("The resignation of Ana Brek came late.", "resignation", "retreat")),
    ],
)
def test_one_happening_in_other_words(one: tuple[str, str, EventType], other: tuple[str, str, EventType]) -> None:
    assert groups(telling("aa", *one), telling("bb", *other)) == {("aa:v1", "bb:v1")}


def test_a_word_that_says_little_is_no_word_for_another_thing() -> None:
    """Who did so in April stormed the quay in April; who burned a mill in April did another thing."""
    deed: dict[str, Any] = {"date": "2024-04", "actors": (VICTIM[1],), "recipients": ()}
    stormed = telling("aa", "In April men under Ana Brek stormed the quay.", "stormed", **deed)
    did = telling("bb", "Nobody but Ana Brek could have done so.", "done so", **deed)
    burned = telling("cc", "A mill was set ablaze by Ana Brek.", "set ablaze", **deed)
    assert groups(stormed, did) == {("aa:v1", "bb:v1")}
    assert groups(stormed, burned) == set()


@pytest.mark.parametrize(("trigger", "root"), [("maimed", "assault"), ("perished", "die")])
def test_violence_to_one_man_by_what_was_done_and_by_what_came_of_it(trigger: str, root: EventType) -> None:
    struck = telling("aa", "Ana Brek ran. Two bullets struck her.", "struck")
    assert groups(struck, telling("bb", f"That was Ana Brek. There she was {trigger}.", trigger, root)) == {("aa:v1", "bb:v1")}
    assert groups(struck, telling("bb", f"That was not so. There a man was {trigger}.", trigger, root)) == set()


def test_one_deed_by_what_was_done_and_by_what_came_of_it() -> None:
    """A boat is shelled and destroyed in one month; a man's arrest and his dismissal in one month are two."""
    boat: Who = ("group", "the patrol boat Sarveth Star")
    fields: dict[str, Any] = {"recipients": (boat[1],), "date": "2024-04"}
    shelled = report("aa", "In April the patrol boat Sarveth Star was shelled." + MATTER, who=[boat], told=[("shelled", "assault", fields)])
    destroyed = report("bb", "It destroyed the patrol boat Sarveth Star." + MATTER, who=[boat], told=[("destroyed", "assault", fields)])
    assert groups(shelled, destroyed) == {("aa:v1", "bb:v1")}
    held = telling("aa", "Police arrested Ana Brek.", "arrested", "coerce", date="2024-04", mode="arrest")
    gone = telling("bb", "The board, it was told, had sacked Ana Brek.", "sacked", "coerce", date="2024-04", mode="restrict")
    assert groups(held, gone) == set()


def test_the_same_words_about_another_shooting_stay_apart() -> None:
    here = telling("aa", "Two people were shot at a market.", "shot")
    there = telling(
        "bb", "Two people were shot at a market.", "shot", matter=" The Lindau ferry, Castle Peer and Judge Wen Ti of Norrland."
    )
    assert groups(here, there) == set()


def test_what_happened_years_apart_is_two() -> None:
    one = telling("aa", "Ana Brek was attacked in spring.", "attacked", date="2021-04")
    other = telling("bb", "Ana Brek was attacked in spring.", "attacked", date="2024-04")
    assert groups(one, other) == set()


def test_what_was_told_before_the_other_happened_is_two() -> None:
    early = telling("aa", "Ana Brek was attacked.", "attacked", published="2021-04-02")
    late = telling("bb", "Ana Brek was attacked.", "attacked", date="2024-04-01", published="2024-04-02")
    assert groups(early, late) == set()


def test_a_day_s_slip_joins_and_is_left_to_the_conflicts() -> None:
    one = telling("aa", "Ana Brek was attacked on Friday.", "attacked", date="2024-04-05")
    other = telling("bb", "Ana Brek was attacked on Saturday.", "attacked", date="2024-04-06")
    assert groups(one, other) == {("aa:v1", "bb:v1")}


def test_what_is_planned_joins_what_comes_later_than_planned() -> None:
    plan = telling("aa", "The trial of Ana Brek opens in May.", "opens", "accuse", modality="planned", date="2024-05")
    deed = telling("bb", "The trial of Ana Brek opened in June.", "opened", "accuse", date="2024-06")
    assert groups(plan, deed) == {("aa:v1", "bb:v1")}


def test_a_denial_joins_what_it_denies() -> None:
    yes = telling("aa", "Ana Brek was arrested on Monday.", "arrested", "coerce", date="2024-04-01")
    no = telling("bb", "Ana Brek was not arrested.", "arrested", "coerce", polarity="negative")
    assert groups(yes, no) == {("aa:v1", "bb:v1")}


def test_everyday_acts_of_different_people_are_different() -> None:
    one = report(
        "aa", "Piet Arlen met the mayor." + MATTER, who=[("person", "Piet Arlen")], told=[("met", "consult", {"actors": ("Piet Arlen",)})]
    )
    other = report(
        "bb", "Hanna Oost met a judge." + MATTER, who=[("person", "Hanna Oost")], told=[("met", "consult", {"actors": ("Hanna Oost",)})]
    )
    assert groups(one, other) == set()


def test_one_dies_once_whatever_year_is_given() -> None:
    one = telling("aa", "Ana Brek was murdered on 9 May 2019.", "murdered", date="2019-05-09", published="2021-01-02")
    other = telling("bb", "Ana Brek was murdered last year.", "murdered", date="2020", published="2021-01-03")
    assert groups(one, other) == {("aa:v1", "bb:v1")}


def test_two_who_fell_together_died_in_one_happening() -> None:
    pair: list[Who] = [VICTIM, ("person", "Jon Talle")]
    names = ("Ana Brek", "Jon Talle")
    both = report("aa", "Ana Brek and Jon Talle were shot dead." + MATTER, who=pair, told=[("shot dead", "assault", {"recipients": names})])
    one = report(
        "bb", "Jon Talle was shot dead." + MATTER, who=[("person", "Jon Talle")], told=[("shot dead", "assault", {"recipients": names[1:]})]
    )
    other = telling("cc", "Ana Brek was shot dead.", "shot dead")
    assert groups(both, one, other) == {("aa:v1", "bb:v1", "cc:v1")}


@pytest.mark.parametrize(
    ("words", "trigger", "modality"),
    [
        ("The rebels vow to attack the quay.", "attack", "planned"),
        ("The quay may be attacked.", "attacked", "hypothetical"),
        ("Any attack would be met.", "attack", "actual"),
        ("There were further attacks.", "attacks", "actual"),
    ],
)
def test_what_may_come_and_no_particular_one_are_not_what_came(words: str, trigger: str, modality: str) -> None:
    done = telling("aa", "Ana Brek was attacked on Monday.", "attacked", date="2024-04-01")
    assert groups(done, telling("bb", words, trigger, modality=modality)) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((("person", "Hanna Oost"),), (("person", "Piet Arlen"),)),
        ((("organization", "Tolme Bank"),), (("organization", "Orrin Mill"),)),
    ],
)
def test_different_names_are_different_happenings(one: tuple[Who, ...], other: tuple[Who, ...]) -> None:
    told = [
        report(
            name,
            f"Gunmen stormed the house of {who[0][1]}." + MATTER,
            who=who,
            told=[("stormed", "assault", {"recipients": (who[0][1],)})],
        )
        for name, who in (("aa", one), ("bb", other))
    ]
    assert groups(*told) == set()


def test_a_word_for_any_deed_points_back_to_the_one_told() -> None:
    text = "Raiders shot up the depot on 5 April. We had no hand in this operation, the rebels said."
    day = {"date": "2024-04-05"}
    told = report("aa", text + MATTER, told=[("shot up", "assault", day), ("operation", "assault", {**day, "polarity": "negative"})])
    assert groups(told) == {("aa:v1", "aa:v2")}


def test_the_record_tells_what_when_and_why() -> None:
    one = telling("aa", "Ana Brek was attacked in April.", "attacked", date="2024-04")
    other = telling("bb", "Ana Brek was attacked on 5 April.", "attacked", date="2024-04-05")
    (occurrence,) = [found for found in joined(one, other) if len(found.events) == 2]
    assert (occurrence.what, occurrence.date, occurrence.type) == ("attacked", "2024-04-05", "assault")
    assert "it befell the same" in occurrence.because.rule
    assert {passage.report for passage in occurrence.because.spans} == {"aa", "bb"}


def test_what_a_person_decided_outranks_the_score() -> None:
    one = telling("aa", "Ana Brek was attacked.", "attacked")
    other = telling("bb", "Ana Brek was attacked.", "attacked")
    third = telling("cc", "Snow fell.", "fell", "aid", matter="")
    pair = ("aa:v1", "bb:v1")
    assert groups(one, other, decided=Decisions((), frozenset({pair}), (), ((pair, "j1"),))) == set()
    tied = joined(one, third, decided=Decisions((("aa:v1", "cc:v1"),), frozenset(), (), ((("aa:v1", "cc:v1"), "j2"),)))
    assert [(found.events, found.because.judgement) for found in tied] == [(("aa:v1", "cc:v1"), "j2")]


def test_a_copy_with_a_slip_goes_where_the_report_it_copies_goes() -> None:
    words = "Late on {} armed men in grey coats broke into the depot and attacked the watchman Ana Brek with iron bars, he said."
    first = telling("zz", words.format("Friday"), "attacked", date="2024-04-05", published="2024-04-06")
    slipped = telling("aa", words.format("Saturday"), "attacked", date="2024-04-06", published="2024-04-07")
    other = telling("bb", "That week Ana Brek was attacked.", "attacked", date="2024-04-01/2024-04-05", published="2024-04-08")
    assert groups(first, slipped, other) == {("aa:v1", "bb:v1", "zz:v1")}


def test_a_count_of_the_dead_has_no_day_of_its_own() -> None:
    nine = [(9, "people", "nine")]
    one = telling("aa", "The blast killed nine people.", "killed", "die", quantities=nine, date="2024-04-05", published="2024-04-06")
    later = telling("bb", "On Tuesday the death toll rose.", "death toll", "die", date="2024-04-16", published="2024-04-17")
    assert groups(one, later) == {("aa:v1", "bb:v1")}


def test_the_number_of_those_killed_counts_the_dead() -> None:
    """The count may have been raised on a day on which none of them died."""
    nine = [(9, "people", "nine")]
    one = telling("aa", "The blast killed nine people.", "killed", "die", quantities=nine, date="2024-04-05", published="2024-04-06")
    later = telling("bb", "The number of those killed rose on Tuesday.", "killed", "die", date="2024-04-16", published="2024-04-17")
    assert groups(one, later) == {("aa:v1", "bb:v1")}


def test_what_is_asked_for_half_a_year_later_is_another_demand() -> None:
    one = telling("aa", "Ana Brek should resign, he said.", "resign", "retreat", modality="asked", published="2023-01-10")
    other = telling("bb", "Ana Brek should resign, he said.", "resign", "retreat", modality="asked", published="2023-11-10")
    assert groups(one, other) == set()


def test_those_who_go_by_one_noun_may_be_the_same() -> None:
    when = {"date": "2024-04-05", "modality": "planned"}
    crews: list[Who] = [("organization", "the inquiry under a judge"), ("organization", "The public inquiry into the fire")]
    plan, done = (
        report(name, f"{who} {verb}.{MATTER}", who=[("organization", who)], told=[(verb, "accuse", {"actors": (who,), **fields})])
        for name, (_, who), verb, fields in zip("ab", crews, ("begins", "opened"), (when, {"date": "2024-04-05"}), strict=True)
    )
    plan, done = described(plan, crews[0][1]), described(done, crews[1][1])
    assert groups(plan, done) == {("a:v1", "b:v1")}


def test_who_is_shot_dead_is_no_count_of_the_dead() -> None:
    """The toll of the blast and the one man shot later have only a word in common."""
    toll = telling("aa", "The number of dead rose to nine.", "number of dead", "die", published="2024-04-06")
    shot = telling("bb", "At the gate Ana Brek was shot dead.", "shot dead", published="2024-04-17")
    counted = telling("cc", "Of the crew, 26 died.", "died", "die", published="2024-04-18")
    assert groups(toll, shot, counted) == {("aa:v1", "cc:v1")}


def test_an_undated_count_is_not_that_of_a_fire_years_ago() -> None:
    old = telling("aa", "A fire at the depot killed four people in 2009.", "killed", "die", date="2009", published="2024-04-06")
    new = telling("bb", "The depot has counted 11 dead.", "dead", "die", published="2024-04-06")
    assert groups(old, new) == set()


@pytest.mark.parametrize(("day", "together"), [("2024-04-24", True), ("2023-06-10", False)])
def test_a_date_taken_from_another_event_parts_only_by_half_a_year(day: str, together: bool) -> None:
    one = telling("aa", "On 5 April Ana Brek was attacked.", "attacked", date="2024-04-05", published="2024-05-06")
    words = "The man who attacked Ana Brek had been seen before."
    other = telling("bb", words, "attacked", date=day, date_basis="anchored", published="2024-05-07")
    assert groups(one, other) == ({("aa:v1", "bb:v1")} if together else set())


def test_a_date_that_a_copy_leaves_out_joins_nothing() -> None:
    words = "{} armed men in grey coats broke into the depot and attacked the watchman Ana Brek with iron bars, he said."
    first = telling("zz", words.format("On Friday"), "attacked", date="2024-04-05", published="2024-04-06")
    copied = telling("aa", words.format("The"), "attacked", published="2024-04-07")
    other = telling("bb", "Ana Brek was attacked in 2011.", "attacked", date="2011", published="2024-04-08")
    assert groups(first, copied, other) == {("aa:v1", "zz:v1")}


@pytest.mark.parametrize(
    ("text", "words", "root", "one"),
    [
        ("The clinic wrote to Ana Brek. She never wrote back.", ("wrote", "wrote back"), "consult", False),
        ("The army pulled out. It pulled back to Orrin.", ("pulled out", "pulled back"), "retreat", True),
    ],
)
def test_an_answer_is_not_what_it_answers(text: str, words: tuple[str, ...], root: EventType, one: bool) -> None:
    """But to pull back, a phrase of its own, may be to pull out."""
    told: list[tuple[str, EventType, dict[str, Any]]] = [(word, root, {"date": "2024-04-05"}) for word in words]
    assert groups(report("aa", text + MATTER, told=told)) == ({("aa:v1", "aa:v2")} if one else set())


def test_that_somebody_was_dead_counts_nobody() -> None:
    texts = {"aa": "A day later she was dead.", "bb": "The ministry counts 40 dead at the depot.", "cc": "The dead have no names."}
    holdings = lay_out([telling(name, text, "dead", "die") for name, text in texts.items()])
    assert [tell(f"{name}:v1", holdings, {}).toll for name in texts] == [False, True, True]
