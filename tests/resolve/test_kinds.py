from __future__ import annotations

import pytest

from whence.model.marks import MentionMark
from whence.model.readings import EntityKind
from whence.model.spans import Span
from whence.resolve.kinds import kind_of


def name(kind: EntityKind | None, sure: bool = False) -> MentionMark:
    return MentionMark(Span(0, 1), kind, "named", Span(0, 1), title=None, sure=sure)


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        (("person", "organization", "place"), "place"),
        (("person", "person", "place"), "person"),
        (("organization", "organization"), "organization"),
        ((None,), "organization"),
    ],
)
def test_a_name_that_was_taken_for_a_place_is_seldom_somebodys(kinds: tuple[EntityKind | None, ...], kind: EntityKind) -> None:
    assert kind_of([name(one) for one in kinds]) == kind


def test_what_lists_settle_outweighs_what_seems() -> None:
    assert kind_of([name("place"), name("place"), name("person", sure=True)]) == "person"
