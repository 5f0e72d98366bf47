from __future__ import annotations

from tests.dossier.invented import readings, story
from whence.dossier.records import index_records
from whence.dossier.strokes import Strokes, account_strokes, weigh_strokes
from whence.model.stories import Because, Independent, Origin, Origins

RECORDS = index_records(story(), readings(), (), False)


def weigh(known: Independent | None, *reports: str, relays: tuple[str, ...] = ()) -> Strokes:
    origins = tuple(Origin(report, "outlet", (), (), (report,)) for report in reports)
    return weigh_strokes(RECORDS, Origins("O1", None, known, origins, relays, Because("told")), 0)


def test_one_origin_stands_alone() -> None:
    assert weigh(Independent(1, 1), "wire").lone
    assert weigh(Independent(1, 1), "wire").words == "1 origin"


def test_a_copy_is_a_short_stroke_beside_its_origin() -> None:
    drawn = weigh(Independent(2, 2), "wire", "paper", relays=("copy",))
    assert [stroke.kind for stroke in drawn.strokes] == ["origin", "relay", "origin"]
    assert (drawn.words, drawn.relays) == ("2 origins", ", 1 relay")


def test_what_may_be_one_is_hollow_and_said() -> None:
    drawn = weigh(Independent(1, 2), "wire", "paper")
    assert [stroke.shown for stroke in drawn.strokes] == [True, False]
    assert drawn.words == "1 to 2 origins"
    assert drawn.doubt == "independence not established"
    assert not drawn.lone and not drawn.recounts


def test_independence_that_cannot_be_told_counts_none() -> None:
    drawn = weigh(None, "wire", "paper")
    assert all(not stroke.shown for stroke in drawn.strokes)
    assert drawn.words == "up to 2 origins"


def test_no_more_than_five_strokes_and_the_number() -> None:
    drawn = weigh(Independent(7, 7), *["wire"] * 7)
    assert len(drawn.strokes) == 5
    assert drawn.words == "7 origins"
    assert not drawn.recounts


def test_strokes_do_not_overlap() -> None:
    drawn = weigh(Independent(2, 2), "wire", "paper", relays=("copy", "hostile"))
    ends = [stroke.x + (4 if stroke.kind == "origin" else 1.5) for stroke in drawn.strokes]
    assert all(end < later.x for end, later in zip(ends, drawn.strokes[1:], strict=False))


def test_an_account_counts_a_copy_once() -> None:
    filed = RECORDS.filed
    kinds = [stroke.kind for stroke in account_strokes(RECORDS, [filed["copy"], filed["wire"], filed["paper"]])]
    assert kinds == ["origin", "relay", "origin"]
