from __future__ import annotations

import json
from typing import Any

import pytest

from tests.link.invented import report
from whence.errors import InputError
from whence.link.decisions import amend_readings, collect_decisions
from whence.model.judgements import Judgement

TEXT = "Ana Brek said that the depot burnt on Sunday."
READING = report(
    "aa",
    TEXT,
    who=[("person", "Ana Brek")],
    said=[("the depot burnt on Sunday", "Ana Brek", {})],
    told=[("burnt", "assault", {"attribution": "a1"})],
)


def judge(verdict: str, *about: str, at: str = "2024-01-01", **fields: Any) -> Judgement:
    given = {"field": None, "value": None, "note": None, "by": None, **fields}
    return Judgement(f"j{at}{verdict}", verdict, about, at=at, **given)  # type: ignore[arg-type]


def test_the_later_of_two_judgements_holds() -> None:
    pair = ("aa:e1", "bb:e1")
    decided = collect_decisions([judge("same", *pair, at="2024-02-01"), judge("different", *pair, at="2024-01-01")])
    assert decided.same == (pair,) and not decided.parts(*pair)


def test_unsure_keeps_two_apart() -> None:
    assert collect_decisions([judge("unsure", "bb:e1", "aa:e1")]).parts("aa:e1", "bb:e1")


def test_what_was_taken_back_counts_for_nothing() -> None:
    decided = collect_decisions([judge("same", "aa:e1", "bb:e1", undone="2024-03-01"), judge("rename", "aa:e1", value="Anna Breck")])
    assert decided.same == () and decided.name_of(["aa:e1", "cc:e2"]) == "Anna Breck"


def test_outlet_and_date_are_set_right() -> None:
    found = amend_readings(
        [READING], [judge("set", "aa", field="outlet", value="Tolme Echo"), judge("set", "aa", field="published", value="2024-05-01")]
    )
    assert (found[0].report.outlet, found[0].report.published) == ("Tolme Echo", "2024-05-01")


def test_a_rejected_record_leaves_nothing_hanging() -> None:
    (without,) = amend_readings([READING], [judge("reject", "aa:a1")])
    assert without.attributions == () and without.events[0].attribution is None
    (nobody,) = amend_readings([READING], [judge("reject", "aa:e1")])
    assert nobody.entities == () and nobody.attributions[0].source_entity is None and nobody.attributions[0].chain == ()


def test_an_attribution_is_added() -> None:
    added = {"id": "x1", "content": [[0, 8]], "source": None, "cue": None, "source_entity": None, "mode": "indirect", "act": "say",
             "anonymity": None, "confidence": 1.0}  # fmt: skip
    (found,) = amend_readings([READING], [judge("add", "aa", value=json.dumps(added))])
    assert [one.id for one in found.attributions] == ["a1", "x1"]
    with pytest.raises(InputError):
        amend_readings([READING], [judge("add", "aa", value="no JSON")])
