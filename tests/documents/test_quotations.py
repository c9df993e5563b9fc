from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.documents import read_quotations, split_passages
from groundtext.model import Document, Span

TEXT = "The talks ended. Nobody spoke. The envoys left."


def write(folder: Path, *lines: str, table: str = "file,characters\na.txt,47\n") -> None:
    (folder / "documents.csv").write_text(table, encoding="utf-8")
    (folder / "quotations.jsonl").write_text("\n".join(lines), encoding="utf-8")


def row(start: int, stop: int, **changes: object) -> str:
    fields = {"document": "a.txt", "start": start, "end": stop, "quote": TEXT[start:stop]}
    return json.dumps({**fields, **changes})


def test_an_incomplete_document_keeps_the_length_and_the_offsets(tmp_path: Path) -> None:
    write(tmp_path, row(31, 47), row(0, 16))
    [document] = read_quotations(tmp_path).documents
    assert len(document.text) == len(TEXT) == 47
    assert document.held == (Span(0, 16), Span(31, 47))
    assert document.text == TEXT[:16] + " " * 15 + TEXT[31:]
    assert not document.complete


def test_every_held_span_is_a_passage(tmp_path: Path) -> None:
    write(tmp_path, row(0, 16), row(17, 30))
    [document] = read_quotations(tmp_path).documents
    assert tuple(passage.span for passage in split_passages(document)) == document.held


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 1: "),
        ("[1]", "line 1: not a JSON object"),
        (row(0, 16, quote="Too short"), "cannot hold a quote of 9 characters"),
        (row(0, 16, end="16"), "`end` is '16', not a int"),
        (row(0, 16, document="b.txt"), "documents.csv does not say how many characters 'b.txt'"),
        (row(40, 50, quote="x" * 10), "40 to 50 is not within a.txt (47 characters)"),
        (row(10, 25), "overlaps the quotation at 17 to 30 of a.txt"),
    ],
)
def test_a_quotation_that_does_not_fit_is_listed_with_its_line(
    tmp_path: Path, line: str, reason: str
) -> None:
    first, second = (line, row(31, 47)) if "overlaps" not in reason else (row(17, 30), line)
    write(tmp_path, first, second)
    read = read_quotations(tmp_path)
    assert len(read.documents[0].held) == 1
    [entry] = read.listed
    assert entry.file == "quotations.jsonl"
    assert reason in entry.reason


def test_a_missing_file_is_listed(tmp_path: Path) -> None:
    read = read_quotations(tmp_path)
    assert read.documents == ()
    assert [entry.file for entry in read.listed] == ["quotations.jsonl"]


@given(st.text(min_size=1, max_size=200))
@settings(deadline=None)
def test_every_passage_is_a_slice_and_none_overlaps(text: str) -> None:
    document = Document("d", "d.txt", text, "0" * 64)
    passages = split_passages(document)
    assert [p.ordinal for p in passages] == list(range(len(passages)))
    assert all(text[p.span.start : p.span.end] == document.quote(p.span) for p in passages)
    ends = [p.span.end for p in passages]
    assert all(end <= p.span.start for end, p in zip(ends, passages[1:], strict=False))
