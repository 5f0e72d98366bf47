from __future__ import annotations

import pytest

from whence.model.readings import Entity, Mention, Role
from whence.model.spans import Span
from whence.resolve.acts import resolve_act


def person(role: str | None = None) -> Entity:
    roles = (Role(role, Span(0, 3)),) if role else ()
    return Entity("e1", "person", "Ana Reyl", (Mention(0, 8, "named"),), roles)


FIRM = Entity("e2", "organization", "Kestrel Lines", (Mention(0, 13, "named"),))


@pytest.mark.parametrize(
    ("cue", "content", "speaker", "act"),
    [
        ("said", "the roof is sound", person(), "say"),
        ("said", "Who has the keys?", person(), "ask"),
        ("said", "she would sell the house", person(), "promise"),
        ("said", "it would sell two ships", FIRM, "announce"),
        ("said", "her clients would sue", person(), "announce"),
        ("said", "the river will rise", person(), "predict"),
        ("said", "the bridge would open in May", person("transport minister"), "promise"),
        ("said", "the bridge would open in May", person("former transport minister"), "predict"),
        ("said", "she had never met the driver", person(), "deny"),
        ("said", "the report was false", FIRM, "deny"),
        ("said", "the firm had nothing to do with the leak", FIRM, "deny"),
        ("said", "people who have nothing to do with the firm can open the valve", FIRM, "say"),
        ("said", "the road is no longer safe", FIRM, "say"),
        ("said", "it would have been cheaper", FIRM, "say"),
        ("called", "the raid “cowardly”", FIRM, "accuse"),
        ("called", "the raid “brave”", FIRM, "say"),
        ("claimed", "to have sunk the ship", FIRM, "claim_responsibility"),
        ("warned", "who has the keys?", person(), "warn"),
        ("", "We want the fleet to leave", person(), "demand"),
    ],
)
def test_the_cue_decides_and_under_a_neutral_one_the_content(cue: str, content: str, speaker: Entity, act: str) -> None:
    assert resolve_act(cue.split(), content, speaker) == (act, "positive")


def test_a_negated_saying_is_negative_and_a_refusal_is_not() -> None:
    assert resolve_act(["did", "not", "say"], "it was late", FIRM)[0] == "decline"
    assert resolve_act(["did", "not", "claim"], "that it was late", FIRM)[1] == "negative"
    assert resolve_act(["would", "not", "comment"], "on the fire", FIRM) == ("decline", "positive")
