"""The Import page: a part that sends files, follows the import, and shows its report.

Nothing of it is about the workspace, so that a project whose workspace cannot be read can still
be mended here. What the reader does there goes through routes of our own, not through Python.
"""

from __future__ import annotations

from typing import Final

from groundtext.settings import is_read_only
from groundtext.ui.assets import asset_url
from groundtext.ui.component import show_part

IMPORT: Final = "import"


def show() -> None:
    """Show the page."""
    styles = [asset_url("map.css"), asset_url("sources.css"), asset_url("import.css")]
    show_part(IMPORT, {"styles": styles, "readOnly": is_read_only()}, {})
