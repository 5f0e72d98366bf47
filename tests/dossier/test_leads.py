from __future__ import annotations

from dataclasses import replace

import pytest

from tests.dossier.invented import readings, story
from whence.dossier.leads import Lead, fill_columns, open_dossier
from whence.dossier.records import index_records
from whence.dossier.tellings import tell_accounts
from whence.model.readings import Modality
from whence.model.stories import Independent, Story


def lead(told: Story) -> Lead:
    records = index_records(told, readings(), (), False)
    return open_dossier(records, tell_accounts(records))


def test_reports_of_no_known_outlet_are_counted_apart() -> None:
    def summary(*unknown: int) -> str:
        held = [
            replace(one, report=replace(one.report, outlet=None)) if number in unknown else one for number, one in enumerate(readings())
        ]
        records = index_records(story(), held, (), False)
        return open_dossier(records, tell_accounts(records)).summary

    assert summary(0).startswith("Four reports, one of an unknown outlet, the rest of three")
    assert summary(0, 1, 2, 3).startswith("Four reports, no outlet known")


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


def widely(*modalities: Modality) -> Lead:
    """The opening of the story where the deaths have two established origins, told by three reports in these ways."""
    told = story()
    two = replace(told.origins[1], independent=Independent(2, 2), origins=(told.origins[1].origins[0], told.origins[2].origins[0]))
    told = replace(told, origins=(told.origins[0], two, *told.origins[2:]))
    keys = dict(zip(("wire:v2", "copy:v2", "paper:v3"), modalities, strict=True))
    held = [
        replace(
            reading,
            events=tuple(replace(one, modality=keys.get(f"{reading.report.id}:{one.id}", one.modality)) for one in reading.events),
        )
        for reading in readings()
    ]
    records = index_records(told, held, (), False)
    return open_dossier(records, tell_accounts(records))


def test_what_established_origins_tell_is_named_first() -> None:
    widest = widely("actual", "actual", "actual").widest
    assert widest is not None
    assert widest.occurrence.id == "O2"


@pytest.mark.parametrize("modalities", [("asked",) * 3, ("planned",) * 3, ("actual", "asked", "planned"), ("hypothetical",) * 3])
def test_what_is_asked_or_planned_is_told_by_nobody(modalities: tuple[Modality, ...]) -> None:
    opening = widely(*modalities)
    assert opening.widest is None
    if "actual" not in modalities:
        assert "O2" not in [account.occurrence.id for account in opening.disputed]


def test_nothing_is_most_widely_told_that_one_origin_tells() -> None:
    assert lead(story()).widest is None
