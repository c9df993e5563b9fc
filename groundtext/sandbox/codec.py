"""Extracts to bytes and back, as JSON: what a worker says is checked, and can run nothing."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final, TypeVar

from groundtext.edtf import is_valid
from groundtext.formats import (
    Extract,
    LayerExtract,
    Member,
    Part,
    Refused,
    ReturnExtract,
    Stated,
    TextExtract,
)
from groundtext.model import Element, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_KINDS: Final = {
    kind.__name__: kind for kind in (TextExtract, LayerExtract, ReturnExtract, Member, Refused)
}
_RETURNED: Final = ("layers", "features", "collections", "documents", "links")
_Value = TypeVar("_Value")


class Garbled(ValueError):  # noqa: N818 -- it ends in a refusal and never reaches a user
    """An answer that no honest worker gives."""


def encode(extracts: Iterable[Extract]) -> bytes:
    """Return extracts as bytes."""
    plain = [{"is": type(each).__name__, **_plain(each)} for each in extracts]
    return json.dumps(plain, ensure_ascii=False).encode("utf-8", "replace")


def _plain(extract: Extract) -> dict[str, Any]:
    if isinstance(extract, Member):
        return {"name": extract.name, "source": base64.b64encode(extract.source).decode()}
    if isinstance(extract, TextExtract):
        elements = [[*each.span, each.page, each.path, each.role] for each in extract.elements]
        return {
            **{name: getattr(extract, name) for name in ("file", "format", "sha256", "text")},
            "elements": elements,
            "stated": asdict(extract.stated),
            "warnings": extract.warnings,
        }
    if isinstance(extract, LayerExtract):
        names = ("file", "format", "sha256", "name", "features", "n_read", "warnings")
        return {
            **{name: getattr(extract, name) for name in names},
            "fields": dict(extract.fields),
            "listed": [[part.place, part.message] for part in extract.listed],
            "repaired": [[part.place, part.message] for part in extract.repaired],
        }
    if isinstance(extract, ReturnExtract):
        return {name: getattr(extract, name) for name in ("file", "format", "sha256", *_RETURNED)}
    return {"file": extract.file, "reason": extract.reason}


def decode(answer: bytes) -> tuple[Extract, ...]:
    """Return the extracts in an answer, every value of the type and within the bounds it must be.

    Raises
    ------
    Garbled
        If it is none that `encode` returns.
    """
    try:
        found = json.loads(answer, parse_constant=_refuse)
        return tuple(_extract(each) for each in _list(found))
    except (ValueError, TypeError, KeyError, RecursionError, UnicodeDecodeError) as error:
        raise Garbled(str(error)[:200]) from error


def _refuse(constant: str) -> float:
    raise Garbled(f"{constant} is no number")


def _extract(fields: Mapping[str, Any]) -> Extract:
    kind = _KINDS[_text(fields["is"])]
    return _BUILDERS[kind](fields)


def _text_extract(fields: Mapping[str, Any]) -> TextExtract:
    text = _text(fields["text"])
    text.encode()  # half a character is no text
    elements: list[Element] = []
    end = 0
    for start, stop, page, path, role in _list(fields["elements"]):
        if not end <= _int(start) < _int(stop) <= len(text):
            raise Garbled("elements out of order, or outside the text")
        end = stop
        elements.append(Element(Span(start, stop), _int(page), _text(path), _text(role)))
    stated = Stated(**{name: _text(value) for name, value in fields["stated"].items()})
    if stated.published and not is_valid(stated.published):
        raise Garbled("a date that is none")
    return TextExtract(
        **_texts(fields, "file", "format", "sha256"),
        text=text,
        elements=tuple(elements),
        stated=stated,
        warnings=_each(fields["warnings"], _text),
    )


def _layer_extract(fields: Mapping[str, Any]) -> LayerExtract:
    features = _each(fields["features"], _mapping)
    listed = _each(fields["listed"], _part)
    n_read = _int(fields["n_read"])
    if n_read != len(features) + len(listed):
        raise Garbled(f"{n_read} features read, {len(features)} used and {len(listed)} listed")
    return LayerExtract(
        **_texts(fields, "file", "format", "sha256", "name"),
        features=features,
        fields={_text(role): _text(name) for role, name in _mapping(fields["fields"]).items()},
        n_read=n_read,
        listed=listed,
        repaired=_each(fields["repaired"], _part),
        warnings=_each(fields["warnings"], _text),
    )


def _return_extract(fields: Mapping[str, Any]) -> ReturnExtract:
    returned: dict[str, Any] = {name: _each(fields[name], _mapping) for name in _RETURNED}
    return ReturnExtract(**_texts(fields, "file", "format", "sha256"), **returned)


_BUILDERS: Final[Mapping[type, Callable[[Mapping[str, Any]], Extract]]] = {
    TextExtract: _text_extract,
    LayerExtract: _layer_extract,
    ReturnExtract: _return_extract,
    Member: lambda fields: Member(
        _text(fields["name"]), base64.b64decode(_text(fields["source"]), validate=True)
    ),
    Refused: lambda fields: Refused(_text(fields["file"]), _text(fields["reason"])),
}


def _texts(fields: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: _text(fields[name]) for name in names}


def _each(values: object, build: Callable[[Any], _Value]) -> tuple[_Value, ...]:
    return tuple(build(value) for value in _list(values))


def _part(value: object) -> Part:
    place, message = _list(value)
    return Part(_text(place), _text(message))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Garbled(f"{value!r:.60} is no text")
    return value


def _int(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Garbled(f"{value!r:.60} is no whole number")
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise Garbled(f"{value!r:.60} is no list")
    return value


def _mapping(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Garbled(f"{value!r:.60} is no object")
    return value
