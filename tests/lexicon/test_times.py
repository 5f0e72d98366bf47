from __future__ import annotations

import re

from whence.lexicon.tables import load_table
from whence.lexicon.times import load_feasts, load_tense_cues, load_time_macros, load_time_patterns, load_time_words


def test_no_word_stands_twice() -> None:
    for table, columns in (
        ("time_words", ("word", "kind", "value", "case")),
        ("feasts", ("name", "rule")),
        ("tense_cues", ("cue", "tense")),
    ):
        words = [row[0] for row in load_table(table, columns)]
        assert len(words) == len(set(words)), table


def test_words_are_written_as_they_are_looked_up() -> None:
    assert all(
        word == word.lower() and entry.kind.islower() and entry.case in ("any", "capital", "upper")
        for word, entry in load_time_words().items()
    )
    assert all(name == name.lower() for name in load_feasts())


def test_rules_of_feasts_are_of_a_known_shape() -> None:
    shape = re.compile(r"-|\d\d-\d\d|(easter|orthodox)[+-]\d+|\d\d-w([1-5]|last)-[1-7]")
    assert all(shape.fullmatch(rule) for rule in load_feasts().values())


def test_a_macro_uses_only_those_above_it() -> None:
    known: set[str] = set()
    for name, pattern in load_time_macros().items():
        assert set(re.findall(r"[A-Z]+", pattern)) <= known, name
        known.add(name)
    assert {name for rule in load_time_patterns() for name in re.findall(r"[A-Z]+", rule.pattern)} <= known


def test_tenses_are_three() -> None:
    assert set(load_tense_cues().values()) == {"past", "state", "future"}
