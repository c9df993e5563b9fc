"""The hostile corpus: each file alone, through the sandbox, into a project that must stay whole."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from groundtext.project.building import open_or_create
from groundtext.project.documents import read_documents
from groundtext.project.importing import import_files
from groundtext.project.layers import read_layer_set
from groundtext.project.sources import SourceFile
from groundtext.sandbox import Sandbox
from tests.hostile import geojson_cases, layer_cases, text_cases
from tests.hostile.case import CANARY, CANARY_PATH, PORT, Case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.project.report import FileReport

CASES = [*geojson_cases.cases(), *layer_cases.cases(), *text_cases.cases()]


def test_the_corpus_is_as_large_as_it_should_be() -> None:
    assert len(CASES) >= 200


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def visitors() -> Iterator[list[str]]:
    """Count who asks the address that the files name; leave a file that nothing may read."""
    asked: list[str] = []
    canary = Path(CANARY_PATH)
    canary.write_text(CANARY, encoding="utf-8")
    with closing(socket.socket()) as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", PORT))
        server.listen()
        threading.Thread(target=_count, args=(server, asked), daemon=True).start()
        yield asked
    canary.unlink()


def _count(server: socket.socket, asked: list[str]) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return  # closed: the tests are over
        asked.append("somebody")
        connection.close()


def take(case: Case, folder: Path, sandbox: Sandbox) -> FileReport:
    """Import one file alone, under the name that its case gives it."""
    path = folder / "0"
    path.write_bytes(case.source)
    project = open_or_create(folder / "project")
    journal = import_files([SourceFile(case.file, path)], project, sandbox)
    journal.end()
    return journal.files[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_file_meets_what_a_sensible_user_expects(
    case: Case, tmp_path: Path, sandbox: Sandbox, visitors: list[str]
) -> None:
    row = take(case, tmp_path, sandbox)
    said = " ".join(row.reasons)
    assert row.outcome in case.expected, said
    assert row.read == row.used + row.listed
    assert case.said in said
    assert all(
        reason.startswith(row.file) and reason.endswith((".", "”", ")")) for reason in row.reasons
    )
    if row.outcome != "used":
        assert said
    kept = json.dumps(_kept(tmp_path))
    assert CANARY not in kept + said
    assert not case.absent or case.absent not in kept
    assert visitors == []


def _kept(folder: Path) -> list[str]:
    """Return all that the project says: it can be read, whatever was put into it."""
    project = open_or_create(folder / "project")
    held, damaged = read_documents(project)
    layers = read_layer_set(project)
    assert damaged == ()
    assert layers.listed == ()
    texts = [each.document.text for each in held]
    return texts + [str((f.id, f.name, f.aliases, dict(f.properties))) for f in layers.features]


def test_one_bad_file_costs_no_other(tmp_path: Path, sandbox: Sandbox) -> None:
    files = [SourceFile(f"{n} {case.file}", tmp_path / str(n)) for n, case in enumerate(CASES[::7])]
    for source, case in zip(files, CASES[::7], strict=True):
        source.path.write_bytes(case.source)
    journal = import_files(files, open_or_create(tmp_path / "project"), sandbox)
    assert [row.file for row in journal.files] == [source.name for source in files]
