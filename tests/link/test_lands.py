from __future__ import annotations

from tests.link.invented import described, report
from whence.link.lands import find_lands
from whence.link.profiles import profile
from whence.model.holdings import lay_out


def test_a_place_by_which_the_story_calls_people_is_a_land() -> None:
    one = report("aa", "Tarsenian officers left.", who=[("group", "Tarsenian officers")])
    other = report("bb", "Tarsenia agreed, and Velm did.", who=[("place", "Tarsenia"), ("place", "Velm")])
    lands = find_lands([*one.entities, *other.entities])
    assert (dict(lands.names), dict(lands.called)) == ({"Tarsenia": "Tarsenia"}, {"Tarsenian": "Tarsenia"})


def test_a_land_is_no_part_of_a_description_and_tells_a_body_s_country() -> None:
    one = described(report("aa", "The Tarsenian officers left.", who=[("group", "The Tarsenian officers")]), "The Tarsenian officers")
    other = report("bb", "Tarsenia’s Grain Council met.", who=[("organization", "Grain Council"), ("place", "Tarsenia")])
    holdings = lay_out([one, other])
    lands = find_lands(holdings.entities.values())
    assert profile("aa:e1", holdings, lands).described == {"offic"}
    assert profile("aa:e1", holdings, lands).countries == profile("bb:e1", holdings, lands).countries == {"Tarsenia"}
    assert profile("bb:e2", holdings, lands).names == (("tarsenia",),)
