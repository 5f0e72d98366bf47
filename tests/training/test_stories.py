from __future__ import annotations

import json
from pathlib import Path

import pytest
from training.stories import iter_story, locate


def test_a_quoted_string_is_found_where_it_is_meant() -> None:
    assert locate("so so so", "so#2") == (3, 5)
    assert locate("so so so", "so", near=7) == (6, 8)
    assert locate("pier #3", "pier \\#3") == (0, 7)


@pytest.mark.parametrize("quoted", ["no", "so#4"])
def test_what_the_text_does_not_hold_is_told(quoted: str) -> None:
    with pytest.raises(ValueError, match="does not hold"):
        locate("so so so", quoted)


def test_a_story_comes_with_its_marks(tmp_path: Path) -> None:
    outer = {"content": ["Vask feared a flood"], "source": "Oru", "cue": "said", "parent": None}
    inner = {"content": ["a flood"], "source": None, "cue": "feared", "parent": "a1"}
    (tmp_path / "1.json").write_text(json.dumps({"attributions": [outer, inner]}))
    (tmp_path / "1_courier.txt").write_text("Oru said Vask feared a flood.")
    ((text, ((first, is_first_nested), (second, is_second_nested))),) = iter_story(tmp_path, tmp_path)
    assert text == "Oru said Vask feared a flood."
    assert [set(part) for part in (first.source, first.cue, first.content)] == [{0}, {1}, {2, 3, 4, 5}]
    assert [set(part) for part in (second.source, second.content)] == [set(), {4, 5}]
    assert (is_first_nested, is_second_nested) == (False, True)
