from __future__ import annotations

import pytest

from whence.errors import EmptyReport, UnreadableReport
from whence.intake.documents import make_document
from whence.intake.mastheads import Given
from whence.intake.webpages import PAGE_MOST, read_webpage
from whence.model.reports import Document, Report

STORY = (
    "<p>PORT HALE (VPA) - A mountain railcar derailed in thick fog above Brovik on Monday, "
    "and nineteen passengers lost their lives, the fire service said.</p>"
    "<p>The ship sent a alarm at 10.55pm and lay on its side minutes later, the company that runs the line told us.</p>"
    "<p>“We go on all night,” the director of the fire service told the press at the station. “The slope is steep.”</p>"
    "<p>The company said that the brakes had passed every test, and that it would not speak of the fog that night.</p>"
)
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - Coastal Herald</title>{head}</head><body>
<header><p>Thursday, 11 July 2024</p><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article><h1>{title}</h1>{byline}{story}</article></main>
<aside><h2>Most read</h2><ol><li><a href="/1">Bakery wins prize</a></li></ol></aside>
<footer>© 2024 Coastal Herald</footer></body></html>"""
JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Coast"},
{"@type": ["NewsArticle"], "headline": "Railcar derails above Brovik", "datePublished": "2022-01-17T09:05:00+00:00",
"dateModified": "2022-01-19", "author": [{"@type": "Person", "name": "Ines Moll"}],
"publisher": {"@type": "Organization", "name": "Coastal Herald"}}]}</script>"""
METAS = """<meta property="og:site_name" content="Coastal Herald"><meta property="article:published_time" content="2022-01-17T09:05:00Z">
<meta name="author" content="Ines Moll"><link rel="canonical" href="https://coast.example/railcar">"""


def page(head: str = "", byline: str = "", story: str = STORY) -> bytes:
    filled = (
        PAGE.replace("{title}", "Railcar derails above Brovik")
        .replace("{head}", head)
        .replace("{byline}", byline)
        .replace("{story}", story)
    )
    return filled.encode()


def read(data: bytes) -> Report:
    found = read_webpage(data, Given())
    document = make_document(found.text, data, "a.html", found.given)
    assert isinstance(document, Document)
    return document.report


def test_the_text_is_headline_and_paragraphs() -> None:
    text = read_webpage(page(), Given()).text
    assert text.startswith("Railcar derails above Brovik\n\nPORT HALE (VPA) - A mountain railcar")
    assert text.count("\n\n") == 4
    assert "Most read" not in text
    assert "11 July" not in text


@pytest.mark.parametrize("head", [JSON_LD, METAS, '<script type="application/ld+json">{broken</script>' + METAS])
def test_the_masthead_comes_from_the_markup(head: str) -> None:
    report = read(page(head))
    assert (report.outlet, report.outlet_basis) == ("Coastal Herald", "masthead")
    assert (report.published, report.published_basis) == ("2022-01-17", "metadata")
    assert report.byline == ("Ines Moll",)
    assert report.credits == ("VPA",)
    assert report.dateline == "PORT HALE"


def test_the_printed_byline_names_agencies_too() -> None:
    report = read(page(JSON_LD, '<p class="byline">By Ines Moll and agencies</p>'))
    assert report.byline == ("Ines Moll",)
    assert report.credits == ("Agencies", "VPA")


def test_a_time_element_of_the_article_is_its_date() -> None:
    assert read(page(byline='<time datetime="2022-01-17T09:05">17 January</time>')).published == "2022-01-17"


def test_without_markup_the_header_date_is_not_taken() -> None:
    report = read(page())
    assert (report.published, report.published_basis) == (None, "unknown")
    assert report.title == "Railcar derails above Brovik"


def test_what_is_given_goes_before_the_markup() -> None:
    given = read_webpage(page(METAS), Given(url="https://mirror.example/x", published="2022-01-18")).given
    assert (given.url, given.published, given.outlet) == ("https://mirror.example/x", "2022-01-18", "Coastal Herald")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_other_encodings(encoding: str) -> None:
    data = page(METAS).decode().replace("utf-8", encoding).encode(encoding)
    assert "“We go on all night,”" in read_webpage(data, Given()).text


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", b"<p>Not found</p>"])
def test_a_page_without_article_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyReport):
        read_webpage(data, Given())


def test_hostile_pages_end_in_an_error() -> None:
    deep = b"<html><body>" + b"<div>" * 100_000 + b"x" + b"</div>" * 100_000
    for data in (deep, b"<" * 100_000, b"\x89PNG" + bytes(range(256)), b"<p>" + b"x" * PAGE_MOST):
        with pytest.raises((EmptyReport, UnreadableReport)):
            read_webpage(data, Given())


@pytest.mark.parametrize(
    "window", ["Railcar derails above Brovik | News | Coastal Herald", "Coastal Herald - Railcar derails above Brovik"]
)
def test_the_title_of_the_window_names_the_outlet(window: str) -> None:
    found = read(page().replace(b"<title>Railcar derails above Brovik - Coastal Herald", b"<title>" + window.encode()))
    assert (found.outlet, found.title) == ("Coastal Herald", "Railcar derails above Brovik")


def test_what_stands_beside_the_headline_and_is_no_papers_name_is_no_outlet() -> None:
    assert read(page().replace(b"Brovik - Coastal Herald", b"Brovik - Upper Line")).outlet is None


def test_a_publisher_given_by_its_address_is_looked_up() -> None:
    data = JSON_LD.replace('"publisher": {"@type": "Organization", "name": "Coastal Herald"}', '"publisher": {"@id": "#us"}')
    report = read(page(data.replace('"@type": "WebSite", "name": "Coast"', '"@type": "Organization", "@id": "#us", "name": "Coast Mail"')))
    assert report.outlet == "Coast Mail"


def test_the_sites_name_behind_the_headline_is_none_of_it() -> None:
    report = read(page('<meta property="og:title" content="Railcar derails above Brovik - Coastal Herald">'))
    assert report.title == "Railcar derails above Brovik"


def test_an_agencys_initials_as_author_are_a_credit() -> None:
    report = read(page(JSON_LD.replace("Ines Moll", "QVN")))
    assert report.byline == ()
    assert report.credits == ("QVN", "VPA")


def test_marks_of_direction_are_no_part_of_a_name() -> None:
    report = read(page('<meta property="og:site_name" content="&rlm;Al-Brovik English&rlm;">').replace(b"<h1>", b"<h1>&rlm;"))
    assert (report.outlet, report.title) == ("Al-Brovik English", "Railcar derails above Brovik")


def test_a_print_view_has_its_headline_in_a_lesser_heading() -> None:
    report = read(page().replace(b"h1>", b"h2>"))
    assert report.title == "Railcar derails above Brovik"
