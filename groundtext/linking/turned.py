"""Names turned round: "the corridor through the Gulf of Aden" for the Gulf of Aden corridor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.actors import state_code
from groundtext.linking.found import Found
from groundtext.linking.vocabulary import DENIED_BEFORE
from groundtext.model import Span
from groundtext.words import alternation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.linking.reading import PassageReading
    from groundtext.model import Collection, Feature

_NOUNS: Final = frozenset(
    ("corridor", "route", "lane", "canal", "strait", "pipeline", "railway", "line", "network")
)
_NAME: Final = re.compile(
    rf"(?P<proper>[A-Z]\w.*?)(?:\s+[a-z]+)?\s+(?P<noun>{alternation(_NOUNS)})", re.IGNORECASE
)
_REACH: Final = 60  # code points before the words, in which they may be denied


class TurnedNames:
    """Finds lines by names of which the noun comes first."""

    def __init__(self, features: Sequence[Feature], collections: Sequence[Collection]) -> None:
        targets: dict[tuple[str, str], set[tuple[str, str]]] = {}
        named = [(each.id, each.name, each.aliases) for each in features]
        named += [(each.id, each.name, each.aliases) for each in collections]
        for target_id, name, aliases in named:
            for form in (name, *aliases):
                match = _NAME.fullmatch(form)
                if match and match["proper"][0].isupper() and not state_code(match["proper"]):
                    key = (match["noun"].lower(), match["proper"].lower())
                    targets.setdefault(key, set()).add((target_id, name))
        self._targets = {
            key: next(iter(meant)) for key, meant in targets.items() if len(meant) == 1
        }
        self.nouns = frozenset(noun for noun, _ in self._targets)
        propers = alternation({proper for _, proper in self._targets}) or "(?!)"
        self._turned = re.compile(
            rf"\b(?P<noun>{alternation(self.nouns) or '(?!)'})\s+(?:through|in|of|across|along)\s+"
            rf"(?:the\s+)?(?P<proper>{propers})\b",
            re.IGNORECASE,
        )

    def find(self, reading: PassageReading) -> list[Found]:
        """Return the lines so called."""
        if self.nouns.isdisjoint(reading.vocabulary):
            return []
        found = []
        for match in self._turned.finditer(reading.text):
            proper = " ".join(match["proper"].lower().split())
            target = self._targets.get((match["noun"].lower(), proper))
            before = reading.text[max(0, match.start() - _REACH) : match.start()]
            if target and match["proper"][0].isupper() and not DENIED_BEFORE.search(before):
                span = Span(*match.span())
                reason = f"‘{reading.words(span)}’, its name turned round: {target[1]}"
                found.append(Found(target[0], 0.7, reason, "route-description", (span,)))
        return found
