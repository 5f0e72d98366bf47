from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from whence.intake.paths import iter_documents
from whence.model.reports import Document, Unread

TEXT = "Railcar derails\n\nA mountain railcar derailed in thick fog above Brovik on Monday, the fire service said.\n"
FRENCH = "Le ministre a déclaré mardi que la situation était grave et que le gouvernement prendrait bientôt des mesures.\n"


def read(*paths: Path) -> list[Document | Unread]:
    return list(iter_documents(paths))


def only_code(path: Path) -> str:
    (found,) = read(path)
    assert isinstance(found, Unread)
    assert "\n" not in found.message
    assert found.path == str(path)
    return found.code


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_is_unchanged_line_ends_too(tmp_path: Path) -> None:
    (found,) = read(write(tmp_path, "a.txt", TEXT.replace("\n", "\r\n")))
    assert isinstance(found, Document)
    assert found.text == TEXT.replace("\n", "\r\n")
    assert found.original == found.text.encode()
    assert found.report.sha256.startswith(found.report.id)


def test_the_same_bytes_have_the_same_id_wherever_they_are(tmp_path: Path) -> None:
    found = read(write(tmp_path, "a.txt", TEXT), write(tmp_path, "b/c.txt", TEXT))
    assert len({document.report.id for document in found if isinstance(document, Document)}) == 1


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty-report"),
        ("white.txt", b" \n\n\t", "empty-report"),
        ("marks.txt", "\u200f\u200e\n\u202a\u2066\n".encode(), "empty-report"),
        ("junk.txt", bytes((17 * number) % 256 for number in range(9000)), "unreadable-report"),
        ("picture.txt", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8, "unreadable-report"),
        ("nul.txt", TEXT.encode().replace(b"railcar", b"fe\x00rry"), "unreadable-report"),
        ("long.txt", b"word " * 10_000_000, "unreadable-report"),
        ("really-a-pdf.txt", b"%PDF-1.7 and so on", "unknown-format"),
        ("page.txt", b"<!DOCTYPE html>\n<html><body><p>Railcar derails</p></body></html>", "unknown-format"),
        ("report.pdf", b"%PDF-1.7", "unknown-format"),
        ("report.docx", b"PK\x03\x04", "unknown-format"),
        ("report.xyz", b"what", "unknown-format"),
        ("report", b"what", "unknown-format"),
        ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "empty-report"),
        ("picture.html", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8, "unreadable-report"),
        ("data.xml", b"<a><b/></a>", "unknown-format"),
        ("junk.warc", b"hello world", "unreadable-report"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    assert only_code(write(tmp_path, name, content)) == code


def test_the_line_for_a_pdf_says_how_to_convert_it(tmp_path: Path) -> None:
    (found,) = read(write(tmp_path, "report.pdf", b"%PDF-1.7"))
    assert isinstance(found, Unread)
    assert "pdftotext" in found.message


def test_a_missing_path_and_an_empty_folder(tmp_path: Path) -> None:
    assert only_code(tmp_path / "nowhere") == "path-missing"
    assert only_code(tmp_path) == "empty-report"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    path.chmod(0)
    assert only_code(path) == "unreadable-report"


def test_a_folder_is_read_in_order_without_what_is_hidden_or_no_report(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden.txt", ".git/x.txt", "notes.toml", "c.pdf"):
        write(tmp_path, name, TEXT + name)
    found = read(tmp_path)
    paths = [item.report.path if isinstance(item, Document) else item.path for item in found]
    assert [str(Path(path).relative_to(tmp_path)) for path in paths] == ["b.txt", "c.pdf", "a/1.txt", "a/2.txt"]


def test_one_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    write(tmp_path, "1.txt", b"\x00\x01")
    write(tmp_path, "2.txt", TEXT)
    assert [type(item) for item in read(tmp_path, tmp_path / "3.txt")] == [Unread, Document, Unread]


def test_another_language_is_kept_and_named(tmp_path: Path) -> None:
    (found,) = read(write(tmp_path, "a.txt", FRENCH.encode("cp1252")))
    assert isinstance(found, Unread)
    assert found.code == "other-language"
    assert found.document is not None
    assert found.document.report.language == "fr"


def test_arabic_in_its_windows_encoding_is_named_as_arabic(tmp_path: Path) -> None:
    text = "قال مسؤول في وزارة الداخلية إن الحكومة ستتخذ إجراءات جديدة بعد الحادث الذي وقع يوم الثلاثاء في الميناء\n" * 3
    (found,) = read(write(tmp_path, "a.txt", text.encode("cp1256")))
    assert isinstance(found, Unread)
    assert found.document is not None
    assert (found.document.report.language, found.document.text) == ("ar", text)


def test_a_dash_is_json_lines_on_standard_input() -> None:
    found = list(iter_documents(["-"], io.BytesIO(b'{"text": "Railcar derails above Brovik"}\n{}\n')))
    assert [type(item) for item in found] == [Document, Unread]
    assert isinstance(found[1], Unread)
    assert found[1].path == "-#2"


def test_an_endless_line_is_refused_and_a_long_paragraph_is_not(tmp_path: Path) -> None:
    assert only_code(write(tmp_path, "a.txt", "word " * 50_000)) == "unreadable-report"
    (found,) = read(write(tmp_path, "b.txt", TEXT.replace("\n", " ") * 100))
    assert isinstance(found, Document)
