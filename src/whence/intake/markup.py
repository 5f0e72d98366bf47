"""What a page's markup says of the report on it: JSON-LD, meta elements, bylines and times."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml.html import HtmlElement

from whence.intake.bylines import Byline, read_writers
from whence.intake.dates import read_field
from whence.intake.lines import strip_marks
from whence.intake.mastheads import Given
from whence.intake.newsrooms import is_initials, name_outlet
from whence.lexicon.page_words import load_page_words

_BYLINES = (
    '//*[@rel="author" or @itemprop="author" or contains(@class, "author-name")'
    ' or contains(concat(" ", normalize-space(@class), " "), " byline ")]'
)
_TIMES = (
    '//time[@pubdate or @itemprop="datePublished"]/@datetime | //*[@itemprop="datePublished"]/@content'
    " | //header//time/@datetime | //article//time/@datetime"
)
_AUTHOR = '//*[contains(concat(" ", normalize-space(@class), " "), " author ")]'
_SITE = re.compile(r"\s+[|–—-]\s+.{2,60}")
_BAR = re.compile(r"\s*(?:[|•·»:]|(?<=\s)[–—-](?=\s))\s*")
_BY = re.compile(r"^by:?\s+", re.IGNORECASE)
_SHORTEST_BYLINE, _LONGEST_BYLINE = 3, 120
_ARTICLE_DEPTH = 6


def read_markup(tree: HtmlElement) -> Given:
    """The fields that the markup fills; what it does not tell stays None."""
    articles = tuple(_iter_articles(tree))
    metas = _read_metas(tree)
    writers = _read_bylines(tree, articles, metas)
    window = " ".join(str(tree.findtext(".//title") or "").split())
    title = _first(
        _strings(article.get("headline") for article in articles),
        [name for name in _metas(metas, load_page_words("title-meta")) if not _heads(tree, name)],
        _heading(tree, window),
    )
    return Given(
        url=_first(_metas(metas, ("og:url",)), tree.xpath('//link[@rel="canonical"]/@href')),
        outlet=_first(
            _strings(_name(article.get("publisher")) for article in articles),
            _metas(metas, load_page_words("outlet-meta")),
            _named_by(window, title),
        ),
        title=title, byline=writers.writers, credits=writers.credits,
        published=next((day for day in map(read_field, _iter_days(tree, articles, metas)) if day), None),
    )  # fmt: skip


def _iter_articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that describe an article, real articles before the page."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath('//script[contains(@type, "ld+json")]/text()'):
        try:
            data = json.loads(str(script), strict=False)
            found += [_refer(article, data) for article in _walk(data, _ARTICLE_DEPTH)]
        except (ValueError, RecursionError):
            # Broken JSON-LD is common and tells nothing: the meta elements are asked next.
            continue
    yield from sorted(found, key=lambda article: "WebPage" in _types(article))


def _walk(node: Any, depth: int) -> list[dict[str, Any]]:
    if not depth or not isinstance(node, dict | list):
        return []
    if isinstance(node, list):
        return [article for child in node for article in _walk(child, depth - 1)]
    own = [node] if _types(node) & set(load_page_words("article-type")) else []
    return own + [article for key in ("@graph", "mainEntity", "mainEntityOfPage") for article in _walk(node.get(key), depth - 1)]


def _refer(article: dict[str, Any], data: Any) -> dict[str, Any]:
    """``article`` with its publisher in place, where it stands elsewhere in the data and only its address is given here."""
    publisher = article.get("publisher")
    address = publisher.get("@id") if isinstance(publisher, dict) and not publisher.get("name") else None
    nodes = data.get("@graph") if isinstance(data, dict) else data
    named = (
        node for node in (nodes if isinstance(nodes, list) else ()) if isinstance(node, dict) and address and node.get("@id") == address
    )
    return article | {"publisher": next(named, publisher)}


def _types(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    return {str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])}


def _read_metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = (meta.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.casefold(), content)
    return metas


def _metas(metas: dict[str, str], names: Iterable[str]) -> list[str]:
    return [metas[name] for name in names if name in metas]


def _read_bylines(tree: HtmlElement, articles: tuple[dict[str, Any], ...], metas: dict[str, str]) -> Byline:
    """The byline as printed, which names agencies too; else the authors that the page's data name."""
    printed = [" ".join(element.text_content().split()) for element in tree.xpath(_BYLINES)]
    named = [name for article in articles for name in _names(article.get("author"))]
    first = [" ".join(element.text_content().split()) for element in tree.xpath(_AUTHOR)[:1]]
    for source in (printed, named, _metas(metas, load_page_words("author-meta")), first):
        texts = (_BY.sub("", text) for text in source if _SHORTEST_BYLINE <= len(text) <= _LONGEST_BYLINE)
        found = [byline for byline in map(_read_field, texts) if byline]
        if any(byline.writers or byline.credits for byline in found):
            writers = dict.fromkeys(writer for byline in found for writer in byline.writers)
            return Byline(tuple(writers), tuple(dict.fromkeys(house for byline in found for house in byline.credits)))
    return Byline(())


def _read_field(text: str) -> Byline | None:
    """The writers in a field; an agency's initials are nobody's name."""
    return Byline((), (text,)) if is_initials(text) else read_writers(text)


def _iter_days(tree: HtmlElement, articles: tuple[dict[str, Any], ...], metas: dict[str, str]) -> Iterator[str]:
    """Dates of publication, then of making; a date of change says too little."""
    for key in ("datePublished", "dateCreated"):
        yield from _strings(article.get(key) for article in articles)
    yield from _metas(metas, load_page_words("published-meta"))
    yield from (str(value) for value in tree.xpath(_TIMES))


def _heads(tree: HtmlElement, name: str) -> bool:
    """Whether ``name`` is the page's one heading with the site's name behind it."""
    headings = _heading(tree, "")
    return bool(headings) and name.startswith(headings[0]) and bool(_SITE.fullmatch(name[len(headings[0]) :]))


def _heading(tree: HtmlElement, window: str) -> list[str]:
    """The page's one heading of the first rank; where it has none, one of the second that its window's title holds."""
    ranks = ([strip_marks(" ".join(heading.text_content().split())) for heading in tree.iter(rank)] for rank in ("h1", "h2"))
    first, second = ([heading for heading in rank if heading] for rank in ranks)
    if first:
        return first if len(first) == 1 else []
    return [heading for heading in second if heading in window][:1]


def _named_by(window: str, title: str | None) -> list[str]:
    """The outlet that stands before or behind the headline in the title of the window; without a headline, at either end of it."""
    before, found, behind = window.partition(title) if title else ("", "", "")
    parts = [part for side in (behind, before) for part in reversed(_BAR.split(side))] if found else []
    ends = _BAR.split(window) if not title else []
    return [name for name in map(name_outlet, parts or [*ends[-1:], *ends[:1]] if len(ends) != 1 else []) if name]


def _names(node: Any) -> list[str]:
    nodes = node if isinstance(node, list) else [node]
    return [name for name in map(_name, nodes) if name]


def _name(node: Any) -> str | None:
    value = node.get("name") if isinstance(node, dict) else node[0] if isinstance(node, list) and node else node
    return value.strip() if isinstance(value, str) and value.strip() else _name(value) if isinstance(value, dict) else None


def _strings(values: Iterable[Any]) -> list[str]:
    return [value.strip() for value in values if isinstance(value, str) and value.strip()]


def _first(*sources: Iterable[str]) -> str | None:
    values = (strip_marks(" ".join(str(value).split())) for source in sources for value in source)
    return next((value for value in values if value), None)
