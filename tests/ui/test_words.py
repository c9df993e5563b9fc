"""The interface's text stands in one catalogue, and every key in it is used."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING, Final

import pytest

from groundtext.export import FORMS
from groundtext.messages import catalogue, catalogue_text, message
from groundtext.model import Precision
from groundtext.portrayal.wording import _MORE, _PLACE_KINDS
from groundtext.search import OPERATORS
from groundtext.settings import ROOT
from groundtext.ui.frame import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

ASSETS: Final = ROOT / "groundtext" / "ui" / "assets"
MODULES: Final = sorted(path for path in ASSETS.glob("*.js") if path.name != "words.js")
_CALL: Final = re.compile(r'\bt\("([^"]+)"')
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
# What is written between quotes in a module; comments and the rest fall away.
_COMMENT: Final = re.compile(r"(?m)^\s*//.*$|(?<=[;{},)]) // .*$")
_TEXT: Final = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
_EXPRESSION: Final = re.compile(r"\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
# Words of the browser, of the style sheets and of the server, which nobody translates.
_NO_WORDS: Final = re.compile(
    r"gt-|is-|[#\[\]/=<>]|:not|sans-serif|tbody|^(?:moveend|zoomend|dragstart) |^\w+$|^\W*$"
    r"|^(?:Shift\+|Arrow|Left|Right| )+$"
)
_LABELS: Final = re.compile(
    r'(?:"aria-label"|title|placeholder|alt): "|\bbutton\("[A-Za-z]'
    r'|\bel\("\w+", \{[^{}]*\}, "[A-Za-z]'
)
# What the server says on pages; what it says to programs and in errors is not translated.
SPEAKING: Final = sorted(
    path
    for folder in ("ui", "portrayal", "search")
    for path in (ROOT / "groundtext" / folder).glob("*.py")
    if path.stem not in ("bundle", "citations", "cited_dates", "cited_names", "headers", "signs")
)
_TWO_WORDS: Final = re.compile(r"[^\W\d]{2,} [^\W\d]{2,}")
_TO_PROGRAMS: Final = re.compile(
    r"rel=|max-age|charset=|filename=|^\n?export |^names : |; there are $|There is no f"
    r"|Groundtext is on|\(Ctrl-C|under this address|are no passage|which passage is cited"
)

MESSAGES: Final = catalogue()


def forms(found: str | Mapping[str, str]) -> list[str]:
    return [found] if isinstance(found, str) else list(found.values())


def calls(path: Path) -> Iterator[ast.expr]:
    """Yield the keys with which a module of the server's part asks for messages."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "message":
            yield node.args[0]


def asked_by_the_server() -> set[str]:
    """Return the keys that stand in its modules, and all that begin as one that is made."""
    keys: set[str] = set()
    for path in (ROOT / "groundtext").rglob("*.py"):
        for key in calls(path):
            constants = [
                node.value
                for node in ast.walk(key)
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            ]
            if isinstance(key, ast.JoinedStr):
                keys |= {known for known in MESSAGES if known.startswith(constants[0])}
            keys |= set(constants) & MESSAGES.keys()
            assert set(constants) <= MESSAGES.keys() or not isinstance(key, ast.Constant), constants
    return keys | {each for pair in _MORE.values() for each in pair} | {*_PLACE_KINDS.values()}


def test_every_key_that_is_asked_for_is_there_and_every_one_there_is_asked_for() -> None:
    asked = {key for path in MODULES for key in _CALL.findall(path.read_text(encoding="utf-8"))}
    assert asked <= MESSAGES.keys()
    assert MESSAGES.keys() - asked - asked_by_the_server() == set()


@pytest.mark.parametrize(
    "key",
    [
        *(f"form.{name}" for name in FORMS),
        *(f"frame.{name}" for name in PAGES),
        *(f"operator.{name}" for name in OPERATORS),
        *(f"wording.{precision.value}" for precision in Precision),
    ],
)
def test_keys_that_are_made_are_there(key: str) -> None:
    assert message(key)


def test_counts_choose_a_form_and_are_written_with_their_thousands_apart() -> None:
    assert message("wording.disagreements", count=1) == "1 disagreement between documents"
    assert message("wording.disagreements", count=1234) == "1,234 disagreements between documents"
    with pytest.raises(KeyError):
        message("wording.page")


def test_the_catalogue_is_sorted_and_no_key_stands_in_it_twice() -> None:
    pairs = json.loads(catalogue_text(), object_pairs_hook=list)
    keys = [key for key, _ in pairs]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("key", MESSAGES)
def test_a_message_has_words_and_all_its_forms_the_same_values(key: str) -> None:
    found = MESSAGES[key]
    assert all(form.strip() for form in forms(found))
    if not isinstance(found, str):
        assert found.keys() == {"one", "other"}
        assert "{count}" in found["other"]


def places(key: str) -> set[str]:
    """Return the names of the values that a message takes."""
    return {name for form in forms(MESSAGES[key]) for name in _PLACEHOLDER.findall(form)}


def given_at(text: str, at: int) -> set[str]:
    """Return the names in the object of values that stands at a place, none where none does."""
    if not text.startswith(", {", at):
        return set()
    depth, entries = 0, [""]
    for sign in text[at + 2 :]:
        depth += (sign in "{([") - (sign in "})]")
        if depth == 0:
            break
        if depth == 1 and sign == ",":
            entries.append("")
        elif (depth, sign) != (1, "{"):
            entries[-1] += sign
    names = (entry.partition(":")[0].strip() for entry in entries)
    return {name for name in names if name.isidentifier()}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_a_module_gives_exactly_the_values_that_its_messages_take(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for call in _CALL.finditer(text):
        key = call[1]
        needed = places(key) | ({"count"} if not isinstance(MESSAGES[key], str) else set())
        assert given_at(text, call.end()) == needed, key


def test_the_server_gives_exactly_the_values_that_its_messages_take() -> None:
    for path in (ROOT / "groundtext").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "message":
                continue
            given = {keyword.arg for keyword in node.keywords}
            keys = [
                each.value
                for each in ast.walk(node.args[0])
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
                if each.value in MESSAGES
            ]
            assert all(given - {"count"} == places(key) - {"count"} for key in keys), keys
            plural = [key for key in keys if not isinstance(MESSAGES[key], str)]
            assert not plural or "count" in given, keys


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_module_says_anything_by_itself(path: Path) -> None:
    text = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    said = []
    for double, template in _TEXT.findall(text):
        words = _EXPRESSION.sub("", double or template).strip()
        if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", words) and not _NO_WORDS.search(words):
            said.append(words)
    assert said == []
    labels = [found for found in _LABELS.findall(text) if not found.startswith("title: t(")]
    assert labels == []


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_module_of_the_server_says_anything_by_itself(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        for inner in ast.walk(node)
    }
    said = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in silent and _TWO_WORDS.search(node.value)
        if not _TO_PROGRAMS.search(node.value)
    ]
    assert said == []
