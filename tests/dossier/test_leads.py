from __future__ import annotations

from dataclasses import replace

from tests.dossier.invented import readings, story
from whence.dossier.leads import Lead, fill_columns, open_dossier
from whence.dossier.records import index_records
from whence.dossier.tellings import tell_accounts
from whence.model.stories import Story


def lead(told: Story) -> Lead:
    records = index_records(told, readings(), (), False)
    return open_dossier(records, tell_accounts(records))


def test_every_occurrence_stands_in_one_column() -> None:
    records = index_records(story(), readings(), (), False)
    columns = fill_columns(tell_accounts(records))
    names = [[account.occurrence.id for account in (*column.shown, *column.folded)] for column in columns]
    assert sorted(names[1]) == ["O2", "O3"]
    assert sorted(one for column in names for one in column) == ["O1", "O2", "O3", "O4"]


def test_what_is_not_weighed_is_not_called_one_origin() -> None:
    records = index_records(story(), readings(), (), False)
    assert fill_columns(tell_accounts(records))[2].heading == "From one origin, or perhaps one"


def test_the_summary_counts_no_copy_twice() -> None:
    assert lead(story()).summary.startswith("Four reports of four outlets, one of them a copy. Nine statements by others, two of them")


def test_the_opening_says_of_which_days_the_reports_are() -> None:
    assert lead(story()).kicker == "Dossier · four reports of 6 May to 21 May 2030"
    assert lead(replace(story(), as_of="2030-05-30")).kicker.endswith("as known on 30 May 2030")


def test_nothing_is_most_widely_told_that_one_origin_tells() -> None:
    assert lead(story()).widest is None
