"""Every form, with texts that would like to break it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundtext.export import FORMS, export
from groundtext.export.names import urn
from groundtext.export.printable import printable
from groundtext.settings import ROOT
from groundtext.workspace import Workspace
from tests.export import hostile, zoo

OURS = [name for name, form in FORMS.items() if form.knows_layers]


@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_breaks_no_form(hostile_workspace: Workspace, form: str) -> None:
    contents = export(hostile_workspace, form)
    if FORMS[form].is_text:
        assert "\0" not in contents.decode()


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (text for each in value for text in texts_in(each))
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in texts_in(each))


@pytest.mark.parametrize("form", ["geojson", "lpf", "annotations", "evidence-jsonl", "gold-jsonl"])
def test_json_gives_back_every_quote_to_the_letter(hostile_workspace: Workspace, form: str) -> None:
    text = export(hostile_workspace, form).decode()
    is_lines = FORMS[form].suffix == "jsonl"
    parsed = [json.loads(line) for line in (text.split("\n")[:-1] if is_lines else [text])]
    assert set(hostile.NASTY) <= set(texts_in(parsed))


@pytest.mark.parametrize("form", OURS)
def test_some_layers_can_be_taken_out_alone(zoo_workspace: Workspace, form: str) -> None:
    contents = export(zoo_workspace, form, ["forts"])
    assert b"Tents and fuel pumps" in contents
    assert b"Envoys met" not in contents


@pytest.mark.parametrize("form", OURS)
def test_no_layer_is_a_file_too(zoo_workspace: Workspace, form: str) -> None:
    assert b"Tents and fuel pumps" not in export(zoo_workspace, form, [])


@pytest.mark.parametrize("form", OURS)
def test_what_is_no_passage_never_leaves(zoo_workspace: Workspace, form: str) -> None:
    contents = export(zoo_workspace, form)
    assert not [
        words for words in (zoo.SENTENCES[4], zoo.SENTENCES[5]) if words.encode() in contents
    ]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_workspace_gives_the_same_bytes(zoo_workspace: Workspace, form: str) -> None:
    assert export(zoo_workspace, form) == export(zoo_workspace, form)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_documented(form: str) -> None:
    assert f"`{form}`" in (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")


@given(st.text())
def test_printable_text_has_the_same_length_and_no_controls(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if ord(c) < 32 and c not in "\t\n\r"]
    assert printable(shown) == shown


@given(st.text(st.characters(max_codepoint=sys.maxunicode, exclude_categories=["Cs"])))
def test_a_name_holds_nothing_that_ends_it(identifier: str) -> None:
    name = urn("document", identifier)
    assert name.isascii()
    assert not set(name) & set(' <>"{}|\\^`#?/\n')
