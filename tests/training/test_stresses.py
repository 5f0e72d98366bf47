from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.stresses import STRESSES, as_scanned


@pytest.mark.parametrize("name", list(STRESSES))
@given(text=st.text())
def test_every_change_keeps_every_place(name: str, text: str) -> None:
    assert len(STRESSES[name](text)) == len(text)


def test_changes_do_what_they_are_called() -> None:
    assert STRESSES["straight_quotes"]("“It’s”") == '"It\'s"'
    assert STRESSES["single_quotes"]("“a”") == "‘a’"
    assert STRESSES["all_capitals"]("straße") == "STRAßE"
    assert as_scanned("so the ship sailed " * 30) != "so the ship sailed " * 30
