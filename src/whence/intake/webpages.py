"""A report from a web page: its text by trafilatura, its masthead from the raw markup, which the library leaves out."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html

from whence.errors import EmptyReport, UnreadableReport
from whence.intake.encodings import Decoded, name_binary, read_text
from whence.intake.lines import strip_marks
from whence.intake.markup import read_markup
from whence.intake.mastheads import Given

PAGE_MOST = 20_000_000
_DEPTH_MOST = 1000
_FEWEST_WORDS = 8  # what is shorter is a menu or a notice
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Webpage:
    """The text of a page's article, the headline first, and what its markup tells."""

    text: str
    given: Given


def read_webpage(data: bytes, given: Given) -> Webpage:
    """The article on a page; fields of ``given`` that hold something go before those of the markup.

    Raises UnreadableReport for bytes that are no page, EmptyReport where it holds no article.
    """
    if len(data) > PAGE_MOST:
        raise UnreadableReport(f"found a page of {len(data) / 1e6:.0f} MB: whence reads pages of at most {PAGE_MOST // 1_000_000} MB")
    # Imported here, since it takes a second that a pile of text files should not wait for.
    import trafilatura

    decoded = _decode(data)
    tree = _parse(decoded.text)
    told = _join(given, read_markup(tree), decoded)
    try:
        body = trafilatura.extract(tree, output_format="txt", include_comments=False)
    except RecursionError as error:
        raise UnreadableReport("found a page nested too deeply: save its text as .txt") from error
    if not body or len(body.split()) < _FEWEST_WORDS:
        raise EmptyReport("found no article on the page: save its text as .txt")
    return Webpage(_compose(body, told.title), told)


def _decode(data: bytes) -> Decoded:
    binary = name_binary(data)
    if binary:
        raise UnreadableReport(f"found {binary}, not a web page")
    declared = _CHARSET.search(data[:4096])
    if declared:
        encoding = (declared[1] or declared[2]).decode("ascii")
        try:
            return Decoded(data.decode(encoding), encoding.casefold())
        except (LookupError, UnicodeDecodeError):
            # A page often declares what it is not; its bytes are asked instead.
            return read_text(data)
    return read_text(data)


def _parse(text: str) -> lxml_html.HtmlElement:
    try:
        tree = lxml_html.document_fromstring(_DECLARATION.sub("", text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise UnreadableReport("found no markup that can be read as a web page") from error
    deepest, depth = 0, 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if deepest > _DEPTH_MOST:
            raise UnreadableReport("found a page nested too deeply: save its text as .txt")
    return tree


def _join(given: Given, told: Given, decoded: Decoded) -> Given:
    filled = {field.name: getattr(given, field.name) or getattr(told, field.name) for field in dataclasses.fields(Given)}
    return Given(**(filled | {"encoding": decoded.encoding, "notes": (*given.notes, *told.notes, *decoded.notes)}))


def _compose(body: str, title: str | None) -> str:
    """Headline and paragraphs, a blank line between them, so that the page is read as a text file would be."""
    paragraphs = [paragraph for paragraph in map(strip_marks, body.split("\n")) if paragraph]
    if title and (not paragraphs or _fold(paragraphs[0]) != _fold(title)):
        paragraphs.insert(0, " ".join(title.split()))
    return "\n\n".join(paragraphs) + "\n"


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
