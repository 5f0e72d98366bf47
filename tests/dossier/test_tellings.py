from __future__ import annotations

from tests.dossier.invented import readings, story
from whence.dossier.records import index_records
from whence.dossier.tellings import Account, speaker, tell_accounts

RECORDS = index_records(story(), readings(), (), False)
ACCOUNTS = {account.occurrence.id: account for account in tell_accounts(RECORDS)}


def told(one: str) -> Account:
    return ACCOUNTS[one]


def test_how_it_is_told_follows_the_firmest_telling() -> None:
    assert {one: account.how for one, account in ACCOUNTS.items()} == {"O1": "claimed", "O2": "claimed", "O3": "claimed", "O4": "foretold"}


def test_who_denies_is_named_once() -> None:
    assert [denier.voice.name for denier in told("O3").deniers] == ["road office"]
    assert told("O3").deniers[0].verb == "denied by"


def test_what_was_only_foretold_is_not_denied_by_not_coming() -> None:
    assert told("O4").deniers == ()


def test_a_slip_is_no_dispute() -> None:
    assert told("O1").disputed_from is None
    assert told("O1").disputes[0].words == "the day differs, probably by a slip"


def test_a_dispute_begins_with_the_second_account() -> None:
    assert told("O2").disputed_from == RECORDS.filed["paper"].day


def test_what_a_date_was_read_from() -> None:
    assert told("O1").basis == "“Monday”"
    assert told("O2").basis == "told by another event"
    assert told("O3").basis == "unknown"


def test_who_gives_a_record_its_word() -> None:
    assert speaker(RECORDS, "wire:v2").name == "Marta Quell"
    assert speaker(RECORDS, "paper:v4").name == "The Lower Post"
