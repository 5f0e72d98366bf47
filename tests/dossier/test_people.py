from __future__ import annotations

from dataclasses import replace

from tests.dossier.invented import MARTA, NAMED, readings, story
from whence.dossier.people import Person, register_people
from whence.dossier.records import index_records
from whence.dossier.tellings import tell_accounts
from whence.model.stories import Story, StoryEntity, StoryRole


def register(told: Story) -> dict[str, Person]:
    records = index_records(told, readings(), (), False)
    return {person.entity.name: person for person in register_people(records, tell_accounts(records))}


def test_those_who_say_most_come_first() -> None:
    assert next(iter(register(story()))) == "Marta Quell"


def test_a_person_has_spellings_reports_and_sayings() -> None:
    marta = register(story())["Marta Quell"]
    assert marta.spellings == ("Quell", MARTA)
    assert [ref.text for ref in marta.reports] == ["A", "B", "D"]
    assert [ref.text for ref in marta.says] == ["A2", "A3", "D1"]


def test_a_role_without_dates_tells_the_day_of_its_report() -> None:
    assert register(story())["Marta Quell"].offices[0].time == "held on 6 May"


def test_a_role_with_dates_tells_them() -> None:
    dated = StoryRole("E1", "mayor of Omsel", "2029", "2030-05-20", ("wire:e2",), NAMED)
    assert register(replace(story(), roles=(dated,)))["Marta Quell"].offices[0].time == "from 2029 to 20 May"


def test_a_place_that_says_nothing_is_left_out() -> None:
    silent = StoryEntity("E9", "Omsel", "place", ("paper:e2",), (), NAMED)
    named = {**register(replace(story(), entities=(*story().entities[:2], silent)))}
    assert "river police" in named
    assert set(named) <= {"Marta Quell", "river police", "Omsel"}
