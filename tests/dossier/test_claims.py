from __future__ import annotations

from dataclasses import replace

from tests.dossier.invented import readings, story
from whence.dossier.claims import Claimed, gather_claims
from whence.dossier.records import index_records
from whence.model.stories import Because, Claim

SAME = Because("nearly the same words")


def gather(*claims: Claim) -> tuple[Claimed, ...]:
    return gather_claims(index_records(replace(story(), claims=claims), readings(), (), False))


def test_a_claim_about_an_occurrence_stands_with_it() -> None:
    assert gather(*story().claims) == ()


def test_who_says_it_and_who_denies_it_stand_on_two_sides() -> None:
    found = gather(Claim("C9", "a blast", ("paper:a1",), ("paper:a2",), None, SAME))[0]
    assert [saying.voice.name for saying in found.says] == ["an engineer of the road office"]
    assert [(saying.voice.name, saying.refs[0].text) for saying in found.denies] == [("road office", "C2")]


def test_a_claim_and_its_copy_come_after_what_two_newsrooms_say() -> None:
    copied = Claim("C8", "four died", ("wire:a2", "copy:a2"), (), None, SAME)
    shared = Claim("C9", "people died", ("wire:a2", "paper:a4"), (), None, SAME)
    assert [claimed.anchor for claimed in gather(copied, shared)] == ["c-C9", "c-C8"]


def test_one_who_says_it_twice_is_named_once() -> None:
    found = gather(Claim("C9", "four died", ("wire:a2", "wire:a3", "copy:a2"), (), None, SAME))[0]
    assert [[ref.text for ref in saying.refs] for saying in found.says] == [["A2", "A3", "B2"]]
