from __future__ import annotations

import io

import pytest

from whence.errors import EmptyReport, UnknownFormat
from whence.intake.feeds import iter_feed
from whence.model.reports import Document, Unread

RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>The Brovik Mercury</title>{items}</channel></rss>"
)
WHOLE = """<item><title>Railcar derails above Brovik</title><link>https://mercury.example/1</link><guid>u1</guid><author>Ines Moll</author>
<pubDate>Sun, 16 Jan 2022 08:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[
<p>A mountain railcar derailed in thick fog above Brovik, the fire service said.</p><p>The toll will rise, it said.</p>
]]></content:encoded></item>"""
SUMMARY = (
    "<item><title>Toll rises</title><source url='x'>Fell Observer</source>"
    "<description>The minister said that the toll would rise again.</description></item>"
)
TEXT = """Railcar derails above Brovik

A mountain railcar derailed in thick fog above Brovik, the fire service said.

The toll will rise, it said.
"""


def read(items: str) -> list[Document | Unread]:
    return list(iter_feed(io.BytesIO(RSS.replace("{items}", items).encode()), "f.xml"))


def test_an_entry_is_a_report() -> None:
    (found,) = read(WHOLE)
    assert isinstance(found, Document)
    assert found.text == TEXT
    report = found.report
    assert (report.path, report.given_id, report.url, report.outlet) == ("f.xml#1", "u1", "https://mercury.example/1", "The Brovik Mercury")
    assert (report.published, report.published_basis, report.byline) == ("2022-01-16", "metadata", ("Ines Moll",))


def test_a_summary_is_told_and_the_entry_s_source_is_the_outlet() -> None:
    (found,) = read(SUMMARY)
    assert isinstance(found, Document)
    assert found.report.outlet == "Fell Observer"
    assert "summary only" in found.report.notes[-1]


def test_an_empty_entry_stops_no_other() -> None:
    assert [type(item) for item in read("<item><title>x</title></item>" + SUMMARY)] == [Unread, Document]


def test_what_is_no_feed_or_has_no_entries() -> None:
    with pytest.raises(UnknownFormat):
        list(iter_feed(io.BytesIO(b"<a/>"), "a.xml"))
    with pytest.raises(EmptyReport):
        read("")


def test_an_address_in_a_file_is_never_opened() -> None:
    with pytest.raises(UnknownFormat):
        list(iter_feed(io.BytesIO(b"http://127.0.0.1:9/feed.xml"), "a.xml"))
