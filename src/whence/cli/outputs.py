"""Files that commands write: never over a ledger, another program's database, or a report that was read."""

from __future__ import annotations

import errno
import hashlib
import re
import sys
from pathlib import Path

from whence.errors import OutputError, OutputHeld
from whence.ledger.files import Ledger
from whence.ledger.reports import iter_kept, iter_places

STDOUT = Path("-")
# How every SQLite database begins, and how the names of the files that SQLite keeps beside it end.
_DATABASE = b"SQLite format 3\0"
_BESIDE = ("-wal", "-shm", "-journal")
_FULL = (errno.ENOSPC, errno.EDQUOT)
_NUMBER = re.compile(r"#\d+$")


def guard_output(ledger: Ledger, path: Path) -> None:
    """Refuse to write where something lies that cannot be had again. Raises OutputHeld, OutputError."""
    if path == STDOUT:
        return
    try:
        if _is_database(path):
            raise OutputHeld(f"{path} is a ledger or another database, and would be lost: choose another name")
        if path.is_file() and _is_report(ledger, path):
            raise OutputHeld(f"{path} is a report of this story, and would be lost: choose another name")
    except OSError as error:
        raise OutputError(f"{path} cannot be looked at ({error.strerror}): choose another name") from error


def write_output(path: Path, content: str) -> None:
    """Write a file as UTF-8, in a folder that is there, whole or not at all; ``-`` is standard output. Raises OutputError."""
    if path == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(content.encode())
        sys.stdout.buffer.flush()
        return
    try:
        if path.exists() and not path.is_file():
            path.write_text(content, encoding="utf-8", newline="")
        else:
            _replace(path, content)
    except OSError as error:
        advice = "make room on the disk" if error.errno in _FULL else "choose a folder that exists and that you may write to"
        raise OutputError(f"{path} cannot be written ({error.strerror}): {advice}") from error


def _replace(path: Path, content: str) -> None:
    """Write a file whole or not at all: what stood there before stays until the new one is complete."""
    target = path.resolve()
    beside = target.with_name(f".{target.name}.part")
    try:
        beside.write_text(content, encoding="utf-8", newline="")
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """The folder, made where it is not there. Raises OutputError."""
    if path.exists() and not path.is_dir():
        raise OutputError(f"{path} is a file, and csv writes several: give the name of a folder")
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{path} cannot be made ({error.strerror}): choose a place that you may write to") from error


def _is_report(ledger: Ledger, path: Path) -> bool:
    """Whether a report was read from this file, or one with the same bytes."""
    return path.resolve() in set(map(_file_of, iter_places(ledger))) or _digest(path) in {kept.report.sha256 for kept in iter_kept(ledger)}


def _file_of(place: str) -> Path:
    """The file in which a report lies, be it one of several there (feed.jsonl#2)."""
    return Path(_NUMBER.sub("", place)).resolve()


def _is_database(path: Path) -> bool:
    beside = [path.with_name(path.name.removesuffix(ending)) for ending in _BESIDE if path.name.endswith(ending)]
    return any(_begins_as_database(one) for one in (path, *beside))


def _begins_as_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
