"""The words of the interface: one catalogue a language, for the server and the browser alike.

A catalogue is a JSON object. A key names the part that speaks (`map.…`, `fact.…`; `common.…` for
several, `count.…` for numbers of things); under it stands a text, or its forms for one and for
other counts. `{name}` in a text stands for a value. For another language, write a catalogue with
the same keys and choose it here.

What a workspace holds, such as the reasons of links, is no part of it, and neither are errors,
which the command line says, too.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    Message: TypeAlias = str | Mapping[str, str]  # a text, or its forms `one` and `other`

LANGUAGE: Final = "en"
_PLACE: Final = re.compile(r"\{(\w+)\}")


def catalogue_text() -> str:
    """Return the catalogue as it is written, in JSON."""
    file = resources.files("groundtext.messages") / f"{LANGUAGE}.json"
    return file.read_text(encoding="utf-8")


@cache
def catalogue() -> Mapping[str, Message]:
    """Return every message by its key."""
    messages: Mapping[str, Message] = json.loads(catalogue_text())
    return messages


def message(key: str, **values: object) -> str:
    """Return the text under a key; `count` chooses between one and other, and is written 1,234.

    Raises
    ------
    KeyError
        If the catalogue has no such key, or the text has a place for which there is no value.
    """
    found = catalogue()[key]
    text = found if isinstance(found, str) else found["one" if values["count"] == 1 else "other"]
    return _PLACE.sub(lambda place: _written(place[1], values[place[1]]), text)


def _written(name: str, value: object) -> str:
    return f"{value:,}" if name == "count" and isinstance(value, int) else str(value)
