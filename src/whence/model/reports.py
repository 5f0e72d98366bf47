"""A report: its bytes, where they were found, and what its masthead says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whence.model.spans import Span

OutletBasis = Literal["masthead", "credit", "address", "inferred", "judged", "unknown"]
PublishedBasis = Literal["stated", "metadata", "inferred", "judged", "unknown"]


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of a report apart from what it says.

    ``id`` is a digest of the bytes (``[a-z0-9]+``). ``published`` is ISO 8601, as narrow as is known (``2020-01``, or an
    interval ``2020-01-04/2020-01-08``). ``boilerplate`` holds the spans of ``text`` that are not part of the report.
    ``encoding`` names the character encoding that was detected, ``notes`` what intake has to tell a person.
    """

    id: str
    path: str
    sha256: str
    given_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    outlet_basis: OutletBasis = "unknown"
    title: str | None = None
    title_span: Span | None = None
    byline: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    dateline: str | None = None
    dateline_span: Span | None = None
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    published_span: Span | None = None
    language: str | None = None
    encoding: str | None = None
    boilerplate: tuple[Span, ...] = ()
    masthead: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A report with its text: for a ``.txt`` file the content unchanged, newlines included."""

    report: Report
    text: str
    original: bytes


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was given and could not be read: where it was, a stable code, one line that says what to do.

    ``document`` is there when the bytes are worth keeping all the same (a report in another language).
    """

    path: str
    code: str
    message: str
    document: Document | None = None
