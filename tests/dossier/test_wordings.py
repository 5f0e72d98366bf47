from __future__ import annotations

import pytest

from whence.dossier.wordings import ask_question, say_unnamed, show_evidence, within
from whence.model.stories import Because, Conflict


@pytest.mark.parametrize(
    ("about", "asked"),
    [
        ("who did it: the fire", "Who did it?"),
        ("when it happened: the fire", "When it happened"),
        ("how many people", "How many people?"),
        ("", "The day"),
    ],
)
def test_what_differs_is_a_question_only_where_it_reads_as_one(about: str, asked: str) -> None:
    assert ask_question(Conflict("K1", "O1", "date", about, (), "contradiction", True, Because("told")), "the fire") == asked


def test_nobody_is_called_by_a_pronoun() -> None:
    assert say_unnamed("We") == "“we”, not told who"
    assert (within("They"), within("A clerk"), within("Clerks")) == ("“they”", "a clerk", "Clerks")


def test_a_name_is_shown_as_evidence_with_its_line() -> None:
    text = "The gate broke.\nThe warden told the Bell that it had rusted."
    start = text.index("the Bell")
    assert show_evidence("the Bell", text, start, start + 8, 90) == "The warden told the Bell that it had rusted."
    assert show_evidence("The warden told the Bell that it had rusted.", text, start, start + 8, 90).startswith("The warden told")
