from __future__ import annotations

import codecs

import pytest

from whence.errors import EmptyReport, UnreadableReport
from whence.intake.encodings import Decoded, read_text

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


SPOILT = "“It is fine,” the harbour café’s owner said – and shut the door. Nobody else would speak of the derailed railcar.\n"


@pytest.mark.parametrize("bad", [b"\xff", b"\x92", b"\xe9", b"\xc3", b"\x81", b"\xe2\x80"])
@pytest.mark.parametrize("where", [0, 30, -2])
def test_a_damaged_byte_leaves_utf8_what_it_is(bad: bytes, where: int) -> None:
    parts = SPOILT[:where], SPOILT[where:]
    decoded = read_text(parts[0].encode() + bad + b" " + parts[1].encode())
    assert decoded.encoding == "utf-8"
    assert decoded.text == f"{parts[0]}\ufffd {parts[1]}"
    assert "damaged" in decoded.notes[0]


def test_one_bad_byte_beside_one_character_is_damage() -> None:
    assert read_text("The café of the port\n".encode() + b"closed\xff at noon.").text == "The café of the port\nclosed\ufffd at noon."


def test_a_replacement_character_that_stands_in_the_file_is_no_damage() -> None:
    assert read_text("Brovik \ufffd is closed.".encode()) == Decoded("Brovik \ufffd is closed.", "utf-8")


def test_a_stray_byte_that_no_western_encoding_has_is_damage() -> None:
    decoded = read_text(b"The railcar \x81 derailed above Brovik on Monday night, the fire service said.\n")
    assert (decoded.text[12], decoded.encoding) == ("\ufffd", "utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "The café’s owner said “no”.",
        "ÉLAN BROVIK – Ögmund Ås and Élise Çelle of the Île Noire “will not pay £3m”, said Señor Núñez; 5½ hours, 20 °C, ¿why?\n",
        "A rail car of 40 m³, the owner’s third, derailed – 12 people died. Straße, œuvre, Škoda, coöperate, naïve.\n",
        "He sold the firm’s ‘Brovik®’ cars for €4m…\n",
        "“Fine” café É Ö by the river in ‘Brük’…\n",
    ],
)
def test_western_text_is_windows_1252(text: str) -> None:
    decoded = read_text(text.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (text, "cp1252")


def test_a_macs_quotation_marks_are_not_windows() -> None:
    text = "“We’re going on,” the director’s deputy said. “It’s our town’s only line, and we won’t give it up,” she added.\n" * 4
    assert read_text(text.encode("mac_roman")).encoding != "cp1252"


def test_wide_text_with_a_curly_quotation_mark_is_still_wide() -> None:
    text = "“Nobody was told,” the mayor’s clerk said of the derailed railcar.\n" * 3
    assert read_text(text.encode("utf-16-le")).text == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_cyrillic_text_is_neither_western_nor_damaged(encoding: str) -> None:
    text = "Пожарная служба сообщила, что вагон сошёл с рельсов над городом в понедельник ночью, погибли девять человек.\n" * 4
    assert read_text(text.encode(encoding)).encoding not in ("cp1252", "utf-8")
