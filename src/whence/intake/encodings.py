"""Text from bytes: in which encoding it is written, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from whence.errors import EmptyReport, UnreadableReport

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARIES = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"OggS", "a sound or film file"),
    (b"ID3", "a sound file"),
    (b"\x00\x00\x00", "a film or other binary file"),
)
# Control characters that no text holds; tab, line ends and form feed are none of them, nor is ESC, which some agencies' wires leave.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROLS_MOST = 0.002
_SAMPLE = 64_000
# The share of bytes beyond ASCII in Western text: in a short one marks and names weigh more, and other ways of telling know too little.
_WESTERN_MOST, _WESTERN_SHORT, _SHORT = 0.08, 0.3, 400
# Letters as no Western text has them: a capital with an accent behind a small letter (quotation marks of old Macintoshes), a symbol
# within or behind a word (letters of Central Europe), four letters with accents on end (other alphabets).
_UNWESTERN = re.compile(r"[a-zà-öø-ÿ][À-ÖØ-ÞŠŒŽŸ]|[^\W\d_]{3}[¹³£¥¼¾¿¯]|[^\W\d_][¹³£¥¼¾¿¯][^\W\d_]|[À-ÖØ-öø-ÿ]{4}")
_SPOILT_MOST = 0.1
_LONE = 2


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and what a person should know of it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def read_text(data: bytes) -> Decoded:
    """The text that ``data`` holds, line ends unchanged.

    A byte order mark is no part of the text. Raises EmptyReport for no text, UnreadableReport for bytes that are none.
    """
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise EmptyReport("found an empty file: there is nothing to read")
    decoded = _read_marked(data) or _read_plain(data)
    text = decoded.text
    if not text.strip("\ufeff \t\r\n\u00a0"):
        raise EmptyReport("found nothing but white space: there is nothing to read")
    controls = len(_CONTROLS.findall(text[:_SAMPLE]))
    if "\x00" in text or controls > _CONTROLS_MOST * len(text[:_SAMPLE]):
        raise UnreadableReport("found bytes that are no text (NUL or control characters): save the report as plain UTF-8 text")
    return decoded


def name_binary(data: bytes) -> str | None:
    """What kind of file the first bytes betray, where it is one that holds no plain text."""
    return next((name for magic, name in _BINARIES if data.startswith(magic)), None)


def _read_marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableReport(f"found a byte order mark of {encoding} and then other text: save it as UTF-8") from error
            return Decoded(text, encoding, (f"a byte order mark ({encoding}) stood before the text and is not counted",))
    return None


def _read_plain(data: bytes) -> Decoded:
    wide = _guess_wide(data)
    if not wide:
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            binary = name_binary(data)
            if binary:
                raise UnreadableReport(f"found {binary}, not text: save the report as plain UTF-8 text") from None
        spoilt = _read_spoilt(data)
        if spoilt:
            return spoilt
    encoding = wide or _guess_western(data) or _guess(data)
    try:
        return Decoded(data.decode(encoding), encoding, (f"read as {encoding}, by the look of its bytes",))
    except (UnicodeDecodeError, LookupError) as error:
        raise UnreadableReport("found bytes in no encoding that could be told: save the report as UTF-8 text") from error


def _guess_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is NUL."""
    sample = data[:4000]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if max(odd, even) < 0.3 * len(sample) / 2 or min(odd, even) > 0.05 * len(sample) / 2:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _read_spoilt(data: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes are damaged, each of them a replacement character; None for bytes of another encoding.

    It is UTF-8 where far more characters beyond ASCII are whole than broken, or where one or two stray bytes stand in a text that is
    ASCII otherwise and that Western encodings leave undefined.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    whole = sum(char > "\x7f" for char in text) - broken
    stray = whole == 0 and sum(byte > 0x7F for byte in data) <= _LONE and _guess_western(data) is None
    if not stray and broken > max(_SPOILT_MOST * whole, 1 if whole else 0):
        return None
    places = "1 place is" if broken == 1 else f"{broken} places are"
    return Decoded(text, "utf-8", (f"{places} damaged, not UTF-8: read as the replacement character",))


def _guess_western(data: bytes) -> str | None:
    """Windows-1252, where nearly all is ASCII and the rest stands as letters and marks of Western languages stand."""
    sample = data[:_SAMPLE]
    most = _WESTERN_SHORT if len(sample) < _SHORT else _WESTERN_MOST
    if sum(byte > 0x7F for byte in sample) > most * len(sample):
        return None
    try:
        return None if _UNWESTERN.search(data.decode("cp1252")) else "cp1252"
    except UnicodeDecodeError:
        return None


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if len(_CONTROLS.findall(sample.decode("latin-1"))) > _CONTROLS_MOST * len(sample):
        raise UnreadableReport("found bytes that are no text (NUL or control characters): save the report as plain UTF-8 text")
    best = from_bytes(sample).best()
    if best is None:
        raise UnreadableReport("found bytes in no encoding that could be told: save the report as UTF-8 text")
    return str(best.encoding)
