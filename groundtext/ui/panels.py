"""What the evidence panel shows of one feature or collection, as JSON-ready values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.model import element_at
from groundtext.portrayal.certainty import doubts_of
from groundtext.portrayal.wording import (
    facts_of,
    named_facts,
    place_in_words,
    precision_in_words,
    said_in_words,
)
from groundtext.ui.disputes import Disputes
from groundtext.ui.source_fields import Fields, source_fields
from groundtext.workspace import features_below

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.model import Collection, Feature, Layer, Mention
    from groundtext.portrayal.countries import Countries
    from groundtext.workspace import Evidence, Workspace

_MOST_SECTIONS: Final = 12  # of a route that are told of one by one
_MOST_PLACES: Final = 5  # of a repeated sentence that are linked to; the rest are counted


def _uncertain(feature: Feature) -> list[tuple[str, str]]:
    doubts = doubts_of(feature)
    return named_facts([("uncertain", f"{'; '.join(doubts)}.".capitalize() if doubts else "")])


def _apart(names: Sequence[str]) -> list[str]:
    """Return names without what all of them say before a comma: "Indian section"."""
    heads = {name.partition(", ")[0] for name in names}
    tails = [name.partition(", ")[2] for name in names]
    return tails if len(heads) == 1 and all(tails) else list(names)


class Panels:
    """The panels of one workspace; reads it once, then answers from memory."""

    def __init__(self, workspace: Workspace, countries: Countries) -> None:
        self._countries = countries
        self._layers: Mapping[str, Layer] = {layer.id: layer for layer in workspace.layers()}
        self._features: Mapping[str, Feature] = {f.id: f for f in workspace.features()}
        self._collections: Mapping[str, Collection] = {c.id: c for c in workspace.collections()}
        self._members = {
            group: features_below(group, self._collections) for group in self._collections
        }
        self._evidence: dict[str, list[Evidence]] = {}
        for evidence in workspace.evidence():
            self._evidence.setdefault(evidence.link.target_id, []).append(evidence)
        self._disputes = Disputes(workspace)
        self._elements = {
            card.id: workspace.elements(card.id) for card in workspace.document_cards()
        }
        self._mentions: Mapping[str, Sequence[Mention]] = {
            card.id: workspace.mentions(card.id) for card in workspace.document_cards()
        }

    def ids(self) -> list[str]:
        """Return the ids of everything that has a panel, sorted."""
        return sorted({*self._features, *self._collections})

    def panel(self, target_id: str) -> Fields | None:
        """Return the panel of a feature or a collection, or None for an id that is gone.

        Own passages come first, then those of the groups it belongs to, smallest group first;
        a passage is shown once.
        """
        if target_id not in self._features and target_id not in self._collections:
            return None
        groups = self._groups_of(target_id)
        return {
            "id": target_id,
            **self._heading(target_id),
            "groups": [{"id": group.id, "name": group.name} for group in groups],
            "disagreements": self._disputes.of([target_id, *(group.id for group in groups)]),
            "passages": list(self._passages(target_id, groups)),
        }

    def counts(self, target_id: str) -> tuple[int, int]:
        """Return how many passages are its own, and how many its panel shows in all."""
        shown = list(self._passages(target_id, self._groups_of(target_id)))
        return sum(not passage["group"] for passage in shown), len(shown)

    def documents(self, target_id: str) -> list[str]:
        """Return the ids of the documents that support it or one of its groups, sorted."""
        groups = self._groups_of(target_id)
        return sorted({passage["document"] for passage in self._passages(target_id, groups)})

    def tally(self, target_id: str) -> Mapping[str, tuple[int, int]]:
        """Return by document how many passages are its own, and how many its panel shows."""
        places: dict[str, dict[tuple[int, int], bool]] = {}
        for owner in (target_id, *(group.id for group in self._groups_of(target_id))):
            for evidence in self._evidence.get(owner, ()):
                link = evidence.link
                own = places.setdefault(link.document_id, {})
                own.setdefault((link.span.start, link.span.end), owner == target_id)
        return {document: (sum(own.values()), len(own)) for document, own in places.items()}

    def members(self, collection_id: str) -> list[str]:
        """Return the ids of the features below a collection at any depth, sorted."""
        return sorted(self._members[collection_id] & self._features.keys())

    def _groups_of(self, target_id: str) -> list[Collection]:
        holding = [group for group, below in self._members.items() if target_id in below]
        holding.sort(key=lambda group: (len(self._members[group]), group))
        return [self._collections[group] for group in holding if group != target_id]

    def _heading(self, target_id: str) -> Fields:
        if target_id in self._features:
            feature = self._features[target_id]
            layer = self._layers[feature.layer_id]
            country = self._countries.in_words(feature.country)
            return {
                "name": feature.name,
                "layer": layer.id,
                "facts": [*facts_of(feature, layer, country), *_uncertain(feature)],
            }
        group = self._collections[target_id]
        said = [
            ("also-called", ", ".join(group.aliases)),
            ("note", group.note),
            ("exactness", self._sections(group)),
        ]
        return {
            "name": group.name,
            "layer": "",
            "facts": named_facts(said),
            "members": [
                {"id": member, "name": self.name(member)}
                for member in group.members
                if self.name(member)
            ],
        }

    def _sections(self, group: Collection) -> str:
        """Say of each section of a route how exactly its course is known."""
        members = [self._features[id_] for id_ in group.members if id_ in self._features]
        is_route = all("LineString" in member.geometry.geom_type for member in members)
        if not is_route or len(members) > _MOST_SECTIONS:
            return ""
        names = _apart([member.name for member in members])
        told = zip(names, map(precision_in_words, members), strict=True)
        return "; ".join(f"{name}: {exactness}" for name, exactness in told)

    def name(self, target_id: str) -> str:
        """Return the name of a feature or a collection, empty for an id that is gone."""
        named = self._features.get(target_id) or self._collections.get(target_id)
        return named.name if named else ""

    def _passages(self, target_id: str, groups: Iterable[Collection]) -> Iterable[Fields]:
        shown: set[tuple[str, int, int]] = set()
        for owner, group in [(target_id, ""), *((group.id, group.name) for group in groups)]:
            for evidence in self._evidence.get(owner, ()):
                link = evidence.link
                place = (link.document_id, *link.span)
                if place not in shown:
                    shown.add(place)
                    yield self._passage(evidence, group)

    def _passage(self, evidence: Evidence, group: str) -> Fields:
        link, card = evidence.link, evidence.document
        return {
            "document": card.id,
            "start": link.span.start,
            "end": link.span.end,
            "quote": evidence.quote,
            "matches": [[match.start, match.end] for match in link.matches],
            "mentions": [
                [mention.span.start, mention.span.end, mention.reading.value]
                for mention in self._mentions.get(card.id, ())
                if link.span.contains(mention.span)
            ],
            **source_fields(card),
            "place": place_in_words(element_at(self._elements[card.id], link.span.start)),
            "complete": card.complete,
            "target": link.target_id,
            "kind": link.kind.value,
            "also_at": [[span.start, span.end] for span in link.also_at[:_MOST_PLACES]],
            "reason": link.reason,
            "said": said_in_words(link),
            "also": len(link.also_at),
            "status": link.status.value,
            "group": group,
        }
