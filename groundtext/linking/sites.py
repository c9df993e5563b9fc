"""Sites by what a passage calls them and by what else it says: a place, an area, a company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundtext.linking.concerns import ConcernRules
from groundtext.linking.focus import FocusRules
from groundtext.linking.localities import LocalityRules
from groundtext.linking.site_nouns import SiteNouns
from groundtext.linking.stationing import StationRules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.linking.base_index import BaseIndex
    from groundtext.linking.found import Found, Thread
    from groundtext.linking.reading import PassageReading
    from groundtext.model import Feature, Mention


class SiteRules:
    """Finds the sites of all base layers that a passage describes by a noun and something more."""

    def __init__(
        self, index: BaseIndex, features: Sequence[Feature], areas: Sequence[Feature]
    ) -> None:
        self._ids = index.bases.keys()
        self._nouns = SiteNouns(base.site for base in index.bases.values())
        self._stations = StationRules(index.bases)
        self._localities = LocalityRules(index.bases, areas)
        self._concerns = ConcernRules(features, index.bases, index.groups)
        self._focus = FocusRules(index.bases)

    def may_go_back(self, vocabulary: frozenset[str], thread: Thread) -> bool:
        """Tell whether a passage of these words may come back to a base without naming it."""
        return bool(thread.bases) and not self._nouns.first.isdisjoint(vocabulary)

    def find(
        self,
        reading: PassageReading,
        thread: Thread,
        mentions: Sequence[Mention],
        named: Sequence[Found],
        going_on: Sequence[Found],
    ) -> list[Found]:
        """Return what the passage describes, and what it goes on about.

        `named` is what it names; `going_on` what its words may come back to, if they do not
        describe another site.
        """
        if not self._ids:
            return list(going_on)
        whole = [span for one in named if one.target_id in self._ids for span in one.matches]
        nouns = [
            noun
            for noun in self._nouns.find(reading)
            if not any(noun.span.overlaps(span) for span in whole)
        ]
        found = (
            self._stations.find(reading, thread, mentions, named, nouns)
            + self._localities.find(reading, mentions, nouns)
            + self._concerns.find(reading, nouns)
            + self._focus.find_only(reading, thread, named, nouns)
        )
        used = [span for one in found for span in one.matches]
        found += [
            one for one in going_on if not any(one.matches[0].overlaps(span) for span in used)
        ]
        return found or self._focus.find(reading, thread, named, nouns)
