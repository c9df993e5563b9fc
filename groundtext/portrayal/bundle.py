"""Our ES modules → one script: one request in the app, and for a page on disk the only way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.errors import UsageError
from groundtext.messages import LANGUAGE, catalogue_text

if TYPE_CHECKING:
    from collections.abc import Callable

# The two forms of import that our modules use, and declarations that are exported by name.
_IMPORT: Final = re.compile(
    r'^import (?:\* as (?P<space>\w+)|\{(?P<names>[^}]*)\}) from "\./(?P<module>[\w-]+)\.js";$',
    re.MULTILINE,
)
_EXPORT: Final = re.compile(
    r"^export (?P<declaration>(?:async )?(?:function|class|const) (?P<name>\w+))", re.MULTILINE
)
_UNKNOWN: Final = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
LEAFLET: Final = "leaflet"  # is not ours: it stays outside
_MESSAGES: Final = "messages"  # made of the catalogue
_LEAFLET_MODULE: Final = "groundtext_leaflet"


def bundle(entry: str, read: Callable[[str], str]) -> str:
    """Return a classic script that runs a module and all that it imports, each once.

    Every module becomes a function of its own, so equal names do not clash; what it exports are
    properties of a global: those of `a-map.js` are properties of `groundtext_a_map`. Leaflet is
    the global `L` of the page.

    Parameters
    ----------
    entry
        The module to start with, without `.js`.
    read
        Returns a module's source by its name.

    Raises
    ------
    UsageError
        If a module imports or exports in a form that is not understood here.
    """
    return _joined(entry, read, "window.L")


def bundle_module(entry: str, read: Callable[[str], str]) -> str:
    """Return the same as a module that exports what the entry does; it imports Leaflet's module.

    Raises
    ------
    UsageError
        If a module imports or exports in a form that is not understood here.
    """
    return (
        f'import * as {_LEAFLET_MODULE} from "./{LEAFLET}.js";\n'
        f"{_joined(entry, read, _LEAFLET_MODULE)}\n"
        f"export const {{ {', '.join(_exported(read(entry)))} }} = {_global(entry)};\n"
    )


def _joined(entry: str, read: Callable[[str], str], leaflet: str) -> str:
    parts: dict[str, str] = {}
    _add(entry, read, leaflet, parts)
    return "\n".join(parts.values())


def _add(module: str, read: Callable[[str], str], leaflet: str, parts: dict[str, str]) -> None:
    if module in parts or module == LEAFLET:
        return
    source = _messages() if module == _MESSAGES else read(module)
    for match in _IMPORT.finditer(source):
        _add(match["module"], read, leaflet, parts)
    body = _EXPORT.sub(
        r"\g<declaration>", _IMPORT.sub(lambda match: _binding(match, leaflet), source)
    )
    unknown = _UNKNOWN.search(body)
    if unknown:
        raise UsageError(
            f"{module}.js: {unknown[0]!r} cannot be bundled; import and export by name instead."
        )
    returned = f"return {{ {', '.join(_exported(source))} }};"
    parts[module] = (
        f'const {_global(module)} = (() => {{\n"use strict";\n{body}\n{returned}\n}})();'
    )


def _messages() -> str:
    return (
        f'export const LANGUAGE = "{LANGUAGE}";\n'
        f"export const messages = Object.freeze({catalogue_text().strip()});\n"
    )


def _exported(source: str) -> list[str]:
    return [match["name"] for match in _EXPORT.finditer(source)]


def _binding(match: re.Match[str], leaflet: str) -> str:
    if match["module"] == LEAFLET:
        return f"const {match['space']} = {leaflet};"
    if match["space"]:
        return f"const {match['space']} = {_global(match['module'])};"
    return f"const {{{match['names'].replace(' as ', ': ')}}} = {_global(match['module'])};"


def _global(module: str) -> str:
    return "groundtext_" + module.replace("-", "_")
