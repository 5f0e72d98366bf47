from __future__ import annotations

from datetime import date

import pytest

from whence.lexicon.times import load_feasts
from whence.resolve.times.feasts import find_feast


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-24", date(2021, 12, 24)),
        ("easter-2", date(2021, 4, 2)),
        ("easter+49", date(2021, 5, 23)),
        ("orthodox+0", date(2021, 5, 2)),
        ("11-w4-4", date(2021, 11, 25)),
        ("05-wlast-1", date(2021, 5, 31)),
        ("09-w1-1", date(2021, 9, 6)),
    ],
)
def test_rules_of_feasts(rule: str, day: date) -> None:
    assert find_feast(rule, 2021) == day


@pytest.mark.parametrize("rule", sorted({rule for rule in load_feasts().values() if rule != "-"}))
def test_every_rule_names_a_day_of_every_year(rule: str) -> None:
    assert all(find_feast(rule, year).year == year for year in range(1950, 2060))
