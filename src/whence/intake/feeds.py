"""Reports from a saved feed (RSS, Atom): one for every entry."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import feedparser
from lxml import etree
from lxml import html as lxml_html

from whence.errors import EmptyReport, InputError, UnknownFormat, UnreadableReport
from whence.intake.bylines import read_names
from whence.intake.documents import make_document, tell_unread
from whence.intake.mastheads import Given
from whence.intake.newsrooms import name_outlet
from whence.intake.records import read_published
from whence.model.reports import Document, Unread

FEED_MOST = 50_000_000
_BLOCKS = frozenset(("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "tr", "table", "section", "article"))


def iter_feed(stream: BinaryIO, path: str) -> Iterator[Document | Unread]:
    """A document for every entry of the feed in ``stream``, its path ``path#entry``.

    Raises UnreadableReport for a feed too large, UnknownFormat where the bytes are no feed, EmptyReport for one without entries.
    """
    data = stream.read(FEED_MOST + 1)
    if len(data) > FEED_MOST:
        raise UnreadableReport(f"found a feed of over {FEED_MOST // 1_000_000} MB: split it")
    # As a stream: feedparser would take a bare string for an address and fetch it.
    feed = feedparser.parse(io.BytesIO(data))
    if not feed.get("version"):
        raise UnknownFormat("found XML that is no RSS or Atom feed: whence reads .txt, .html, .jsonl, saved feeds and WARC")
    if not feed.entries:
        raise EmptyReport("found a feed without entries: there is nothing to read")
    outlet = name_outlet(str(feed.feed.get("title", "")))
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _read_entry(entry, outlet, f"{path}#{number}")
        except InputError as error:
            yield tell_unread(f"{path}#{number}", error)


def _read_entry(entry: Any, outlet: str | None, place: str) -> Document | Unread:
    whole = [str(part.get("value", "")) for part in entry.get("content", [])]
    markup = max(whole, key=len, default="") or str(entry.get("summary", ""))
    published, notes = read_published(_read_day(entry) or entry.get("published"))
    byline = read_names([str(entry.get("author", ""))])
    given = Given(
        given_id=entry.get("id"), url=entry.get("link"), outlet=name_outlet(str(entry.get("source", {}).get("title", ""))) or outlet,
        title=entry.get("title"), byline=byline.writers, credits=byline.credits, published=published,
        notes=notes if whole else (*notes, "the feed holds a summary only, not the whole report"),
    )  # fmt: skip
    return make_document(_compose(given.title, _flatten(markup)), markup.encode("utf-8"), place, given)


def _read_day(entry: Any) -> str | None:
    day = entry.get("published_parsed")
    return f"{day.tm_year:04d}-{day.tm_mon:02d}-{day.tm_mday:02d}" if day else None


def _flatten(markup: str) -> str:
    """The text of a piece of markup, a line for every block."""
    try:
        tree = lxml_html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EmptyReport("found an entry without a text that can be read") from error
    for element in tree.iter():
        if element.tag in _BLOCKS:
            element.tail = "\n" + (element.tail or "")
            element.text = "\n" + (element.text or "")
    lines = (" ".join(line.split()) for line in str(tree.text_content()).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _compose(title: str | None, body: str) -> str:
    if not body:
        raise EmptyReport("found an entry without a text: there is nothing to read")
    return f"{' '.join(title.split())}\n\n{body}\n" if title and title.strip() else f"{body}\n"
