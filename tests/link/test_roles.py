from __future__ import annotations

from dataclasses import replace

from tests.builders import build_span
from tests.link.invented import report
from whence.link.roles import link_relations, link_roles
from whence.model.holdings import lay_out
from whence.model.readings import Reading, Role
from whence.model.stories import Because, StoryEntity

BECAUSE = Because("")


def holder(name: str, text: str, role: str, since: str | None = None, until: str | None = None) -> Reading:
    reading = report(name, text, who=[("person", "Ana Brek"), ("organization", "Harbour Board")])
    brek = replace(reading.entities[0], roles=(Role(role, build_span(text, role), since, until),))
    return replace(reading, entities=(brek, reading.entities[1]))


FIRST = holder("aa", "Ana Brek, the director of the Harbour Board, left.", "director", until="2024-02-03")
SECOND = holder("bb", "The Harbour Board's director Ana Brek left.", "director", since="2020-01-01")
PEOPLE = (StoryEntity("E1", "Ana Brek", "person", ("aa:e1", "bb:e1"), (), BECAUSE),)
BODIES = (StoryEntity("E2", "Harbour Board", "organization", ("aa:e2", "bb:e2"), (), BECAUSE),)


def test_an_office_is_told_once_with_its_days() -> None:
    (role,) = link_roles(lay_out([FIRST, SECOND]), PEOPLE)
    assert (role.entity, role.role, role.since, role.until) == ("E1", "director", "2020-01-01", "2024-02-03")
    assert role.evidence == ("aa:e1", "bb:e1")


def test_the_words_of_an_office_tie_its_holder_to_the_body() -> None:
    entity_of = {member: entity.id for entity in (*PEOPLE, *BODIES) for member in entity.members}
    (relation,) = link_relations(lay_out([FIRST, SECOND]), (*PEOPLE, *BODIES), entity_of)
    assert (relation.subject, relation.relation, relation.object) == ("E1", "commands", "E2")
    assert {passage.report for passage in relation.evidence} == {"aa", "bb"}


def test_a_clerk_of_a_body_does_not_lead_it() -> None:
    clerk = holder("aa", "Ana Brek, a clerk at the Harbour Board, left.", "clerk")
    entity_of = {"aa:e1": "E1", "aa:e2": "E2"}
    (relation,) = link_relations(lay_out([clerk]), (replace(PEOPLE[0], members=("aa:e1",)),), entity_of)
    assert relation.relation == "member_of"


def test_a_body_that_only_stands_near_is_no_tie() -> None:
    near = holder("aa", "Ana Brek, a clerk, met the Harbour Board.", "clerk")
    assert link_relations(lay_out([near]), (replace(PEOPLE[0], members=("aa:e1",)),), {"aa:e1": "E1", "aa:e2": "E2"}) == ()
