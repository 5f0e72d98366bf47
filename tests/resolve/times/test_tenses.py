from __future__ import annotations

import pytest

from whence.model.spans import Span
from whence.resolve.times.tenses import find_sentence, find_tense
from whence.text.pages import cut_passage


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The council met on Friday.", -1),
        ("The council will meet on Friday.", 1),
        ("The council is expected to meet on Friday.", 1),
        ("The council had been expected to meet on Friday.", -1),
        ("The meeting was put off until Friday.", 1),
        ("“We will meet on Friday,” the mayor said.", 1),
        ("The council will be called together in Marrow Sound on Friday, she said.", 1),
        ("On Friday, the mayor said, the council had met.", -1),
        ("A meeting on Friday.", 0),
        ("It will be held on Friday.", 1),
        ("On Friday the council met, and it will meet again.", -1),
    ],
)
def test_the_nearest_cue_tells_the_tense(text: str, tense: int) -> None:
    start = text.index("Friday")
    assert find_tense(text, Span(0, len(text)), Span(start, start + 6)) == tense


def test_cues_of_other_sentences_do_not_count() -> None:
    page = cut_passage("They will sail. A storm on Friday. They sailed.")
    start = page.text.index("Friday")
    span = Span(start, start + 6)
    sentence = find_sentence(page, span)
    assert sentence.of(page.text) == "A storm on Friday."
    assert find_tense(page.text, sentence, span) == 0
