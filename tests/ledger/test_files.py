from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from whence.errors import LedgerError, LedgerLocked, LedgerUnreadable, SchemaMismatch
from whence.ledger.files import VERSION, open_ledger


def test_a_new_ledger_is_its_owners_only(tmp_path: Path) -> None:
    path = tmp_path / "story"
    with open_ledger(path, create=True) as ledger:
        ledger.write("INSERT INTO judgement (body) VALUES ('{}')")
        modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
        assert modes == {0o600}
        assert ledger.rows("PRAGMA journal_mode") == [("wal",)]


def test_a_ledger_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger at"):
        open_ledger(tmp_path / "story")
    assert not (tmp_path / "story").exists()


@pytest.mark.parametrize("content", [b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 200, b""])
def test_another_kind_of_file_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture.jpg"
    path.write_bytes(content)
    with pytest.raises(LedgerUnreadable):
        open_ledger(path)
    assert path.read_bytes() == content


def test_a_ledger_that_is_half_gone_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "story"
    with open_ledger(path, create=True) as ledger:
        ledger.sweep()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(LedgerUnreadable):
        open_ledger(path).rows("SELECT * FROM report")


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE mine (x)")
    before = path.read_bytes()
    with pytest.raises(LedgerUnreadable, match="another program"):
        open_ledger(path, create=True)
    assert path.read_bytes() == before


def test_another_version_is_told(tmp_path: Path) -> None:
    path = tmp_path / "story"
    open_ledger(path, create=True).close()
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(SchemaMismatch, match="another version"):
        open_ledger(path)


def test_a_second_writer_is_told_to_wait_and_a_reader_is_not_stopped(tmp_path: Path) -> None:
    path = tmp_path / "story"
    with open_ledger(path, create=True) as first, open_ledger(path, wait=0) as second:
        with first.transaction():
            first.write("INSERT INTO judgement (body) VALUES ('{}')")
            assert second.rows("SELECT count(*) FROM judgement") == [(0,)]
            with pytest.raises(LedgerLocked, match="another program is writing"), second.transaction():
                raise AssertionError("the second writer got in")
        assert second.rows("SELECT count(*) FROM judgement") == [(1,)]


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "story", create=True) as ledger:
        with pytest.raises(ZeroDivisionError), ledger.transaction():
            ledger.write("INSERT INTO judgement (body) VALUES ('{}')")
            raise ZeroDivisionError
        assert ledger.rows("SELECT count(*) FROM judgement") == [(0,)]


def test_a_full_disk_is_told_and_what_was_kept_stays(tmp_path: Path) -> None:
    path = tmp_path / "story"
    with open_ledger(path, create=True) as ledger:
        with ledger.transaction():
            ledger.write("INSERT INTO judgement (body) VALUES ('first')")
        # A database that may not grow is what SQLite makes of a disk that is full.
        ledger.rows("PRAGMA max_page_count = 1")
        with pytest.raises(LedgerError, match="full"), ledger.transaction():
            ledger.write("INSERT INTO judgement (body) VALUES (?)", ("x" * 1_000_000,))
        assert ledger.rows("SELECT body FROM judgement") == [("first",)]


@pytest.mark.parametrize("name", ["no/such/folder/story", "."])
def test_a_place_that_cannot_hold_a_ledger_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(LedgerError) as caught:
        open_ledger(tmp_path / name, create=True)
    assert "\n" not in str(caught.value)


def test_a_ledger_in_a_read_only_folder_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    open_ledger(folder / "story", create=True).close()
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("no folder is read-only for this user (the superuser)")
    try:
        with open_ledger(folder / "story") as ledger:
            assert ledger.rows("SELECT count(*) FROM report") == [(0,)]
            with pytest.raises(LedgerError, match="may not be written"), ledger.transaction():
                ledger.write("INSERT INTO judgement (body) VALUES ('{}')")
        with pytest.raises(LedgerError, match="cannot be made"):
            open_ledger(folder / "new", create=True)
    finally:
        folder.chmod(0o700)
