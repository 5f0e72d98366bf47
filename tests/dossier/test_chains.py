from __future__ import annotations

from tests.dossier.invented import readings, story
from whence.dossier.chains import Chain, trace_chains
from whence.dossier.records import index_records
from whence.dossier.tellings import tell_accounts

RECORDS = index_records(story(), readings(), (), False)
ACCOUNTS = {account.occurrence.id: account for account in tell_accounts(RECORDS)}


def chains(occurrence: str) -> tuple[Chain, ...]:
    return trace_chains(RECORDS, ACCOUNTS[occurrence])


def names(chain: Chain) -> list[str]:
    return [" ".join(step.lines).replace("\xa0", " ") for step in chain.steps]


def test_a_chain_reads_from_the_source_to_the_page() -> None:
    found = chains("O2")[-1]
    assert names(found) == ["a witness, unnamed", "Tarvia Wire (A)", "The Lower Post (C), 21 May"]
    assert [step.link for step in found.steps] == ["cited", "cited", None]


def test_the_same_in_words_begins_outside() -> None:
    assert chains("O2")[-1].saying == "C says that Tarvia Wire says that a witness, unnamed, says"


def test_copies_stand_beneath_what_they_copy() -> None:
    found = chains("O1")
    assert len(found) == 1
    assert names(found[0])[-1] == "Omsel Echo (B)"
    assert found[0].steps[-2].link == "copied"
    assert [ref.text for ref in found[0].refs] == ["A1", "B1"]


def test_who_denies_comes_last_and_in_its_colour() -> None:
    assert [chain.denies for chain in chains("O3")] == [False, True]
    assert chains("O3")[-1].heading == "Denies it"


def test_a_report_in_its_own_voice_is_its_own_chain() -> None:
    own = chains("O4")[-1]
    assert names(own) == ["The Lower Post (C), 21 May"]
    assert own.quote == "The bridge is still closed."


def test_steps_stand_below_one_another() -> None:
    for chain in chains("O2"):
        heights = [step.y for step in chain.steps]
        assert heights == sorted(set(heights))
        assert chain.height > heights[-1]
