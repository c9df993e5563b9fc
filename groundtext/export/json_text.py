"""JSON that survives being cut into lines, printed on a terminal or put inside a page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What ends a line for some reader or other, steers a terminal, or has no UTF-8 form: the C1
# controls (U+0085 ends a line), U+2028/2029, the bidirectional controls and lone surrogates. The
# C0 controls are escaped by `json` itself.
_UNSAFE: Final = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_MARKUP: Final = re.compile(r"[<>&]")


def json_line(fields: Mapping[str, object]) -> str:
    """Return the fields, in their order, as one compact JSON object without a line break.

    Letters of every script stay readable; what could break the line is escaped, so that parsing
    gives back exactly the same strings.
    """
    return _compact(fields)


def json_block(fields: Mapping[str, object]) -> str:
    r"""Return the fields as JSON that is safe inside a script element of a page.

    `<`, `>` and `&` are written as `\u003c` and so on: no text can close the element.
    """
    return _MARKUP.sub(_escape, _compact(fields))


def json_document(fields: Mapping[str, object]) -> str:
    """Return the fields as a JSON text for people and `diff`: a line for each member and feature.

    Members of the object, and of the objects in it, stand on lines of their own, and so do the
    objects of a list among them. What could steer a terminal is escaped as in `json_line`.
    """
    return _UNSAFE.sub(_escape, _spread(fields, 2)) + "\n"


def _spread(value: object, depth: int) -> str:
    if isinstance(value, dict) and depth:
        members = (f"{_plain(name)}:{_spread(held, depth - 1)}" for name, held in value.items())
        return "{\n" + ",\n".join(members) + "\n}"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(_plain(held) for held in value) + "\n]"
    return _plain(value)


def _compact(fields: Mapping[str, object] | Sequence[object]) -> str:
    # In JSON these characters can only stand inside strings, so escaping the text is safe.
    return _UNSAFE.sub(_escape, _plain(fields))


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
