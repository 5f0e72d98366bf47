from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.app.test_additions import read_by_hand, ten_documents
from tests.builders import build_document
from whence.app.readings import LOOK_AHEAD, iter_readings, look_ahead
from whence.errors import ModelMissing
from whence.model.codec import write_json
from whence.model.readings import Reading
from whence.model.reports import Document, Unread


def test_many_processes_give_what_one_gives_in_the_same_order() -> None:
    given: list[Document | Unread] = [*ten_documents(), Unread("x.pdf", "unknown-format", "a PDF"), build_document("nothing")]
    inline, spread = (list(iter_readings(given, read=read_by_hand, workers=workers)) for workers in (1, 2))
    assert list(map(write_json, inline)) == list(map(write_json, spread))
    assert [type(outcome) for outcome in inline] == [Reading] * 10 + [Unread] * 2


def read_without_model(document: Document) -> Reading:
    raise ModelMissing("the model is not there")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_part_of_whence_that_is_missing_is_told_once_and_not_of_every_report(workers: int) -> None:
    with pytest.raises(ModelMissing):
        next(iter_readings(ten_documents(), read=read_without_model, workers=workers))


def test_reports_are_counted_ahead_up_to_a_limit_and_none_is_lost() -> None:
    few, many = ten_documents(), ten_documents() * (LOOK_AHEAD // 5)
    for given, counted in ((few, 10), (many, None)):
        rest, total = look_ahead(given)
        assert (len(list(rest)), total) == (len(given), counted)


def test_nothing_is_taken_from_an_endless_stream_beyond_what_is_looked_at() -> None:
    taken = 0

    def endless() -> Iterator[Document]:
        nonlocal taken
        while True:
            taken += 1
            yield ten_documents()[0]

    look_ahead(endless())
    assert taken == LOOK_AHEAD
