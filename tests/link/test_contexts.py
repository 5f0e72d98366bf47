from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.link.invented import report
from whence.link.contexts import Contexts, compare_vectors, sentence_around
from whence.model.spans import Span

FIRE = "In the port, the Sarveth depot burnt while Hanna Oost and the crews of Orrin stood by, said Daoud Qasreni."
INQUIRY = "An inquiry opened on Monday. Before it, Daoud Qasreni and Hanna Oost spoke of Sarveth."
ELSEWHERE = "An inquiry opened on Monday. Before it, Wen Ti and Castle Peer spoke of Lindau."


def contexts(*texts: str) -> Contexts:
    return Contexts({f"r{number}": report(f"r{number}", text) for number, text in enumerate(texts)})


def test_reports_are_alike_by_their_names_not_by_their_words() -> None:
    held = contexts(FIRE, INQUIRY, ELSEWHERE)
    assert held.reports_alike("r0", "r1") > 0.4
    assert held.reports_alike("r1", "r2") < 0.05
    assert held.reports_alike("r0", "r0") == 1.0


def test_the_most_telling_names_come_first() -> None:
    held = contexts(FIRE, FIRE.replace("Sarveth", "Vastra"), ELSEWHERE)
    assert "sarveth" in held.telling_names("r0", 3)


def test_days_and_months_are_no_names() -> None:
    held = contexts("It was on Monday, in May.", "It was on Monday, in May.")
    assert held.reports_alike("r0", "r1") == 0.0


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_lies_between_nothing_and_one(left: str, right: str) -> None:
    held = contexts(left, right)
    assert 0.0 <= held.reports_alike("r0", "r1") <= 1.0 + 1e-9
    assert 0.0 <= compare_vectors(held.weigh_words(left), held.weigh_words(right)) <= 1.0 + 1e-9


def test_the_sentence_around_a_word() -> None:
    text = "One came. Two Mr. Smiths left! “Three?” they said."
    start = text.index("left")
    assert sentence_around(text, Span(start, start + 4)).of(text).endswith("left!")
