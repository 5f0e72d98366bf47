from __future__ import annotations

from dataclasses import replace

import pytest

from tests.dossier.invented import readings, story
from whence.dossier.notes import decisions, own_notes, statement_note
from whence.dossier.records import Records, index_records
from whence.dossier.tellings import tell_accounts
from whence.model.judgements import Judgement, Verdict


def records(*judgements: Judgement) -> Records:
    return index_records(story(), readings(), judgements, False)


def judgement(verdict: Verdict, field: str | None, value: str | None, undone: str | None = None) -> Judgement:
    return Judgement("j1", verdict, ("wire",), field, value, None, "M. K.", "2030-05-22T10:00:00Z", undone=undone)


@pytest.mark.parametrize(
    ("verdict", "field", "value", "words"),
    [
        ("grade", "reliability", "B", "reliability graded B by M. K., 22 May 2030"),
        ("set", "published", "2030-05-06", "published set to 2030-05-06 by M. K., 22 May 2030"),
        ("add", None, '{"act": "say"}', "added by M. K., 22 May 2030"),
    ],
)
def test_decisions_are_said_in_words(verdict: Verdict, field: str | None, value: str | None, words: str) -> None:
    assert list(decisions(records(judgement(verdict, field, value)), "wire")) == [words]


def test_what_was_taken_back_is_not_said() -> None:
    assert list(decisions(records(judgement("grade", "reliability", "B", undone="2030-05-23")), "wire")) == []


def test_a_statement_leads_to_what_it_is_about() -> None:
    found = records()
    told = {account.occurrence.id: account for account in tell_accounts(found)}
    report = found.filed["paper"]
    denial = statement_note(found, report, found.attribution("paper:a2"), told, ())
    assert denial.denies and denial.verb == "denies"
    assert [link.anchor for link in denial.links] == ["o-O3"]
    assert "no word says so" in denial.remarks


def test_what_a_report_tells_itself_is_noted_by_paragraph() -> None:
    found = records()
    told = {account.occurrence.id: account for account in tell_accounts(found)}
    report = found.filed["paper"]
    notes = [note for span in report.paragraphs for note in own_notes(found, report, span, told, ())]
    assert [(note.verb, [link.anchor for link in note.links]) for note in notes] == [("In its own voice", ["o-O4"])]


def test_what_somebody_does_not_say_is_told_so_by_the_verb() -> None:
    found = records()
    report = found.filed["paper"]
    told = statement_note(found, report, replace(found.attribution("paper:a2"), act="believe", polarity="negative"), {}, ())
    assert told.verb in ("does not believe", "do not believe")
