"""QGIS styles (QML) that draw features as the map here does: by shape and mark, in their colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from groundtext.export.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from groundtext.model import Layer
    from groundtext.portrayal.signs import Sign

_VERSION: Final = "3.28.0"  # of QGIS: the oldest whose options are written here
_DOCTYPE: Final = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
_COLUMN: Final = "sign"  # of a table: shape and mark of a feature, in one word or two
# Kind of symbol, its class of symbol layer, and QGIS's number for the geometry.
_KINDS: Final = {
    "point": ("marker", "SimpleMarker", "0"),
    "line": ("line", "SimpleLine", "1"),
    "area": ("fill", "SimpleFill", "2"),
}
_WHITE: Final = "255,255,255,255"
_INK: Final = "34,37,42,255"
_TWELVE_PERCENT: Final = "31"  # of 255
_PEN: Final = {"dashed": "dash", "dotted": "dot"}

_Options = dict[str, str]


def sign_word(sign: Sign) -> str:
    """Return a sign as the column `sign` has it: "triangle", "triangle hollow"."""
    return f"{sign.shape} {sign.mark}".strip()


def style_text(layer: Layer, kind: str, signs: Iterable[Sign]) -> str:
    """Return the style of a table of points, lines or areas, with a class for each sign.

    Parameters
    ----------
    layer
        Gives title and colour.
    kind
        "point", "line" or "area".
    signs
        Those that the table's features have.
    """
    symbol_kind, _, number = _KINDS[kind]
    qgis = etree.Element("qgis", version=_VERSION, styleCategories="Symbology")
    renderer = etree.SubElement(qgis, "renderer-v2", type="categorizedSymbol", attr=_COLUMN)
    categories = etree.SubElement(renderer, "categories")
    symbols = etree.SubElement(renderer, "symbols")
    title = printable(layer.title)
    by_word = {sign_word(sign): sign for sign in signs}
    for place, word in enumerate(sorted(by_word)):
        label = f"{title}: {word}"
        about = {"render": "true", "symbol": str(place), "value": word, "label": label}
        etree.SubElement(categories, "category", about)
        symbol = etree.SubElement(symbols, "symbol", type=symbol_kind, name=str(place), alpha="1")
        for options in _drawn(by_word[word], kind, _rgb(layer.colour)):
            _add_symbol_layer(symbol, _KINDS[kind][1], options)
    etree.SubElement(qgis, "layerGeometryType").text = number
    return etree.tostring(qgis, encoding="unicode", doctype=_DOCTYPE)


def _add_symbol_layer(symbol: _Element, kind: str, options: Mapping[str, str]) -> None:
    layer = etree.SubElement(symbol, "layer", {"class": kind, "enabled": "1", "pass": "0"})
    whole = etree.SubElement(layer, "Option", type="Map")
    for name, value in options.items():
        etree.SubElement(whole, "Option", name=name, type="QString", value=value)


def _rgb(colour: str) -> str:
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))


def _drawn(sign: Sign, kind: str, rgb: str) -> list[_Options]:
    """Return the symbol layers of a sign, the lowest first."""
    if kind == "point":
        return _marker(sign, rgb)
    return _line(sign, rgb) if kind == "line" else [_area(sign, rgb)]


def _marker(sign: Sign, rgb: str) -> list[_Options]:
    is_empty = sign.mark in ("hollow", "dotted")
    shape = {
        # A country that only a point stands for is no pin: it stays a cross.
        "name": sign.shape if sign.shape != "hatch" else "cross",
        "color": _WHITE if is_empty else f"{rgb},255",
        "outline_color": f"{rgb},255" if is_empty else _WHITE,
        "outline_style": _PEN.get(sign.mark, "solid"),
        "outline_width": "0.5",
        "size": "3.2",
        "size_unit": "MM",
    }
    if sign.mark != "struck":
        return [shape]
    stroke = {"name": "line", "angle": "60", "outline_color": _INK, "outline_width": "0.5"}
    return [shape, {**stroke, "size": "5", "size_unit": "MM"}]


def _line(sign: Sign, rgb: str) -> list[_Options]:
    style = _PEN.get(sign.mark, "solid")
    wide = {"line_color": f"{rgb},255", "line_style": style, "line_width_unit": "MM"}
    if sign.shape != "double":
        return [{**wide, "line_width": "0.8"}]
    gap = {"line_color": _WHITE, "line_style": "solid", "line_width_unit": "MM"}
    return [{**wide, "line_width": "1.2"}, {**gap, "line_width": "0.6"}]


def _area(sign: Sign, rgb: str) -> _Options:
    is_hatch = sign.shape == "hatch"
    return {
        "color": f"{rgb},255" if is_hatch else f"{rgb},{_TWELVE_PERCENT}",
        "style": "b_diagonal" if is_hatch else "solid",
        "outline_color": f"{rgb},255",
        "outline_style": _PEN.get(sign.mark, "solid"),
        "outline_width": "0.3",
        "outline_width_unit": "MM",
    }
