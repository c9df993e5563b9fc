"""Limits and guards, each against a reader that tries to get past it."""

from __future__ import annotations

import socket
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from groundtext.formats import Member, Refused, TextExtract
from groundtext.sandbox import Limits, Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOOR = "tests.sandbox.doors:door"
LIMITS = Limits(seconds=3, memory=512 * 1024 * 1024, files=50)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(LIMITS, door=DOOR) as sandbox:
        yield sandbox


def say(sandbox: Sandbox, words: str) -> TextExtract | Refused:
    [extract] = sandbox.read("x.txt", words.encode())
    assert isinstance(extract, TextExtract | Refused)
    return extract


def refused(sandbox: Sandbox, words: str) -> str:
    extract = say(sandbox, words)
    assert isinstance(extract, Refused)
    return extract.reason


def test_what_a_reader_finds_comes_back(sandbox: Sandbox) -> None:
    extract = say(sandbox, "say Straße \U0001f310\u202e")
    assert isinstance(extract, TextExtract)
    assert extract.text == "say: Straße \U0001f310\u202e"


def test_bytes_come_back_as_they_were() -> None:
    source = bytes(range(256)) * 4_000
    with Sandbox(LIMITS, door="tests.sandbox.doors:members") as sandbox:
        member, other = sandbox.read("x.zip", source)
    assert member == Member("back", source)
    assert other == Refused("other", "is refused.")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("deed", "said"),
    [("hang", "3 seconds"), ("eat", "memory"), ("crash", "crash"), ("fail x", "ValueError")],
)
def test_a_reader_that_fails_refuses_its_file_and_no_other(
    sandbox: Sandbox, deed: str, said: str
) -> None:
    assert said in refused(sandbox, deed)
    assert isinstance(say(sandbox, "say still here"), TextExtract)


def test_no_other_file_can_be_read(sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    assert "PermissionError" in refused(sandbox, f"open {tmp_path / 'secret'}")
    assert "PermissionError" in refused(sandbox, "open /etc/passwd")


def test_no_other_file_can_be_written(sandbox: Sandbox, tmp_path: Path) -> None:
    assert "PermissionError" in refused(sandbox, f"write {tmp_path / 'made'}")
    assert not (tmp_path / "made").exists()


def test_nobody_can_be_asked(sandbox: Sandbox) -> None:
    with closing(socket.socket()) as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        assert "PermissionError" in refused(sandbox, f"connect {server.getsockname()[1]}")


def test_no_program_can_be_run(sandbox: Sandbox) -> None:
    assert "PermissionError" in refused(sandbox, "run")


def test_what_a_library_prints_is_no_answer(sandbox: Sandbox) -> None:
    extract = say(sandbox, "print 17")
    assert isinstance(extract, TextExtract)
    assert extract.text == "print: printed"


def test_the_worker_has_nothing_of_the_users_environment(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    with Sandbox(LIMITS, door=DOOR) as other:
        extract = say(other, "environment")
    assert isinstance(extract, TextExtract)
    assert "SECRET_TOKEN" not in extract.text
    assert sandbox.guards[-1].endswith("(audit hook)")


def test_a_worker_is_replaced_after_some_files() -> None:
    with Sandbox(Limits(files=3), door=DOOR) as sandbox:
        texts = [say(sandbox, f"say {n}") for n in range(8)]
    assert all(isinstance(text, TextExtract) for text in texts)
