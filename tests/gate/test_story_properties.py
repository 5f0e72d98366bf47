"""What must hold of every story, whatever its reports."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.invented import report
from whence.model.judgements import Judgement
from whence.model.readings import Reading
from whence.model.stories import Story
from whence.pipeline import tell_story

PEOPLE = ("Ana Brek", "Piet Arlen", "Hanna Oost")
DEEDS = (("arrested", "coerce"), ("attacked", "assault"), ("praised", "support"))
OUTLETS = ("Tolme Echo", "Vastra Courier", "Orrin Gazette", None)
MATTER = (
    " The Sarveth depot, the port of Orrin and Upper Tolme are in every report on it, and more than one was copied there word for word."
)

SENTENCE = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(DEEDS), st.sampled_from(PEOPLE))
REPORT = st.tuples(st.lists(SENTENCE, min_size=1, max_size=3, unique_by=lambda row: row[1]), st.sampled_from(OUTLETS), st.integers(1, 28))
REPORTS = st.lists(REPORT, min_size=1, max_size=4)


def readings(rows: list[Any]) -> list[Reading]:
    return [make(f"r{number}", *row) for number, row in enumerate(rows)]


def make(name: str, sentences: list[Any], outlet: str | None, day: int) -> Reading:
    text = " ".join(f"Then {one} {deed} {other} at noon." for one, (deed, _), other in sentences) + MATTER
    people = sorted({person for one, _, other in sentences for person in (one, other)})
    told = [(deed, root, {"actors": (one,), "recipients": (other,)}) for one, (deed, root), other in sentences]
    return report(name, text, who=[("person", person) for person in people], told=told, outlet=outlet, published=f"2024-05-{day:02d}")


def bare(story: Story) -> Story:
    return replace(story, as_of=None)


@settings(max_examples=25, deadline=None)
@given(REPORTS, st.randoms())
def test_the_order_of_reports_does_not_matter(rows: list[Any], chance: Any) -> None:
    ordered = readings(rows)
    shuffled = list(ordered)
    chance.shuffle(shuffled)
    assert tell_story(ordered) == tell_story(shuffled)


@settings(max_examples=25, deadline=None)
@given(REPORTS)
def test_as_of_the_last_day_is_the_whole(rows: list[Any]) -> None:
    assert bare(tell_story(readings(rows), as_of="2024-05-28")) == tell_story(readings(rows))


@settings(max_examples=25, deadline=None)
@given(REPORTS, st.integers(1, 28))
def test_as_of_a_day_is_the_story_of_the_reports_out_by_then(rows: list[Any], day: int) -> None:
    made = readings(rows)
    out = [one for one in made if (one.report.published or "") <= f"2024-05-{day:02d}"]
    assert bare(tell_story(made, as_of=f"2024-05-{day:02d}")) == tell_story(out)


def counts(story: Story) -> dict[frozenset[str], int]:
    """The greatest number of origins of each occurrence, by what reports other than the copy tell of it."""
    told = {one.id: frozenset(event for event in one.events if not event.startswith("zz:")) for one in story.occurrences}
    return {told[row.occurrence]: row.independent.most for row in story.origins if row.occurrence and row.independent}


@settings(max_examples=25, deadline=None)
@given(REPORTS, st.sampled_from(OUTLETS))
def test_a_copy_adds_no_origin(rows: list[Any], outlet: str | None) -> None:
    made = readings(rows)
    first = replace(made[0], report=replace(made[0].report, outlet="Belmar Press"))
    copy = replace(first, report=replace(first.report, id="zz", outlet=outlet, published="2024-06-01"))
    before, after = counts(tell_story([first, *made[1:]])), counts(tell_story([first, *made[1:], copy]))
    for told, most in before.items():
        assert after.get(told, most) <= most


@settings(max_examples=25, deadline=None)
@given(REPORTS, st.data())
def test_a_judgement_is_obeyed(rows: list[Any], data: st.DataObject) -> None:
    made = readings(rows)
    members = [f"{one.report.id}:{event.id}" for one in made for event in one.events]
    if len(members) < 2:
        return
    left, right = data.draw(st.lists(st.sampled_from(members), min_size=2, max_size=2, unique=True))
    for verdict in ("same", "different"):
        judgement = Judgement("j1", verdict, (left, right), None, None, None, None, "2024-07-01")
        together = any(left in one.events and right in one.events for one in tell_story(made, judgements=[judgement]).occurrences)
        assert together == (verdict == "same")


@settings(max_examples=25, deadline=None)
@given(REPORTS)
def test_no_member_stands_in_two_clusters_and_ids_are_unique(rows: list[Any]) -> None:
    story = tell_story(readings(rows))
    for groups in ([one.members for one in story.entities], [one.events for one in story.occurrences]):
        members = [member for group in groups for member in group]
        assert len(members) == len(set(members))
    ids = [one.id for part in (story.entities, story.occurrences, story.claims, story.conflicts, story.updates) for one in part]
    assert len(ids) == len(set(ids))


@settings(max_examples=25, deadline=None)
@given(REPORTS)
def test_a_report_that_is_taken_out_leaves_nothing_behind(rows: list[Any]) -> None:
    made = readings(rows)
    story = tell_story(made[1:])
    gone = f"{made[0].report.id}:"
    assert gone not in repr(story)


def test_ids_stay_when_a_report_is_added() -> None:
    first = make("r1", [("Ana Brek", ("arrested", "coerce"), "Piet Arlen")], "Tolme Echo", 3)
    other = make("r2", [("Hanna Oost", ("praised", "support"), "Piet Arlen")], "Vastra Courier", 4)
    before, after = tell_story([first]), tell_story([first, other])
    assert {one.id for one in before.entities} <= {one.id for one in after.entities}
    assert {one.id for one in before.occurrences} <= {one.id for one in after.occurrences}
