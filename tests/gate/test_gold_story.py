"""Link and weigh on perfect readings: floors under what the annotated stories say, the reader's own errors put aside."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.gate.goldfiles import gold_stories, load_gold_readings, load_gold_story
from whence.model.stories import Conflict, Story
from whence.pipeline import tell_story

STORIES = gold_stories()
FLOORS = {
    "ferry": {"entities": 0.8, "occurrences": 0.75, "lineage": 1.0, "conflicts": 3},
    "seeds": {"entities": 0.8, "occurrences": 0.6, "conflicts": 3},
}

pytestmark = pytest.mark.skipif(not STORIES, reason="the annotated stories (../shared) are not here")


def told(name: str) -> tuple[Story, Story]:
    annotations, texts = STORIES[name]
    return load_gold_story(annotations), tell_story(load_gold_readings(annotations, texts))


def link_f1(gold: list[tuple[str, ...]], found: list[tuple[str, ...]]) -> float:
    """F1 of the pairs within clusters, among what the gold clusters."""
    known = {member for group in gold for member in group}
    wanted, made = (
        {frozenset(pair) for group in groups for pair in combinations(sorted(known & set(group)), 2)} for groups in (gold, found)
    )
    return 2 * len(wanted & made) / (len(wanted) + len(made))


def right_conflicts(gold: tuple[Conflict, ...], found: tuple[Conflict, ...]) -> int:
    """Conflicts of a field of which two sides rest on what two sides of a gold one rest on."""

    def meets(one: Conflict, other: Conflict) -> bool:
        shared = [{at for at, theirs in enumerate(other.values) if set(side.by) & set(theirs.by)} for side in one.values]
        return one.field == other.field and sum(bool(one) for one in shared) >= 2 and len(set().union(*shared)) >= 2

    return sum(any(meets(one, other) for other in gold) for one in found)


@pytest.mark.parametrize("name", ["ferry", "seeds"])
def test_floors(name: str) -> None:
    if name not in STORIES:
        pytest.skip(f"the annotated story {name} is not here")
    gold, story = told(name)
    assert link_f1([one.members for one in gold.entities], [one.members for one in story.entities]) >= FLOORS[name]["entities"]
    assert link_f1([one.events for one in gold.occurrences], [one.events for one in story.occurrences]) >= FLOORS[name]["occurrences"]
    right = right_conflicts(gold.conflicts, story.conflicts)
    assert right >= FLOORS[name]["conflicts"]
    assert len(story.conflicts) <= right + 2


@pytest.mark.parametrize("name", ["ferry", "seeds"])
def test_no_edge_is_invented(name: str) -> None:
    gold, story = told(name)
    wanted = {(edge.doc, edge.source, edge.kind) for edge in gold.lineage}
    assert {(edge.doc, edge.source, edge.kind) for edge in story.lineage} == wanted
