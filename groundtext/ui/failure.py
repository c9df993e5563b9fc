"""What a page shows when its workspace cannot be read: the reason and the way out, no trace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.errors import GroundtextError
from groundtext.messages import message
from groundtext.ui.assets import asset_url
from groundtext.ui.component import show_part
from groundtext.ui.library import build_failure, open_workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundtext.workspace import Workspace

FAILURE: Final = "failure"


def on_workspace(show: Callable[[Workspace], None]) -> None:
    """Show a page over the workspace, or why it cannot be shown."""
    try:
        show(open_workspace())
    except GroundtextError as error:
        fields = {
            "styles": [asset_url("map.css"), asset_url("sources.css")],
            "reason": str(error),
            "remedy": message(
                "failure.remedy-of-build" if error is build_failure() else "failure.remedy"
            ),
        }
        show_part(FAILURE, fields, {})
