"""The ledger's file: opening it, making it, and telling a person what is wrong with it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, Self

from whence.errors import LedgerError, LedgerLocked, LedgerUnreadable, SchemaMismatch

APPLICATION = 0x77686E63
VERSION = 1
WAIT_SECONDS = 10.0

Row = tuple[Any, ...]


class Ledger:
    """An open ledger. Every method raises a LedgerError that says what to do; nothing of SQLite shows outside this room."""

    __slots__ = ("_connection", "path")

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def rows(self, question: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows that answer a question."""
        with _told(self.path):
            return self._connection.execute(question, values).fetchall()

    def iter_rows(self, question: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows that answer a question, one at a time."""
        with _told(self.path):
            yield from self._connection.execute(question, values)

    def write(self, order: str, values: Sequence[Any] = ()) -> int:
        """Carry out one order, inside ``transaction``; the number of rows it touched."""
        with _told(self.path):
            return self._connection.execute(order, values).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All the writes in here become lasting together, or none does. Raises LedgerLocked where another program writes."""
        with _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with _told(self.path):
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All the questions in here see the ledger at one moment, whoever writes beside."""
        with _told(self.path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    def sweep(self) -> None:
        """Fold the write-ahead log into the file, so that what was taken out is nowhere on the disk any longer."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")


def open_ledger(path: Path, *, create: bool = False, wait: float = WAIT_SECONDS) -> Ledger:
    """The ledger at ``path``; with ``create``, a new one where there is none. ``wait``: seconds to wait for another writer.

    Raises LedgerError where it cannot be opened or made, LedgerUnreadable where the file is none, SchemaMismatch where
    another version of whence wrote it.
    """
    _claim(path, create=create)
    with _told(path):
        connection = sqlite3.connect(_address(path), uri=True, timeout=wait, isolation_level=None)
    ledger = Ledger(path, connection)
    try:
        _prepare(ledger, create=create)
    except BaseException:
        ledger.close()
        raise
    return ledger


def _claim(path: Path, *, create: bool) -> None:
    """Make the empty file, readable for its owner only, where it may be made and is not there."""
    if path.is_dir():
        raise LedgerError(f"{path} is a folder: give the name of a file that is to hold the story")
    if path.exists():
        return
    if not create:
        raise LedgerError(f"there is no ledger at {path}: make one with “whence add {path} PATH...”")
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise LedgerError(f"{path} cannot be made ({error.strerror}): choose a folder that exists and that you may write to") from error


def _address(path: Path) -> str:
    """The SQLite address; a file that lies where nothing may be written is opened as one that nobody changes."""
    log = path.with_name(path.name + "-wal")
    fixed = not os.access(path.parent, os.W_OK) and not log.exists()
    return path.resolve().as_uri() + ("?mode=ro&immutable=1" if fixed else "?mode=rw")


def _prepare(ledger: Ledger, *, create: bool) -> None:
    ((application,),) = ledger.rows("PRAGMA application_id")
    ((version,),) = ledger.rows("PRAGMA user_version")
    ((tables,),) = ledger.rows("SELECT count(*) FROM sqlite_schema")
    fresh = not application and not version and not tables
    if fresh and not create:
        raise LedgerUnreadable(f"{ledger.path} is empty: add reports with “whence add {ledger.path} PATH...”")
    if not fresh:
        _check(ledger.path, application, version)
    ledger.rows("PRAGMA foreign_keys = ON")
    ledger.rows("PRAGMA secure_delete = ON")
    ledger.rows("PRAGMA synchronous = FULL")
    if fresh:
        _make_tables(ledger)


def _check(path: Path, application: int, version: int) -> None:
    if application != APPLICATION:
        raise LedgerUnreadable(f"{path} is the database of another program, not a ledger of whence: choose another file")
    if version != VERSION:
        raise SchemaMismatch(
            f"{path} was written by another version of whence (its layout is {version}, this one reads {VERSION}): "
            "use that version, or add the reports to a new ledger"
        )


def _make_tables(ledger: Ledger) -> None:
    """Lay out a new ledger in one transaction; a second process that wanted the same finds it done."""
    orders = files("whence.ledger").joinpath("tables.sql").read_text(encoding="utf-8")
    ledger.rows("PRAGMA journal_mode = WAL")
    with ledger.transaction():
        if ledger.rows("SELECT count(*) FROM sqlite_schema")[0][0]:
            return
        for order in _statements(orders):
            ledger.write(order)
        ledger.write(f"PRAGMA application_id = {APPLICATION}")
        ledger.write(f"PRAGMA user_version = {VERSION}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would end the transaction it stands in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


# What SQLite found, as its extended codes begin → the error, and what a person can do. The first prefix that fits holds.
_TELLINGS: tuple[tuple[str, type[LedgerError], str], ...] = (
    ("SQLITE_BUSY", LedgerLocked, "another program is writing to {path}: wait until it is done and try again"),
    ("SQLITE_LOCKED", LedgerLocked, "another program is writing to {path}: wait until it is done and try again"),
    ("SQLITE_NOTADB", LedgerUnreadable, "{path} is not a ledger of whence: choose another file"),
    ("SQLITE_CORRUPT", LedgerUnreadable, "{path} is damaged: go back to a copy, or add the reports to a new ledger"),
    ("SQLITE_FULL", LedgerError, "the disk that holds {path} is full; all that was kept before is safe: make room and run again"),
    ("SQLITE_READONLY", LedgerError, "{path} may not be written to: change its permissions or work on a copy elsewhere"),
    ("SQLITE_CANTOPEN", LedgerError, "{path} cannot be opened: check that the file and its folder may be read and written"),
    ("SQLITE_PERM", LedgerError, "{path} may not be opened: check its permissions"),
    ("SQLITE_AUTH", LedgerError, "{path} may not be opened: check its permissions"),
    ("SQLITE_IOERR", LedgerError, "the disk that holds {path} failed; all that was kept before is safe: check the disk and run again"),
)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite says into what a person can act on; a mistake of our own in SQL stays as it is."""
    try:
        yield
    except sqlite3.Error as error:
        found = getattr(error, "sqlite_errorname", "")
        for prefix, kind, telling in _TELLINGS:
            if found.startswith(prefix):
                raise kind(telling.format(path=path)) from error
        raise
