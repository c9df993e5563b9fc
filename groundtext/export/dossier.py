"""The dossier: a map with its evidence in one file that needs no network and no Groundtext."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any, Final

import jinja2
from markupsafe import Markup, escape

from groundtext.checks import LARGEST_SHARE, MOST_WORDS
from groundtext.export.drawing import drawn_features, layer_shapes, read_basemap
from groundtext.export.entries import read_content
from groundtext.export.json_text import json_block
from groundtext.export.printable import printable
from groundtext.portrayal.countries import BASEMAP
from groundtext.portrayal.extent import first_look
from groundtext.portrayal.wording import coverage_in_words

if TYPE_CHECKING:
    from collections.abc import Collection as AnyCollection
    from collections.abc import Mapping, Sequence

    from groundtext.model import LayerId
    from groundtext.workspace import Workspace

_LEGEND: Final = (
    ("triangle", "", "air base"),
    ("square", "", "ground base"),
    ("diamond", "", "other site"),
    ("circle", "", "meeting, with how many at one place"),
    ("line", "", "pipeline or route"),
    ("double", "", "transport corridor"),
    ("area", "", "area"),
    ("hatch", "", "known only by its country"),
    ("halo", "", "somewhere in this circle or band, to scale"),
    ("line", "dashed", "planned"),
    ("diamond", "hollow", "closed or handed over"),
    ("circle", "struck", "cancelled or postponed"),
    ("circle", "dotted", "disputed or only reported"),
)


def write_dossier(
    workspace: Workspace, *, layer_ids: AnyCollection[LayerId] | None = None, picked: str = ""
) -> str:
    """Return the page with the layers, all of them for None, and every quote that supports them.

    The page holds its scripts, styles and base map, asks no host for anything, and runs no script
    but its own: its content security policy names those by their hashes. Ids of layers that the
    workspace does not have are passed over. The same workspace and view give the same bytes.

    Parameters
    ----------
    workspace
        Where features and quotes come from.
    layer_ids
        The layers that are on the map and in the list.
    picked
        Id of the feature or collection that the page opens with; one that is not in it is ignored.
    """
    # folium is slow to import and large in memory: only who writes a dossier pays for it.
    from groundtext.export.folium_map import map_parts  # noqa: PLC0415

    content = read_content(workspace, layer_ids)
    parts = map_parts(first_look(feature.geometry for feature in content.features))
    features = drawn_features(content, BASEMAP)
    block = json_block(
        {
            "layers": [{"id": layer.id, "colour": layer.colour} for layer in content.layers],
            "features": features,
            "basemap": read_basemap(BASEMAP),
            "picked": picked,
        }
    )
    return _template().render(
        content=content,
        n_layers=len(workspace.layers()),
        coverage=workspace.coverage(),
        coverage_in_words=coverage_in_words(workspace.coverage()),
        legend=[sign for sign in _LEGEND if _is_drawn(sign, features)],
        most_words=MOST_WORDS,
        largest_share=round(100 * LARGEST_SHARE),
        shapes=layer_shapes(content),
        stamp=workspace.stamp,
        style=Markup(parts.style),  # noqa: S704  our own files
        map_html=Markup(parts.html),  # noqa: S704  made of numbers
        scripts=[Markup(script) for script in parts.scripts],  # noqa: S704  our own files
        script_sources=" ".join(_script_source(script) for script in parts.scripts),
        block=Markup(block),  # noqa: S704  holds no markup: see `json_block`
    )


def _is_drawn(sign: tuple[str, str, str], features: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether the map holds a sign of the legend."""
    shape, mark, _ = sign
    told = [feature["properties"] for feature in features]
    if shape == "halo":
        return any(each["halo_m"] or each["band"] for each in told)
    if mark:
        return any(each["mark"] == mark for each in told)
    return any(each["shape"] == shape for each in told)


def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("groundtext.export", "assets"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["exactly"] = _exactly
    environment.filters["apart"] = _apart
    return environment.get_template("dossier.html.jinja")


def _exactly(text: str) -> Markup:
    """Escape a text so that a page shows it to the letter: parsers turn a bare CR into LF.

    HTML has no way to write a control character; its picture stands for it.
    """
    return Markup(str(escape(printable(text))).replace("\r", "&#13;"))  # noqa: S704  escaped just before


def _apart(text: str) -> Markup:
    """Escape a text so that its bidirectional controls reach no further than itself."""
    return Markup("<bdi>{}</bdi>").format(printable(text))


def _script_source(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"
