"""Reports from a web archive (WARC): one for every page that it holds."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from whence.errors import EmptyReport, InputError, UnreadableReport
from whence.intake.documents import make_document, tell_unread
from whence.intake.mastheads import Given
from whence.intake.webpages import PAGE_MOST, read_webpage
from whence.model.reports import Document, Unread

_BROKEN = (ArchiveLoadFailed, EOFError, zlib.error, ValueError, OSError)


def iter_archive(stream: BinaryIO, path: str) -> Iterator[Document | Unread]:
    """A document for every web page in the archive, its path ``path#page``; pictures, scripts and failed requests are passed over.

    An archive that breaks off yields what stands before the break, then an Unread. Raises EmptyReport where it holds no page.
    """
    number = 0
    try:
        for record in ArchiveIterator(stream):
            if _is_page(record):
                number += 1
                yield _read_page(record, f"{path}#{number}")
    except _BROKEN as error:
        reason = f"the archive cannot be read beyond page {number} ({str(error)[:60]}): save it again for the rest"
        yield tell_unread(path, UnreadableReport(reason))
        return
    if not number:
        raise EmptyReport("found an archive without web pages: there is nothing to read")


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type not in ("response", "resource"):
        return False
    kind = (headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")) or ""
    return "html" in kind.casefold() and (headers is None or headers.get_statuscode() == "200")


def _read_page(record: Any, place: str) -> Document | Unread:
    data = record.content_stream().read(PAGE_MOST + 1)
    try:
        if len(data) <= PAGE_MOST and record.raw_stream.limit:
            raise UnreadableReport("the archive breaks off within this page: save it again")
        page = read_webpage(data, Given(url=record.rec_headers.get_header("WARC-Target-URI")))
        return make_document(page.text, data, place, page.given)
    except InputError as error:
        return tell_unread(place, error)
