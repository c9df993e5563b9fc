"""The words by which lines are described, and by which a text comes back to a thing, as tables."""

from __future__ import annotations

import re
from typing import Final

# What a line is, and the words that say so.
ROUTE_WORDS: Final = {
    "pipeline": frozenset(("pipeline", "pipelines", "gas", "oil", "energy")),
    "railway": frozenset(
        ("railway", "railways", "railroad", "railroads", "rail", "track", "trains")
    ),
    "corridor": frozenset(("corridor", "corridors", "route", "routes", "highway", "road", "roads")),
    "waterway": frozenset(("canal", "canals", "waterway", "waterways", "lane", "lanes")),
}


def line_family(wording: str) -> str:
    """Return which of the kinds of `ROUTE_WORDS` a line's name and kind make it, if any."""
    words = set(re.findall(r"[^\W\d_]+", wording.lower()))
    if "field" in words:
        return ""
    if "network" in words:
        return "corridor"
    return next((family for family, nouns in ROUTE_WORDS.items() if words & nouns), "")


# Moving gas is not yet a pipeline: these words make it the use of one.
TRANSIT_WORDS: Final = frozenset(
    (
        "transit", "transport", "transports", "deliver", "delivers", "carry", "carries", "carried",
        "pump", "pumps", "pumping", "export", "ship", "send", "sends", "sending", "bring", "brings",
        "bringing", "pipe", "pipes", "piped", "piping", "move", "moves", "moving",
    )
)  # fmt: skip
ERA_WORDS: Final = frozenset(("era", "times", "period", "days", "age"))
# Nouns by which a text comes back to what it has just spoken of, and what that is called then.
NAMED_NOUNS: Final = {
    "network": ("network",),
    "pipeline": ("pipeline",),
    "line": ("pipeline", "railway", "corridor"),
    "pipe": ("pipeline",),
    "project": ("pipeline", "railway", "canal", "corridor", "dam"),
    "scheme": ("pipeline", "railway", "canal", "corridor", "dam"),
    "route": ("route", "corridor", "lane", "network", "railway", "pipeline"),
    "waterway": ("canal", "strait", "river"),
    "field": ("field",),
    "base": ("base", "airfield", "transit center", "detachment"),
    "airbase": ("air base", "airfield"),
    "airfield": ("airfield", "air base", "airport"),
    "airport": ("airport", "air base"),
    "camp": ("camp",),
    "railway": ("railway",),
    "railroad": ("railway",),
    "corridor": ("corridor",),
    "cosmodrome": ("cosmodrome",),
    "garrison": ("garrison",),
    "port": ("port",),
    "highway": ("highway", "road"),
    "dam": ("dam",),
    "plant": ("dam", "plant", "power station"),
    "mine": ("mine",),
    "canal": ("canal",),
}
