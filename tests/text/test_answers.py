from __future__ import annotations

import pytest

from whence.text.pages import cut_passage

TALK = ("Q. Did it leak?", "A. It did.", "It always has.", "Q: Who knew?", "A: I did.", "The talk was cut short.")


def answers(*paragraphs: str) -> list[str]:
    page = cut_passage("\n\n".join(paragraphs))
    return [quotation.inner.of(page.text) for quotation in page.quotations if quotation.answers]


def test_an_answer_runs_on_to_the_next_question_and_the_last_is_one_paragraph() -> None:
    assert answers("Quay talk", *TALK) == ["It did.", "It always has.", "I did."]


def test_letters_are_no_words_of_the_page() -> None:
    page = cut_passage("\n\n".join(TALK))
    assert [paragraph.of(page.text) for paragraph in page.paragraphs][:2] == ["Did it leak?", "It did."]


@pytest.mark.parametrize("paragraphs", [(), TALK[:3], ("A. Vell left.", "Q. Orm stayed.", "A. Dun knew.", "Q. Ost did not.")])
def test_initials_and_a_single_question_are_no_interview(paragraphs: tuple[str, ...]) -> None:
    assert answers(*paragraphs) == []
