"""Reports as JSON Lines: one object a line, with ``text`` or ``html`` and what is known beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from whence.errors import InputError, UnreadableReport
from whence.intake.bylines import read_names
from whence.intake.dates import read_field
from whence.intake.documents import make_document, tell_unread
from whence.intake.mastheads import Given
from whence.intake.webpages import read_webpage
from whence.model.reports import Document, Unread

LINE_MOST = 20_000_000
# What JSON holds, as people call it.
_KINDS: dict[type, str] = {
    dict: "an object",
    list: "a list",
    int: "a number",
    float: "a number",
    bool: "true or false",
    str: "a string",
    type(None): "null",
}


def iter_records(stream: BinaryIO, path: str) -> Iterator[Document | Unread]:
    """A document for every line of ``stream``, its path ``path#line``; a line that cannot be read does not stop the others."""
    number = 0
    while line := stream.readline(LINE_MOST + 1):
        number += 1
        place = f"{path}#{number}"
        if len(line) > LINE_MOST:
            yield tell_unread(place, UnreadableReport(f"found a line of over {LINE_MOST // 1_000_000} MB: wanted one report a line"))
            _skip_line(stream, line)
        elif line.strip():
            try:
                yield _read_record(line, place)
            except InputError as error:
                yield tell_unread(place, error)


def read_published(value: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The ISO date in a field that is to hold one, and a note where it holds something else."""
    if not value or not value.strip():
        return None, ()
    day = read_field(value)
    return day, () if day else (f"the date of publication given, {value.strip()[:40]!r}, is no date and was left out",)


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(LINE_MOST)


def _read_record(line: bytes, place: str) -> Document | Unread:
    record = _parse(line)
    published, notes = read_published(_take(record, "published"))
    given_id, byline = record.get("id"), read_names(_take_names(record))
    given = Given(
        given_id=str(given_id) if given_id is not None else None, url=_take(record, "url"), outlet=_take(record, "outlet"),
        title=_take(record, "title"), byline=byline.writers, credits=byline.credits, published=published, notes=notes,
    )  # fmt: skip
    text, html = _take(record, "text"), _take(record, "html")
    if text is not None:
        return make_document(text, text.encode("utf-8"), place, given)
    if html is None:
        raise UnreadableReport("found a record without a text: wanted a field text or html")
    page = read_webpage(html.encode("utf-8"), given)
    return make_document(page.text, html.encode("utf-8"), place, page.given)


def _parse(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableReport(f"found a line that is no JSON ({str(error)[:60]}): wanted one object a line") from error
    if not isinstance(record, dict):
        raise UnreadableReport(f"found {_KINDS[type(record)]}: wanted one object a line, with text or html")
    return record


def _take(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    if value is None or isinstance(value, str):
        return _whole(value) if value else None
    raise UnreadableReport(f"found {_KINDS[type(value)]} in the field {field}: wanted a string")


def _take_names(record: dict[str, Any]) -> tuple[str, ...]:
    value = record.get("byline")
    names = [value] if isinstance(value, str) else value or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise UnreadableReport("found a byline that is no name: wanted a string or a list of strings")
    return tuple(name.strip() for name in names if name.strip())


def _whole(value: str) -> str:
    """Half of a character pair, which JSON can write and UTF-8 cannot, is refused."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableReport("found half of a surrogate pair in a string: save the record as UTF-8") from error
    return value
