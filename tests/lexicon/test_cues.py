from __future__ import annotations

import pytest

from whence.lexicon.cues import is_negated, load_cues, resolve_cue


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("said", "say"),
        ("has warned", "warn"),
        ("would not comment", "decline"),
        ("did n't respond", "decline"),
        ("would neither confirm nor deny", "decline"),
        ("declined to say", "decline"),
        ("called for", "demand"),
        ("called on", "ask"),
        ("claimed responsibility", "claim_responsibility"),
        ("are concerned", "believe"),
        ("accusing", "accuse"),
        ("has withdrawn its claim", "deny"),
        ("swore", "promise"),
    ],
)
def test_a_cue_names_its_act(words: str, act: str) -> None:
    cue = resolve_cue(words.split())
    assert cue is not None
    assert cue.act == act


def test_a_plain_saying_leaves_the_act_to_the_content() -> None:
    cue = resolve_cue(["told"])
    assert cue is not None
    assert cue.neutral


def test_words_of_no_list_are_no_cue() -> None:
    assert resolve_cue(["painted"]) is None
    assert resolve_cue([]) is None


def test_negation_is_seen_whole_and_clipped() -> None:
    assert is_negated(["did", "n’t", "say"])
    assert not is_negated(["did", "say"])


def test_no_cue_stands_twice_with_the_same_lemmas() -> None:
    assert all(cue.lemmas == lemmas for lemmas, cue in load_cues().items())
