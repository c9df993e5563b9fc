"""What the documentation says is there is there, and the other way round."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from groundtext import errors
from groundtext.evaluation import MEASURES, MENTION_KINDS
from groundtext.evaluation.gold import GoldStatus
from groundtext.model import Reading
from groundtext.settings import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
COMMANDS = ("build", "check", "serve", "export", "evaluate", "explain")
PAGES = sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md"))


@pytest.mark.parametrize(
    "name", [name for name, _ in inspect.getmembers(errors, inspect.isclass) if name[0] != "_"]
)
def test_every_error_is_documented(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented_and_has_help(command: str) -> None:
    assert f"`groundtext {command}" in README
    shown = subprocess.run(
        [sys.executable, "-m", "groundtext.cli", command, "--help"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    ).stdout
    for option in re.findall(r"--[a-z-]+", README.split(f"`groundtext {command}")[1].split("|")[0]):
        assert option in shown


def test_every_figure_and_every_kind_of_answer_is_documented() -> None:
    page = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    names = [
        *GoldStatus,
        *Reading,
        *MENTION_KINDS,
        *(f"{p}.{f}" for p in MEASURES for f in MEASURES[p]),
    ]
    assert [name for name in names if f"`{name}`" not in page] == []


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "make run" in README
    assert "make test" in README
    assert re.search(r"^run:", targets, re.MULTILINE)
    assert re.search(r"^test:", targets, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_link_leads_nowhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_dependency_is_locked_and_every_lock_agrees() -> None:
    pinned = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s\\]+)", re.MULTILINE | re.IGNORECASE)
    app = dict(pinned.findall((ROOT / "requirements.txt").read_text(encoding="utf-8")))
    dev = dict(pinned.findall((ROOT / "requirements-dev.lock").read_text(encoding="utf-8")))
    assert app.items() <= dev.items()
    for requirement in PROJECT["project"]["dependencies"]:
        assert re.split(r"[<>=]", requirement)[0] in app
