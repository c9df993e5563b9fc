"""The same workspace, to the byte, whoever does the work, in whatever order, and whoever dies."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.engines import Died, InProcess, choose_engine
from groundtext.engines.cluster import LocalProcesses
from groundtext.errors import EngineError
from groundtext.ingest import Ingest, Knowledge, Parts, ingest
from groundtext.layers import read_layers
from groundtext.model import Document, Listed
from groundtext.pipeline import Sources, analyse, build
from groundtext.settings import DATA, LAYERS, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    from groundtext.engines.engine import Result, Task, Work

SENTENCES = (
    "The TAPI pipeline crosses Herat.",
    "Talks were held in Doha on 29 February 2020.",
    "US troops left Bagram military base in July 2021.",
    "Moscow denied it, and Tashkent agreed.",
    "Rain fell in Paris, Texas.",
)


class Shuffled:
    """An engine that does its tasks in an order of its own."""

    def __init__(self, order: Sequence[int]) -> None:
        self._order = order

    def run(self, work: Work[Task, Result], tasks: Sequence[Task]) -> Generator[tuple[int, Result]]:
        step = work.open()
        for number in sorted(range(len(tasks)), key=lambda n: self._order[n]):
            yield number, step(tasks[number])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = tmp_path / "documents"
    documents.mkdir()
    for number in range(8):
        text = " ".join(SENTENCES[number % 5 :] + SENTENCES[: number % 5])
        (documents / f"note-{number}.txt").write_text(text, encoding="utf-8")
    return documents


def digest(workspace: Path) -> str:
    return hashlib.sha256(workspace.read_bytes()).hexdigest()


@given(st.permutations(range(8)))
@settings(max_examples=8, deadline=None)
def test_no_order_changes_a_byte(
    tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    place, beside = tmp_path_factory.mktemp("order"), tmp_path_factory.mktemp("workspaces")
    for number, sentence in enumerate(SENTENCES):
        (place / f"{number}.txt").write_text(sentence, encoding="utf-8")
    sources = Sources(documents=(place,))
    build(sources, beside / "one.gpkg")
    build(sources, beside / "other.gpkg", engine=Shuffled(order))
    assert digest(beside / "one.gpkg") == digest(beside / "other.gpkg")


def test_two_processes_give_the_same_bytes_as_one(folder: Path, tmp_path: Path) -> None:
    sources = Sources(documents=(folder,))
    build(sources, tmp_path / "one.gpkg")
    build(sources, tmp_path / "two.gpkg", engine=choose_engine(2))
    assert digest(tmp_path / "one.gpkg") == digest(tmp_path / "two.gpkg")


def test_a_cluster_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    from distributed import LocalCluster  # noqa: PLC0415  only engines load Dask

    build(Sources(documents=(folder,)), tmp_path / "one.gpkg")
    quiet = {"dashboard_address": None, "host": "127.0.0.1", "silence_logs": 60}
    with LocalCluster(n_workers=1, threads_per_worker=1, **quiet) as cluster:
        command = [sys.executable, "-m", "groundtext.cli", "build", str(folder)]
        command += ["--scheduler", cluster.scheduler_address]
        command += ["--workspace", str(tmp_path / "cluster.gpkg")]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert digest(tmp_path / "one.gpkg") == digest(tmp_path / "cluster.gpkg")


class _Suicidal:
    """Work that ends its own process the first time that it meets a task of its kind."""

    key = "suicidal"

    def __init__(self, mark: Path, *, always: bool) -> None:
        self._mark, self._always = mark, always

    def open(self) -> Callable[[int], int]:
        def step(task: int) -> int:
            if task == 3 and (self._always or not self._mark.exists()):
                self._mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return task * task

        return step


def test_a_killed_worker_loses_and_doubles_nothing(tmp_path: Path) -> None:
    work = _Suicidal(tmp_path / "killed", always=False)
    results = list(LocalProcesses(2).run(work, range(12)))
    assert sorted(results) == [(number, number * number) for number in range(12)]


def test_what_kills_every_worker_is_given_up_alone(tmp_path: Path) -> None:
    work = _Suicidal(tmp_path / "killed", always=True)
    results = dict(LocalProcesses(2).run(work, range(6)))
    assert results.pop(3) == Died()
    assert results == {number: number * number for number in range(6) if number != 3}


def knowledge() -> Knowledge:
    return Knowledge.read(read_layers(LAYERS), DATA)


def note(number: int) -> Document:
    return Document(f"n{number}", f"n{number}.txt", SENTENCES[number], sha256="0" * 64)


def test_a_stopped_build_goes_on_where_it_was(tmp_path: Path) -> None:
    known = knowledge()
    parts = Parts.beside(tmp_path / "w.gpkg", known.digest)
    notes = [note(number) for number in range(4)]
    ingest(Ingest(known, analyse), notes[:2], InProcess(), parts, lambda _done, _of: None)
    told: list[tuple[int, int]] = []
    ingest(
        Ingest(known, analyse), notes, InProcess(), parts, lambda done, of: told.append((done, of))
    )
    assert told[0] == (2, 4)
    assert len(list(parts.folder.iterdir())) == 4


def test_a_damaged_part_is_done_anew(tmp_path: Path) -> None:
    known = knowledge()
    parts = Parts.beside(tmp_path / "w.gpkg", known.digest)
    whole = ingest(Ingest(known, analyse), [note(0)], InProcess(), parts, lambda _d, _o: None)
    (part,) = parts.folder.iterdir()
    part.write_bytes(part.read_bytes()[:-7])
    assert parts.read(note(0)) is None
    again = ingest(Ingest(known, analyse), [note(0)], InProcess(), parts, lambda _d, _o: None)
    assert again == whole


def test_a_document_that_fails_is_listed_and_costs_no_other() -> None:
    def step(document: Document, *_rest: object) -> None:
        raise ZeroDivisionError(document.id)

    work = Ingest(knowledge(), step)  # type: ignore[arg-type]
    done = ingest(work, [note(0)], InProcess(), None, lambda _d, _o: None)
    assert [type(each) for each in done.listed] == [Listed]
    assert "ZeroDivisionError: n0" in done.listed[0].reason


def test_no_scheduler_is_named_with_the_way_out() -> None:
    with pytest.raises(EngineError, match=r"127\.0\.0\.1:1: no Dask scheduler .* leave it out"):
        list(choose_engine(None, "tcp://127.0.0.1:1").run(_Suicidal(ROOT, always=False), [1]))


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "100000"])
def test_no_number_of_workers_is_refused(number: str) -> None:
    command = [sys.executable, "-m", "groundtext.cli", "build", "--workers", number]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "number of processes" in done.stderr or "expected one argument" in done.stderr


def test_a_build_in_process_loads_no_dask() -> None:
    code = "import sys, groundtext.pipeline; print('distributed' in sys.modules)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
