from __future__ import annotations

import pytest

from whence.find.times import find_times
from whence.resolve.times.ranges import share_parts
from whence.text.pages import cut_passage


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("from 12 to 14 July 2019", [(12, 7, 2019), (14, 7, 2019)]),
        ("in March or April 2020", [(None, 3, 2020), (None, 4, 2020)]),
        ("from November through January 2020", [(None, 11, 2019), (None, 1, 2020)]),
        ("in March. April 2020 was cold", [(None, 3, None), (None, 4, 2020)]),
        ("on 3 May 2018 and 4 June 2019", [(3, 5, 2018), (4, 6, 2019)]),
    ],
)
def test_what_stands_together_shares_month_and_year(text: str, parts: list[tuple[int | None, int, int | None]]) -> None:
    page = cut_passage(text)
    shared = share_parts(find_times(page), page.text)
    assert [(mark.day, mark.month, mark.year) for mark in shared] == parts
