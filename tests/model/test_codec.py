from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.floods import flood_readings, flood_story
from tests.builders import build_document, build_reading
from whence.errors import InputError
from whence.model.codec import json_schema, read_json, write_json
from whence.model.readings import Attribution, Entity, Event, Forecast, Gap, Reading, Time
from whence.model.spans import Span
from whence.model.stories import Conflict, Edge, Origins, Story, StoryEntity, StoryRole

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
st.register_type_strategy(Span, st.builds(Span, st.integers(0, 50), st.integers(51, 99)))
st.register_type_strategy(str, TEXTS)
st.register_type_strategy(float, st.floats(0, 1))


@pytest.mark.parametrize("kind", [Entity, Attribution, Event, Forecast, Time, Gap, StoryEntity, StoryRole, Conflict, Edge, Origins])
@given(data=st.data())
def test_every_record_comes_back_from_json_as_it_was(kind: type, data: st.DataObject) -> None:
    record = data.draw(st.from_type(kind))
    assert read_json(kind, json.loads(json.dumps(write_json(record)))) == record


def test_readings_and_stories_come_back_as_they_were() -> None:
    for reading in flood_readings():
        assert read_json(Reading, json.loads(json.dumps(write_json(reading)))) == reading
    assert read_json(Story, json.loads(json.dumps(write_json(flood_story())))) == flood_story()


def test_names_that_are_words_of_python_are_their_own_in_json() -> None:
    role = write_json(flood_story().roles[0])
    assert (role["from"], role["to"], "since" in role) == ("2031-01", "2031-05-10", False)


def test_keys_that_are_not_known_are_passed_over() -> None:
    data = write_json(build_reading(build_document("The gate.")))
    assert read_json(Reading, {**data, "later": 1}) == build_reading(build_document("The gate."))


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        ({"text": 1}, "Reading.text: wanted str, found int"),
        ({"gaps": {}}, "Reading.gaps: wanted an array"),
        ({"gaps": [{"span": [1], "reason": "x"}]}, "Reading.gaps[0].span: wanted an array of 2"),
        ({"gaps": [{"span": [1, True], "reason": "x"}]}, "Reading.gaps[0].span[1]: wanted int"),
        ({"times": [{"span": [1, 2], "type": "era", "value": None, "basis": "stated"}]}, "Reading.times[0].type: wanted one of date"),
        ({"gaps": [{"span": [1, 2]}]}, "Reading.gaps[0]: "),
        ({"made_by": 3}, "Reading.made_by: wanted an object"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(spoil: dict[str, Any], told: str) -> None:
    data = write_json(build_reading(build_document("The gate.")))
    with pytest.raises(InputError) as caught:
        read_json(Reading, {**data, **spoil})
    assert str(caught.value).startswith(told)


def test_what_may_be_left_out_is_not_required() -> None:
    entity = read_json(Entity, {"id": "e1", "kind": "person", "name": "A", "mentions": []})
    assert (entity.roles, entity.number) == ((), None)
    assert "Entity" in json_schema(Reading)["$defs"]
