"""What holds for every reader, whatever it is given."""

from __future__ import annotations

import json
from email.message import EmailMessage
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundtext.formats import Extract, LayerExtract, Refused, TextExtract
from groundtext.formats.geo import to_features
from groundtext.formats.reading import read_foreign
from groundtext.layers import ID_PATTERN

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
LINES = st.lists(WORDS, max_size=8)
NUMBERS = st.one_of(st.floats(-400, 400), st.sampled_from([0, 0.0, 1e9, None, "x", True]))


def read(file: str, source: bytes) -> Sequence[Extract]:
    return list(read_foreign(file, source))


def check(extract: Extract) -> None:
    """Elements are in order, apart, and hold all but white space; refusals say something."""
    if isinstance(extract, Refused):
        assert extract.reason
    if not isinstance(extract, TextExtract):
        return
    extract.text.encode()
    position = 0
    for element in extract.elements:
        assert extract.text[position : element.span.start].strip() == ""
        assert position <= element.span.start < element.span.end
        position = element.span.end
    if extract.elements:
        assert extract.text[position:].strip() == ""


@given(LINES)
def test_plain_text_is_kept_to_the_letter(lines: list[str]) -> None:
    text = "a text. " + "\n\n".join(lines)
    [extract] = read("x.txt", text.encode())
    assert isinstance(extract, TextExtract)
    assert extract.text == text


@given(LINES)
def test_markdown_is_kept_to_the_letter(lines: list[str]) -> None:
    text = "# a title\n\n" + "\n\n".join(lines)
    [extract] = read("x.md", text.encode())
    assert isinstance(extract, TextExtract)
    assert extract.text == text
    check(extract)


@given(st.lists(st.tuples(st.sampled_from(["p", "div", "nav", "h1", "li", "td", "b"]), WORDS)))
def test_the_pieces_of_a_page_are_its_text(blocks: list[tuple[str, str]]) -> None:
    body = "".join(f"<{tag}>{words}</{tag}>" for tag, words in blocks)
    for extract in read("x.html", f"<html><body>{body}</body></html>".encode()):
        check(extract)


@given(LINES, WORDS)
def test_the_pieces_of_a_mail_are_its_text(lines: list[str], subject: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a@example.org", " ".join(subject.split())
    mail.set_content("\n".join(f"> {line}" if n % 3 else line for n, line in enumerate(lines)))
    for extract in read("x.eml", mail.as_bytes()):
        check(extract)


@given(st.binary(max_size=300), st.sampled_from(["x.txt", "x.html", "x.eml", "x.csv", "x.kml"]))
def test_any_bytes_are_read_or_refused(source: bytes, file: str) -> None:
    extracts = read(file, source)
    assert extracts
    for extract in extracts:
        check(extract)


@st.composite
def geometries(draw: st.DrawFn) -> Any:  # noqa: ANN401  JSON, faulty or not
    positions = draw(st.lists(st.lists(NUMBERS, min_size=1, max_size=3), max_size=6))
    kind = draw(st.sampled_from(["Point", "LineString", "Polygon", "MultiPoint", "Circle"]))
    shapes = {"Point": positions[0] if positions else [], "Polygon": [positions]}
    return draw(st.sampled_from([{"type": kind, "coordinates": shapes.get(kind, positions)}, None]))


@given(
    st.lists(st.tuples(geometries(), WORDS, st.one_of(st.none(), WORDS)), min_size=1, max_size=6)
)
def test_every_feature_is_used_or_listed(members: list[tuple[Any, str, str | None]]) -> None:
    features = [
        {"type": "Feature", "id": key, "properties": {"name": name}, "geometry": geometry}
        for geometry, name, key in members
    ]
    source = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    for extract in read("x.geojson", source):
        if isinstance(extract, LayerExtract):
            assert extract.n_read == len(members) == len(extract.features) + len(extract.listed)
            used, faults = to_features(extract, "x", extract.fields)
            assert len(used) + len(faults) >= len(extract.features)
            assert len({feature.id for feature in used}) == len(used)
            assert all(ID_PATTERN.fullmatch(feature.id) for feature in used)
            assert all(feature.geometry.is_valid for feature in used)


@pytest.mark.parametrize("file", ["manifest.toml", "build.yml", "style.QML", "tool.py"])
def test_settings_and_code_are_no_documents(file: str) -> None:
    [extract] = read(file, b'title = "Ports of the Horn"\n')
    assert isinstance(extract, Refused)
    assert "settings or code" in extract.reason
    assert isinstance(read("notes.txt", b'title = "Ports of the Horn"\n')[0], TextExtract)
