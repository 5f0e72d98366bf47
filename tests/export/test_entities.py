from __future__ import annotations

import json
import sys
from collections import Counter

import pytest

from tests.app.floods import flood_book
from whence.errors import ExtraMissing
from whence.export.entities import iter_ftm_entities


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    with pytest.raises(ExtraMissing, match=r"whence\[ftm\]"):
        list(iter_ftm_entities(flood_book()))


def test_everybody_with_a_name_and_every_happening_is_there_and_points_at_what_is_there() -> None:
    model = pytest.importorskip("followthemoney", reason="the extra ftm is not installed").model
    entities = list(iter_ftm_entities(flood_book()))
    held = {entity["id"] for entity in entities}
    assert json.loads(json.dumps(entities)) == list(iter_ftm_entities(flood_book()))
    kinds = Counter(entity["schema"] for entity in entities)
    assert kinds == {"Article": 3, "Documentation": 3, "Event": 2, "Organization": 1, "Person": 1}
    for entity in entities:
        schema = model.get(entity["schema"])
        for name, values in entity["properties"].items():
            assert values
            assert schema.properties[name].type.name != "entity" or set(values) <= held


def test_a_person_has_her_names_and_her_office() -> None:
    pytest.importorskip("followthemoney", reason="the extra ftm is not installed")
    (person,) = [entity for entity in iter_ftm_entities(flood_book()) if entity["schema"] == "Person"]
    assert person["properties"] == {"name": ["Ines Quarrow"], "alias": ["I. Quarrow"], "position": ["dyke warden"]}
