"""Where the program's own files lie, and the two choices that the environment may make."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
LAYERS = ROOT / "layers"
DEFAULT_WORKSPACE = ROOT / ".workspace" / "groundtext.gpkg"

WORKSPACE_VARIABLE = "GROUNDTEXT_WORKSPACE"


def workspace_path() -> Path:
    """Return the workspace that the app shows: the environment's choice, else the default one."""
    chosen = os.environ.get(WORKSPACE_VARIABLE, "")
    return Path(chosen) if chosen else DEFAULT_WORKSPACE


PROJECTS_VARIABLE = "GROUNDTEXT_PROJECTS"
READ_ONLY_VARIABLE = "GROUNDTEXT_READ_ONLY"
REVIEWER_VARIABLE = "GROUNDTEXT_REVIEWER"
HOSTS_VARIABLE = "GROUNDTEXT_HOSTS"


def projects_path() -> Path:
    """Return the folder in which the app makes projects: the environment's choice, or our own."""
    chosen = os.environ.get(PROJECTS_VARIABLE, "")
    return Path(chosen) if chosen else ROOT / "projects"


def is_read_only() -> bool:
    """Tell whether the app was started for readers, who may change nothing."""
    return os.environ.get(READ_ONLY_VARIABLE, "") not in ("", "0")


def reviewer() -> str:
    """Return who decides in this app, as it was started; empty where each is asked."""
    return os.environ.get(REVIEWER_VARIABLE, "").strip()


def known_hosts() -> tuple[str, ...]:
    """Return the names, besides this machine's own, under which the app may be asked for."""
    return tuple(os.environ.get(HOSTS_VARIABLE, "").split())
