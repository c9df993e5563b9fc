"""Names that strangers gave → ids that are safe as file names, in URLs and on command lines."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

_MOST_CHARACTERS: Final = 60
_OTHER: Final = re.compile(r"[^a-z0-9]+")


def to_id(name: str, otherwise: str) -> str:
    """Return lower-case letters, digits and single hyphens that resemble a name.

    Letters lose their accents; other scripts have nothing that could be kept, and what is left
    empty is called `otherwise`.
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    short = _OTHER.sub("-", plain).strip("-")[:_MOST_CHARACTERS].rstrip("-")
    return short or otherwise


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Return an id that nothing has yet: the wanted one, else one with a number."""
    number, candidate = 1, wanted
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate
