"""Reports from a web archive (WARC): one for every page that it holds."""

from __future__ import annotations

import io
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

# What warcio raises on bytes that are no archive, or one cut off in the head of a record (AttributeError is its own slip there).
_BROKEN = (ArchiveLoadFailed, EOFError, zlib.error, ValueError, OSError, AttributeError)
_PAGE_CUT = "the archive breaks off within this page: save it again for the rest"
_CUT = "the archive breaks off after page {number}: save it again for the rest"


def iter_archive(stream: BinaryIO, path: str) -> Iterator[Document | Unread]:
    """A document for every web page in the archive, its path ``path#page``; pictures, scripts and failed requests are passed over.

    ``stream`` must be seekable. An archive that breaks off yields what stands before the break, then an Unread.
    Raises EmptyReport where it holds no page, UnreadableReport for bytes that are no archive.
    """
    records, number, record, cut = ArchiveIterator(stream), 0, None, False
    while True:
        try:
            record = next(records)
        except StopIteration:
            break
        except _BROKEN as error:
            if record is None:
                raise UnreadableReport(f"found no web archive, or a damaged one ({str(error)[:60]}): save it again") from error
            yield tell_unread(path, UnreadableReport(_CUT.format(number=number)))
            return
        if _is_page(record):
            number += 1
            page = _read_page(record, f"{path}#{number}")
            cut = isinstance(page, Unread) and page.message == _PAGE_CUT
            yield page
    if not cut and (records.offset < stream.seek(0, io.SEEK_END) or (record and record.raw_stream.limit)):
        yield tell_unread(path, UnreadableReport(_CUT.format(number=number)))
    elif not number:
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
            raise UnreadableReport(_PAGE_CUT)
        page = read_webpage(data, Given(url=record.rec_headers.get_header("WARC-Target-URI")))
        return make_document(page.text, data, place, page.given)
    except InputError as error:
        return tell_unread(place, error)
