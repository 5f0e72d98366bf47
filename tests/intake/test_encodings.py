from __future__ import annotations

import codecs

import pytest

from whence.errors import EmptyReport, UnreadableReport
from whence.intake.encodings import read_text

ENGLISH = (
    "Railcar derails\r\n\r\n“We go on,” the fire service’s director said – and hung up… A railcar derailed above Brovik on Monday night.\n"
)
ARABIC = "قال مسؤول في وزارة الداخلية إن الحكومة ستتخذ إجراءات جديدة بعد الحادث الذي وقع يوم الثلاثاء في الميناء\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be"])
def test_english_text_comes_back_unchanged(encoding: str) -> None:
    decoded = read_text(ENGLISH.encode(encoding))
    assert (decoded.text, decoded.encoding) == (ENGLISH, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"), [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
)
def test_a_byte_order_mark_is_told_and_not_counted(mark: bytes, encoding: str) -> None:
    decoded = read_text(mark + ENGLISH.encode(encoding))
    assert decoded.text == ENGLISH
    assert "byte order mark" in decoded.notes[0]


def test_windows_arabic_is_read() -> None:
    decoded = read_text(ARABIC.encode("cp1256"))
    assert (decoded.text, decoded.encoding) == (ARABIC, "cp1256")
    assert "cp1256" in decoded.notes[0]


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\u00a0\n".encode(), codecs.BOM_UTF8])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyReport):
        read_text(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8,
        bytes((17 * number) % 256 for number in range(20_000)),
        ENGLISH.encode().replace(b"railcar", b"fe\x00rry"),
        codecs.BOM_UTF16_LE + b"\x00\xd8\x00",
        b"plain \x01\x02\x03\x04 text",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableReport) as caught:
        read_text(data)
    assert "\n" not in str(caught.value)


def test_a_picture_is_named() -> None:
    with pytest.raises(UnreadableReport, match="JPEG"):
        read_text(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8)
