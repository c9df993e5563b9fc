from __future__ import annotations

import tomllib
from typing import Any

import pytest

from groundtext.settings import ROOT

CONFIGURATION: dict[str, Any] = tomllib.loads(
    (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("section", "option", "value"),
    [
        ("server", "address", "127.0.0.1"),
        ("server", "enableXsrfProtection", True),
        ("browser", "gatherUsageStats", False),
        ("client", "showErrorDetails", "none"),
        # Without it Streamlit lays an advertisement for developers over the page.
        ("logger", "hideWelcomeMessage", True),
    ],
)
def test_the_server_keeps_to_itself(section: str, option: str, value: object) -> None:
    assert CONFIGURATION[section][option] == value
