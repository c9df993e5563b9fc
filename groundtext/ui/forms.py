"""The forms in which pages offer to save everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundtext.export import FORMS
from groundtext.messages import message

if TYPE_CHECKING:
    from groundtext.ui.source_fields import Fields


def form_fields(*, for_scripts: bool = False) -> list[Fields]:
    """Return name and words of each form for people, and of those for scripts if asked for."""
    return [
        {"name": name, "words": message(f"form.{name}")}
        for name, form in FORMS.items()
        if form.knows_layers or for_scripts
    ]
