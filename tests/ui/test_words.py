"""The interface's text stands in one catalogue, and every key in it is used."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

import pytest

from groundtext.settings import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

ASSETS: Final = ROOT / "groundtext" / "ui" / "assets"
MODULES: Final = sorted(
    path
    for path in ASSETS.glob("*.js")
    if not path.name.startswith("messages-en") and path.name != "words.js"
)
_CALL: Final = re.compile(r'\bt\("([^"]+)"(, \{)?')
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
# What is written between quotes in a module; comments and the rest fall away.
_COMMENT: Final = re.compile(r"(?m)^\s*//.*$|(?<=[;{},)]) // .*$")
_TEXT: Final = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
_EXPRESSION: Final = re.compile(r"\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
# Words of the browser, of the style sheets and of the server, which nobody translates.
_NO_WORDS: Final = re.compile(
    r"gt-|is-|[#\[\]/=<>]|:not|sans-serif|tbody|^(?:moveend|zoomend|dragstart) |^\w+$|^\W*$"
)
_LABELS: Final = re.compile(
    r'(?:"aria-label"|title|placeholder|alt): "|\bbutton\("[A-Za-z]'
    r'|\bel\("\w+", \{[^{}]*\}, "[A-Za-z]'
)
# Names of facts, which the server gives and a module looks for.
_FACTS: Final = frozenset({"Also called", "By way of"})


def catalogue() -> Mapping[str, str | Mapping[str, str]]:
    """Read the catalogue as the JSON that it is."""
    messages: dict[str, str | Mapping[str, str]] = {}
    for path in sorted(ASSETS.glob("messages-en-*.js")):
        text = path.read_text(encoding="utf-8")
        _, _, body = text.partition(" = Object.freeze(")
        part = json.loads(re.sub(r",\s*\}\);\s*$", "}", body))
        assert not messages.keys() & part.keys()
        messages |= part
    return messages


MESSAGES: Final = catalogue()


def forms(message: str | Mapping[str, str]) -> list[str]:
    return [message] if isinstance(message, str) else list(message.values())


def test_every_key_that_is_asked_for_is_there_and_every_one_there_is_asked_for() -> None:
    asked = {key for path in MODULES for key, _ in _CALL.findall(path.read_text(encoding="utf-8"))}
    assert asked == MESSAGES.keys()


@pytest.mark.parametrize("key", MESSAGES)
def test_a_message_has_words_and_all_its_forms_the_same_values(key: str) -> None:
    message = MESSAGES[key]
    assert all(form.strip() for form in forms(message))
    if not isinstance(message, str):
        assert message.keys() == {"one", "other"}
        assert "{count}" in message["other"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_values_are_given_exactly_to_messages_that_have_places_for_them(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    for key, has_values in _CALL.findall(text):
        takes_some = any(_PLACEHOLDER.search(form) for form in forms(MESSAGES[key]))
        assert bool(has_values) == takes_some, key


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_module_says_anything_by_itself(path: object) -> None:
    text = _COMMENT.sub("", path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    said = []
    for double, template in _TEXT.findall(text):
        words = _EXPRESSION.sub("", double or template).strip()
        if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", words) and not _NO_WORDS.search(words):
            said.append(words)
    assert set(said) <= _FACTS
    labels = [found for found in _LABELS.findall(text) if not found.startswith("title: t(")]
    assert labels == []
