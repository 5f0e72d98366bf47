from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.floods import BELL, COURIER, flood_book, flood_readings, flood_story
from tests.builders import build_attribution, build_document, build_entity, build_reading
from whence.app.judgements.anchors import anchor_record, find_anchored, read_anchor
from whence.app.judgements.decisions import add_attribution, find_quoted, grade_record, judge_name, judge_pair, reject_record, set_report
from whence.app.judgements.disputes import iter_disputes
from whence.app.judgements.revisions import apply_judgements, bind_judgements, rename_entities, set_masthead
from whence.app.views.grades import grade_of
from whence.errors import AnchorError, InputError, RecordUnknown
from whence.model.judgements import Judgement
from whence.model.spans import Span

READINGS = flood_readings()
BELL_ID, COURIER_ID, LETTER_ID = (reading.report.id for reading in READINGS)
BY_ID = {reading.report.id: reading for reading in READINGS}


def numbered(*judgements: Judgement) -> tuple[Judgement, ...]:
    return tuple(replace(judgement, id=f"J{number}", at="2031-06-01") for number, judgement in enumerate(judgements, 1))


def test_a_pair_of_clusters_is_kept_as_a_pair_of_records_with_their_words() -> None:
    judgement = judge_pair(flood_book(), "different", "E1", "E2")
    assert judgement.about == (min(f"{BELL_ID}:e1", f"{COURIER_ID}:e3"), f"{COURIER_ID}:e2")
    assert [read_anchor(anchor).kind for anchor in judgement.anchors] == ["entity", "entity"]


def test_that_two_clusters_are_one_is_said_of_all_their_members_and_holds_for_those_that_are_left() -> None:
    (judgement,) = numbered(judge_pair(flood_book(), "same", "E1", "E2"))
    assert set(judgement.about) == {f"{BELL_ID}:e1", f"{COURIER_ID}:e3", f"{COURIER_ID}:e2"}
    (bound,), lost = bind_judgements({COURIER_ID: BY_ID[COURIER_ID]}, (judgement,))
    assert (set(bound.about), lost) == ({f"{COURIER_ID}:e3", f"{COURIER_ID}:e2"}, ())


def test_what_a_new_reading_made_one_by_itself_needs_no_judgement_and_cannot_be_parted() -> None:
    book = flood_book()
    same, apart = numbered(*(judge_pair(book, verdict, f"{COURIER_ID}:e2", f"{COURIER_ID}:e3") for verdict in ("same", "different")))
    whole = replace(BY_ID[COURIER_ID].entities[1], mentions=BY_ID[COURIER_ID].entities[1].mentions + BY_ID[COURIER_ID].entities[2].mentions)
    again = {COURIER_ID: replace(BY_ID[COURIER_ID], entities=(whole,))}
    assert bind_judgements(again, (same,)) == ((), ())
    assert bind_judgements(again, (apart,))[1] == ("judgement J2 (different) waits: what it parts is one record in the new reading",)


@pytest.mark.parametrize(
    ("left", "right", "error"),
    [("E1", "O1", InputError), ("E1", "E1", InputError), ("E1", "E9", RecordUnknown), (f"{BELL_ID}:e1", f"{BELL_ID}:a1", InputError)],
)
def test_what_cannot_be_a_pair_is_told(left: str, right: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        judge_pair(flood_book(), "same", left, right)


def test_a_judgement_finds_its_record_in_a_new_reading_with_other_ids() -> None:
    (judgement,) = numbered(reject_record(flood_book(), f"{BELL_ID}:a1"))
    again = build_reading(
        build_document(BELL),
        (build_entity(BELL, "e77", "person", "Ines Quarrow"),),
        (
            build_attribution(BELL, "a80", "Six people were hurt", None, None),
            build_attribution(BELL, "a81", "the lower gate had failed twice", "Ines Quarrow", "e77"),
        ),
    )
    (bound,), lost = bind_judgements({BELL_ID: again}, (judgement,))
    assert (bound.about, lost) == ((f"{BELL_ID}:a81",), ())


def test_a_record_that_grew_a_little_is_the_same_and_one_elsewhere_is_not() -> None:
    anchor = anchor_record(BY_ID[BELL_ID], BY_ID[BELL_ID].attributions[0])
    document = build_document(BELL)
    grown = build_reading(document, (), (build_attribution(BELL, "a1", "said the lower gate had failed twice", None, None),))
    elsewhere = build_reading(document, (), (build_attribution(BELL, "a1", "Six people were hurt", None, None),))
    assert (find_anchored(grown, anchor), find_anchored(elsewhere, anchor)) == ("a1", None)


def test_a_judgement_without_its_record_waits_and_says_so() -> None:
    rejected, renamed = numbered(reject_record(flood_book(), f"{BELL_ID}:a1"), judge_name(flood_book(), f"{COURIER_ID}:e2", "MNA"))
    bound, lost = bind_judgements({BELL_ID: build_reading(build_document(BELL))}, (rejected, renamed))
    assert bound == ()
    assert "has no attribution on “the lower gate had failed twice”" in lost[0]
    assert "is not in the ledger" in lost[1]


def test_a_rejected_saying_leaves_its_event_in_the_voice_of_the_report() -> None:
    judgements = numbered(reject_record(flood_book(), f"{BELL_ID}:a1"))
    reading = apply_judgements(READINGS, judgements)[0]
    assert reading.attributions == ()
    assert [event.attribution for event in reading.events] == [None, None]


def test_a_rejected_entity_leaves_no_trace_and_its_sayings_tell_why() -> None:
    judgements = numbered(reject_record(flood_book(), f"{COURIER_ID}:e1"))
    reading = apply_judgements(READINGS, judgements)[1]
    assert [(one.source_entity, one.chain) for one in reading.attributions] == [(None, ("e2",)), ("e3", ("e3",)), (None, ())]
    assert "J1" in (reading.attributions[0].unknown_because or "")


def test_an_added_saying_goes_to_the_entity_of_its_source() -> None:
    book = flood_book()
    judgements = numbered(add_attribution(book, BELL_ID, ["Six people were hurt"], "Ines Quarrow", act="confirm"))
    added = apply_judgements(READINGS, judgements)[0].attributions[-1]
    assert (added.id, added.source_entity, added.act, added.content[0].of(BELL)) == ("aJ1", "e1", "confirm", "Six people were hurt")
    assert (added.anonymity, added.chain) == ("named", ("e1",))


def test_a_source_that_is_no_entity_yet_becomes_one_without_a_name() -> None:
    judgements = numbered(add_attribution(flood_book(), BELL_ID, ["The gate broke"], "the dyke warden"))
    reading = apply_judgements(READINGS, judgements)[0]
    assert (reading.entities[-1].id, reading.entities[-1].kind, reading.attributions[-1].source_entity) == ("eJ1", "unnamed", "eJ1")


@pytest.mark.parametrize(("words", "found"), [("gate", Span(46, 50)), ("gate#2", Span(73, 77)), ("#", None), ("gate#9", None)])
def test_words_are_found_at_the_place_that_was_asked_for(words: str, found: Span | None) -> None:
    if found is None:
        with pytest.raises(AnchorError):
            find_quoted(BELL, words)
    else:
        assert find_quoted(BELL, words) == found


def test_words_copied_from_a_terminal_are_found_across_lines() -> None:
    assert find_quoted("The gate\n  broke (twice).", "gate broke (twice)") == Span(4, 24)


def test_a_backslash_makes_a_number_sign_plain() -> None:
    assert find_quoted("gate #2 broke", r"gate \#2") == Span(0, 7)


def test_a_set_masthead_holds_before_reading_and_the_latest_counts() -> None:
    book = flood_book()
    judgements = numbered(
        set_report(book, BELL_ID, "published", "2031-04"),
        set_report(book, BELL_ID, "published", "2031-05-03"),
        set_report(book, BELL_ID, "outlet", "Fen Bell"),
        set_report(book, COURIER_ID, "outlet", "Another"),
    )
    report = set_masthead(build_document(BELL), judgements).report
    assert (report.published, report.published_basis, report.outlet, report.outlet_basis) == ("2031-05-03", "judged", "Fen Bell", "judged")


@pytest.mark.parametrize("value", ["yesterday", "2031-13", "", "31.5.2031"])
def test_a_date_that_is_none_is_told(value: str) -> None:
    with pytest.raises(InputError):
        set_report(flood_book(), BELL_ID, "published", value)


def test_a_new_name_keeps_the_old_one_and_says_who_decided() -> None:
    judgements = numbered(judge_name(flood_book(), "E1", "Inés Cuarró"))
    entity = rename_entities(flood_story(), judgements).entities[0]
    assert (entity.name, entity.variants, entity.because.judgement) == ("Inés Cuarró", ("I. Quarrow", "Ines Quarrow"), "J1")


def test_a_grade_is_found_under_the_cluster_of_what_was_graded() -> None:
    book = flood_book()
    judgements = numbered(grade_record(book, "E1", "reliability", "B"), grade_record(book, "The Fenland Bell", "reliability", "C"))
    graded = replace(book, judgements=judgements)
    assert grade_of(graded, "E1", *graded.story.entities[0].members) == "B"
    assert grade_of(graded, "outlet:The Fenland Bell") == "C"


def pair(number: int, verdict: str, *about: str) -> Judgement:
    return Judgement(f"J{number}", verdict, about, None, None, None, None, "", ("", ""))  # type: ignore[arg-type]


def test_judgements_that_cannot_both_hold_are_told_through_third_records_too() -> None:
    told = list(
        iter_disputes(
            (pair(1, "same", "x", "y"), pair(2, "same", "y", "z"), pair(3, "different", "x", "z"), pair(4, "different", "x", "q"))
        )
    )
    assert told == ["J3 says different, J1 and J2 same: undo one of them"]


def test_two_values_for_one_thing_are_told() -> None:
    book = flood_book()
    judgements = numbered(set_report(book, BELL_ID, "outlet", "One"), set_report(book, BELL_ID, "outlet", "Two"))
    assert list(iter_disputes(judgements)) == ["J2 says 'Two', J1 said 'One': the later holds, undo one of them"]
    assert list(iter_disputes(judgements[:1] * 2)) == []


@given(st.integers(0, len(COURIER) - 2), st.integers(1, 30))
def test_an_anchor_is_read_as_it_was_written(start: int, length: int) -> None:
    text = COURIER[start : start + length]
    reading = build_reading(build_document(COURIER), (), (build_attribution(COURIER, "a1", text, None, None),))
    anchor = anchor_record(reading, reading.attributions[0])
    assert read_anchor(str(anchor)) == anchor
    assert find_anchored(reading, anchor) == "a1"
