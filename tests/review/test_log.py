"""The log keeps every decision, however many write to it, and whatever stops them."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from groundtext.decision import Decision, Verdict
from groundtext.errors import ReviewError
from groundtext.model import Span
from groundtext.review import append_decisions, decisions_path, read_decisions
from groundtext.settings import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WRITER = """
import sys
from pathlib import Path
from tests.review.test_log import decision
from groundtext.review import append_decisions
for number in range(int(sys.argv[3])):
    append_decisions(Path(sys.argv[1]), [decision(f"{sys.argv[2]}-{number}")])
"""


def decision(name: str, quote: str = "Alder") -> Decision:
    return Decision(
        *("alder", "dispatch", Span(0, 5), "0" * 64, Verdict.CONFIRMED, "a note"),
        by=name,
        id=name,
        quote=quote,
    )


def write(log: Path, writer: int, count: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", WRITER, str(log), str(writer), str(count)]
    return subprocess.Popen(command, cwd=ROOT)


def test_the_log_lies_beside_its_workspace(tmp_path: Path) -> None:
    assert decisions_path(tmp_path / "mine.gpkg") == tmp_path / "mine.review.jsonl"


def test_what_is_written_is_read(tmp_path: Path) -> None:
    log = tmp_path / "a.review.jsonl"
    odd = decision("x", 'Ü \u2028 "quoted"\r\n\u202e')
    append_decisions(log, [decision("a"), odd])
    assert read_decisions(log) == ((decision("a"), odd), ())


@pytest.mark.slow
def test_eight_writers_of_two_hundred_decisions_lose_none(tmp_path: Path) -> None:
    log = tmp_path / "a.review.jsonl"
    writers = [write(log, number, 200) for number in range(8)]
    assert [writer.wait(timeout=120) for writer in writers] == [0] * 8
    decisions, errors = read_decisions(log)
    assert (len({each.id for each in decisions}), errors) == (1_600, ())


@pytest.mark.slow
def test_a_writer_that_is_killed_spoils_nothing(tmp_path: Path) -> None:
    log = tmp_path / "a.review.jsonl"
    writer = write(log, 0, 100_000)
    while not log.exists() or log.stat().st_size < 20_000:
        time.sleep(0.01)  # until it is in the midst of it
    writer.send_signal(signal.SIGKILL)
    writer.wait(timeout=20)
    append_decisions(log, [decision("after")])
    decisions, errors = read_decisions(log)
    assert decisions[-1].id == "after"
    assert [each.id for each in decisions[:-1]] == [f"0-{n}" for n in range(len(decisions) - 1)]
    assert len(errors) <= 1


def test_a_line_that_was_cut_off_spoils_no_other(tmp_path: Path) -> None:
    log = tmp_path / "a.review.jsonl"
    append_decisions(log, [decision("a"), decision("b")])
    log.write_bytes(log.read_bytes()[:-40])
    append_decisions(log, [decision("c")])
    decisions, [error] = read_decisions(log)
    assert [each.id for each in decisions] == ["a", "c"]
    assert "line 2" in error.reason


def test_a_log_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="is not kept"):
        append_decisions(tmp_path, [decision("a")])
