from __future__ import annotations

import io

import pytest

from whence.errors import EmptyReport, UnknownFormat
from whence.intake.feeds import iter_feed
from whence.model.reports import Document, Unread

RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>The Skelby Mercury</title>{items}</channel></rss>"
)
WHOLE = """<item><title>Ferry sinks off Skelby</title><link>https://mercury.example/1</link><guid>u1</guid><author>Nell Carrow</author>
<pubDate>Sun, 16 Jan 2022 08:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[
<p>A passenger ferry sank in heavy seas off the coast, the coastguard said.</p><p>The toll will rise, it said.</p>
]]></content:encoded></item>"""
SUMMARY = (
    "<item><title>Toll rises</title><source url='x'>Tarn Observer</source>"
    "<description>The minister said that the toll would rise again.</description></item>"
)
TEXT = """Ferry sinks off Skelby

A passenger ferry sank in heavy seas off the coast, the coastguard said.

The toll will rise, it said.
"""


def read(items: str) -> list[Document | Unread]:
    return list(iter_feed(io.BytesIO(RSS.replace("{items}", items).encode()), "f.xml"))


def test_an_entry_is_a_report() -> None:
    (found,) = read(WHOLE)
    assert isinstance(found, Document)
    assert found.text == TEXT
    report = found.report
    assert (report.path, report.given_id, report.url, report.outlet) == ("f.xml#1", "u1", "https://mercury.example/1", "The Skelby Mercury")
    assert (report.published, report.published_basis, report.byline) == ("2022-01-16", "metadata", ("Nell Carrow",))


def test_a_summary_is_told_and_the_entry_s_source_is_the_outlet() -> None:
    (found,) = read(SUMMARY)
    assert isinstance(found, Document)
    assert found.report.outlet == "Tarn Observer"
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
