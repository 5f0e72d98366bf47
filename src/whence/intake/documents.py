"""A document from a text and its bytes."""

from __future__ import annotations

import dataclasses
import hashlib

from whence.errors import EmptyReport, InputError, OtherLanguage, UnreadableReport
from whence.intake.languages import find_language
from whence.intake.lines import strip_marks
from whence.intake.mastheads import Given, read_report
from whence.model.reports import Document, Unread

LINE_MOST = 100_000
_ID_DIGITS = 12


def make_document(text: str, original: bytes, path: str, given: Given) -> Document | Unread:
    """The document of ``text``; an Unread that keeps it where the language is not English.

    ``original`` are the bytes that the report's id is a digest of. Raises EmptyReport where the text is nothing but white space,
    UnreadableReport where it is one endless line.
    """
    if not strip_marks(text):
        raise EmptyReport("found no text: there is nothing to read")
    longest = max(map(len, text.splitlines()))
    if longest > LINE_MOST:
        raise UnreadableReport(f"found a line of {longest:,} characters: a report has paragraphs, put each on a line of its own")
    sha256 = hashlib.sha256(original).hexdigest()
    report = read_report(text, ident=sha256[:_ID_DIGITS], sha256=sha256, path=path, given=given)
    language = find_language(text)
    document = Document(dataclasses.replace(report, language=language), text, original)
    if language in (None, "en"):
        return document
    message = f"found a report in another language ({language}): whence reads English only"
    return Unread(path, OtherLanguage.code, message, document)


def tell_unread(path: str, error: InputError) -> Unread:
    """The record of a report that could not be read, by the error that says why."""
    return Unread(path, error.code, str(error))
