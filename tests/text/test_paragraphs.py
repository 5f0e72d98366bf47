from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.model.spans import Span
from whence.text.paragraphs import find_paragraphs


def blocks(text: str, *left_out: Span) -> list[str]:
    return [span.of(text) for span in find_paragraphs(text, left_out)]


def test_blank_lines_and_line_breaks_part_blocks() -> None:
    assert blocks("Harbour shut\n\nThe quay was closed.\nNobody was hurt.\r\n\r\n  End.  ") == [
        "Harbour shut",
        "The quay was closed.",
        "Nobody was hurt.",
        "End.",
    ]


def test_hard_wrapped_prose_is_one_block() -> None:
    lines = "The harbour of Port Ansel was closed on Tuesday after a", "fishing boat had struck the northern mole, the office of"
    text = "\n".join((*lines, "the harbour master said. It will open on Friday."))
    assert blocks(text) == [text]


def test_short_lines_of_a_verse_stand_apart() -> None:
    assert blocks("The tide went out\nand took the boats") == ["The tide went out", "and took the boats"]


def test_what_is_left_out_parts_a_block_and_is_in_none() -> None:
    text = "One line. SHARE THIS Another line."
    assert blocks(text, Span(10, 20)) == ["One line.", "Another line."]


@given(st.text(alphabet="ab .\n\r\t\u2028\u2029\f"), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=3))
def test_blocks_hold_all_that_is_no_space_and_nothing_left_out(text: str, cuts: list[tuple[int, int]]) -> None:
    left_out = [Span(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in cuts]
    found = find_paragraphs(text, left_out)
    covered = {i for span in found for i in range(*span)}
    gone = {i for span in left_out for i in range(*span)}
    assert not covered & gone
    assert all(i in covered for i, character in enumerate(text) if not character.isspace() and i not in gone)
    assert all(span.of(text).strip() == span.of(text) != "" for span in found)
