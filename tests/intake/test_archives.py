from __future__ import annotations

import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from whence.errors import EmptyReport
from whence.intake.archives import iter_archive
from whence.model.reports import Document, Unread

STORY = (
    b"<html><body><article><h1>Railcar derails</h1>"
    + b"<p>A mountain railcar derailed above the town on Monday, the fire service of Valdria said.</p>" * 5
    + b"</article></body></html>"
)


def archive(*pages: tuple[str, str, bytes]) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number, (status, kind, payload) in enumerate(pages):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
        record = writer.create_warc_record(f"https://coast.example/{number}", "response", payload=io.BytesIO(payload), http_headers=headers)
        writer.write_record(record)
    return out.getvalue()


def read(data: bytes) -> list[Document | Unread]:
    return list(iter_archive(io.BytesIO(data), "a.warc.gz"))


def test_pages_are_read_and_all_else_is_passed_over() -> None:
    found = read(
        archive(
            ("200 OK", "text/html", STORY),
            ("200 OK", "image/png", b"\x89PNG"),
            ("404 Not Found", "text/html", STORY),
            ("200 OK", "text/html", b"<p>Hm</p>"),
        )
    )
    assert [type(item) for item in found] == [Document, Unread]
    assert isinstance(found[0], Document)
    assert (found[0].report.path, found[0].report.url, found[0].report.outlet) == (
        "a.warc.gz#1",
        "https://coast.example/0",
        "coast.example",
    )
    assert found[0].original == STORY


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_an_archive_cut_short_gives_what_stands_before_and_says_so(share: float) -> None:
    one = archive(("200 OK", "text/html", STORY))
    found = read(one + one[: int(len(one) * share)])
    assert [type(item) for item in found] == [Document, Unread]
    assert isinstance(found[1], Unread)
    assert found[1].code == "unreadable-report"


def test_an_archive_without_pages_is_empty() -> None:
    with pytest.raises(EmptyReport):
        read(archive(("200 OK", "image/png", b"\x89PNG")))
