"""Sites by what a passage calls them and by what else it says: a place, an area, a company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundtext.linking.arrangements import ALLOWING, ArrangementRules
from groundtext.linking.concerns import ConcernRules
from groundtext.linking.focus import FocusRules
from groundtext.linking.kinds import KindRules
from groundtext.linking.localities import LocalityRules
from groundtext.linking.pairs import PairRules
from groundtext.linking.presence import USES
from groundtext.linking.site_nouns import SiteNouns
from groundtext.linking.standpoints import TOWN_BACK
from groundtext.linking.stationing import StationRules
from groundtext.linking.tenure import LEASE_WORDS, TENURE_WORDS, TenureRules
from groundtext.linking.units import UnitRules
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.linking.base_index import BaseIndex
    from groundtext.linking.found import Found, Thread
    from groundtext.linking.reading import PassageReading
    from groundtext.model import Feature, Mention


class SiteRules:
    """Finds the sites of all base layers that a passage describes by a noun and something more."""

    def __init__(
        self,
        index: BaseIndex,
        features: Sequence[Feature],
        areas: Sequence[Feature],
    ) -> None:
        self._ids = index.bases.keys()
        self._nouns = SiteNouns(base.site for base in index.bases.values())
        self._stations = StationRules(index.bases)
        self._localities = LocalityRules(index.bases, areas)
        self._concerns = ConcernRules(features, index.bases, index.groups)
        aliases = {feature.id: feature.aliases for feature in features}
        self._ordinals = UnitRules(index, aliases)
        self._focus = FocusRules(index.bases)
        self._arrangements = ArrangementRules(index.bases)
        self._pairs = PairRules(index.bases, index.groups)
        self._tenures = TenureRules(index.bases)
        self._kinds = KindRules(index.bases.values())
        # Of these a passage must hold one, to describe a site without any name.
        self._own = self._stations.own_words | self._ordinals.numbers
        self.words = self._nouns.first | self._own | LEASE_WORDS
        self._with_name = self.words | TENURE_WORDS | USES | ALLOWING | self._kinds.telling

    def may_be_told(self, words: frozenset[str], ordinal: int, thread: Thread) -> bool:
        """Tell whether a passage of these words that names nothing may describe a site.

        A noun alone goes back to a base or a town of which the text has spoken.
        """
        if not self._own.isdisjoint(words):
            return True
        if self._tenures.may_be_told(words, thread):
            return True
        if self._nouns.first.isdisjoint(words):
            return False
        is_placed = thread.place is not None and ordinal - thread.placed <= TOWN_BACK
        return bool(thread.bases) or is_placed or not self._concerns.first_words.isdisjoint(words)

    def may_be_placed(
        self, reading: PassageReading, thread: Thread, named: Sequence[Found]
    ) -> bool:
        """Tell whether a passage that names anything may describe a site by that."""
        return (
            thread.has_bases
            or not self._with_name.isdisjoint(reading.vocabulary)
            or any(one.target_id in self._ids for one in named)
            or any(name.form == "demonym" for name in reading.named)
        )

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
        start = reading.passage.span.start
        whole = [span for one in named if one.target_id in self._ids for span in one.matches]
        whole += [Span(each.span.start - start, each.span.end - start) for each in mentions]
        nouns = [
            noun
            for noun in self._nouns.find(reading)
            if not any(noun.span.overlaps(span) for span in whole)
        ]
        found = (
            self._stations.find(reading, thread, mentions, named, nouns)
            + self._localities.find(reading, mentions, nouns)
            + self._concerns.find(reading, nouns)
            + self._ordinals.find(reading, thread, named)
            + self._focus.find_only(reading, thread, named, nouns)
        )
        used = [span for one in found for span in one.matches]
        found += self._arrangements.find(reading, thread)
        found += self._kinds.find(reading, [*used, *whole], thread)
        found += [
            one for one in going_on if not any(one.matches[0].overlaps(span) for span in used)
        ]
        return (
            found
            or self._pairs.find(reading, nouns, thread)
            or self._tenures.find(reading, thread)
            or self._focus.find(reading, thread, named, nouns)
        )
