from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from groundtext.documents import read_documents


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(text.encode())


def test_offsets_are_those_of_the_file(tmp_path: Path) -> None:
    text = "\ufeffFirst line.\r\nSecond 🛰 line.\r\n"
    write(tmp_path, a__txt=text)
    [document] = read_documents([tmp_path]).documents
    assert document.text == text
    assert document.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (document.id, document.file, document.complete) == ("a", "a.txt", True)


def test_metadata_come_from_beside_the_file(tmp_path: Path) -> None:
    table = "file,title,author,published_edtf\na.txt,A title,Anna Vesland,2020-01/2020-03\n"
    write(tmp_path, a__txt="Text.", b__txt="More.", documents__csv=table)
    a, b = read_documents([tmp_path]).documents
    assert (a.title, a.author, a.published) == ("A title", "Anna Vesland", "2020-01/2020-03")
    assert (b.title, b.published) == ("", "")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"\xff\xfe\x00", "a.txt: is not UTF-8 (byte 0); save it as UTF-8 text."),
        (b" \n ", "a.txt: holds no text."),
    ],
)
def test_what_cannot_be_read_is_listed_and_costs_no_other(
    tmp_path: Path, source: bytes, reason: str
) -> None:
    (tmp_path / "a.txt").write_bytes(source)
    write(tmp_path, b__txt="Text.")
    read = read_documents([tmp_path])
    assert [document.id for document in read.documents] == ["b"]
    assert [f"{entry.file}: {entry.reason}" for entry in read.listed] == [reason]


def test_files_that_are_no_documents_are_listed(tmp_path: Path) -> None:
    write(tmp_path, a__txt="Text.", picture__png="x")
    [entry] = read_documents([tmp_path]).listed
    assert (entry.file, entry.reason) == ("picture.png", "is not a text document (.txt or .md).")


def test_a_path_that_is_not_there_is_listed(tmp_path: Path) -> None:
    [entry] = read_documents([tmp_path / "none"]).listed
    assert entry.reason == "there is no such file or folder."


def test_two_files_with_one_id_are_not_mixed_up(tmp_path: Path) -> None:
    write(tmp_path, a__md="One.", a__txt="Two.")
    read = read_documents([tmp_path])
    assert [document.file for document in read.documents] == ["a.md"]
    assert "has the same id, 'a', as a.md" in read.listed[0].reason


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("title\nA\n", "lacks the column `file`"),
        ("file,published_edtf\na.txt,last May\n", "line 2: `published_edtf` is 'last May'"),
        ("file,characters\na.txt,many\n", "line 2: `characters` is 'many'"),
        ("file,title\n,A\n", "line 2: names no file; name one"),
        (f"file,sha256\na.txt,{'0' * 64}\n", "has another sha256 than documents.csv says"),
    ],
)
def test_a_faulty_row_is_listed_and_the_document_is_kept(
    tmp_path: Path, table: str, reason: str
) -> None:
    write(tmp_path, a__txt="Text.", documents__csv=table)
    read = read_documents([tmp_path])
    assert len(read.documents) == 1
    assert any(reason in entry.reason for entry in read.listed)


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a__txt="Text.")
    read = read_documents([tmp_path, tmp_path / "a.txt"])
    assert (len(read.documents), read.listed) == (1, ())
