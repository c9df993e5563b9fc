"""Which elements of a page a reader does not see: by attribute, by style, or by a rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import html

# Declarations that make text invisible, wherever they stand.
_INVISIBLE: Final = re.compile(
    r"(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|opacity\s*:\s*0?\.?0+\s*(?:;|!|$)|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|!|$)"
    r"|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|(?:left|top|text-indent)\s*:\s*-\d{4,}px)",
    re.IGNORECASE,
)
_COLOUR: Final = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)", re.IGNORECASE)
_GROUND: Final = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_WHITE: Final = frozenset({"white", "#fff", "#ffffff", "rgb(255,255,255)"})
_RULE: Final = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_AT_BLOCK: Final = re.compile(
    r"@(?:media|supports)\b[^{}]{0,300}\{(?:[^{}]{0,500}\{[^{}]{0,2000}\}\s*)*\}"
)
_SIMPLE: Final = re.compile(r"([a-z][\w-]*)?(?:([.#])([\w-]+))?", re.IGNORECASE)
_MOST_STYLE: Final = 1_000_000  # characters of style sheets that are looked at


@dataclass(frozen=True, slots=True)
class Hiding:
    """The names that a page's own style sheets hide."""

    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    @classmethod
    def of(cls, root: html.HtmlElement) -> Hiding:
        """Read the rules of a page's `style` elements; those for other media do not count."""
        classes, ids = set[str](), set[str]()
        sheets = [each.text or "" for each in root.iter("style") if _is_for_screens(each)]
        text = _AT_BLOCK.sub("", "".join(sheets)[:_MOST_STYLE])
        for selectors, declarations in _RULE.findall(text):
            if _INVISIBLE.search(declarations):
                for selector in selectors.split(","):
                    simple = _SIMPLE.fullmatch(selector.strip())
                    if simple and simple[3]:
                        (classes if simple[2] == "." else ids).add(simple[3])
        return cls(frozenset(classes), frozenset(ids))

    def hides(self, element: html.HtmlElement) -> bool:
        """Tell whether an element is invisible by itself."""
        if element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return True
        style = element.get("style")
        if style and (_INVISIBLE.search(style) or _is_white_on_white(style)):
            return True
        names = element.get("class")
        if self.classes and names and not self.classes.isdisjoint(names.split()):
            return True
        return bool(self.ids) and element.get("id") in self.ids


def _is_for_screens(style: html.HtmlElement) -> bool:
    media = (style.get("media") or "all").lower()
    return "all" in media or "screen" in media


def _is_white_on_white(style: str) -> bool:
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    if colour is None:
        return False
    shown = colour[1].replace(" ", "").lower()
    behind = ground[1].replace(" ", "").lower() if ground else "white"
    return shown == "transparent" or (shown in _WHITE and behind in _WHITE)
