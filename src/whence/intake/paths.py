"""Reports from paths: files, folders and standard input."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from whence.errors import EmptyReport, InputError, PathMissing, UnknownFormat, UnreadableReport
from whence.intake.archives import iter_archive
from whence.intake.documents import make_document, tell_unread
from whence.intake.encodings import read_text
from whence.intake.feeds import iter_feed
from whence.intake.mastheads import Given
from whence.intake.records import iter_records
from whence.intake.webpages import PAGE_MOST, read_webpage
from whence.model.reports import Document, Unread

TEXT_MOST = 5_000_000
_PAGE_HEAD = 400
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)

Reader = Callable[[BinaryIO, str], Iterator[Document | Unread]]

_CONVERT = {
    ".pdf": "found a PDF: convert it first, as with `pdftotext FILE.pdf FILE.txt`",
    ".docx": "found a Word document: convert it first, as with `pandoc -t plain FILE.docx -o FILE.txt`",
    ".doc": "found an old Word document: save it as plain text (.txt) first",
    ".odt": "found an OpenDocument text: convert it first, as with `pandoc -t plain FILE.odt -o FILE.txt`",
    ".rtf": "found a rich text file: save it as plain text (.txt) first",
    ".epub": "found an e-book: convert it first, as with `pandoc -t plain FILE.epub -o FILE.txt`",
}


def iter_documents(paths: Sequence[Path | str], stdin: BinaryIO | None = None) -> Iterator[Document | Unread]:
    """A document for every report at ``paths``: files, folders with what is below them, ``-`` for JSON Lines on ``stdin``.

    In a folder only files count whose names end as reports' do; a file that is named by itself is always answered for.
    What cannot be read comes as an Unread, with a stable code and a line that says what to do, and stops nothing.
    """
    for given in paths:
        if str(given) == "-":
            yield from iter_records(stdin or sys.stdin.buffer, "-")
        else:
            yield from _iter_path(Path(given))


def _iter_path(path: Path) -> Iterator[Document | Unread]:
    if not os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises where it may not look)
        yield from _iter_file(path)
        return
    errors: list[OSError] = []
    files = list(_iter_folder(path, errors))
    reports = [file for file in files if _find_ending(file)]
    for file in reports:
        yield from _iter_file(file)
    for error in errors:
        yield tell_unread(
            _show(Path(error.filename)), UnreadableReport(f"the folder cannot be opened ({error.strerror}): check its permissions")
        )
    if not reports and not errors:
        found = f"{len(files)} files of other kinds" if files else "an empty folder"
        yield tell_unread(_show(path), EmptyReport(f"found {found}: there is nothing to read; {_WANTED}"))


def _iter_folder(folder: Path, errors: list[OSError]) -> Iterator[Path]:
    """The files below a folder in the order of their names; what is hidden is left out, links to folders are not followed.

    Folders that may not be looked into are added to ``errors``.
    """
    for root, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(files) if not name.startswith("."))


def _iter_file(path: Path) -> Iterator[Document | Unread]:
    try:
        reader = _find_reader(path)
        with path.open("rb") as stream:
            yield from reader(stream, _show(path))
    except InputError as error:
        yield tell_unread(_show(path), error)
    except OSError as error:
        yield tell_unread(_show(path), UnreadableReport(f"the file cannot be opened ({error.strerror or error}): check its permissions"))


def _show(path: Path) -> str:
    """The path as given; bytes in it that are no UTF-8 are written out, so that it can be printed."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _find_reader(path: Path) -> Reader:
    """The reader for a file by the ending of its name, after a look at what is there.

    Raises PathMissing where nothing is, UnknownFormat for an ending whence does not read.
    """
    if not path.exists():
        raise PathMissing("there is no such file or folder: check the path")
    if not path.is_file():
        raise UnknownFormat("found a device or pipe: whence reads files and folders, and JSON Lines on standard input as -")
    ending = _find_ending(path)
    if ending in _READERS:
        return _READERS[ending]
    raise UnknownFormat(_CONVERT[ending] if ending else f"found a file of an unknown kind ({path.suffix or 'no ending'}): {_WANTED}")


def _find_ending(path: Path) -> str | None:
    """The ending by which a file is known to be a report, whether whence reads it or says how to convert it."""
    name = path.name.casefold()
    return next((ending for ending in (*_READERS, *_CONVERT) if name.endswith(ending)), None)


def _iter_text(stream: BinaryIO, path: str) -> Iterator[Document | Unread]:
    data = _read_whole(stream, TEXT_MOST, "a report")
    if data.startswith(b"%PDF"):
        raise UnknownFormat(_CONVERT[".pdf"])
    if _PAGE.match(data[:_PAGE_HEAD]):
        raise UnknownFormat("found a web page in a text file: give its name the ending .html")
    decoded = read_text(data)
    yield make_document(decoded.text, data, path, Given(encoding=decoded.encoding, notes=decoded.notes))


def _iter_webpage(stream: BinaryIO, path: str) -> Iterator[Document | Unread]:
    data = _read_whole(stream, PAGE_MOST, "a page")
    page = read_webpage(data, Given())
    yield make_document(page.text, data, path, page.given)


def _read_whole(stream: BinaryIO, most: int, what: str) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise UnreadableReport(f"found more than {most // 1_000_000} MB: {what} is never so long; put each report in a file of its own")
    return data


_READERS: dict[str, Reader] = {
    ".txt": _iter_text,
    ".text": _iter_text,
    ".html": _iter_webpage,
    ".htm": _iter_webpage,
    ".xhtml": _iter_webpage,
    ".jsonl": iter_records,
    ".ndjson": iter_records,
    ".xml": iter_feed,
    ".rss": iter_feed,
    ".atom": iter_feed,
    ".warc": iter_archive,
    ".warc.gz": iter_archive,
}
_WANTED = "whence reads .txt, .html, .jsonl, saved feeds (.xml, .rss, .atom) and .warc"
