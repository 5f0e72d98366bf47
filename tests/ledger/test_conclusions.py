from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import build_document, build_reading, build_story
from whence.ledger.conclusions import digest_inputs, keep_conclusion, load_conclusion
from whence.ledger.files import Ledger, open_ledger
from whence.ledger.judgements import keep_judgement, undo_judgement
from whence.ledger.reports import keep_report, keep_sighting
from whence.model.judgements import Judgement


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(tmp_path / "story", create=True)


def test_a_conclusion_comes_back_for_the_same_inputs_and_day_only(ledger: Ledger) -> None:
    story = build_story(as_of="2031-05")
    keep_conclusion(ledger, "2031-05", "inputs", story)
    assert load_conclusion(ledger, "2031-05", "inputs") == story
    assert load_conclusion(ledger, None, "inputs") is None
    assert load_conclusion(ledger, "2031-05", "other inputs") is None


def test_a_conclusion_from_other_inputs_goes(ledger: Ledger) -> None:
    keep_conclusion(ledger, None, "old", build_story())
    keep_conclusion(ledger, "2031", "new", build_story())
    assert load_conclusion(ledger, None, "old") is None


def test_reports_sightings_judgements_and_their_undoing_each_change_the_inputs(ledger: Ledger) -> None:
    document = build_document("The ferry was late.")
    digests = [digest_inputs(ledger, "1"), digest_inputs(ledger, "2")]
    keep_report(ledger, document, build_reading(document), "now")
    digests.append(digest_inputs(ledger, "1"))
    keep_sighting(ledger, build_document("The ferry was late.", path="copy.txt").report, "now")
    digests.append(digest_inputs(ledger, "1"))
    keep_judgement(ledger, Judgement("", "grade", ("x:e1",), "reliability", "B", None, None, "now"))
    digests.append(digest_inputs(ledger, "1"))
    assert len(set(digests)) == len(digests)
    undo_judgement(ledger, "J1", "now")
    assert digest_inputs(ledger, "1") == digests[-2]
