"""The values of the model ↔ JSON: what is read back can be nothing but those values.

The text holds a list of the dataclass instances, those that others refer to first, each as
`[class, field, …]`. In a field, `{"#": n}` refers to the n-th of them, so that a place which a
hundred mentions share is written once; a list is a tuple; `{"Span": […]}` is a named tuple and
`{"Reading": "literal"}` a member of an enumeration.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from groundtext import model
from groundtext.workspace import Analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_REFERENCE: Final = "#"
# Only these classes are ever made from a text, and none of them does anything when it is made.
_CLASSES: Final[Mapping[str, Callable[..., Any]]] = {
    name: value
    for name, value in vars(model).items()
    if isinstance(value, type)
    and value.__module__ == model.__name__
    and (is_dataclass(value) or issubclass(value, tuple | StrEnum))
} | {Analysis.__name__: Analysis}


def encode(value: object, known: Sequence[object] = ()) -> str:
    """Return a value as JSON.

    `known` are instances that whoever decodes has, too; they are referred to, not written.

    Raises
    ------
    TypeError
        If there is anything in it that is neither plain nor of the model.
    """
    writer = _Writer(known)
    root = writer.plain(value)
    return json.dumps([writer.written, root], separators=(",", ":"))


def decode(text: str, known: Sequence[object] = ()) -> Any:  # noqa: ANN401  what was encoded
    """Return the value that `encode` turned into this text.

    Raises
    ------
    ValueError
        If the text is none that `encode` returns.
    """
    try:
        written, root = json.loads(text)
        instances = list(known)
        for name, *values in written:
            instances.append(_CLASSES[name](*(_value(value, instances) for value in values)))
        return _value(root, instances)
    except (TypeError, KeyError, IndexError) as error:
        raise ValueError(f"is not what an analysis is written as ({error!r})") from error


class _Writer:
    def __init__(self, known: Sequence[object]) -> None:
        self.written: list[list[object]] = []
        self._known = known  # kept, so that no other instance gets the identity of one of these
        self._numbers = {id(instance): number for number, instance in enumerate(known)}

    def plain(self, value: object) -> object:
        """Return what stands for the value in JSON; instances are written on the way."""
        kind: type = type(value)
        if value is None or kind in (str, int, float, bool):
            return value
        if kind is not tuple and _CLASSES.get(kind.__name__) is not kind:
            raise TypeError(f"{kind.__name__} is not a class of the model: {value!r}")
        if isinstance(value, StrEnum):
            return {kind.__name__: value.value}
        if isinstance(value, tuple):
            members = [self.plain(member) for member in value]
            return members if kind is tuple else {kind.__name__: members}
        return {_REFERENCE: self._number(value)}

    def _number(self, instance: Any) -> int:  # noqa: ANN401  a dataclass of the model
        number = self._numbers.get(id(instance))
        if number is None:
            values = [self.plain(getattr(instance, field.name)) for field in fields(instance)]
            number = len(self._known) + len(self.written)
            self.written.append([type(instance).__name__, *values])
            self._numbers[id(instance)] = number
        return number


def _value(plain: Any, instances: Sequence[object]) -> Any:  # noqa: ANN401  JSON of any kind
    if isinstance(plain, list):
        return tuple(_value(member, instances) for member in plain)
    if not isinstance(plain, dict):
        return plain
    [(name, content)] = plain.items()
    if name == _REFERENCE:
        return instances[content]
    if isinstance(content, list):
        return _CLASSES[name](*(_value(member, instances) for member in content))
    return _CLASSES[name](content)
