"""Names that an export gives to properties of its own, and a layer may have used already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

_Value = TypeVar("_Value")
# A layer's own property of such a name gets one underscore more, and loses it on the way back.
_OURS: Final = re.compile(r"_*(?:layer|evidence|other_links)")


def set_apart(properties: Mapping[str, _Value]) -> dict[str, _Value]:
    """Return a layer's properties without any name that an export needs for itself."""
    return {
        f"_{name}" if _OURS.fullmatch(name) else name: value for name, value in properties.items()
    }


def put_back(properties: Mapping[str, _Value]) -> dict[str, _Value]:
    """Return the properties that `set_apart` was given; the export's own are left out."""
    return {
        name.removeprefix("_") if _OURS.fullmatch(name) else name: value
        for name, value in properties.items()
        if not (_OURS.fullmatch(name) and name[0] != "_")
    }
